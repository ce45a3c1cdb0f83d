"""What a question to the timeline costs, beside the reading of 50 events by their ids.

    python bench/timeline.py [--events 100000] [--reprocess 0] [--calls 1000] [--http 200]
                             [--clock wall|cpu] [--database postgresql://...]

The store is filled with invented events and removed afterwards; on SQLite where no `--database`
names a server. Each kind of question is asked so many times, each time beside a look-up, so that
both meet the same noise: `x p50` and `x p99` are how many times the look-up's it takes. What is
timed are SQL and the making of objects. `http` is the whole answer, by the application in this
process (ASGI): validation, JSON and all, but no network. Where others use the machine as well,
`--clock cpu` counts what this process worked, which on SQLite is all the work there is.
"""

import argparse
import logging
import random
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import invented
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import Connection, Engine, create_engine, make_url, select, text

from dateline import settings
from dateline.api import app
from dateline.settings import Settings
from dateline.store import database, timeline
from dateline.store.tables import events
from dateline.wire.timeline import TimelineQuery

PAGE = 50
CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}
ASKED_FOR = 30
YEARS = (date(2015, 6, 1), date(2024, 6, 1))

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: its parameters, drawn anew each time it is asked."""

    name: str
    draw: Callable[[random.Random], Parameters]


@dataclass(frozen=True, slots=True)
class Times:
    """How long one kind of thing took, call by call, in seconds."""

    taken: Sequence[float]

    def at(self, part: float) -> float:
        """The time within which this part of the calls was done, in milliseconds."""
        in_order = sorted(self.taken)
        return 1000 * in_order[min(int(len(in_order) * part), len(in_order) - 1)]


def window(days: int, **asked: Any) -> Callable[[random.Random], Parameters]:
    """A question within so many days, somewhere in the years that are told of."""

    def draw(chance: random.Random) -> Parameters:
        first = YEARS[0] + timedelta(chance.randrange((YEARS[1] - YEARS[0]).days))
        return asked | {"from": str(first), "to": str(first + timedelta(days - 1))}

    return draw


def always(**asked: Any) -> Callable[[random.Random], Parameters]:
    """The same question each time."""
    return lambda _: asked


def words() -> Iterator[Kind]:
    """The words that are planted, within a week and of all time."""
    for word, part in invented.PLANTED.items():
        yield Kind(f"word in {part:.2%}, 7 days", window(7, q=word))
        yield Kind(f"word in {part:.2%}, all time", always(q=word))


HOTTEST = [invented.HOTTEST]
KINDS = (
    Kind("hottest, 30 days", window(30, entity=HOTTEST)),
    Kind("hottest, 30 days, backwards", window(30, entity=HOTTEST, order="desc")),
    Kind("hottest, all time", always(entity=HOTTEST)),
    Kind("hottest as speaker, 30 days", window(30, speaker=HOTTEST)),
    Kind("seldom named, all time", always(entity=["Person Number15000"])),
    Kind("everything, 30 days", window(30)),
    Kind("everything and undated, 7 days", window(7, undated="include")),
    Kind("hottest, rare status", always(entity=HOTTEST, status=[invented.RARE_STATUS.value])),
    Kind("hottest, rare type", always(entity=HOTTEST, type=[invented.RARE_TYPE])),
    Kind("hottest, rare source", always(entity=HOTTEST, source=[invented.RARE_SOURCE])),
    Kind("two hot, often together", always(entity=[invented.HOTTEST, invented.HOT])),
    Kind("two hot, 50 together", always(entity=[invented.HOTTEST, invented.APART])),
    Kind("two hot speakers", always(speaker=[invented.HOTTEST, invented.APART])),
    Kind("hottest, frequent word", always(entity=HOTTEST, q="frequent")),
    *words(),
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A store with so many events, the application on it, and how often each kind is asked."""

    engine: Engine
    client: TestClient
    events: int
    calls: int
    http: int
    clock: Callable[[], float]


