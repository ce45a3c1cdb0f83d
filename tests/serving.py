"""A Dateline on an empty store, and the same over a real socket."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from tests.databases import empty_store

from dateline.api.app import create
from dateline.settings import Settings


def on_sqlite(folder: Path, **given: Any) -> Settings:
    """Settings of a store in this folder, empty and up to date; there is no broker."""
    return _up_to_date(Settings(data=folder, database_url=None, redis_url=None, **given))


def on_postgres(url: str, **given: Any) -> Settings:
    """Settings of a store in this empty database, up to date; there is no broker."""
    return _up_to_date(Settings(database_url=url, redis_url=None, **given))


def _up_to_date(settings: Settings) -> Settings:
    empty_store(settings.database).dispose()
    return settings


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address at which this Dateline answers, for as long as the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(create(settings), host="127.0.0.1", port=port, log_config=None)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
