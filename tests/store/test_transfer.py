"""A store in another database is the same store: everything is copied, or nothing."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from tests.databases import empty_store, postgres_database
from tests.store.conftest import DRAFT, Desk, happening

from dateline.model.errors import ArticleDeleted, CopyDiffers, StoreNotEmpty, StoreNotReady
from dateline.model.interval import Interval
from dateline.store import articles, database, erasure, fact_list, idempotency, order
from dateline.store.changes import since
from dateline.store.parts import is_empty, parts
from dateline.store.timeline import within
from dateline.store.transfer import tally, transfer, verify
from dateline.wire.fact import FactsQuery
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))
EVERYTHING = TimelineQuery(undated="include", limit=500)
QUERIES = (
    EVERYTHING,
    TimelineQuery(q="council", limit=500),
    TimelineQuery(entity=["Slavoj Zizek"], order="desc", limit=500),
)


def untold(_what: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def other_postgresql() -> Iterator[Engine]:
    with postgres_database() as url:
        yield from _store(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def other(request: pytest.FixtureRequest) -> Engine:
    """Another store, empty and up to date, on each engine."""
    found: Engine = request.getfixturevalue(f"other_{request.param}")
    with database.writing(found) as connection:
        for part in reversed(parts()):
            part.clear(connection)
        connection.execute(text("INSERT INTO latest VALUES (0, 0)"))
    return found


@pytest.fixture
def other_sqlite(tmp_path: Path) -> Iterator[Engine]:
    yield from _store(f"sqlite:///{tmp_path}/other.sqlite")


def _store(url: str) -> Iterator[Engine]:
    engine = empty_store(url)
    yield engine
    engine.dispose()


def live(engine: Engine) -> None:
    """Let a store see much: corrections, events of the past, an erasure, a kept answer."""
    with database.writing(engine) as connection:
        desk = Desk(connection)
        days = [Interval.day(MONDAY.start + timedelta(days=n)) for n in range(5)]
        first = desk.publish(
            *(happening(f"day-{n}", day, "vance", "zizek") for n, day in enumerate(days)),
            happening("undated", None, "kyiv"),
        )
        desk.read_again(first, happening("day-1", days[2], "zizek"), happening("new", days[0]))
        article = articles.hold(connection, first)
        renamed = replace(article.draft, title='Žižek 🗞, said "no"\\ or\tnot')
        articles.correct(connection, article, renamed, {"title"})
        erased = desk.publish(desk.event, draft=replace(DRAFT, url="https://herald.example/2"))
        erasure.erase(connection, erased)
        desk.claim(replace(DRAFT, url="https://herald.example/3", metadata={"a": [1.5, None]}))
        turn = idempotency.begin(connection, "/v1/articles", "k")
        assert isinstance(turn, idempotency.Turn)
        idempotency.note(connection, turn, [first])


def answers(engine: Engine) -> list[object]:
    """What a store answers, now and of the past."""
    with database.reading(engine) as connection:
        known = (None, order.last(connection) // 2)
        return [
            [within(connection, query, known=moment) for query in QUERIES for moment in known],
            since(connection, 0, 500),
            fact_list.page(connection, FactsQuery()),
        ]


def is_untouched(engine: Engine) -> bool:
    with database.reading(engine) as connection:
        return is_empty(connection) and order.last(connection) == 0


def test_a_copy_answers_like_the_store_itself(engine: Engine, other: Engine):
    live(engine)

    rows = transfer(engine, other, untold)

    assert answers(other) == answers(engine)
    assert rows > 30


def test_there_and_back_it_is_the_same_row_for_row(engine: Engine, other: Engine):
    live(engine)
    with database.reading(engine) as connection:
        before = tally(connection, "", untold)

    transfer(engine, other, untold)
    transfer(other, engine, untold, replace=True)

    with database.reading(engine) as connection:
        assert tally(connection, "", untold) == before


def test_life_goes_on_in_the_copy(engine: Engine, other: Engine):
    live(engine)
    transfer(engine, other, untold)

    for store in (engine, other):
        with database.writing(store) as connection:
            desk = Desk(connection)
            told = happening("later", MONDAY, "vance")
            desk.publish(told, draft=replace(DRAFT, url="https://herald.example/4"))

    def seen(store: Engine) -> list[str]:
        with database.reading(store) as connection:
            return [entry.event.id for entry in within(connection, EVERYTHING).entries]

    assert "later" in seen(other)
    assert seen(other) == seen(engine)


def test_a_store_that_holds_something_is_left_alone(engine: Engine, other: Engine):
    live(engine)
    with database.writing(other) as connection:
        Desk(connection).publish(happening("mine", MONDAY))
    before = answers(other)

    with pytest.raises(StoreNotEmpty):
        transfer(engine, other, untold)

    assert answers(other) == before


def test_what_is_replaced_is_gone_but_for_its_erasures(engine: Engine, other: Engine):
    with database.writing(engine) as connection:
        kept = Desk(connection).publish(happening("kept", MONDAY))
        draft = replace(DRAFT, url="https://herald.example/2")
        erased = Desk(connection).publish(happening("erased", MONDAY, "zizek"), draft=draft)
    transfer(engine, other, untold)
    with database.writing(other) as connection:
        erasure.erase(connection, erased)
        erasure.erase(connection, kept)
        erasure.lift(connection, kept)

    transfer(engine, other, untold, replace=True)

    with database.writing(other) as connection:
        assert [one.event.id for one in within(connection, EVERYTHING).entries] == ["kept"]
        with pytest.raises(ArticleDeleted):
            articles.add(connection, draft)


def test_a_store_of_another_version_is_not_copied(tmp_path: Path, other: Engine):
    empty = database.open(f"sqlite:///{tmp_path}/empty.sqlite")

    with pytest.raises(StoreNotReady):
        transfer(empty, other, untold)

    empty.dispose()


@pytest.mark.parametrize("stage", ["copying", "verifying"])
def test_what_breaks_off_leaves_nothing(engine: Engine, other: Engine, stage: str):
    live(engine)

    def interrupt(what: str, done: int, total: int) -> None:
        if what == stage and done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        transfer(engine, other, interrupt)

    assert is_untouched(other)
    assert transfer(engine, other, untold)


KILLED = """
import os, signal, sys
from dateline.store import database
from dateline.store.transfer import transfer

