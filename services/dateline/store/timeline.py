"""The timeline: events in order of when they happen, a page at a time.

The events of one page come from a few short walks along an index, one for each class of length,
merged. So the cost of a page follows its size and not the size of the store.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, Select, false, select

from dateline.model.errors import EventNotFound
from dateline.model.event import Entity, Event
from dateline.store import asked as asking
from dateline.store import few, filters, fts5, gin, search, sources, versions, window
from dateline.store.asked import Asked, Position
from dateline.store.fts5 import Find
from dateline.store.paging import directed
from dateline.store.placement import DATED, UNDATED
from dateline.store.sources import Source
from dateline.store.tables import events, revisions
from dateline.store.walks import KEYS, Leg, Walk, merged, walked
from dateline.wire.contract import Generic, Undated
from dateline.wire.timeline import TimelineQuery


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the timeline, with the article that tells of it."""

    event: Event
    article: Source
    extractor: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries in order; `next` is where the page after starts, None after the last one.

    `entities` are those that the query's names stand for; `unknown` the names nobody bears.
    """

    entries: tuple[Entry, ...]
    next: Position | None
    entities: tuple[Entity, ...] = ()
    unknown: tuple[str, ...] = ()


def within(
    connection: Connection,
    query: TimelineQuery,
    after: Position | None = None,
    known: int | None = None,
) -> Page:
    """The events that answer the query, from the position on.

    All that is known counts, or the first so many changes: see `store.order.known_at`.
    """
    asked = asking.of(connection, query, after, known)
    names = Page((), None, asked.named.entities, asked.named.unknown)
    if asked.nothing:
        return names
    rows = _rows(connection, asked)
    page, more = rows[: query.limit], rows[query.limit :]
    return replace(
        names,
        entries=tuple(map(_entry, page)),
        next=_position(page[-1], asked.known) if more else None,
    )


def entry(connection: Connection, event_id: str) -> Entry:
    """The event of this id as it is known now, dated or not."""
    now = _ENTRIES.where(events.c.id == event_id, versions.seen(events, None))
    found: CursorResult[Any] = connection.execute(now)
    row = found.one_or_none()
    if row is None:
        raise EventNotFound(event_id)
    return _entry(row)


def entries(connection: Connection, versions: Iterable[int]) -> dict[int, Entry]:
    """These versions of events, whether they are seen now or not, by their row numbers."""
    rows: CursorResult[Any] = connection.execute(_ENTRIES.where(events.c.number.in_(versions)))
    return {row.number: _entry(row) for row in rows}


def beginnings(
    connection: Connection, query: TimelineQuery, known: int | None = None
) -> tuple[Counter[date], Page]:
    """How many of the dated events that answer begin on each day; the page has only the names.

    What lies partly outside the window counts on its first or last day.
    """
    asked = asking.of(connection, query, None, known)
    names = Page((), None, asked.named.entities, asked.named.unknown)
    begun: Counter[date] = Counter()
    if asked.nothing:
        return begun, names
    first, last = query.from_ or date.min, query.to or date.max
    for some in _ways(connection, Leg(asked, DATED, None, limit=0)):
        for day, count in connection.execute(some.begun()):
            begun[min(max(date.fromordinal(day), first), last)] += count
    return begun, names


def ever(connection: Connection, query: TimelineQuery) -> Select[Any]:
    """The versions of dated events that answer the query, whenever they were seen."""
    asked = asking.ever(connection, query)
    versions = select(events.c.number, events.c.id).where(
        events.c.span_class.in_(DATED),
        *window.reached(events, window.of(query.from_, query.to)),
        *filters.of(query, asked.named.groups),
    )
    if asked.nothing:
        return versions.where(false())
    if asked.words:
        return versions.where(search.holding(connection.dialect.name, asked.words, past=True))
    return versions


def _rows(connection: Connection, asked: Asked) -> list[Row[Any]]:
    """One row more than fit on the page, so that we know whether there is another page."""
    query, after = asked.query, asked.after
    wanted = query.limit + 1
    rows: list[Row[Any]] = []
    if after is None or after.dated:
        rows = _read(connection, Leg(asked, DATED, after, wanted))
    has_more = query.undated is Undated.INCLUDE or query.generic is Generic.INCLUDE
    if has_more and len(rows) < wanted:
        inside = after if after and not after.dated else None
        rows += _read(connection, Leg(asked, (UNDATED,), inside, wanted - len(rows)))
    return rows


def _read(connection: Connection, leg: Leg) -> list[Row[Any]]:
    """The first events on the leg, with their articles."""
    found = _ENTRIES.where(events.c.number.in_(_first(connection, leg)))
    return list(connection.execute(found.order_by(*directed(leg.order, KEYS))))


def _first(connection: Connection, leg: Leg) -> Select[Any] | Sequence[int]:
    """The numbers of the first events on the leg."""
    some = few.numbers(connection, leg)
    if some is not None:
        return some
    if leg.asked.sought and connection.dialect.name == "postgresql":
        return gin.numbers(connection, leg, leg.asked.sought)
    pages = (some.page(leg) for some in _ways(connection, leg))
    return select(merged(pages, leg.order, leg.limit).subquery().c.number)


def _ways(connection: Connection, leg: Leg) -> Iterator[Find | Walk]:
    """The events on the leg, class by class."""
    engine = connection.dialect.name
    if leg.asked.sought and engine == "sqlite":
        return fts5.finds(leg, leg.asked.sought)
    return walked(leg, engine)


_ENTRIES = select(
    events.c.number,
    events.c.span_class,
    events.c.day,
    events.c.last_day,
    events.c.published,
    events.c.id,
    events.c.extractor,
    events.c.recorded_at,
    events.c.body,
    *sources.SHOWN,
).join(revisions, sources.read_in(events))


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        event=versions.EVENT.validate_json(row.body),
        article=sources.of(row),
        extractor=row.extractor,
        recorded_at=row.recorded_at,
    )


def _position(row: Row[Any], known: int) -> Position:
    dated = row.span_class != UNDATED
    return Position(dated, row.day, row.last_day, row.published, row.id, known)
