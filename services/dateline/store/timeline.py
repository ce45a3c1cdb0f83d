"""The timeline: events in order of when they happen, a page at a time.

The events of one page come from a few short walks along an index, one for each class of length,
merged. So the cost of a page follows its size and not the size of the store.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Row,
    Select,
    Table,
    and_,
    exists,
    func,
    literal,
    select,
    true,
    tuple_,
    union_all,
)

from dateline.model.errors import EventNotFound
from dateline.model.event import Entity, Event
from dateline.store import bearers, order, search, versions
from dateline.store.bearers import Bearers, Group
from dateline.store.placement import LONG, UNDATED, starts_within
from dateline.store.tables import events, mentions, revisions
from dateline.wire.contract import Order, Undated
from dateline.wire.timeline import TimelineQuery


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the timeline an event stands; pages go on after it.

    They answer as of the number of changes that was `known` to the first page, so that together
    they are one answer.
    """

    dated: bool
    day: int
    last_day: int
    published: datetime
    id: str
    known: int


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


def within(
    connection: Connection,
    query: TimelineQuery,
    after: Position | None = None,
    known: int | None = None,
) -> Page:
    """The events that answer the query, from the position on.

    All that is known counts, or the first so many changes: see `store.order.known_at`.
    """
    asked = _asked(connection, query, after, known)
    names = Page((), None, asked.named.entities, asked.named.unknown)
    if asked.named.nobody:
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
    asked = _asked(connection, query, None, known)
    names = Page((), None, asked.named.entities, asked.named.unknown)
    begun: Counter[date] = Counter()
    if asked.named.nobody:
        return begun, names
    first, last = query.from_ or date.min, query.to or date.max
    conditions = list(_conditions(connection, asked))
    for span_class in range(LONG + 1):
        for day, count in connection.execute(_counted(asked, conditions, span_class)):
            begun[min(max(date.fromordinal(day), first), last)] += count
    return begun, names


