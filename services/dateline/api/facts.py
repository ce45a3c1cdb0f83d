"""Facts: the figures, quotations, roles and relations that articles state."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.export import answer
from dateline.intake import limits
from dateline.store import cursor, database, fact_list
from dateline.store.fact_list import Place
from dateline.wire.event import EntityOut
from dateline.wire.fact import FactsOut, FactsQuery

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/facts", responses=problems.responses(410, 422, 503))
def listed(query: Annotated[FactsQuery, Query()], here: Here) -> FactsOut:
    """The facts that answer the query, a page at a time."""
    limits.check_names("entity", query.entity, here.settings)
    now, key = datetime.now(UTC), here.settings.signing_key
    after = cursor.unseal(query.cursor, Place, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        page = fact_list.page(connection, query, after)
    return FactsOut(
        items=[answer.fact(stated) for stated in page.facts],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
        entities=[EntityOut.of(entity) for entity in page.entities],
        unknown_entities=list(page.unknown),
    )
