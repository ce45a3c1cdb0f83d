"""What a route finds in the running application: settings, store, those who wait, the pool."""

from dataclasses import dataclass
from threading import Semaphore
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from dateline.api.access import Requests
from dateline.api.pool import Pool
from dateline.api.waiting import Waiting
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class Running:
    """One running application."""

    settings: Settings
    engine: Engine
    waiting: Waiting
    pool: Pool
    exports: Semaphore
    requests: Requests


async def _running(request: Request) -> Running:
    # Not because it waits for anything: a plain function would cost every request a thread.
    state = request.app.state
    return Running(
        state.settings, state.engine, state.waiting, state.pool, state.exports, state.requests
    )


Here = Annotated[Running, Depends(_running)]
