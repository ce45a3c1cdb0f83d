"""All rows of a query, page after page, out of a real store."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, QueuePool
from tests.databases import empty_store

from dateline.export import rows
from dateline.model.article import Annotations, Draft, Publication
from dateline.model.event import Basis, Event, EventTime
from dateline.store import articles, claims, database, events, order
from dateline.store.timeline import Entry
from dateline.wire.contract import Order, Undated
from dateline.wire.timeline import TimelineQuery


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty store, up to date."""
    engine = empty_store(f"sqlite:///{tmp_path}/dateline.sqlite")
    yield engine
    engine.dispose()


@pytest.fixture
def publish(engine: Engine, entries: list[Entry]) -> Callable[..., None]:
    """Publishes an article that tells of events of these ids; "?" has no date."""
    event = entries[0].event

    def told(id: str) -> Event:
        return replace(event, id=id, time=EventTime(Basis.NONE, "") if "?" in id else event.time)

    def publish(*ids: str, url: str | None = None) -> None:
        published = Publication(date(2025, 2, 26), None, "2025-02-26")
        draft = Draft("".join(ids), published, "en", url=url)
        with database.writing(engine) as connection:
            accepted = articles.add(connection, draft)
            (claim,) = claims.claim(connection, [accepted.id], lease=60)
            events.replace(connection, claim, Annotations("test", events=tuple(map(told, ids))))

    return publish


@pytest.fixture(params=[1, 2, 3, 500])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of one entry, of a few, and of more than there are."""
    monkeypatch.setattr(rows, "LIMIT", request.param)


@pytest.mark.usefixtures("most")
@pytest.mark.parametrize(
    ("query", "dated_only", "found"),
    [
        (TimelineQuery(), False, "abcde"),
        (TimelineQuery(limit=1, order=Order.DESC), False, "edcba"),
        (TimelineQuery(undated=Undated.INCLUDE), False, "abcde?"),
        (TimelineQuery(undated=Undated.INCLUDE), True, "abcde"),
        (TimelineQuery(entity=["Nobody"]), False, ""),
    ],
)
def test_all_rows_are_given_however_many_fit_on_a_page(
    engine: Engine, publish: Callable[..., None], query: TimelineQuery, dated_only: bool, found: str
):
    publish(*"abcde?")

    given = [entry.event.id for entry in rows.of(engine, query, dated_only=dated_only)]

    assert given == list(found)


def test_what_happens_in_the_meantime_is_left_for_the_next_time(
    engine: Engine, publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rows, "LIMIT", 1)
    publish("a", "c", url="https://herald.example/1")

    entries = rows.of(engine, TimelineQuery(), dated_only=False)
    given = [next(entries).event.id]
    publish("b", "d")
    publish("e", url="https://herald.example/1")
    given += [entry.event.id for entry in entries]

    assert given == ["a", "c"]
    after = rows.of(engine, TimelineQuery(), dated_only=False)
    assert [entry.event.id for entry in after] == ["b", "d", "e"]


def test_the_past_is_given_as_it_was_known(engine: Engine, publish: Callable[..., None]):
    publish("a")
    with database.reading(engine) as connection:
        known = order.last(connection)
    publish("b")

    given = rows.of(engine, TimelineQuery(), dated_only=False, known=known)

    assert [entry.event.id for entry in given] == ["a"]


def test_whoever_takes_them_slowly_holds_no_connection(
    engine: Engine, publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rows, "LIMIT", 1)
    publish("a", "c")
    pool = engine.pool
    assert isinstance(pool, QueuePool)

    entries = rows.of(engine, TimelineQuery(), dated_only=False)
    next(entries)

    assert pool.checkedout() == 0
