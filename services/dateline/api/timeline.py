"""The timeline: events in order of when they happened."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.intake import limits
from dateline.store import cursor, database, timeline
from dateline.store.timeline import Entry, Position
from dateline.wire.article import ArticleRef
from dateline.wire.event import EntityOut, EventOut
from dateline.wire.timeline import TimelineOut, TimelineQuery

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/timeline", responses=problems.responses(410, 422, 503))
def show(query: Annotated[TimelineQuery, Query()], here: Here) -> TimelineOut:
    """The events that answer the query, a page at a time."""
    limits.check_query(query, here.settings)
    now = datetime.now(UTC)
    key = here.settings.signing_key
    after = cursor.unseal(query.cursor, Position, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        page = timeline.within(connection, query, after)
    return TimelineOut(
        items=[_event(entry) for entry in page.entries],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
        entities=[EntityOut.of(entity) for entity in page.entities],
        unknown_entities=list(page.unknown),
    )


def _event(entry: Entry) -> EventOut:
    source = entry.article
    return EventOut.of(
        entry.event,
        article=ArticleRef(
            id=source.id,
            url=source.url,
            title=source.title,
            source=source.source,
            published_on=source.published_on,
            published_at=source.published_at,
        ),
        extractor=entry.extractor,
        recorded_at=entry.recorded_at,
    )
