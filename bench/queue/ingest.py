"""From posts to accepted rows: our API beside bare endpoints, and beside bare bulk inserts."""

import http.client
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from typing import Any

from place import cpu_seconds, python, running
from sqlalchemy import insert, select

from dateline.api import batch
from dateline.settings import Settings
from dateline.store import database, tables

JSON = {"Content-Type": "application/json"}
NDJSON = {"Content-Type": "application/x-ndjson"}
OURS = python("-m", "dateline.cli", "api")
BARE = python(str(Path(__file__).with_name("bare_api.py")))
TEXT = "The council of Port Avery met on Monday to decide about the sea wall. " * 8
WARM = 50
LINES = 5_000
FILLED = (tables.articles, tables.identities, tables.revisions)
PATIENCE = 60.0


def post(number: int) -> dict[str, Any]:
    """An article as it is posted."""
    return {
        "text": TEXT,
        "published_at": "2025-02-26",
        "language": "en",
        "source": "herald.example",
        "url": f"https://herald.example/{number}",
        "title": "Council meets",
    }


def one_by_one(chosen: Settings, path: str, count: int, command: Sequence[str]) -> float:
    """Microseconds of the server's processor time for each of so many posts."""
    bodies = [json.dumps(post(number)).encode() for number in range(count)]
    with _answering(chosen, command) as (server, client):
        for body in bodies[:WARM]:
            _send(client, path, body, JSON)
        before = cpu_seconds(server.pid)
        for body in bodies[WARM:]:
            _send(client, path, body, JSON)
        return (cpu_seconds(server.pid) - before) / (count - WARM) * 1e6


def in_batches(chosen: Settings, count: int) -> float:
    """Articles a second that are taken in by batches of `LINES` lines."""
    numbers = [range(first, min(first + LINES, count)) for first in range(0, count, LINES)]
    bodies = ["\n".join(json.dumps(post(n)) for n in each).encode() for each in numbers]
    with _answering(chosen, OURS) as (_, client):
        began = time.perf_counter()
        for body in bodies:
            _send(client, "/v1/articles/batch", body, NDJSON)
        return count / (time.perf_counter() - began)


def inserted(filled: Settings, empty: Settings, count: int) -> float:
    """Articles a second when the rows of one store are inserted into another, and no more."""
    rows = _rows(filled)
    engine = database.open(empty.database)
    began = time.perf_counter()
    for first in range(0, count, batch.TOGETHER):
        with database.writing(engine) as connection:
            for table in FILLED:
                connection.execute(insert(table), rows[table.name][first : first + batch.TOGETHER])
    took = time.perf_counter() - began
    engine.dispose()
    return count / took


def _rows(chosen: Settings) -> dict[str, list[dict[str, Any]]]:
    """What posts have left in a store, in one order of articles."""
    engine = database.open(chosen.database)
    found = {}
    with database.reading(engine) as connection:
        for table in FILLED:
            order = table.c.id if table is tables.articles else table.c.article_id
            rows = connection.execute(select(table).order_by(order)).mappings()
            found[table.name] = [dict(row) for row in rows]
    engine.dispose()
    return found


@contextmanager
def _answering(
    chosen: Settings, command: Sequence[str]
) -> Iterator[tuple[Popen[bytes], http.client.HTTPConnection]]:
    """A server that answers, and a connection to it."""
    client = http.client.HTTPConnection(chosen.host, chosen.port, timeout=PATIENCE)
    with running(chosen, command) as (server,):
        until = time.monotonic() + PATIENCE
        while True:
            try:
                client.connect()
                break
            except OSError:
                if time.monotonic() > until or server.poll() is not None:
                    raise
                time.sleep(0.1)
        yield server, client
        client.close()


def _send(client: http.client.HTTPConnection, path: str, body: bytes, kind: dict[str, str]) -> None:
    client.request("POST", path, body, kind)
    answer = client.getresponse()
    said = answer.read()
    if answer.status not in (200, 202) or b'"refused"' in said:
        raise SystemExit(f"POST {path}: {answer.status} {said[:500]!r}")
