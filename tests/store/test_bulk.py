"""Many articles at once: as if one came after the other."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from dateline.model.article import Draft
from dateline.model.errors import DatelineError
from dateline.store import articles, bulk, erasure
from dateline.store.articles import Accepted, Outcome
from dateline.store.tables import identities

URL = "https://herald.example/"


@pytest.fixture
def drafts(connection: Connection, desk) -> list[Draft]:
    """New ones, known ones, revised, erased and contradictory ones, and some that share names."""
    bare = replace(desk.draft, url=None)
    articles.add(connection, replace(bare, url=URL + "known"))
    articles.add(connection, replace(bare, external_id="7", url=URL + "seven"))
    gone = articles.add(connection, replace(bare, url=URL + "gone"))
    erasure.erase(connection, gone.id)
    return [
        replace(bare, url=URL + "new"),
        replace(bare, external_id="8", url=URL + "known"),
        replace(bare, external_id="8"),
        replace(bare, external_id="9", url=URL + "new"),
        replace(bare, external_id="9", text="Rewritten."),
        replace(bare, url=URL + "gone"),
        replace(bare, external_id="new", url=URL + "seven"),
        bare,
        bare,
        replace(bare, source="another", url=URL + "new"),
        replace(bare, url=URL + "last"),
    ]


def one(connection: Connection, draft: Draft) -> Accepted | DatelineError:
    try:
        return articles.add(connection, draft)
    except DatelineError as refused:
        return refused


def told(came: Accepted | DatelineError) -> object:
    return str(came) if isinstance(came, DatelineError) else came


def names(connection: Connection) -> set[object]:
    return set(connection.execute(select(identities)).all())


def test_many_at_once_are_taken_in_as_if_one_came_after_the_other(
    connection: Connection, drafts: list[Draft]
) -> None:
    with connection.begin_nested() as undone:
        apart = [one(connection, draft) for draft in drafts]
        names_apart = names(connection)
        undone.rollback()

    together = bulk.add(connection, drafts)

    assert list(map(told, together)) == list(map(told, apart))
    assert names(connection) == names_apart


def test_one_that_comes_in_beside_us_costs_no_other(
    connection: Connection, desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = articles.add(connection, desk.draft)
    monkeypatch.setattr(bulk, "_known", lambda *_: set())

    came = bulk.add(connection, [desk.draft, replace(desk.draft, url=URL + "other")])

    outcomes = [each.outcome for each in came if isinstance(each, Accepted)]
    assert outcomes == [Outcome.KNOWN, Outcome.NEW]
    assert came[0] == replace(beside, outcome=Outcome.KNOWN)


def test_none_at_once_are_none(connection: Connection) -> None:
    assert bulk.add(connection, []) == []
