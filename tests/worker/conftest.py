from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.databases import empty_store

from dateline import settings
from dateline.model.article import Draft, Publication
from dateline.settings import Settings


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    """Settings of a store of the test's own."""
    return settings.load(data=tmp_path, redis_url="redis://unused", max_attempts=2, backoff=1e-6)


@pytest.fixture
def engine(chosen: Settings) -> Iterator[Engine]:
    """An empty store."""
    opened = empty_store(chosen.database)
    yield opened
    opened.dispose()


@pytest.fixture
def draft() -> Draft:
    """An article with a date, a plan, a quotation and a piece of furniture."""
    return Draft(
        text=(
            "The council of Bar met on Monday, mayor Dušan Raičević said yesterday.\n\n"
            "“We will repair the bridge next month,” he said.\n\n"
            "Photo: City archive\n"
        ),
        published=Publication(date(2025, 2, 26), None, "2025-02-26"),
        language="en",
        external_id="1",
    )
