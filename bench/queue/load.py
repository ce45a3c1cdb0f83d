"""Two hundred scrapers at once on a service of its own, and what becomes of their articles.

    python bench/queue/load.py [--seconds 300] [--scrapers 200] [--real] [--database postgresql://...]

The service is a broker, the API, a relay and a worker of two processes whose reader reads nothing,
or with `--real` reads. The scrapers post as fast as they are answered: new articles, now and then
one of their own again, now and then a batch. It ends with an error where any answer was one but
429 and 503 with `Retry-After`, where an accepted article is neither done nor dead ten minutes
after the last post, or where a process went on growing.
"""

import argparse
import asyncio
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import mean

import httpx
from pipeline import Nothing
from place import children, memory_mib, python, running, store
from scraping import Tally, scrape
from sqlalchemy import Engine, text

from dateline import settings
from dateline.cli.serve import free_port
from dateline.queue import broker
from dateline.settings import Settings
from dateline.store import database
from dateline.worker import serving

SETTLE_SECONDS = 600.0
# What waits longer than this makes the API send scrapers away for a while.
BACKLOG_SECONDS = 60.0
READY_SECONDS = 60.0
SAMPLE_SECONDS = 1.0
SETTLED = ("done", "failed")
# What a process may hold more in the last quarter than in the first, in which it warms up.
GROWTH = 1.1
GROWTH_MIB = 10.0


def main() -> None:
    """Load the service, and say how it bore it."""
    if sys.argv[1:] == ["worker"]:
        serving.work(settings.load(), Nothing())
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--scrapers", type=int, default=200)
    asked.add_argument("--real", action="store_true", help="read the articles")
    asked.add_argument("--database", help="a PostgreSQL server; without it, SQLite")
    given = asked.parse_args()
    port = free_port("127.0.0.1", 0)
    with store(given.database, port=port, max_backlog=BACKLOG_SECONDS) as chosen:
        commands = {
            "broker": broker.embedded(chosen.data).command,
            "api": python("-m", "dateline.cli", "api"),
            "relay": python("-m", "dateline.queue"),
            "worker": python("-m", "dateline.worker") if given.real else python(__file__, "worker"),
        }
        with running(chosen, *commands.values()) as processes:
            watch = Watch(dict(zip(commands, (each.pid for each in processes), strict=True)))
            address = f"http://{chosen.host}:{chosen.port}"
            _await_ready(address)
            with watch:
                tally = asyncio.run(scrape(address, given.scrapers, given.seconds))
            left, took = _settle(chosen, tally)
    _report(tally, given.seconds, left, took)
    faults = [*_faults(tally, left), *watch.report()]
    for fault in faults:
        print("FAULT:", fault)
    sys.exit(bool(faults))


class Watch(threading.Thread):
    """What each process holds in memory, sample by sample; of the pool's the largest."""

    def __init__(self, roles: Mapping[str, int]) -> None:
        super().__init__(daemon=True)
        self.roles = roles
        self.samples: defaultdict[str, list[float]] = defaultdict(list)
        self.over = threading.Event()

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()

    def run(self) -> None:
        """Sample until it is over."""
        while not self.over.wait(SAMPLE_SECONDS):
            for role, process in self.roles.items():
                self.samples[role].append(memory_mib(process))
            pool = children(self.roles["worker"])
            self.samples["pool"].append(max(map(_memory, pool), default=0.0))

    def report(self) -> Iterator[str]:
        """Print the first and the last quarter of each; complaints about those that grew."""
        for role, samples in self.samples.items():
            quarter = max(1, len(samples) // 4)
            first, last = mean(samples[:quarter]), mean(samples[-quarter:])
            print(f"  {role:8} {first:7.1f} MiB in the first quarter, {last:7.1f} in the last")
            if last > first * GROWTH and last > first + GROWTH_MIB:
                yield f"{role} grew from {first:.1f} to {last:.1f} MiB"


def _memory(process: int) -> float:
    try:
        return memory_mib(process)
    except OSError:  # it has ended since it was listed
        return 0.0


def _await_ready(address: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            if httpx.get(f"{address}/readyz").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("the service does not answer")


def _settle(chosen: Settings, tally: Tally) -> tuple[Counter[str], float]:
    """The states of what was accepted, and how long it took until all was done or dead."""
    began = time.monotonic()
    engine = database.open(chosen.database)
    states = _states(engine, tally)
    while set(states) - set(SETTLED) and time.monotonic() - began < SETTLE_SECONDS:
        time.sleep(1)
        states = _states(engine, tally)
    engine.dispose()
    return states, time.monotonic() - began


def _states(engine: Engine, tally: Tally) -> Counter[str]:
    with database.reading(engine) as connection:
        rows = connection.execute(text("SELECT id, state FROM articles"))
        found = {row.id: str(row.state) for row in rows}
    return Counter(found.get(id_, "lost") for id_ in tally.accepted)


def _report(tally: Tally, seconds: float, states: Mapping[str, int], took: float) -> None:
    count = len(tally.accepted)
    print(f"answers in {seconds:g} s, by status: {dict(sorted(tally.statuses.items()))}")
    print(f"{count:,} articles, {count / seconds:,.0f} a second: {dict(states)}")
    print(f"{took:.0f} s after the last post")


def _faults(tally: Tally, states: Mapping[str, int]) -> Sequence[str]:
    unsettled = {state: n for state, n in states.items() if state not in SETTLED}
    errors = (
        [f"{len(tally.errors)} answers in error, so {tally.errors[:5]}"] if tally.errors else []
    )
    return errors + ([f"not settled: {unsettled}"] if unsettled else [])


if __name__ == "__main__":
    main()
