"""Stores of the bench's own, and the stages through which they grow."""

import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from bench.timeline import filling, superseding
from sqlalchemy import create_engine, make_url, text

from dateline import settings
from dateline.settings import Settings
from dateline.store import database


@dataclass(frozen=True, slots=True)
class Stage:
    """A store that has grown to so many events, all of them read again so many times."""

    events: int
    grown_from: int
    reprocessed: int = 0

    @property
    def name(self) -> str:
        """The stage in a word or two."""
        again = f", reprocessed {self.reprocessed} times" if self.reprocessed else ""
        return f"{self.events:,}{again}"


def planned(sizes: Sequence[int], reprocess: int) -> Iterator[Stage]:
    """The stages through which a store grows, and is then read again."""
    for before, size in pairwise((0, *sorted(sizes))):
        yield Stage(size, before)
    if reprocess:
        yield Stage(max(sizes), max(sizes), reprocess)


def prepare(stores: Sequence[Settings], stage: Stage) -> None:
    """Bring all stores to the stage, at the same time."""
    began = time.monotonic()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        list(pool.map(partial(_reach, stage), [chosen.database for chosen in stores]))
    print(f"\n{stage.name} events are there after {time.monotonic() - began:.0f} s", flush=True)


def _reach(stage: Stage, url: str) -> None:
    engine = database.open(url)
    database.migrate(engine)
    filling.fill(engine, stage.events, stage.grown_from)
    for nth in range(1, stage.reprocessed + 1):
        superseding.supersede(engine, stage.events, nth)
    if engine.dialect.name == "postgresql":
        # What the server does by itself while nobody asks.
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()


@contextmanager
def store(address: str, folder: Path) -> Iterator[Settings]:
    """Settings of an empty store of the bench's own."""
    if address == "sqlite":
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
