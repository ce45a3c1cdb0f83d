"""Dead letters: what was given up, tried again or let be."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.store import cursor, database, dead_letters
from dateline.store.dead_letters import DeadLetter, Position
from dateline.wire.dead_letter import (
    DeadLetterOrder,
    DeadLetterOut,
    DeadLetterQuery,
    DeadLettersOut,
    Touched,
)

router = APIRouter(route_class=StrictRoute, tags=["dead letters"])


@router.get("/dead-letters", responses=problems.responses(410, 422, 503))
def show(query: Annotated[DeadLetterQuery, Query()], here: Here) -> DeadLettersOut:
    """The articles that were given up, the latest first, a page at a time."""
    now = datetime.now(UTC)
    key = here.settings.signing_key
    after = cursor.unseal(query.cursor, Position, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        page = dead_letters.among(connection, query, query.limit, after)
    return DeadLettersOut(
        items=[_letter(letter) for letter in page.letters],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
    )


@router.post("/dead-letters/retry", responses=problems.responses(400, 413, 415, 422, 503))
def retry(order: DeadLetterOrder, here: Here) -> Touched:
    """Have them read again, with all their attempts before them."""
    with database.writing(here.engine) as connection:
        return Touched(count=dead_letters.retry(connection, order))


@router.post("/dead-letters/discard", responses=problems.responses(400, 413, 415, 422, 503))
def discard(order: DeadLetterOrder, here: Here) -> Touched:
    """Let them be: they stay failed, and are listed no more."""
    with database.writing(here.engine) as connection:
        return Touched(count=dead_letters.discard(connection, order))


def _letter(letter: DeadLetter) -> DeadLetterOut:
    return DeadLetterOut(
        id=letter.article_id,
        revision=letter.revision,
        url=letter.url,
        title=letter.title,
        source=letter.source,
        attempts=letter.attempts,
        error=letter.error,
        traceback=letter.traceback,
        failed_at=letter.failed_at,
    )
