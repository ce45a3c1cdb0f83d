"""Holding an answer until an article has been read, with neither a thread nor a connection.

All who wait share one look at the store every tenth of a second.
"""

import asyncio
import logging
from collections import defaultdict

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool

from dateline.model.article import State
from dateline.store import articles, database

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.1
MOST = 100
OPEN = {State.QUEUED, State.PROCESSING}


class Waiting:
    """Those who wait, by the article they wait for."""

    def __init__(self, engine: Engine, most: int = MOST) -> None:
        self._engine = engine
        self._most = most
        self._waiters: defaultdict[str, set[asyncio.Future[State]]] = defaultdict(set)
        self._watch: asyncio.Task[None] | None = None

    @property
    def is_full(self) -> bool:
        """Whether nobody else can wait for now."""
        return sum(map(len, self._waiters.values())) >= self._most

    async def until_read(self, article_id: str, seconds: float) -> State | None:
        """The state in which the article came to rest; None where the time ran out before."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters[article_id].add(waiter)
        self._start()
        try:
            return await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            return None
        finally:
            self._leave(article_id, waiter)

    def _start(self) -> None:
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look())

    def _leave(self, article_id: str, waiter: asyncio.Future[State]) -> None:
        self._waiters[article_id].discard(waiter)
        if not self._waiters[article_id]:
            del self._waiters[article_id]

    async def _look(self) -> None:
        while self._waiters:
            states = await run_in_threadpool(self._states, list(self._waiters))
            for article_id, state in states.items():
                if state not in OPEN:
                    self._tell(article_id, state)
            await asyncio.sleep(POLL_SECONDS)

    def _states(self, ids: list[str]) -> dict[str, State]:
        try:
            with database.reading(self._engine) as connection:
                return articles.states(connection, ids)
        except OperationalError as error:
            # Whoever waits has his article accepted; he is told so when his time is over.
            logger.warning("the store does not answer: %s", type(error.orig).__name__)
            return {}

    def _tell(self, article_id: str, state: State) -> None:
        for waiter in self._waiters.get(article_id, ()):
            if not waiter.done():
                waiter.set_result(state)
