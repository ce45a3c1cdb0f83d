import os
import signal
import subprocess
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.databases import postgres_database
from tests.faults.processes import Fork, Process, execute

from dateline import settings
from dateline.model.article import Article, Draft, Publication, State
from dateline.queue import broker
from dateline.settings import Settings
from dateline.store import articles, database, events

PATIENCE = 90.0
HERE = Path(__file__).parent
DRAFT = Draft("nap 0", Publication(date(2025, 2, 26), None, "2025-02-26"), "en")
SETTLED = (State.DONE, State.FAILED)
LIMITS = {
    "soft_limit": 0.6,
    "hard_limit": 1,
    "lease": 1.5,
    "poll": 0.1,
    "patience": 3,
    "backoff": 0.2,
    "max_attempts": 2,
    "drain": 1,
    "concurrency": 1,
}


def wait_for(truth: Callable[[], bool], pause: float = 0.05, patience: float = PATIENCE) -> None:
    """Wait until it is true, on the slowest of machines."""
    began = time.monotonic()
    while not truth():
        assert time.monotonic() - began < patience, "waited in vain"
        time.sleep(pause)


class House:
    """A Dateline of real processes: broker, relay, workers, on a store of its own."""

    def __init__(self, chosen: Settings, server: broker.Server, folder: Path) -> None:
        self.settings = chosen
        self.server = server
        self.folder = folder
        self.engine = database.open(chosen.database)
        self.processes: list[Process] = []
        self.workers: list[Process] = []
        self.reads: tuple[str, ...] = ()
        database.migrate(self.engine)

    def open(self) -> None:
        """Start the broker and a relay."""
        self.start_broker()
        self.start_relay()

    def start_broker(self) -> None:
        self.broker = self._keep(execute(self.server.command, {}, self.folder, self._new_log()))
        wait_for(lambda: broker.answers(self.server.url))

    def start_relay(self) -> None:
        self.relay = self.start("-m", "dateline.queue")

    def start_worker(self) -> Process:
        worker = self.start(str(HERE / "scripted.py"), str(self.log), *self.reads)
        self.workers.append(worker)
        return worker

    def kill(self, process: Process) -> None:
        process.kill()
        process.wait()

    def start(self, *arguments: str) -> Process:
        environment = self.settings.environment()
        return self._keep(Fork(arguments, environment, self.folder, self._new_log()))

    def kill_reader(self, number: int) -> None:
        """kill -9 to a process of one of our workers, if it is still that."""
        asked = subprocess.run(
            ["ps", "-o", "ppid=", "-p", str(number)], capture_output=True, text=True, check=False
        )
        if asked.stdout.strip() in {str(worker.pid) for worker in self.workers}:
            os.kill(number, signal.SIGKILL)

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait()
        self.engine.dispose()

    def post(self, *scripts: str) -> list[str]:
        """One article a script; their ids."""
        with database.writing(self.engine) as connection:
            return [
                articles.add(
                    connection, replace(DRAFT, text=script, external_id=uuid.uuid4().hex)
                ).id
                for script in scripts
            ]

    def settle(self, ids: Sequence[str]) -> None:
        """Wait until each of the articles is done or given up."""
        wait_for(lambda: all(a.state in SETTLED for a in self.found(ids)))

    def found(self, ids: Sequence[str]) -> list[Article]:
        with database.reading(self.engine) as connection:
            return [articles.get(connection, id) for id in ids]

    def states(self, ids: Sequence[str]) -> Counter[State]:
        return Counter(article.state for article in self.found(ids))

    def events(self, article_id: str) -> int:
        with database.reading(self.engine) as connection:
            found = events.annotations(connection, article_id)
        return len(found.events) if found else 0

    def timeline(self) -> int:
        """How many events there are in all."""
        with database.reading(self.engine) as connection:
            return int(connection.execute(text("SELECT count(*) FROM events")).scalar_one())

    def tallies(self) -> dict[str, int]:
        """How many events each article has that has any."""
        with database.reading(self.engine) as connection:
            rows = connection.execute(
                text("SELECT article_id, count(*) AS told FROM events GROUP BY article_id")
            )
            return {row.article_id: row.told for row in rows}

    def unsettled(self) -> int:
        """How many articles are neither done nor given up."""
        waiting = "SELECT count(*) FROM articles WHERE state NOT IN ('done', 'failed')"
        with database.reading(self.engine) as connection:
            return int(connection.execute(text(waiting)).scalar_one())

    def begun(self, article_id: str) -> list[int]:
        """The processes that began to read the article."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        pairs = [line.split() for line in lines]
        return [int(process) for article, process in pairs if article == article_id]

    def reading(self, article_id: str) -> int:
        """The process that reads the article, as soon as there is one."""
        wait_for(lambda: bool(self.begun(article_id)))
        return self.begun(article_id)[-1]

    @property
    def log(self) -> Path:
        return self.folder / "readings"

    def _keep(self, process: Process) -> Process:
        self.processes.append(process)
        return process

    def _new_log(self) -> Path:
        return self.folder / f"process-{len(self.processes)}.log"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Where the store is: None for the embedded one."""
    if request.param == "sqlite":
        yield None
        return
    with postgres_database() as url:
        yield url


@pytest.fixture
def limits() -> dict[str, object]:
    """What a test changes in the limits of its house."""
    return {}


@pytest.fixture
def house(address: str | None, tmp_path: Path, limits: dict[str, object]) -> Iterator[House]:
    """A house with a broker and a relay, and no worker yet."""
    server = broker.embedded(tmp_path)
    place = {"data": tmp_path, "database_url": address, "redis_url": server.url}
    chosen = settings.load(**{**place, **LIMITS, **limits})
    found = House(chosen, server, tmp_path)
    found.open()
    yield found
    found.close()
