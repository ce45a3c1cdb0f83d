import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.databases import empty_store

from dateline import settings
from dateline.model.article import Draft, Publication
from dateline.queue import broker
from dateline.queue.relay import Relay
from dateline.settings import Settings
from dateline.store import articles, database

DRAFT = Draft(
    text="The council met on Monday.",
    published=Publication(date(2025, 2, 26), None, "2025-02-26"),
    language="en",
)


@contextmanager
def running(server: broker.Server) -> Iterator[subprocess.Popen[bytes]]:
    """The private server, for as long as the block lasts."""
    process = subprocess.Popen(server.command, stdout=subprocess.DEVNULL)
    try:
        while not broker.answers(server.url):
            assert process.poll() is None
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def server(tmp_path: Path) -> broker.Server:
    """A private server that is not started yet."""
    return broker.embedded(tmp_path / "data")


@pytest.fixture
def chosen(tmp_path: Path, server: broker.Server) -> Settings:
    """Settings of a store and a broker of the test's own."""
    return settings.load(data=tmp_path / "data", redis_url=server.url, high_water=3)


@pytest.fixture
def engine(chosen: Settings) -> Iterator[Engine]:
    """An empty store."""
    opened = empty_store(chosen.database)
    yield opened
    opened.dispose()


@pytest.fixture
def relay(chosen: Settings, engine: Engine) -> Iterator[Relay]:
    """A relay on that store and that broker."""
    found = Relay(chosen)
    yield found
    found.close()


class Newsroom:
    """Posts articles, and asks what the queue was told."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    running = staticmethod(running)

    def post(self, count: int) -> list[str]:
        """So many articles; their ids."""
        with database.writing(self.engine) as connection:
            return [
                articles.add(connection, replace(DRAFT, external_id=str(n))).id
                for n in range(count)
            ]

    def waiting(self) -> int:
        """Messages in the queue."""
        with broker.connect(self.url) as client:
            return broker.waiting(client)


@pytest.fixture
def newsroom(engine: Engine, server: broker.Server) -> Newsroom:
    """A newsroom at that store and that broker."""
    return Newsroom(engine, server.url)
