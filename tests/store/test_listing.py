"""The list of articles, on each engine."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from dateline.store import articles, listing
from dateline.wire.article import ArticlesQuery

DAYS = [date(2025, 2, day) for day in (24, 25, 26, 27)]


@pytest.fixture
def listed(connection: Connection, desk: Any) -> Connection:
    """Four articles of four days, the last of another publisher and already claimed."""
    for number, day in enumerate(DAYS):
        published = replace(desk.draft.published, on=day)
        source = "herald.example" if number < 3 else "radio.example"
        draft = replace(
            desk.draft, url=f"https://{source}/{number}", source=source, published=published
        )
        if number < 3:
            articles.add(connection, draft)
        else:
            desk.claim(draft)
    return connection


def days(connection: Connection, **asked: Any) -> list[date]:
    found = listing.page(connection, ArticlesQuery.model_validate(asked))
    return [article.draft.published.on for article in found.articles]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param({}, {0, 1, 2, 3}, id="all"),
        pytest.param({"state": ["queued"]}, {0, 1, 2}, id="a state"),
        pytest.param({"state": ["queued", "processing"]}, {0, 1, 2, 3}, id="one of two states"),
        pytest.param({"source": ["radio.example"]}, {3}, id="a source"),
        pytest.param(
            {"published_from": "2025-02-25", "published_to": "2025-02-26"}, {1, 2}, id="days"
        ),
        pytest.param({"state": ["failed"]}, set(), id="none"),
    ],
)
def test_articles_are_found_by_state_source_and_day(
    listed: Connection, asked: dict[str, Any], found: set[int]
):
    assert set(days(listed, **asked)) == {DAYS[number] for number in found}


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_the_pages_together_are_the_list(listed: Connection, order: str):
    query = ArticlesQuery.model_validate({"order": order, "limit": 3})

    first = listing.page(listed, query)
    second = listing.page(listed, query, first.next)

    assert len(first.articles) == 3
    assert second.next is None
    together = [article.draft.published.on for article in first.articles + second.articles]
    assert together == days(listed, order=order)
    assert set(together) == set(DAYS)


def test_a_list_bears_no_texts(listed: Connection):
    found = listing.page(listed, ArticlesQuery())

    assert {article.draft.text for article in found.articles} == {""}
