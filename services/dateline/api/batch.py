"""Bulk posts: many articles in one request, and a line of answer for each."""

from collections.abc import AsyncIterable, AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import ValidationError
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from dateline.api import lines, problems
from dateline.api.lines import Item
from dateline.api.running import Here, Running
from dateline.api.strict import StrictRoute
from dateline.intake import article as intake
from dateline.intake import limits
from dateline.model.article import Draft
from dateline.model.errors import DatelineError
from dateline.store import articles, backlog, database
from dateline.wire.article import Accepted, ArticleIn
from dateline.wire.batch import BatchLine, Outcome

PATH = "/articles/batch"
NDJSON = "application/x-ndjson"
LINES = (NDJSON, "application/ndjson", "application/jsonl")
ARRAY = "application/json"

# What is stored in one transaction: enough to be quick, not so much that others wait long.
TOGETHER = 100
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

router = APIRouter(route_class=StrictRoute, tags=["articles"])


@router.post(
    PATH,
    response_class=Response,
    responses=ANSWER | problems.responses(400, 413, 415, 422, 503),
    openapi_extra={"requestBody": BODY},
)
async def submit_many(request: Request, here: Here) -> Response:
    """Take in many articles; a line that is refused costs no other."""
    answers: list[BatchLine] = []
    together: list[Item] = []
    try:
        async for item in _items(request, here):
            together.append(item)
            if len(together) == TOGETHER or sum(i.size for i in together) > TOGETHER_BYTES:
                answers += await run_in_threadpool(_accept, together, here)
                together = []
    except HTTPException as broken:
        if not answers and not together:
            raise
        after = together[-1].line if together else answers[-1].line
        together.append(Item(after + 1, 0, error=broken))
    answers += await run_in_threadpool(_accept, together, here)
    content = "".join(answer.model_dump_json(exclude_none=True) + "\n" for answer in answers)
    return Response(content, media_type=NDJSON)


async def _items(request: Request, here: Running) -> AsyncIterator[Item]:
    settings = here.settings
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = _inflated(request, settings.max_batch)
    if kind in LINES:
        found = lines.of_ndjson(body, settings.max_batch_line)
    elif kind == ARRAY:
        found = lines.of_array(body, settings.max_body)
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


def _accept(items: Sequence[Item], here: Running) -> list[BatchLine]:
    """The answers to these lines, whose articles are stored together."""
    now = datetime.now(UTC)
    read = [(item, _draft(item, here, now)) for item in items]
    with database.writing(here.engine) as connection:
        return [_store(connection, item, draft, here) for item, draft in read]


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
    connection: Connection, item: Item, draft: Draft | Exception, here: Running
) -> BatchLine:
    if isinstance(draft, Exception):
        return _refused(item, draft)
    try:
        backlog.check(connection, here.settings.max_backlog)
        accepted = articles.add(connection, draft)
    except DatelineError as refused:
        return _refused(item, refused)
    known = accepted.outcome is articles.Outcome.KNOWN
    return BatchLine(
        line=item.line,
        outcome=Outcome.KNOWN if known else Outcome.ACCEPTED,
        article=Accepted(id=accepted.id, revision=accepted.revision, state=accepted.state),
    )


def _refused(item: Item, error: Exception) -> BatchLine:
    problem = problems.of(error, f"/v1{PATH}")
    return BatchLine(line=item.line, outcome=Outcome.REFUSED, problem=problem)
