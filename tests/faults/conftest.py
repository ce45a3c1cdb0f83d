import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from tests.databases import empty_store, postgres_database
from tests.faults.clock import Clock
from tests.faults.processes import Fork, Process, execute

from dateline import settings
from dateline.cli import serve
from dateline.model.article import Article, Draft, Publication, State
from dateline.queue import broker
from dateline.settings import Settings
from dateline.store import articles, database, events
from dateline.store.instant import Instant

PATIENCE = 180.0
SCRIPTED = Path(__file__).parent / "scripted.py"
ROOT = Path(__file__).parents[2]
ROOMS = ("schemas", "services", "workers")
NDJSON = {"content-type": "application/x-ndjson"}
POSTED = {"published_at": "2025-02-26", "language": "en"}
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


def python_path(code: Path) -> dict[str, str]:
    """What makes Python take our rooms from this folder."""
    return {"PYTHONPATH": os.pathsep.join(str(code / room) for room in ROOMS)}


class House:
    """A Dateline of real processes: broker, relay, workers, on a store of its own."""

    def __init__(
        self, chosen: Settings, server: broker.Server, folder: Path, clock: Clock | None
    ) -> None:
        self.settings = chosen
        self.server = server
        self.folder = folder
        self.clock = clock
        self.engine = empty_store(chosen.database)
        self.processes: list[Process] = []
        self.workers: list[Process] = []
        self.reads: tuple[str, ...] = ()

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
        worker = self.start(str(SCRIPTED), str(self.log), *self.reads)
        self.workers.append(worker)
        return worker

    def start_worker_of(self, code: Path) -> Process:
        """A worker of other code than this, from the folder that it lies in."""
        program = str(code / SCRIPTED.relative_to(ROOT))
        worker = self._execute((program, str(self.log), *self.reads), python_path(code))
        self.workers.append(worker)
        return worker

    def start_api(self) -> None:
        self.api = self.start("-m", "dateline.cli", "api")
        wait_for(lambda: self.ask("/healthz") is not None)

    def kill(self, process: Process) -> None:
        process.kill()
        process.wait()

    def start(self, *arguments: str) -> Process:
        """A Python program, or a module after `-m`."""
        if self.clock:
            return self._execute(arguments, {})
        environment = self.settings.environment()
        return self._keep(Fork(arguments, environment, self.folder, self._new_log()))

    def kill_reader(self, number: int) -> None:
        """kill -9 to a process of one of our workers, if it is still that."""
        asked = subprocess.run(
            ["ps", "-o", "ppid=", "-p", str(number)], capture_output=True, text=True, check=False
        )
        if asked.stdout.strip() in {str(worker.pid) for worker in self.workers}:
            os.kill(number, signal.SIGKILL)

    def said(self, process: Process) -> str:
        """What the process has logged so far."""
        return self._log_of(self.processes.index(process)).read_text()

    def alive(self) -> list[int]:
        """The processes that are at work for us, and those that these have forked."""
        ours = {process.pid for process in self.processes if process.poll() is None}
        asked = subprocess.run(
            ["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
        )
        pairs = [tuple(map(int, line.split())) for line in asked.stdout.splitlines()]
        return [*ours, *(number for number, parent in pairs if parent in ours)]

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

    def submit(self, *scripts: str) -> list[str]:
        """One article a script, posted over HTTP until each is answered for; their ids."""
        posts = [{"text": script, "external_id": uuid.uuid4().hex, **POSTED} for script in scripts]
        answers: list[dict[str, Any]] = []

        def answered() -> bool:
            answers[:] = self.send(posts)
            return len(answers) == len(posts) and all("article" in one for one in answers)

        wait_for(answered)
        return [answer["article"]["id"] for answer in answers]

    def send(self, posts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """What a bulk post is answered, line by line; nothing where it is not taken."""
        lines = (json.dumps(post).encode() + b"\n" for post in posts)
        try:
            answer = httpx.post(
                f"{self.address}/v1/articles/batch", content=lines, headers=NDJSON, timeout=PATIENCE
            )
        except httpx.TransportError:
            return []
        if not answer.is_success:
            return []
        return [json.loads(line) for line in answer.text.splitlines()]

    def ask(self, path: str) -> Any:
        """What the API says there; None where it says nothing."""
        try:
            return httpx.get(f"{self.address}{path}", timeout=PATIENCE).json()
        except httpx.TransportError:
            return None

    @property
    def address(self) -> str:
        """Where the API answers."""
        return f"http://127.0.0.1:{self.settings.port}"

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

    def dead(self) -> set[str]:
        """The articles that were given up."""
        with database.reading(self.engine) as connection:
            given_up = text("SELECT id FROM articles WHERE state = 'failed'")
            return set(connection.scalars(given_up))

    def count(self, what: str) -> int:
        """How many rows a table has."""
        with database.reading(self.engine) as connection:
            return int(connection.scalar(text(f"SELECT count(*) FROM {what}")) or 0)

    def timeline(self) -> int:
        """How many events there are in all."""
        return self.count("events")

    def tallies(self) -> dict[str, int]:
        """How many events each article has that has any."""
        with database.reading(self.engine) as connection:
            rows = connection.execute(
                text("SELECT article_id, count(*) AS told FROM events GROUP BY article_id")
            )
            return {row.article_id: row.told for row in rows}

    def unsettled(self) -> int:
        """How many articles are neither done nor given up."""
        return self.count("articles WHERE state NOT IN ('done', 'failed')")

    def leased_until(self, article_id: str) -> datetime:
        """Until when the claim on the article holds, by the store's clock."""
        held = text("SELECT lease_until FROM articles WHERE id = :id").columns(lease_until=Instant)
        with database.reading(self.engine) as connection:
            until: datetime = connection.execute(held, {"id": article_id}).scalar_one()
        return until

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

    def _execute(self, arguments: Sequence[str], environment: Mapping[str, str]) -> Process:
        """A Python program in an environment of its own, by our clock."""
        command: Sequence[str] = (sys.executable, *arguments)
        whole = self.settings.environment() | dict(environment)
        if self.clock:
            command, whole = self.clock.python(arguments), whole | self.clock.environment
        return self._keep(execute(command, whole, self.folder, self._new_log()))

    def _keep(self, process: Process) -> Process:
        self.processes.append(process)
        return process

    def _new_log(self) -> Path:
        return self._log_of(len(self.processes))

    def _log_of(self, number: int) -> Path:
        return self.folder / f"process-{number}.log"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Where the store is: None for the embedded one."""
    if request.param == "sqlite":
        yield None
        return
    with postgres_database() as url:
        yield url


@pytest.fixture
def clock() -> Clock | None:
    """By which clock the processes go: None for the real one."""
    return None


@pytest.fixture
def server(tmp_path: Path) -> broker.Server:
    """The broker: what the machine has, or the bundled one."""
    return broker.embedded(tmp_path)


@pytest.fixture
def limits() -> dict[str, object]:
    """What a test changes in the limits of its house."""
    return {}


@pytest.fixture
def house(
    address: str | None,
    server: broker.Server,
    clock: Clock | None,
    tmp_path: Path,
    limits: dict[str, object],
) -> Iterator[House]:
    """A house with a broker and a relay, and no worker yet."""
    place = {"data": tmp_path, "database_url": address, "redis_url": server.url}
    place["port"] = serve.free_port("127.0.0.1", 0)
    chosen = settings.load(**{**place, **LIMITS, **limits})
    found = House(chosen, server, tmp_path, clock)
    found.open()
    yield found
    found.close()
