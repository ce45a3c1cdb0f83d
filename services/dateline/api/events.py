"""One event by its id, which outlives re-dating and edits elsewhere in its article."""

from typing import Annotated

from fastapi import APIRouter, Path

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.export import answer
from dateline.store import database, timeline
from dateline.wire.contract import STORABLE
from dateline.wire.event import EventOut

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/events/{event_id}", responses=problems.responses(404, 422, 503))
def event(event_id: Annotated[str, Path(max_length=100), STORABLE], here: Here) -> EventOut:
    """The event as it is known now, dated or not."""
    with database.reading(here.engine) as connection:
        return answer.event(timeline.entry(connection, event_id))
