"""Idempotency-Key: a request that may be sent again, and is done once.

What was taken in is answered in the same words for a day. What was refused leaves no trace: the
key may be used again, with the mistake set right.
"""

import hashlib
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Header
from pydantic import AfterValidator
from sqlalchemy import Connection, Engine
from starlette.concurrency import run_in_threadpool

from dateline.model.errors import KeyReused
from dateline.store import database, idempotency
from dateline.store.idempotency import Kept, Turn


def _opaque(key: str) -> str:
    # A Structured Field is quoted; most clients send the bare key, and mean the same.
    is_quoted = len(key) > 1 and key.startswith('"') and key.endswith('"')
    bare = key[1:-1] if is_quoted else key
    if not bare.strip():
        raise ValueError("is empty")
    return bare


IdempotencyKey = Annotated[
    str | None,
    Header(
        pattern=r"^[ -~]{1,255}$",
        description="Names this request, so that it is done once however often it is sent: the"
        " same key with the same body has the same answer for 24 hours",
        examples=['"8e03978e-40d5-43dd-bc93-6894a57f9324"'],
    ),
    AfterValidator(_opaque),
]


class Once:
    """One request that has a key, or none: then it is done each time that it is sent.

    `before` is what was answered to the first with its key. No answer is kept to a body that is
    not `is_whole`.
    """

    def __init__(self, found: Turn | Kept | None = None) -> None:
        self.has_key = found is not None
        self.before = found if isinstance(found, Kept) else None
        self.is_whole = True
        self._turn = found if isinstance(found, Turn) else None
        self._body = hashlib.sha256()

    def see(self, chunk: bytes) -> None:
        """See a part of the body, by which a request is told from another with the same key."""
        if self.has_key:
            self._body.update(chunk)

    async def read(self, chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
        """The chunks of the body, seen as they pass."""
        async for chunk in chunks:
            self.see(chunk)
            yield chunk

    def check(self) -> None:
        """Raise KeyReused where the answer before was to another body."""
        if self.before and self.before.body != self._body.hexdigest():
            raise KeyReused

    def note(self, connection: Connection, article_ids: Iterable[str]) -> None:
        """Note which articles the answer will speak of.

        Last in the transaction that adds them: whoever erases one locks in the same order.
        """
        if self._turn:
            idempotency.note(connection, self._turn, article_ids)

    def keep(self, connection: Connection, status: int, answer: Callable[[], str]) -> None:
        """Keep the answer for whoever asks again."""
        if self._turn and self.is_whole:
            kept = Kept(self._body.hexdigest(), status, answer())
            idempotency.keep(connection, self._turn, kept)
        else:
            self.release(connection)

    def release(self, connection: Connection) -> None:
        """Let the key go, unless the answer is kept."""
        if self._turn:
            idempotency.release(connection, self._turn)


@asynccontextmanager
async def once(engine: Engine, route: str, key: str | None) -> AsyncIterator[Once]:
    """The request that has this key. Raises KeyInUse while the first one is under way.

    The key of a request that fails is free again.
    """
    if key is None:
        yield Once()
        return
    request = Once(await run_in_threadpool(_begin, engine, route, key))
    try:
        yield request
    except BaseException:
        await run_in_threadpool(_release, engine, request)
        raise


def _begin(engine: Engine, route: str, key: str) -> Turn | Kept:
    with database.writing(engine) as connection:
        return idempotency.begin(connection, route, key)


def _release(engine: Engine, request: Once) -> None:
    with database.writing(engine) as connection:
        request.release(connection)
