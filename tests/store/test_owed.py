from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, Engine

from dateline.model.article import Draft, Publication
from dateline.store import articles, database, owed

DRAFT = Draft(
    text="The council met on Monday.",
    published=Publication(date(2025, 2, 26), None, "26.02.2025"),
    language="en",
    url="https://herald.example/1",
)


def test_what_is_due_comes_longest_waiting_first_and_once(connection: Connection) -> None:
    posted = [
        articles.add(connection, replace(DRAFT, url=f"https://herald.example/{n}")).id
        for n in range(3)
    ]

    first = owed.due(connection, limit=2, patience=60, epoch="one")
    owed.mark(connection, [due.id for due in first], epoch="one")
    rest = owed.due(connection, limit=2, patience=60, epoch="one")

    assert sorted(due.id for due in first + rest) == sorted(posted)
    assert {due.characters for due in first} == {len(DRAFT.text)}


@pytest.mark.parametrize(
    ("patience", "epoch", "due"),
    [
        pytest.param(60, "one", 0, id="rung for a moment ago"),
        pytest.param(0, "one", 1, id="rung for too long ago"),
        pytest.param(60, "two", 1, id="rung for in a broker that has forgotten"),
    ],
)
def test_a_bell_that_went_unheard_is_rung_again(
    connection: Connection, patience: float, epoch: str, due: int
) -> None:
    accepted = articles.add(connection, DRAFT)
    owed.mark(connection, [accepted.id], epoch="one")

    assert len(owed.due(connection, 10, patience, epoch)) == due


def test_an_unmarked_article_is_due_again(connection: Connection) -> None:
    accepted = articles.add(connection, DRAFT)
    owed.mark(connection, [accepted.id], epoch="one")

    owed.unmark(connection, [accepted.id])

    assert [due.id for due in owed.due(connection, 10, 60, "one")] == [accepted.id]


@pytest.mark.postgres
def test_two_relays_never_ring_for_the_same_article(postgres: Engine) -> None:
    with database.writing(postgres) as connection:
        articles.add(connection, DRAFT)

    with database.writing(postgres) as one, database.writing(postgres) as other:
        seen = [len(owed.due(relay, 10, 60, "one")) for relay in (one, other)]

    assert seen == [1, 0]
