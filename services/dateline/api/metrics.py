"""What Prometheus is told: how requests are answered, and what the queue owes."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge
from prometheus_client import generate_latest as written
from sqlalchemy import Engine

from dateline.api import problems
from dateline.api.running import Here
from dateline.store import database
from dateline.store.backlog import Backlog, backlog

OWED: dict[str, tuple[str, Callable[[Backlog], float]]] = {
    "waiting": ("Articles that are due to be read", lambda found: found.waiting),
    "resting": ("Articles that rest after a failure", lambda found: found.resting),
    "running": ("Articles that are being read", lambda found: found.running),
    "dead": ("Articles that were given up", lambda found: found.dead),
    "done_last_minute": ("Articles read in the last minute", lambda found: found.done_last_minute),
    "oldest_seconds": (
        "Seconds that the oldest due article has been waiting",
        lambda found: found.age.total_seconds() if found.age else 0,
    ),
}

TEXT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Metrics in Prometheus's text format",
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
}

router = APIRouter(tags=["operations"])


@router.get("/metrics", response_class=Response, responses=TEXT)
def metrics(here: Here) -> Response:
    """How requests were answered by this process; and what is owed, while the store answers."""
    told = written(here.requests.registry) + _owed(here.engine)
    return Response(told, media_type=CONTENT_TYPE_LATEST)


def _owed(engine: Engine) -> bytes:
    try:
        with database.reading(engine) as connection:
            found = backlog(connection)
    except problems.LOST:
        return b""
    registry = CollectorRegistry()
    for name, (meaning, value) in OWED.items():
        Gauge(f"dateline_queue_{name}", meaning, registry=registry).set(value(found))
    return written(registry)
