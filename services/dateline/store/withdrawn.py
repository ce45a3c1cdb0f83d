"""What a query gave until lately and gives no more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row

from dateline.store import timeline, versions
from dateline.store.tables import changes, events
from dateline.store.timeline import Entry
from dateline.wire.timeline import TimelineQuery

BATCH = 500


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry as the query last gave it, and when it ceased to be so."""

    entry: Entry
    at: datetime


def since(connection: Connection, query: TimelineQuery, moment: datetime) -> Iterator[Withdrawn]:
    """The dated entries that the query gave at some time since then and gives no more, by id."""
    versions_by_id = groupby(_ended(connection, query, moment), key=attrgetter("id"))
    last = (max(ended, key=attrgetter("at", "number")) for _, ended in versions_by_id)
    while batch := list(islice(last, BATCH)):
        given = _given(connection, query, [row.id for row in batch])
        yield from _read(connection, [row for row in batch if row.id not in given])


def _ended(connection: Connection, query: TimelineQuery, moment: datetime) -> Iterable[Row[Any]]:
    """The versions that answered the query and ended since then, those of one event together."""
    ended = (
        timeline.ever(connection, query)
        .add_columns(changes.c.at)
        .join(changes, changes.c.seq == events.c.valid_to)
        .where(changes.c.at >= moment)
        .order_by(events.c.id)
    )
    return connection.execute(ended, execution_options={"yield_per": BATCH})


def _given(connection: Connection, query: TimelineQuery, ids: Sequence[str]) -> set[str]:
    """Which of these events the query gives now, as they are or as they have become."""
    now = timeline.ever(connection, query).where(versions.seen(events, None), events.c.id.in_(ids))
    return {row.id for row in connection.execute(now)}


def _read(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Withdrawn]:
    entries = timeline.entries(connection, [row.number for row in rows])
    return (Withdrawn(entries[row.number], row.at) for row in rows)
