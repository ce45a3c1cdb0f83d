"""Articles: post one, look at one, see what was read in it."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from dateline.api import problems
from dateline.api.once import IdempotencyKey, Once, once
from dateline.api.running import Here, Running
from dateline.api.strict import StrictRoute
from dateline.api.waiting import Waiting
from dateline.intake import article as intake
from dateline.intake import limits
from dateline.model.article import State
from dateline.model.errors import NotReadYet
from dateline.store import articles, backlog, cursor, database, erasure, events, listing
from dateline.store.articles import Outcome
from dateline.store.listing import Place
from dateline.wire.annotations import AnnotationsOut
from dateline.wire.article import (
    Accepted,
    ArticleHead,
    ArticleIn,
    ArticleOut,
    ArticleRef,
    ArticlesOut,
    ArticlesQuery,
)
from dateline.wire.contract import STORABLE

PATH = "/articles"
MOST_WAIT_SECONDS = 10
WAIT = re.compile(r"(?:^|,)\s*wait\s*=\s*(?P<seconds>[0-9]{1,9})\s*(?=,|;|$)", re.IGNORECASE)

ArticleId = Annotated[str, Path(max_length=100), STORABLE]
Prefer = Annotated[
    str | None,
    Header(
        description=f"`wait=N` holds the answer until the article is read, at most"
        f" {MOST_WAIT_SECONDS} s (RFC 7240)",
        examples=["wait=10"],
    ),
]

WHERE: dict[str, Any] = {
    "headers": {
        "Location": {
            "description": "where the article is",
            "required": True,
            "schema": {"type": "string"},
        },
        "Preference-Applied": {
            "description": "the wait that was granted",
            "schema": {"type": "string"},
        },
    }
}

router = APIRouter(route_class=StrictRoute, tags=["articles"])


@router.post(
    PATH,
    status_code=202,
    response_model=Accepted,
    responses={
        200: {"model": Accepted, "description": "Known already: nothing is stored twice", **WHERE},
        202: {"description": "Safely stored, as a new article or a new revision", **WHERE},
        **problems.responses(400, 409, 410, 413, 415, 422, 503),
    },
)
async def submit(
    posted: ArticleIn,
    request: Request,
    response: Response,
    here: Here,
    *,
    prefer: Prefer = None,
    idempotency_key: IdempotencyKey = None,
) -> Accepted:
    """Take in an article; it is read in the background."""
    async with once(here.engine, PATH, idempotency_key) as first:
        first.see(await request.body())
        status, accepted = await run_in_threadpool(_accept, posted, here, first)
    response.status_code = status
    response.headers["Location"] = f"/v1/articles/{accepted.id}"
    state = await _wait(here.waiting, accepted.id, prefer, response)
    return accepted.model_copy(update={"state": state}) if state else accepted


@router.get("/articles", responses=problems.responses(410, 422, 503))
def listed(query: Annotated[ArticlesQuery, Query()], here: Here) -> ArticlesOut:
    """The articles, those that came in last first, a page at a time."""
    now = datetime.now(UTC)
    key = here.settings.signing_key
    after = cursor.unseal(query.cursor, Place, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        page = listing.page(connection, query, after)
    return ArticlesOut(
        items=[ArticleHead.of(article) for article in page.articles],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
    )


@router.get("/articles/{article_id}", responses=problems.responses(404, 422, 503))
def show(article_id: ArticleId, here: Here, response: Response) -> ArticleOut:
    """The article, with what was corrected in it, and how far its reading has come."""
    with database.reading(here.engine) as connection:
        article = articles.get(connection, article_id)
    response.headers["ETag"] = article.etag
    return ArticleOut.of(article)


@router.delete(
    "/articles/{article_id}", status_code=204, responses=problems.responses(404, 422, 503)
)
def erase(article_id: ArticleId, here: Here) -> None:
    """Erase the article and all that came from it, of the past as well.

    Whoever posts it again is answered 410.
    """
    with database.writing(here.engine) as connection:
        erasure.erase(connection, article_id)


@router.delete(
    "/erasures/{article_id}", status_code=204, responses=problems.responses(404, 422, 503)
)
def lift_erasure(article_id: ArticleId, here: Here) -> None:
    """Let an erased article be posted again; what was erased stays so."""
    with database.writing(here.engine) as connection:
        erasure.lift(connection, article_id)


@router.get("/articles/{article_id}/annotations", responses=problems.responses(404, 422, 503))
def annotations(article_id: ArticleId, here: Here) -> AnnotationsOut:
    """Everything that was read in the article."""
    with database.reading(here.engine) as connection:
        article = articles.get(connection, article_id)
        revision = events.revision_read(connection, article_id)
        found = events.annotations(connection, article_id)
        recorded = events.recorded(connection, article_id)
    if found is None or revision is None:
        raise NotReadYet(article_id)
    return AnnotationsOut.of(
        found,
        article=ArticleRef.of(article.id, article.draft),
        revision=revision,
        recorded=recorded,
    )


def _accept(posted: ArticleIn, here: Running, first: Once) -> tuple[int, Accepted]:
    if first.before:
        first.check()
        return first.before.status, Accepted.model_validate_json(first.before.answer)
    limits.check_article(posted, here.settings)
    draft = intake.draft(posted, datetime.now(UTC))
    limits.check_text(draft.text, here.settings)
    with database.writing(here.engine) as connection:
        backlog.check(connection, here.settings.max_backlog)
        added = articles.add(connection, draft)
        status = 200 if added.outcome is Outcome.KNOWN else 202
        accepted = Accepted(id=added.id, revision=added.revision, state=added.state)
        first.note(connection, [added.id])
        first.keep(connection, status, accepted.model_dump_json)
    return status, accepted


async def _wait(
    waiting: Waiting, article_id: str, prefer: str | None, response: Response
) -> State | None:
    """The state in which the article came to rest while the client waited, if it did."""
    asked = WAIT.search(prefer or "")
    if not asked or waiting.is_full:
        return None
    seconds = min(int(asked["seconds"]), MOST_WAIT_SECONDS)
    response.headers["Preference-Applied"] = f"wait={seconds}"
    return await waiting.until_read(article_id, seconds)
