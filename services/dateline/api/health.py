"""Health: whether the process lives, and whether it can do its work."""

from typing import Literal

from fastapi import APIRouter

from dateline.api import problems
from dateline.api.running import Here
from dateline.model.errors import StoreNotReady
from dateline.queue import broker
from dateline.store import database
from dateline.wire.contract import Answer

router = APIRouter(tags=["operations"])


class Alive(Answer):
    """The process lives."""

    status: Literal["ok"] = "ok"


class Ready(Answer):
    """Requests are answered; `degraded` names what they can do without for a while."""

    status: Literal["ok", "degraded"]
    degraded: list[Literal["broker"]]


@router.get("/healthz")
def healthz() -> Alive:
    """The process lives."""
    return Alive()


@router.get("/readyz", responses=problems.responses(503))
def readyz(here: Here) -> Ready:
    """The store answers and has this version's tables; without a broker, reading waits."""
    if not database.is_current(here.engine):
        raise StoreNotReady
    url = here.settings.redis_url
    if url is None or not broker.answers(url):
        return Ready(status="degraded", degraded=["broker"])
    return Ready(status="ok", degraded=[])
