from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.api.app import create
from dateline.settings import Settings
from dateline.store import database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty store on SQLite, up to date."""
    settings = Settings(data=tmp_path, database_url=None, redis_url=None)
    engine = database.open(settings.database)
    database.migrate(engine)
    engine.dispose()
    return settings


@pytest.fixture
def site(settings: Settings) -> Iterator[TestClient]:
    """The pages as they are served."""
    with TestClient(create(settings)) as client:
        yield client
