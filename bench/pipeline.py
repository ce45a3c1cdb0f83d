"""What the queue costs: from accepted rows to finished ones, with a reader that reads nothing.

    python bench/pipeline.py [--articles 20000] [--database postgresql://...]

First one process runs the same claims and finishes in the same chunks, without a queue; then the
relay, a private broker and two worker processes do it. Without `--database`, on SQLite.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text

from dateline import settings
from dateline.model.article import Annotations, Draft, Publication
from dateline.queue import broker
from dateline.queue.relay import chunks
from dateline.settings import Settings
from dateline.store import articles, claims, database, events
from dateline.worker import serving

DRAFT = Draft("The council met on Monday. " * 20, Publication(date(2025, 2, 26), None, ""), "en")
NOTHING = Annotations("nothing")
BATCH = 1000


class Nothing:
    """A reader that reads nothing."""

    name = "nothing"

    def extract(self, article_id: str, draft: Draft) -> Annotations:  # noqa: ARG002 - a reader's
        """Nothing."""
        return NOTHING


def main() -> None:
    """Measure, and print articles a second."""
    if sys.argv[1:] == ["worker"]:
        serving.work(settings.load(), Nothing())
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=20_000)
    asked.add_argument("--database")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in (("without a queue", _bare), ("through the queue", _piped)):
            with _store(given.database, Path(folder) / name.replace(" ", "-")) as chosen:
                took = measure(chosen, given.articles)
            print(f"{name}: {given.articles / took:,.0f} articles/s")


@contextmanager
def _store(address: str | None, folder: Path) -> Iterator[Settings]:
    """Settings of an empty store, and of a broker that is not started yet."""
    url = broker.embedded(folder).url
    if address is None:
        yield settings.load(data=folder, database_url=None, redis_url=url, soft_limit=5)
        return
    name = f"dateline_bench_{uuid.uuid4().hex[:12]}"
    server = create_engine(
        settings.load(database_url=address).database, isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    own = make_url(address).set(database=name).render_as_string(hide_password=False)
    yield settings.load(data=folder, database_url=own, redis_url=url)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def _filled(chosen: Settings, count: int) -> Engine:
    """The store with so many articles waiting."""
    engine = database.open(chosen.database)
    database.migrate(engine)
    for first in range(0, count, BATCH):
        with database.writing(engine) as connection:
            for number in range(first, min(first + BATCH, count)):
                articles.add(connection, replace(DRAFT, external_id=str(number)))
    return engine


def _bare(chosen: Settings, count: int) -> float:
    """Seconds for one process that claims and finishes by itself."""
    engine = _filled(chosen, count)
    with database.reading(engine) as connection:
        due = articles.due(connection, count, 60, "bench")
    began = time.perf_counter()
    for ids in chunks(due, chosen.chunk_articles, chosen.chunk_characters):
        with database.writing(engine) as connection:
            claimed = claims.claim(connection, ids, chosen.lease)
        for claim in claimed:
            with database.writing(engine) as connection:
                events.replace(connection, claim, NOTHING)
    took = time.perf_counter() - began
    engine.dispose()
    return took


def _piped(chosen: Settings, count: int) -> float:
    """Seconds for relay, broker and worker, from the first article done to the last."""
    engine = _filled(chosen, count)
    server = broker.embedded(chosen.data)
    environment = os.environ | chosen.environment()
    commands = [
        server.command,
        (sys.executable, __file__, "worker"),
        (sys.executable, "-m", "dateline.queue"),
    ]
    processes = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        for command in commands
    ]
    while not _done(engine):
        time.sleep(0.05)
    began, already = time.perf_counter(), _done(engine)
    while _done(engine) < count:
        time.sleep(0.1)
    took = (time.perf_counter() - began) * count / (count - already)
    for process in reversed(processes):
        process.terminate()
        process.wait()
    engine.dispose()
    return took


def _done(engine: Engine) -> int:
    with database.reading(engine) as connection:
        done = text("SELECT count(*) FROM articles WHERE state = 'done'")
        return int(connection.execute(done).scalar_one())


if __name__ == "__main__":
    main()
