"""Where a bench takes place: an empty store of its own, and processes that end with it."""

import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from dateline import settings
from dateline.queue import broker
from dateline.settings import Settings
from dateline.store import database

TICKS = os.sysconf("SC_CLK_TCK")
PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


@contextmanager
def store(address: str | None, **changes: object) -> Iterator[Settings]:
    """Settings of an empty store, up to date, and of a broker that is not started yet.

    It is on SQLite, or on the PostgreSQL server of this address.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        own = stack.enter_context(_database(address)) if address else None
        chosen = settings.load(
            data=folder, database_url=own, redis_url=broker.embedded(folder).url, **changes
        )
        engine = database.open(chosen.database)
        database.migrate(engine)
        engine.dispose()
        yield chosen


@contextmanager
def running(chosen: Settings, *commands: Sequence[str]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """These processes with these settings, what they say in files of the data folder."""
    with ExitStack() as stack:
        yield [stack.enter_context(_process(chosen, command)) for command in commands]


def python(*arguments: str) -> tuple[str, ...]:
    """A command of this very Python."""
    return (sys.executable, *arguments)


def cpu_seconds(process: int) -> float:
    """The processor time that a process has taken so far; on Linux."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mib(process: int) -> float:
    """What a process holds in memory, what it shares included; on Linux."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_MIB


def children(process: int) -> list[int]:
    """The processes that this one has started."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in found.split()]


@contextmanager
def _database(address: str) -> Iterator[str]:
    name = f"dateline_bench_{uuid.uuid4().hex[:12]}"
    server = create_engine(
        settings.load(database_url=address).database, isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(address).set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@contextmanager
def _process(chosen: Settings, command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    log = chosen.data / f"{uuid.uuid4().hex}.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, env=os.environ | chosen.environment(), stdout=said, stderr=subprocess.STDOUT
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
