"""Changes: everything added, changed or withdrawn, for those who keep a copy."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.export import answer
from dateline.store import changes, cursor, database
from dateline.store.changes import Change
from dateline.wire.change import ChangeOut, ChangesOut, ChangesQuery

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@dataclass(frozen=True, slots=True)
class Followed:
    """How far a follower has come."""

    seq: int


@router.get("/changes", responses=problems.responses(422, 503))
def follow(query: Annotated[ChangesQuery, Query()], here: Here) -> ChangesOut:
    """What became of events since the cursor, in the order in which it became visible.

    An entry shows only when all before it do. The answer may be empty; its cursor is good for ever.
    """
    now, key = datetime.now(UTC), here.settings.signing_key
    seen = Followed(0)
    if query.cursor:
        seen = cursor.unseal(query.cursor, Followed, query, key, now, retention=None)
    with database.reading(here.engine) as connection:
        found = changes.since(connection, seen.seq, query.limit)
    if found:
        seen = Followed(found[-1].seq)
    return ChangesOut(
        items=[_change(change) for change in found],
        next_cursor=cursor.seal(seen, query, key, now),
    )


def _change(change: Change) -> ChangeOut:
    return ChangeOut(
        seq=change.seq,
        at=change.at,
        action=change.action,
        reason=change.reason,
        article=change.article_id,
        revision=change.revision,
        event_id=change.event_id,
        event=answer.event(change.entry) if change.entry else None,
        fields=list(change.fields),
    )
