"""Corrections: set right what was posted wrong about an article, and date its events again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body, Header, Query, Response
from sqlalchemy import Connection

from dateline.api import problems
from dateline.api.articles import ArticleId
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.events.redating import Redating
from dateline.export import answer
from dateline.intake.correction import Corrected, correct
from dateline.model.article import Article
from dateline.model.errors import Revised
from dateline.model.timex import Timex
from dateline.store import articles, database, events
from dateline.store.timeline import Entry
from dateline.timex.evaluate import redated
from dateline.wire.correction import CorrectedOut, CorrectionIn, Differences
from dateline.wire.timex import TimexOut

MERGE_PATCH = "application/merge-patch+json"

IfMatch = Annotated[
    str | None,
    Header(description="The `ETag` of the revision that is to be corrected", examples=['"3"']),
]
DryRun = Annotated[bool, Query(description="Answer the same, and change nothing")]

router = APIRouter(route_class=StrictRoute, tags=["articles"])


@router.patch(
    "/articles/{article_id}", responses=problems.responses(400, 404, 409, 412, 413, 415, 422, 503)
)
def amend(
    article_id: ArticleId,
    patch: Annotated[CorrectionIn, Body(media_type=MERGE_PATCH)],
    response: Response,
    here: Here,
    *,
    dry_run: DryRun = False,
    if_match: IfMatch = None,
) -> CorrectedOut:
    """Correct an article; what was read in it is dated again at once, without reading it anew."""
    with database.writing(here.engine) as connection, connection.begin_nested() as attempt:
        before = articles.hold(connection, article_id)
        _check(before, if_match)
        after = _corrected(connection, before, patch)
        timexes, entries = _dated_again(connection, before, after)
        if dry_run:
            attempt.rollback()
    response.headers["ETag"] = after.etag
    return CorrectedOut(
        id=after.id,
        revision=after.revision,
        state=after.state,
        changed=Differences(
            timexes=[TimexOut.of(timex) for timex in timexes],
            events=[answer.event(entry) for entry in entries],
        ),
    )


def _check(article: Article, if_match: str | None) -> None:
    if if_match is None or if_match.strip() == "*":
        return
    if article.etag not in (tag.strip() for tag in if_match.split(",")):
        raise Revised(article.id, article.revision)


def _corrected(connection: Connection, before: Article, patch: CorrectionIn) -> Article:
    posted, fields = articles.corrected(connection, before)
    asked = patch.model_dump(exclude_unset=True)
    made = correct(posted, Corrected(before.draft, fields), asked, datetime.now(UTC))
    return articles.correct(connection, before, made.draft, made.fields)


def _dated_again(
    connection: Connection, before: Article, after: Article
) -> tuple[Sequence[Timex], Sequence[Entry]]:
    """What reads otherwise since; nothing where the article has still to be read."""
    found = events.annotations(connection, before.id)
    if found is None or after.state is not before.state or not events.is_read(connection, before):
        return (), ()
    was, now = before.draft.dct, after.draft.dct
    timexes = redated(found.timexes, now)
    redating = Redating(found.timexes, timexes, was.day, now.day)
    again = replace(
        found,
        timexes=timexes,
        events=tuple(redating.event(event) for event in found.events),
        facts=tuple(redating.fact(fact) for fact in found.facts),
    )
    moved = [timex for timex in timexes if timex not in found.timexes]
    return moved, events.correct(connection, after, again)
