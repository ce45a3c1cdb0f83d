import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from dateline.api.app import create
from dateline.settings import Settings
from dateline.store import database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty store on SQLite, up to date, and a free port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = Settings(data=tmp_path, database_url=None, redis_url=None, port=port)
    engine = database.open(settings.database)
    database.migrate(engine)
    engine.dispose()
    return settings


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    """Where the service answers over a real socket."""
    server = uvicorn.Server(
        uvicorn.Config(create(settings), host="127.0.0.1", port=settings.port, log_config=None)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{settings.port}"
    server.should_exit = True
    thread.join()
