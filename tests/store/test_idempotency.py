"""A request with a key is done once; its answer is kept for a day, or until it is erased."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from dateline.model.errors import KeyInUse
from dateline.store import database, erasure, idempotency
from dateline.store.idempotency import RETENTION, SWEPT, Kept, Turn
from dateline.store.tables import idempotency as rows
from dateline.store.tables import idempotency_articles as links

ROUTE = "/v1/articles"
ANSWER = Kept("hash of a body", 202, '{"id": "a"}')


def begin(connection: Connection, key: str = "k", route: str = ROUTE) -> Turn:
    found = idempotency.begin(connection, route, key)
    assert isinstance(found, Turn)
    return found


def age(connection: Connection, by: timedelta) -> None:
    """Let time pass for every key."""
    passed = by // timedelta(microseconds=1)
    connection.execute(
        update(rows).values(
            begun_at=rows.c.begun_at - passed, held_until=rows.c.held_until - passed
        )
    )


def test_whoever_asks_again_has_the_same_answer(connection: Connection):
    turn = begin(connection)
    idempotency.keep(connection, turn, ANSWER)

    assert idempotency.begin(connection, ROUTE, "k") == ANSWER


def test_while_the_first_is_under_way_nobody_else_begins(connection: Connection):
    begin(connection)

    with pytest.raises(KeyInUse):
        idempotency.begin(connection, ROUTE, "k")


def test_a_key_belongs_to_one_route(connection: Connection):
    idempotency.keep(connection, begin(connection), ANSWER)

    assert begin(connection, route="/v1/articles/batch")


def test_what_came_to_nothing_leaves_its_key_free(connection: Connection):
    idempotency.release(connection, begin(connection))

    assert begin(connection)


def test_an_answer_that_is_kept_is_not_released(connection: Connection):
    turn = begin(connection)
    idempotency.keep(connection, turn, ANSWER)
    idempotency.release(connection, turn)

    assert idempotency.begin(connection, ROUTE, "k") == ANSWER


def test_what_died_half_way_is_begun_anew_and_has_lost_its_say(connection: Connection):
    died = begin(connection)
    age(connection, idempotency.HOLD)
    turn = begin(connection)

    idempotency.keep(connection, died, Kept("old", 500, ""))
    idempotency.note(connection, died, ["a"])
    idempotency.keep(connection, turn, ANSWER)

    assert idempotency.begin(connection, ROUTE, "k") == ANSWER
    assert connection.scalar(select(func.count()).select_from(links)) == 0


def test_whoever_goes_on_holds_the_key_for_longer(connection: Connection):
    turn = begin(connection)
    age(connection, idempotency.HOLD - timedelta(seconds=1))
    idempotency.note(connection, turn, ["a", "a"])
    age(connection, timedelta(seconds=2))

    with pytest.raises(KeyInUse):
        idempotency.begin(connection, ROUTE, "k")


def test_an_answer_is_kept_for_a_day(connection: Connection):
    idempotency.keep(connection, begin(connection), ANSWER)
    age(connection, RETENTION - timedelta(minutes=1))
    kept = idempotency.begin(connection, ROUTE, "k")
    age(connection, timedelta(minutes=2))

    assert kept == ANSWER
    assert begin(connection)


def test_a_new_key_takes_old_ones_away(connection: Connection):
    for number in range(SWEPT + 10):
        turn = begin(connection, str(number))
        idempotency.note(connection, turn, ["a"])
        idempotency.keep(connection, turn, ANSWER)
    age(connection, RETENTION)

    begin(connection, "new")

    assert connection.scalar(select(func.count()).select_from(rows)) == 11
    assert connection.scalar(select(func.count()).select_from(links)) == 10


def test_an_answer_goes_with_an_article_of_which_it_speaks(connection: Connection, desk):
    erased = desk.publish(desk.event)
    for key, article_id in (("k", erased), ("other", "another")):
        turn = begin(connection, key)
        idempotency.note(connection, turn, ["x", article_id])
        idempotency.keep(connection, turn, ANSWER)

    erasure.erase(connection, erased)

    assert begin(connection, "k")
    assert idempotency.begin(connection, ROUTE, "other") == ANSWER


def test_of_many_who_begin_at_once_one_does_it(engine: Engine):
    ready = Barrier(4)

    def race(_: int) -> bool:
        ready.wait()
        with database.writing(engine) as connection:
            try:
                return isinstance(idempotency.begin(connection, ROUTE, "k"), Turn)
            except KeyInUse:
                return False

    with ThreadPoolExecutor(4) as crowd:
        turns = list(crowd.map(race, range(4)))

    assert sorted(turns) == [False, False, False, True]