def die(what, done, total):
    if what == "verifying":
        os.kill(os.getpid(), signal.SIGKILL)

transfer(database.open(sys.argv[1]), database.open(sys.argv[2]), die)
"""


def test_a_copy_that_is_killed_can_be_made_anew(engine: Engine, other: Engine):
    live(engine)
    urls = [one.url.render_as_string(hide_password=False) for one in (engine, other)]

    killed = subprocess.run([sys.executable, "-c", KILLED, *urls], check=False)

    assert killed.returncode == -9
    assert is_untouched(other)
    assert transfer(engine, other, untold)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("articles", "UPDATE articles SET characters = characters + 1"),
        ("events", "UPDATE events SET confidence = confidence / 3"),
        ("revisions", "UPDATE revisions SET text = text || ' '"),
        ("entities", "DELETE FROM entities WHERE id = 'e-kyiv'"),
        ("changes", "UPDATE changes SET at = at + 1"),
        ("searchable", "DELETE FROM searchable"),
    ],
)
def test_a_copy_that_differs_is_seen(engine: Engine, part: str, change: str):
    live(engine)
    with database.reading(engine) as connection:
        wanted = tally(connection, "", untold)

    with database.writing(engine) as connection, connection.begin_nested() as attempt:
        if part == "entities":
            connection.execute(text("DELETE FROM mentions WHERE entity_id = 'e-kyiv'"))
            wanted["mentions"] = tally(connection, "", untold)["mentions"]
        connection.execute(text(change))
        with pytest.raises(CopyDiffers) as refused:
            verify(wanted, connection, untold)
        attempt.rollback()

    assert refused.value.part == part


def test_others_wait_until_the_copy_is_whole(engine: Engine, other: Engine):
    live(engine)
    seen: list[bool] = []

    def look(what: str, _done: int, _total: int) -> None:
        if what == "verifying":
            seen.append(is_untouched(other))

    transfer(engine, other, look)

    assert set(seen) == {True}
