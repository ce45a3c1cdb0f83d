from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.serving import on_sqlite

from dateline.api.app import create
from dateline.settings import Settings
from dateline.store import database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty store, up to date, and no broker."""
    return on_sqlite(tmp_path)


@pytest.fixture
def api(settings: Settings) -> Iterator[TestClient]:
    """The application as it is served."""
    with TestClient(create(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The store that the application works on."""
    engine = database.open(settings.database)
    yield engine
    engine.dispose()
