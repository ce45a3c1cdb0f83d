"""The timeline: events in order of when they happened."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from dateline.api import exports, negotiation, problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.export import answer
from dateline.export.formats import FORMATS
from dateline.intake import limits
from dateline.store import cursor, database, order, timeline
from dateline.store.asked import Position
from dateline.wire.event import EntityOut
from dateline.wire.timeline import Slides, TimelineOut, TimelineQuery

router = APIRouter(route_class=StrictRoute, tags=["timeline"])

WHOLE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page of events, or an export: all of them",
        "content": {
            export.media_type: {
                "schema": {"type": "object" if export.media_type.endswith("+json") else "string"}
            }
            for export in FORMATS.values()
            if export.media_type != "application/json"
        },
    }
}


@router.get(
    "/timeline",
    response_model=TimelineOut | Slides,
    responses=WHOLE | problems.responses(410, 422, 503),
)
def show(
    query: Annotated[TimelineQuery, Query()], here: Here, request: Request, response: Response
) -> TimelineOut | Response:
    """The events that answer the query: a page of JSON at a time, or exported as a whole."""
    limits.check_query(query, here.settings)
    accept = ", ".join(request.headers.getlist("accept"))
    format = query.format or negotiation.preferred(accept)
    if format in FORMATS:
        return exports.answer(here, query, format, request)
    response.headers.update(exports.VARY)
    return _page(query, here)


def _page(query: TimelineQuery, here: Here) -> TimelineOut:
    now = datetime.now(UTC)
    key = here.settings.signing_key
    after = cursor.unseal(query.cursor, Position, query, key, now) if query.cursor else None
    known = order.known_at(here.engine, query.as_of)
    with database.reading(here.engine) as connection:
        page = timeline.within(connection, query, after, known)
    return TimelineOut(
        items=[answer.event(entry) for entry in page.entries],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
        entities=[EntityOut.of(entity) for entity in page.entities],
        unknown_entities=list(page.unknown),
    )
