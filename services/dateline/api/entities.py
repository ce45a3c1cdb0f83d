"""Entities: find the name to ask the timeline for."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.store import cursor, database, entities
from dateline.store.entities import Place
from dateline.wire.entity import EntitiesOut, EntitiesQuery
from dateline.wire.event import EntityOut

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/entities", responses=problems.responses(410, 422, 503))
def entities_called(query: Annotated[EntitiesQuery, Query()], here: Here) -> EntitiesOut:
    """Whoever and whatever stands in an event under such a name, the shortest names first."""
    now, key = datetime.now(UTC), here.settings.signing_key
    after = cursor.unseal(query.cursor, Place, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        found = entities.beginning(connection, query.q, query.limit + 1, after)
    shown, more = found[: query.limit], found[query.limit :]
    return EntitiesOut(
        items=[EntityOut.of(entity) for entity in shown],
        next_cursor=cursor.seal(Place.of(shown[-1]), query, key, now) if more else None,
    )
