from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from psycopg.errors import ProgramLimitExceeded
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from dateline.model.article import Annotations, Article, Draft, State
from dateline.model.errors import StoreNotReady
from dateline.settings import Settings
from dateline.store import articles, claims, database, events
from dateline.worker import desk as at_desk
from dateline.worker.desk import Desk
from dateline.worker.limits import Drain
from dateline.worker.tasks import extract

READ = Annotations("test")


class Reading:
    """A reader that does what the test wants done while it reads."""

    name = "test"

    def __init__(self) -> None:
        self.read: list[str] = []
        self.says: dict[str, Annotations] = {}
        self.meanwhile: Callable[[str], None] = lambda _: None

    def extract(self, article_id: str, _: Draft) -> Annotations:
        self.read.append(article_id)
        self.meanwhile(article_id)
        return self.says.get(article_id, READ)


@pytest.fixture
def reader() -> Reading:
    return Reading()


@pytest.fixture
def drain() -> Drain:
    return Drain()


@pytest.fixture
def desk(chosen: Settings, reader: Reading, drain: Drain) -> Iterator[Desk]:
    found = Desk(chosen, reader, drain)
    yield found
    found.engine.dispose()


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read is read quickly enough to be written together."""
    monkeypatch.setattr(at_desk, "TOGETHER_SECONDS", 3600)


class Shelf:
    """The articles of the store."""

    def __init__(self, engine: Engine, draft: Draft) -> None:
        self.engine = engine
        self.draft = draft

    def post(self, count: int = 1) -> list[str]:
        with database.writing(self.engine) as connection:
            return [
                articles.add(connection, replace(self.draft, external_id=str(n))).id
                for n in range(count)
            ]

    def get(self, article_id: str) -> Article:
        with database.reading(self.engine) as connection:
            return articles.get(connection, article_id)

    def states(self, ids: list[str]) -> list[State]:
        return [self.get(id).state for id in ids]


@pytest.fixture
def shelf(engine: Engine, draft: Draft) -> Shelf:
    return Shelf(engine, draft)


def test_a_message_heard_twice_is_read_once(shelf: Shelf, desk: Desk, reader: Reading) -> None:
    ids = shelf.post(3)

    extract(desk, ids)
    extract(desk, ids)

    assert reader.read == ids
    assert shelf.states(ids) == [State.DONE] * 3


def test_one_bad_article_costs_no_other(shelf: Shelf, desk: Desk, reader: Reading) -> None:
    ids = shelf.post(3)

    def stumble(article_id: str) -> None:
        if article_id == ids[1]:
            raise ValueError("no sense in it")

    reader.meanwhile = stumble
    extract(desk, ids)

    assert shelf.states(ids) == [State.DONE, State.QUEUED, State.DONE]
    assert shelf.get(ids[1]).last_error == "ValueError: no sense in it"


def test_an_article_that_cannot_be_written_costs_no_other(
    shelf: Shelf, desk: Desk, reader: Reading, slow_clock: None
) -> None:
    ids = shelf.post(3)
    reader.says[ids[1]] = Annotations("a lone \ud800")

    extract(desk, ids)

    assert shelf.states(ids) == [State.DONE, State.QUEUED, State.DONE]
    assert str(shelf.get(ids[1]).last_error).startswith("UnicodeEncodeError")


def test_an_article_taken_over_costs_no_other_that_is_written_with_it(
    shelf: Shelf, desk: Desk, reader: Reading, slow_clock: None
) -> None:
    ids = shelf.post(3)

    def lose_the_first(_: str) -> None:
        with database.writing(shelf.engine) as connection:
            taken = "UPDATE articles SET lease_token = 'another' WHERE id = ?"
            connection.exec_driver_sql(taken, (ids[0],))

    reader.meanwhile = lose_the_first
    extract(desk, ids)

    assert shelf.states(ids) == [State.PROCESSING, State.DONE, State.DONE]


def test_what_is_read_but_not_written_yet_is_held_with_what_waits(
    shelf: Shelf, chosen: Settings, reader: Reading, drain: Drain, slow_clock: None
) -> None:
    ids = shelf.post(3)
    hasty = chosen.model_copy(update={"lease": 60.0, "hard_limit": 60.0, "soft_limit": 50.0})
    desk = Desk(hasty, reader, drain)
    held: list[int] = []

    def count_leases(_: str) -> None:
        with database.reading(shelf.engine) as connection:
            leases = "SELECT count(DISTINCT lease_until) FROM articles"
            held.append(connection.exec_driver_sql(leases).scalar_one())

    reader.meanwhile = count_leases
    extract(desk, ids)
    desk.engine.dispose()

    assert held == [1, 1, 1]
    assert shelf.states(ids) == [State.DONE] * 3


def test_what_takes_its_time_is_written_at_once(
    shelf: Shelf, desk: Desk, reader: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_desk, "TOGETHER_SECONDS", 0)
    ids = shelf.post(3)
    seen: list[list[State]] = []

    reader.meanwhile = lambda _: seen.append(shelf.states(ids))
    extract(desk, ids)

    assert [states.count(State.DONE) for states in seen] == [0, 1, 2]


def test_what_goes_beyond_the_limits_of_the_store_is_the_fault_of_the_article(
    shelf: Shelf, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = shelf.post(2)
    too_long = ProgramLimitExceeded("index row size exceeds the maximum")
    finish = claims.finish

    def refuse_the_first(connection, finished) -> set[str]:
        if any(claim.article_id == ids[0] for claim in finished):
            raise OperationalError("", {}, too_long)
        return finish(connection, finished)

    monkeypatch.setattr(claims, "finish", refuse_the_first)
    extract(desk, ids)

    assert shelf.states(ids) == [State.QUEUED, State.DONE]
    assert str(shelf.get(ids[0]).last_error).startswith("Unstorable")


def test_a_failure_that_says_what_no_database_takes_is_kept(
    shelf: Shelf, desk: Desk, reader: Reading
) -> None:
    (article,) = shelf.post()

    def stumble(article_id: str) -> None:
        raise ValueError("\0 and \ud800")

    reader.meanwhile = stumble
    extract(desk, [article])

    assert shelf.get(article).last_error == "ValueError: \\0 and \\ud800"


def test_an_article_that_fails_again_is_given_up(shelf: Shelf, desk: Desk, reader: Reading) -> None:
    (article,) = shelf.post()

    def stumble(article_id: str) -> None:
        raise ValueError

    reader.meanwhile = stumble
    extract(desk, [article])
    extract(desk, [article])
    extract(desk, [article])

    assert (shelf.get(article).state, len(reader.read)) == (State.FAILED, 2)


def test_a_corrected_article_is_not_finished_with_what_was_read_before(
    shelf: Shelf, desk: Desk, reader: Reading
) -> None:
    (article,) = shelf.post()

    def correct(article_id: str) -> None:
        with database.writing(shelf.engine) as connection:
            articles.add(connection, replace(shelf.draft, external_id="0", text="Corrected."))

    reader.meanwhile = correct
    extract(desk, [article])

    with database.reading(shelf.engine) as connection:
        assert events.annotations(connection, article) is None
    found = shelf.get(article)
    assert (found.state, found.revision, found.attempts) == (State.QUEUED, 2, 0)


def test_a_worker_that_has_to_stop_gives_back_the_rest(
    shelf: Shelf, desk: Desk, reader: Reading, drain: Drain
) -> None:
    ids = shelf.post(3)

    reader.meanwhile = lambda _: drain.begin(60)
    extract(desk, ids)

    assert shelf.states(ids) == [State.DONE, State.QUEUED, State.QUEUED]
    assert [shelf.get(id).attempts for id in ids] == [1, 0, 0]


def test_an_article_lost_while_it_waited_is_not_read(
    shelf: Shelf, chosen: Settings, reader: Reading, drain: Drain
) -> None:
    ids = shelf.post(2)
    hasty = chosen.model_copy(update={"lease": 60.0, "hard_limit": 60.0, "soft_limit": 50.0})
    desk = Desk(hasty, reader, drain)

    def lose_the_other(article_id: str) -> None:
        with database.writing(shelf.engine) as connection:
            connection.exec_driver_sql("UPDATE articles SET lease_token = 'another'")

    reader.meanwhile = lose_the_other
    extract(desk, ids)
    desk.engine.dispose()

    assert reader.read == ids[:1]
    assert shelf.states(ids) == [State.PROCESSING] * 2


def test_a_store_that_is_away_for_a_moment_is_waited_for(
    shelf: Shelf, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = shelf.post()
    finish, troubles = claims.finish, iter([OperationalError("", {}, Exception())] * 2)

    def away_twice(*arguments) -> set[str]:
        for trouble in troubles:
            raise trouble
        return finish(*arguments)

    monkeypatch.setattr(claims, "finish", away_twice)
    extract(desk, [article])

    assert shelf.get(article).state is State.DONE


def test_a_worker_waits_while_the_tables_are_those_of_another_version(
    shelf: Shelf, desk: Desk, reader: Reading, drain: Drain
) -> None:
    (article,) = shelf.post()
    with database.writing(shelf.engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'later'")

    drain.begin(0)
    with pytest.raises(StoreNotReady):
        extract(desk, [article])

    found = shelf.get(article)
    assert (found.state, found.attempts, reader.read) == (State.QUEUED, 0, [])
