from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serving import on_sqlite

from dateline.api.app import create
from dateline.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty store, up to date."""
    return on_sqlite(tmp_path)


@pytest.fixture
def site(settings: Settings) -> Iterator[TestClient]:
    """The pages as they are served."""
    with TestClient(create(settings)) as client:
        yield client
