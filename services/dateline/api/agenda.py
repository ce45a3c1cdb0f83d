"""The agenda: what is still to come, soonest first."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.export import answer
from dateline.intake import limits
from dateline.store import cursor, database, timeline
from dateline.store.asked import Position
from dateline.store.timeline import Page
from dateline.wire.event import EntityOut
from dateline.wire.timeline import AgendaQuery, TimelineOut

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/agenda", responses=problems.responses(410, 422, 503))
def agenda(query: Annotated[AgendaQuery, Query()], here: Here) -> TimelineOut:
    """What is planned or announced for today or later, in Coordinated Universal Time."""
    limits.check_query(query, here.settings)
    now, key = datetime.now(UTC), here.settings.signing_key
    after = cursor.unseal(query.cursor, Position, query, key, now) if query.cursor else None
    page = Page((), None)
    if query.to is None or query.to >= now.date():
        with database.reading(here.engine) as connection:
            page = timeline.within(connection, query.on(now.date()), after)
    return TimelineOut(
        items=[answer.event(entry) for entry in page.entries],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
        entities=[EntityOut.of(entity) for entity in page.entities],
        unknown_entities=list(page.unknown),
    )
