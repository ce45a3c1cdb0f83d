"""Measures how long questions take, each beside the reading of 50 events by their ids."""

import gc
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from bench.timeline import invented, questions
from bench.timeline.questions import PAGE, Chance, Kind, Question
from fastapi.testclient import TestClient
from sqlalchemy import Connection, Engine, func, select

from dateline.api import app
from dateline.settings import Settings
from dateline.store import database
from dateline.store.tables import changes, events

ASKED_BEFORE = 30
AT_LEAST = 30
MOMENTS = 200

Clock = Callable[[], float]


def wall(_: Connection) -> Clock:
    """A clock that everybody lives by."""
    return time.perf_counter


def cpu(connection: Connection) -> Clock:
    """A clock of the work that is done, here and by a server on this machine (Linux)."""
    if connection.dialect.name == "sqlite":
        return time.process_time
    server = connection.scalar(select(func.pg_backend_pid()))
    worked = Path(f"/proc/{server}/schedstat")
    return lambda: time.process_time() + int(worked.read_text().split()[0]) / 1e9


CLOCKS = {"wall": wall, "cpu": cpu}


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each kind is asked of the store and over HTTP, for how many seconds at most."""

    calls: int
    http: int
    seconds: float
    clock: Callable[[Connection], Clock]


@dataclass(frozen=True, slots=True)
class Times:
    """How long one kind of thing took, call by call, in seconds."""

    taken: Sequence[float]

    def at(self, part: float) -> float:
        """The time within which this part of the calls was done, in milliseconds."""
        in_order = sorted(self.taken)
        return 1000 * in_order[min(int(len(in_order) * part), len(in_order) - 1)]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one kind of question took in one store, and the look-ups beside it."""

    kind: str
    looked: Times
    asked: Times
    served: Times
    rows: float

    @property
    def by_p99(self) -> float:
        """How many times the p99 of a look-up its p99 is."""
        return self.asked.at(0.99) / self.looked.at(0.99)

    @property
    def by_p50(self) -> float:
        """How many times the p50 of a look-up its p99 is."""
        return self.asked.at(0.99) / self.looked.at(0.5)


def measure(
    engine: Engine, settings: Settings, count: int, effort: Effort, only: str = ""
) -> Iterator[Measured]:
    """Ask every kind of question of a store with so many events."""
    # A line of the log for each request would be timed with it.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    # Nor is what the filling has left in memory looked through again and again in between.
    gc.collect()
    gc.freeze()
    past = _past(engine)
    with TestClient(app.create(settings)) as client:
        for kind in questions.kinds():
            if only in kind.name:
                chance = Chance(random.Random(kind.name), count, past)
                looked, asked, rows = _beside(engine, kind, chance, effort)
                yield Measured(
                    kind.name, looked, asked, _served(client, kind, chance, effort), rows
                )


def _past(engine: Engine) -> Sequence[tuple[int, datetime]]:
    """Some instants of the past, and the number of the last change that was known at each."""
    last = func.max(changes.c.seq).label("last")
    with database.reading(engine) as connection:
        known = connection.execute(select(changes.c.at, last).group_by(changes.c.at).order_by(last))
        moments = [(row.last, row.at) for row in known]
    return moments[:: -(-len(moments) // MOMENTS)]


def _beside(
    engine: Engine, kind: Kind, chance: Chance, effort: Effort
) -> tuple[Times, Times, float]:
    """The times of look-ups and those of the questions, in turns, and how many rows they gave."""
    looked: list[float] = []
    asked: list[float] = []
    rows = 0
    with database.reading(engine) as connection:
        clock = effort.clock(connection)
        for _ in range(ASKED_BEFORE):
            _look_up(connection, _ids(chance))
        while _goes_on(asked, effort.calls, effort):
            looked.append(_timed(clock, _look_up, connection, _ids(chance))[0])
            took, found = _timed(clock, kind.draw(chance).ask, connection)
            asked.append(took)
            rows += found
    return Times(looked), Times(asked), rows / len(asked)


def _served(client: TestClient, kind: Kind, chance: Chance, effort: Effort) -> Times:
    taken: list[float] = []
    while _goes_on(taken, effort.http, effort):
        taken.append(_timed(time.perf_counter, _get, client, kind.draw(chance))[0])
    return Times(taken)


def _goes_on(taken: Sequence[float], most: int, effort: Effort) -> bool:
    """Whether to ask once more."""
    return len(taken) < most and (len(taken) < AT_LEAST or sum(taken) < effort.seconds)


def _ids(chance: Chance) -> Sequence[str]:
    return [invented.event_id(chance.random.randrange(chance.events)) for _ in range(PAGE)]


def _look_up(connection: Connection, ids: Sequence[str]) -> int:
    found = select(events).where(events.c.id.in_(ids), events.c.valid_to.is_(None))
    return len(connection.execute(found).all())


def _get(client: TestClient, question: Question) -> int:
    return client.get(question.path, params=question.parameters).raise_for_status().status_code


def _timed(clock: Clock, work: Callable[..., int], *given: object) -> tuple[float, int]:
    began = clock()
    done = work(*given)
    return clock() - began, done
