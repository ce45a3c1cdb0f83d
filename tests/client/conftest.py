from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.serving import on_sqlite, served

from dateline.settings import Settings
from dateline.store import database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty store, up to date."""
    return on_sqlite(tmp_path)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The store that the service works on."""
    engine = database.open(settings.database)
    yield engine
    engine.dispose()


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    """Where the service answers."""
    with served(settings) as address:
        yield address
