"""The timeline: events in order of when they happen, a page at a time.

The events of one page come from a few short walks along an index, one for each class of length,
merged. So the cost of a page follows its size and not the size of the store.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    exists,
    literal,
    select,
    true,
    tuple_,
    union_all,
)

from dateline.model.event import Entity, Event
from dateline.store import entities, search
from dateline.store.events import EVENT
from dateline.store.placement import LONG, UNDATED, starts_within
from dateline.store.tables import events, mentions, revisions
from dateline.wire.contract import Order, Undated
from dateline.wire.timeline import TimelineQuery


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the timeline an event stands; pages go on after it."""

    dated: bool
    day: int
    last_day: int
    published: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Source:
    """The article that an event was read in, as its revision had it."""

    id: str
    url: str | None
    title: str | None
    source: str | None
    published_on: date
    published_at: datetime | None


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


def within(connection: Connection, query: TimelineQuery, after: Position | None = None) -> Page:
    """The events that answer the query, from the position on."""
    named = {name: entities.called(connection, name) for name in query.entity}
    unknown = tuple(name for name, found in named.items() if not found)
    found = tuple({entity.id: entity for group in named.values() for entity in group}.values())
    if unknown:
        return Page((), None, found, unknown)
    rows = _rows(connection, query, list(named.values()), after)
    page, more = rows[: query.limit], rows[query.limit :]
    return Page(
        entries=tuple(map(_entry, page)),
        next=_position(page[-1]) if more else None,
        entities=found,
    )


def _rows(
    connection: Connection,
    query: TimelineQuery,
    named: Sequence[Sequence[Entity]],
    after: Position | None,
) -> list[Row[Any]]:
    """One row more than fit on the page, so that we know whether there is another page."""
    asked = list(_conditions(connection, query, named))
    wanted = query.limit + 1
    rows: list[Row[Any]] = []
    if after is None or after.dated:
        branches = [
            _branch(query, named, asked, span_class, after) for span_class in range(LONG + 1)
        ]
        rows = _read(connection, branches, query.order, wanted)
    if query.undated is Undated.INCLUDE and len(rows) < wanted:
        inside = after if after and not after.dated else None
        undated = [_branch(query, named, asked, UNDATED, inside)]
        rows += _read(connection, undated, query.order, wanted - len(rows))
    return rows


def _conditions(
    connection: Connection, query: TimelineQuery, named: Sequence[Sequence[Entity]]
) -> Iterator[ColumnElement[bool]]:
    """What every event of the answer must fulfil, whenever it happens."""
    yield events.c.genericity.is_(None)
    if query.status:
        yield events.c.status.in_(query.status)
    if query.q is not None:
        yield search.matching(connection, query.q)
    for group in named[1:]:
        also = mentions.alias()
        yield exists().where(
            also.c.event == events.c.number,
            also.c.entity_id.in_([entity.id for entity in group]),
        )


def _branch(
    query: TimelineQuery,
    named: Sequence[Sequence[Entity]],
    asked: Sequence[ColumnElement[bool]],
    span_class: int,
    after: Position | None,
) -> Select[Any]:
    """The first events of one class of length, walked along one index."""
    clock, own = _clock(named)
    order = (clock.c.day, events.c.last_day, events.c.published, events.c.id)
    found = (
        select(events.c.number, *order)
        .where(own, clock.c.span_class == span_class, *asked)
        .order_by(*_directed(query.order, order))
        .limit(query.limit + 1)
    )
    if span_class != UNDATED:
        found = found.where(*_window(query, span_class, clock.c.day))
    if after is not None:
        found = found.where(*_beyond(query.order, order, after))
    return select(found.subquery())


def _clock(named: Sequence[Sequence[Entity]]) -> tuple[Table, ColumnElement[bool]]:
    """The table whose index gives the events in order, and its tie to the events."""
    if not named:
        return events, true()
    first = [entity.id for entity in named[0]]
    if len(first) == 1:
        return mentions, and_(mentions.c.event == events.c.number, mentions.c.entity_id == first[0])
    mentioned = select(mentions.c.event).where(mentions.c.entity_id.in_(first))
    return events, events.c.number.in_(mentioned)


def _window(
    query: TimelineQuery, span_class: int, day: ColumnElement[int]
) -> Iterator[ColumnElement[bool]]:
    """Touching the days asked for, said so that the index on the starting day can help."""
    first = query.from_.toordinal() if query.from_ else None
    last = query.to.toordinal() if query.to else None
    starts_from, starts_to = starts_within(span_class, first, last)
    if starts_from is not None:
        yield day >= starts_from
    if starts_to is not None:
        yield day <= starts_to
    if first is not None:
        yield events.c.reach_to >= first
    if last is not None:
        yield events.c.reach_from <= last


def _beyond(
    order: Order, columns: Sequence[ColumnElement[Any]], after: Position
) -> Iterator[ColumnElement[bool]]:
    """Behind the position, in the order asked for."""
    values = (after.day, after.last_day, after.published, after.id)
    here = tuple_(*columns)
    there = tuple_(
        *(literal(value, column.type) for value, column in zip(values, columns, strict=True))
    )
    if order is Order.ASC:
        yield columns[0] >= after.day
        yield here > there
    else:
        yield columns[0] <= after.day
        yield here < there


def _directed(order: Order, columns: Iterable[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    return [column if order is Order.ASC else column.desc() for column in columns]


def _read(
    connection: Connection, branches: Sequence[Select[Any]], order: Order, limit: int
) -> list[Row[Any]]:
    """The first events of all branches, merged in order, with their articles."""
    merged = union_all(*branches).subquery()
    by = (merged.c.day, merged.c.last_day, merged.c.published, merged.c.id)
    first = select(merged.c.number).order_by(*_directed(order, by)).limit(limit)
    by = (events.c.day, events.c.last_day, events.c.published, events.c.id)
    entries = _ENTRIES.where(events.c.number.in_(select(first.subquery().c.number)))
    return list(connection.execute(entries.order_by(*_directed(order, by))))


_ENTRIES = select(
    events.c.span_class,
    events.c.day,
    events.c.last_day,
    events.c.published,
    events.c.id,
    events.c.article_id,
    events.c.extractor,
    events.c.recorded_at,
    events.c.body,
    revisions.c.url,
    revisions.c.title,
    revisions.c.source,
    revisions.c.published_on,
    revisions.c.published_at,
).join(
    revisions,
    and_(
        revisions.c.article_id == events.c.article_id,
        revisions.c.revision == events.c.revision,
    ),
)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        event=EVENT.validate_json(row.body),
        article=Source(
            id=row.article_id,
            url=row.url,
            title=row.title,
            source=row.source,
            published_on=row.published_on,
            published_at=row.published_at,
        ),
        extractor=row.extractor,
        recorded_at=row.recorded_at,
    )


def _position(row: Row[Any]) -> Position:
    return Position(row.span_class != UNDATED, row.day, row.last_day, row.published, row.id)