def ever(connection: Connection, query: TimelineQuery) -> Select[Any]:
    """The versions of dated events that answer the query, whenever they were seen."""
    named = bearers.of(connection, query, past=None)
    asked = _Asked(query, named, after=None, known=0, past=0)
    clock, own = _clock(named.groups)
    return select(events.c.number, events.c.id).where(
        own,
        events.c.span_class != UNDATED,
        *_conditions(connection, asked),
        *_window(query, LONG, clock.c.day),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query with what its names stand for, where to go on, and how much is known.

    `past` is the number of changes known, or None where that is all of them.
    """

    query: TimelineQuery
    named: Bearers
    after: Position | None
    known: int
    past: int | None


def _asked(
    connection: Connection, query: TimelineQuery, after: Position | None, known: int | None
) -> _Asked:
    if query.as_of and after is None and known is None:
        raise ValueError("as_of is an instant: say which changes were known then")
    last = order.last(connection)
    if after is not None:
        known = after.known
    elif known is None:
        known = last
    past = None if known == last else known
    return _Asked(query, bearers.of(connection, query, past), after, known, past)


def _rows(connection: Connection, asked: _Asked) -> list[Row[Any]]:
    """One row more than fit on the page, so that we know whether there is another page."""
    query, after = asked.query, asked.after
    conditions = list(_conditions(connection, asked))
    wanted = query.limit + 1
    rows: list[Row[Any]] = []
    if after is None or after.dated:
        branches = [_branch(asked, conditions, span_class, after) for span_class in range(LONG + 1)]
        rows = _read(connection, branches, query.order, wanted)
    if query.undated is Undated.INCLUDE and len(rows) < wanted:
        inside = after if after and not after.dated else None
        undated = [_branch(asked, conditions, UNDATED, inside)]
        rows += _read(connection, undated, query.order, wanted - len(rows))
    return rows


def _conditions(connection: Connection, asked: _Asked) -> Iterator[ColumnElement[bool]]:
    """What every event of the answer must fulfil, whenever it happens."""
    query = asked.query
    yield events.c.genericity.is_(None)
    for column, chosen in _chosen(query):
        if chosen:
            yield column.in_(chosen)
    if query.min_confidence is not None:
        yield events.c.confidence >= query.min_confidence
    yield from _published(query)
    if query.q is not None:
        yield search.matching(connection, query.q, past=asked.past is not None)
    for group in asked.named.groups[1:]:
        also = mentions.alias()
        yield exists().where(also.c.event == events.c.number, group.stands(also))


def _chosen(query: TimelineQuery) -> Iterator[tuple[ColumnElement[str], Sequence[str]]]:
    """The columns of an event with the values of which one is enough."""
    yield events.c.status, query.status
    yield events.c.kind, query.kind
    yield events.c.type, query.type
    yield events.c.basis, query.basis


def _published(query: TimelineQuery) -> Iterator[ColumnElement[bool]]:
    """What the article of an event must fulfil, in the revision in which it was read."""
    asked = list(_of_article(query))
    if asked:
        article = (revisions.c.article_id, revisions.c.revision)
        event = (events.c.article_id, events.c.revision)
        same = (mine == its for mine, its in zip(article, event, strict=True))
        yield exists().where(*same, *asked)


def _of_article(query: TimelineQuery) -> Iterator[ColumnElement[bool]]:
    if query.source:
        yield revisions.c.source.in_(query.source)
    if query.language:
        yield revisions.c.language.in_(query.language)
    if query.published_from:
        yield revisions.c.published_on >= query.published_from
    if query.published_to:
        yield revisions.c.published_on <= query.published_to


def _branch(
    asked: _Asked,
    conditions: Sequence[ColumnElement[bool]],
    span_class: int,
    after: Position | None,
) -> Select[Any]:
    """The first events of one class of length, walked along one index."""
    query = asked.query
    clock, own = _clock(asked.named.groups)
    by = (clock.c.day, events.c.last_day, events.c.published, events.c.id)
    found = (
        select(events.c.number, *by)
        .where(own, versions.seen(clock, asked.past), clock.c.span_class == span_class, *conditions)
        .order_by(*_directed(query.order, by))
        .limit(query.limit + 1)
    )
    if span_class != UNDATED:
        found = found.where(*_window(query, span_class, clock.c.day))
    if after is not None:
        found = found.where(*_beyond(query.order, by, after))
    return select(found.subquery())


def _counted(
    asked: _Asked, conditions: Sequence[ColumnElement[bool]], span_class: int
) -> Select[Any]:
    """How many events of one class of length begin on each day."""
    clock, own = _clock(asked.named.groups)
    return (
        select(clock.c.day, func.count())
        .where(own, versions.seen(clock, asked.past), clock.c.span_class == span_class, *conditions)
        .where(*_window(asked.query, span_class, clock.c.day))
        .group_by(clock.c.day)
    )


def _clock(groups: Sequence[Group]) -> tuple[Table, ColumnElement[bool]]:
    """The table whose index gives the events in order, and its tie to the events."""
    if not groups:
        return events, true()
    first = groups[0]
    if len(first.ids) == 1:
        return mentions, and_(mentions.c.event == events.c.number, first.stands(mentions))
    mentioned = select(mentions.c.event).where(first.stands(mentions))
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
    direction: Order, columns: Sequence[ColumnElement[Any]], after: Position
) -> Iterator[ColumnElement[bool]]:
    """Behind the position, in the order asked for."""
    values = (after.day, after.last_day, after.published, after.id)
    here = tuple_(*columns)
    there = tuple_(
        *(literal(value, column.type) for value, column in zip(values, columns, strict=True))
    )
    if direction is Order.ASC:
        yield columns[0] >= after.day
        yield here > there
    else:
        yield columns[0] <= after.day
        yield here < there


def _directed(direction: Order, columns: Iterable[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    return [column if direction is Order.ASC else column.desc() for column in columns]


def _read(
    connection: Connection, branches: Sequence[Select[Any]], direction: Order, limit: int
) -> list[Row[Any]]:
    """The first events of all branches, merged in order, with their articles."""
    merged = union_all(*branches).subquery()
    by = (merged.c.day, merged.c.last_day, merged.c.published, merged.c.id)
    first = select(merged.c.number).order_by(*_directed(direction, by)).limit(limit)
    by = (events.c.day, events.c.last_day, events.c.published, events.c.id)
    wanted = _ENTRIES.where(events.c.number.in_(select(first.subquery().c.number)))
    return list(connection.execute(wanted.order_by(*_directed(direction, by))))


_ENTRIES = select(
    events.c.number,
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
        event=versions.EVENT.validate_json(row.body),
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


def _position(row: Row[Any], known: int) -> Position:
    dated = row.span_class != UNDATED
    return Position(dated, row.day, row.last_day, row.published, row.id, known)