def main() -> None:
    """Fill a store, measure, print, and remove the store."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--events", type=int, default=100_000)
    asked.add_argument("--reprocess", type=int, default=0)
    asked.add_argument("--calls", type=int, default=1000)
    asked.add_argument("--http", type=int, default=200)
    asked.add_argument("--clock", choices=CLOCKS, default="wall")
    asked.add_argument("--database")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, _store(given.database, Path(folder)) as chosen:
        engine = database.open(chosen.database)
        database.migrate(engine)
        invented.fill(engine, given.events)
        for nth in range(1, given.reprocess + 1):
            invented.reprocess(engine, given.events, nth)
        settle(engine)
        measure(engine, chosen, given)
        engine.dispose()


def settle(engine: Engine) -> None:
    """Do what a server does by itself while nobody asks."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))


def measure(engine: Engine, chosen: Settings, given: argparse.Namespace) -> None:
    """Print a line for each kind of question."""
    # A line of the log for each request would be timed with it.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    print(f"{engine.dialect.name}, {given.events:,} events, reprocessed {given.reprocess} times;")
    print(f"{given.calls} calls each, in milliseconds")
    print(f"{'':34}     p50     p99   x p50   x p99 | http p50     p99 | rows")
    with TestClient(app.create(chosen)) as client:
        bench = Bench(engine, client, given.events, given.calls, given.http, CLOCKS[given.clock])
        for kind in KINDS:
            print(_line(bench, kind), flush=True)


def _line(bench: Bench, kind: Kind) -> str:
    chance = random.Random(kind.name)
    with database.reading(bench.engine) as connection:
        for _ in range(ASKED_FOR):
            _ask(connection, _query(kind.draw(chance)))
        looked, asked, rows = _beside(bench, connection, kind, chance)
    served = _served(bench, kind, chance)
    return (
        f"{kind.name:34} {asked.at(0.5):7.2f} {asked.at(0.99):7.2f}"
        f" {asked.at(0.5) / looked.at(0.5):7.1f} {asked.at(0.99) / looked.at(0.99):7.1f}"
        f" | {served.at(0.5):8.2f} {served.at(0.99):7.2f} | {rows:.0f}"
    )


def _beside(
    bench: Bench, connection: Connection, kind: Kind, chance: random.Random
) -> tuple[Times, Times, float]:
    """The times of look-ups and those of the questions, in turns, and how many rows they gave."""
    looked, asked, rows = [], [], 0
    for _ in range(bench.calls):
        ids = [f"e{chance.randrange(bench.events):020x}" for _ in range(PAGE)]
        question = _query(kind.draw(chance))
        looked.append(_timed(bench, _look_up, connection, ids)[0])
        took, found = _timed(bench, _ask, connection, question)
        asked.append(took)
        rows += found
    return Times(looked), Times(asked), rows / bench.calls


def _ask(connection: Connection, query: TimelineQuery) -> int:
    return len(timeline.within(connection, query).entries)


def _look_up(connection: Connection, ids: Sequence[str]) -> int:
    found = select(events).where(events.c.id.in_(ids), events.c.valid_to.is_(None))
    return len(connection.execute(found).all())


def _timed(bench: Bench, work: Callable[..., int], *given: object) -> tuple[float, int]:
    began = bench.clock()
    done = work(*given)
    return bench.clock() - began, done


def _served(bench: Bench, kind: Kind, chance: random.Random) -> Times:
    def get(asked: Parameters) -> int:
        answer = bench.client.get("/v1/timeline", params=asked)
        return answer.raise_for_status().status_code

    return Times([_timed(bench, get, kind.draw(chance))[0] for _ in range(bench.http)])


def _query(asked: Parameters) -> TimelineQuery:
    return TimelineQuery.model_validate(asked | {"limit": PAGE})


@contextmanager
def _store(address: str | None, folder: Path) -> Iterator[Settings]:
    """Settings of an empty store of the bench's own."""
    if address is None:
        yield settings.load(data=folder, database_url=None)
        return
    name = f"dateline_bench_{uuid.uuid4().hex[:12]}"
    server = create_engine(
        settings.load(database_url=address).database, isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    own = make_url(address).set(database=name).render_as_string(hide_password=False)
    try:
        yield settings.load(data=folder, database_url=own)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


if __name__ == "__main__":
    main()
