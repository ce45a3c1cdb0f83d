"""Changes: what became of events, in the one order in which it became visible."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, select

from dateline.model.change import Action, Reason
from dateline.store.tables import changes
from dateline.store.timeline import Entry, entries


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the timeline.

    `entry` is the event as it reads from then on; None where it was withdrawn, or where its
    article is erased since. `fields` names what reads otherwise in a changed one.
    """

    seq: int
    at: datetime
    action: Action
    reason: Reason
    article_id: str
    revision: int
    event_id: str
    fields: tuple[str, ...]
    entry: Entry | None


def since(connection: Connection, seq: int, limit: int) -> list[Change]:
    """The changes after this number, oldest first; those after number 0 are all there were."""
    after: CursorResult[Any] = connection.execute(
        select(changes).where(changes.c.seq > seq).order_by(changes.c.seq).limit(limit)
    )
    rows = after.all()
    versions = entries(connection, [row.version for row in rows if row.version is not None])
    return [_change(row, versions.get(row.version)) for row in rows]


def _change(row: Row[Any], entry: Entry | None) -> Change:
    return Change(
        seq=row.seq,
        at=row.at,
        action=Action(row.action),
        reason=Reason(row.reason),
        article_id=row.article_id,
        revision=row.revision,
        event_id=row.event_id,
        fields=tuple(json.loads(row.fields)),
        entry=entry,
    )
