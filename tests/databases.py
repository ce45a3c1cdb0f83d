"""Databases for tests: each has a store, a database or a whole cluster of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, create_engine, text

from dateline.store import database

SERVER = os.environ.get(
    "DATELINE_TEST_POSTGRES", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
)
# Debian keeps what a server needs off the PATH.
DEBIAN = "/usr/lib/postgresql"
TRIES = 20


def empty_store(url: str) -> Engine:
    """A store at this address, empty and up to date; on SQLite, a copy of one made before."""
    engine = database.open(url)
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and not Path(file).exists():
        Path(file).write_bytes(_empty_store())
    else:
        database.migrate(engine)
    return engine


@cache
def _empty_store() -> bytes:
    """The file of a store that was just made: all migrations take longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        engine = database.open(f"sqlite:///{file}")
        database.migrate(engine)
        engine.dispose()
        return file.read_bytes()


@contextmanager
def postgres_database() -> Iterator[str]:
    """The address of an empty database, dropped afterwards."""
    name = f"dateline_test_{uuid.uuid4().hex[:12]}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield server.url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


def postgres_programs() -> Path | None:
    """The folder of initdb and its like; None where there is none."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    return next((path.parent for path in sorted(Path(DEBIAN).glob("*/bin/initdb"))), None)


class Cluster:
    """A PostgreSQL server of the test's own, on its own port and folder."""

    def __init__(self, programs: Path, folder: Path, environment: Mapping[str, str]) -> None:
        self.programs = programs
        self.folder = folder
        self.environment = environment
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._run("initdb", "--auth=trust", "--username=postgres", "--no-sync")

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        where = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        log = self.folder / "log"
        for _ in range(TRIES):
            try:
                return self._run("pg_ctl", "start", "-w", "-t", "600", "-o", where, "-l", str(log))
            except subprocess.CalledProcessError:
                # What is left of the server before may still hold its memory or its port.
                time.sleep(1)
        raise RuntimeError(log.read_text()[-2000:])

    def stop(self) -> None:
        """As if its plug were pulled."""
        self._run("pg_ctl", "stop", "-m", "immediate")

    def _run(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root.
        user = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
        command = (*user, self.programs / program, "-D", self.folder / "data", *arguments)
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            env=os.environ | self.environment,
        )


@contextmanager
def postgres_cluster(
    programs: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Cluster]:
    """A server that runs, in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-test-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        cluster = Cluster(programs, folder, environment or {})
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
