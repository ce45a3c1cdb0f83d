import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
import uvicorn
from schemathesis.schemas import BaseSchema

from dateline.api.app import create
from dateline.settings import Settings
from dateline.store import database


@pytest.fixture(scope="session")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The OpenAPI document of a service that answers over a real socket."""
    data: Path = tmp_path_factory.mktemp("fuzz")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = Settings(data=data, database_url=None, redis_url=None, port=port)
    engine = database.open(settings.database)
    database.migrate(engine)
    engine.dispose()
    server = uvicorn.Server(
        uvicorn.Config(create(settings), host="127.0.0.1", port=port, log_config=None)
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/openapi.json")
    server.should_exit = True
    thread.join()
