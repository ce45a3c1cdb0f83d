"""Bulk posts: many articles in one request, and a line of answer for each."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from dateline.api import lines, problems
from dateline.api.lines import Item
from dateline.api.once import IdempotencyKey, Once, once
from dateline.api.running import Here, Running
from dateline.api.strict import StrictRoute
from dateline.intake import article as intake
from dateline.intake import limits
from dateline.model.article import Draft
from dateline.model.errors import Backlogged, DatelineError
from dateline.settings import Settings
from dateline.store import articles, backlog, bulk, database
from dateline.store.idempotency import Kept
from dateline.wire.article import Accepted, ArticleIn
from dateline.wire.batch import BatchLine, Outcome

PATH = "/articles/batch"
NDJSON = "application/x-ndjson"
LINES = (NDJSON, "application/ndjson", "application/jsonl")
ARRAY = "application/json"

# What is stored in one transaction: enough to be quick, not so much that others wait long.
TOGETHER = 250
TOGETHER_BYTES = 4 * 1024 * 1024

BODY = {
    "required": True,
    "content": {
        NDJSON: {
            "schema": {"type": "string", "description": "an ArticleIn a line, gzip welcome"},
            "x-line-schema": {"$ref": "#/components/schemas/ArticleIn"},
        },
        ARRAY: {
            "schema": {"type": "array", "items": {"$ref": "#/components/schemas/ArticleIn"}},
        },
    },
}
ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A BatchLine for each line, in order",
        "content": {
            NDJSON: {
                "schema": {"type": "string"},
                "x-line-schema": {"$ref": "#/components/schemas/BatchLine"},
            }
        },
    }
}

# An item, and the article in it or why there is none.
Read = tuple[Item, Draft | Exception]

router = APIRouter(route_class=StrictRoute, tags=["articles"])


@router.post(
    PATH,
    response_class=Response,
    responses=ANSWER | problems.responses(400, 409, 413, 415, 422, 503),
    openapi_extra={"requestBody": BODY},
)
async def submit_many(
    request: Request, here: Here, idempotency_key: IdempotencyKey = None
) -> Response:
    """Take in many articles; a line that is refused costs no other.

    They are stored while the body arrives; the answer begins when it has been read to its end.
    """
    async with once(here.engine, PATH, idempotency_key) as first:
        body = first.read(_inflated(request, here.settings.max_batch))
        if first.before:
            content = await _repeated(body, first, first.before)
        else:
            content = await _taken_in(_items(request, body, here.settings), here, first)
    return Response(content, media_type=NDJSON)


async def _repeated(body: AsyncIterable[bytes], first: Once, before: Kept) -> str:
    """What was answered to this body before. Raises KeyReused where it was another."""
    async for _ in body:
        pass
    first.check()
    return before.answer


async def _taken_in(items: AsyncIterable[Item], here: Running, first: Once) -> str:
    """A line of answer for each item, whose articles are stored by now."""
    await run_in_threadpool(_check_backlog, here)
    answers = await _stored(_chunks(_to_the_end(items, first)), here, first)
    content = "".join(answers)
    if first.has_key:
        await run_in_threadpool(_keep, content, here, first)
    return content


async def _stored(chunks: AsyncIterable[Sequence[Item]], here: Running, first: Once) -> list[str]:
    """The answers to all the items: while some are stored, the next are read."""
    answers: list[str] = []
    storing: asyncio.Task[list[str]] | None = None
    try:
        async for together in chunks:
            read = await run_in_threadpool(_read, together, here)
            if storing:
                answers += await storing
            storing = asyncio.create_task(run_in_threadpool(_accept, read, here, first))
        return answers + (await storing if storing else [])
    finally:
        # Whatever else went wrong, nothing goes on behind the answer.
        if storing:
            await asyncio.wait([storing])


async def _to_the_end(items: AsyncIterable[Item], first: Once) -> AsyncIterator[Item]:
    """The items; where the body breaks off after some of them, a last one says why."""
    line = 0
    try:
        async for item in items:
            line = item.line
            yield item
    except HTTPException as broken:
        if not line:
            raise
        # Whoever sends the whole body with the same key is not told of half of it.
        first.is_whole = False
        yield Item(line + 1, 0, error=broken)


async def _chunks(items: AsyncIterable[Item]) -> AsyncIterator[list[Item]]:
    """The items in order, as many at a time as are stored together."""
    together: list[Item] = []
    size = 0
    async for item in items:
        together.append(item)
        size += item.size
        if len(together) == TOGETHER or size > TOGETHER_BYTES:
            yield together
            together, size = [], 0
    if together:
        yield together


async def _items(
    request: Request, body: AsyncIterable[bytes], settings: Settings
) -> AsyncIterator[Item]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in LINES:
        found = lines.of_ndjson(body, settings.max_batch_line)
    elif kind == ARRAY:
        found = lines.of_array(body, settings.max_batch_line)
    else:
        raise HTTPException(415, f"the body must be {NDJSON} or {ARRAY}")
    taken = 0
    async for item in found:
        taken += 1
        if taken > settings.max_batch_lines:
            raise HTTPException(413, f"a batch has at most {settings.max_batch_lines} lines")
        yield item


def _inflated(request: Request, most: int) -> AsyncIterable[bytes]:
    coding = request.headers.get("content-encoding", "identity").lower()
    if coding == "gzip":
        return lines.inflate(request.stream(), most)
    if coding == "identity":
        return request.stream()
    raise HTTPException(415, "the content encoding must be gzip or none")


def _check_backlog(here: Running) -> None:
    """Raise Backlogged while nothing is stored yet: whoever comes back sends all of it again."""
    with database.reading(here.engine) as connection:
        backlog.check(connection, here.settings.max_backlog)


def _read(items: Sequence[Item], here: Running) -> list[Read]:
    now = datetime.now(UTC)
    return [(item, _draft(item, here, now)) for item in items]


def _accept(read: Sequence[Read], here: Running, first: Once) -> list[str]:
    """The answers to these items, whose articles are stored together."""
    with database.writing(here.engine) as connection:
        stored = _store(connection, [draft for _, draft in read], here)
        answers = [_answer(item, came) for (item, _), came in zip(read, stored, strict=True)]
        first.note(connection, [answer.article.id for answer in answers if answer.article])
    return [answer.model_dump_json(exclude_none=True) + "\n" for answer in answers]


def _keep(content: str, here: Running, first: Once) -> None:
    with database.writing(here.engine) as connection:
        first.keep(connection, 200, lambda: content)


def _draft(item: Item, here: Running, now: datetime) -> Draft | Exception:
    if item.error is not None:
        return item.error
    try:
        posted = ArticleIn.model_validate(item.content)
        limits.check_article(posted, here.settings)
        draft = intake.draft(posted, now)
        limits.check_text(draft.text, here.settings)
    except (ValidationError, DatelineError) as refused:
        return refused
    return draft


def _store(
    connection: Connection, read: Sequence[Draft | Exception], here: Running
) -> Iterator[articles.Accepted | Exception]:
    """What came of each: the drafts are stored, errors stay what they are."""
    drafts = [draft for draft in read if isinstance(draft, Draft)]
    stored = iter(_take_in(connection, drafts, here))
    return (next(stored) if isinstance(draft, Draft) else draft for draft in read)


def _take_in(
    connection: Connection, drafts: Sequence[Draft], here: Running
) -> Sequence[articles.Accepted | DatelineError]:
    try:
        backlog.check(connection, here.settings.max_backlog)
    except Backlogged as refused:
        return [refused] * len(drafts)
    return bulk.add(connection, drafts)


def _answer(item: Item, came: articles.Accepted | Exception) -> BatchLine:
    if isinstance(came, Exception):
        problem = problems.of(came, f"/v1{PATH}")
        return BatchLine(line=item.line, outcome=Outcome.REFUSED, problem=problem)
    known = came.outcome is articles.Outcome.KNOWN
    return BatchLine(
        line=item.line,
        outcome=Outcome.KNOWN if known else Outcome.ACCEPTED,
        article=Accepted(id=came.id, revision=came.revision, state=came.state),
    )
