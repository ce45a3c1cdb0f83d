"""Walks: the events that answer, read off an index in order, one class of length at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, func, select, union_all

from dateline.store import filters, search, versions, window
from dateline.store.asked import Asked, Position
from dateline.store.bearers import Group
from dateline.store.paging import behind, directed
from dateline.store.placement import UNDATED
from dateline.store.tables import events, mentions
from dateline.wire.contract import Generic, Order, Undated
from dateline.wire.timeline import TimelineQuery

Keys = tuple[ColumnElement[Any], ...]
KEYS: Keys = (events.c.day, events.c.last_day, events.c.published, events.c.id)

_NAMES = ("day", "last_day", "published", "id")


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of an answer: at most so many events of some classes, after a position."""

    asked: Asked
    classes: Sequence[int]
    after: Position | None
    limit: int

    @property
    def order(self) -> Order:
        """The order asked for."""
        return self.asked.query.order


@dataclass(frozen=True, slots=True)
class Walk:
    """Some of the events that answer: the number and the keys of each, and what they fulfil."""

    number: ColumnElement[Any]
    keys: Keys
    where: Sequence[ColumnElement[bool]]

    def page(self, leg: Leg, limit: int | None = None) -> Select[Any]:
        """The first of them on a leg, in order: numbers and keys."""
        labelled = (key.label(name) for key, name in zip(self.keys, _NAMES, strict=True))
        found = select(self.number.label("number"), *labelled).where(*self.where)
        if leg.after is not None:
            found = found.where(behind(leg.order, self.keys, leg.after.keys))
        return found.order_by(*directed(leg.order, self.keys)).limit(limit or leg.limit)

    def begun(self) -> Select[Any, int]:
        """How many of them begin on each day."""
        return select(self.keys[0], func.count()).where(*self.where).group_by(self.keys[0])


@dataclass(frozen=True, slots=True)
class Clock:
    """A table that is indexed in the order of the timeline, as far as `own` holds."""

    table: Table
    number: ColumnElement[Any]
    keys: Keys
    own: Sequence[ColumnElement[bool]]
    rest: Sequence[Group]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Clock":
        """That of the first group, where it is one entity; otherwise that of all events."""
        if groups and len(groups[0].ids) == 1:
            keys = (mentions.c.day, mentions.c.last_day, mentions.c.published, mentions.c.event_id)
            own = (groups[0].stands(mentions),)
            return cls(mentions, mentions.c.event, keys, own, groups[1:])
        return cls(events, events.c.number, KEYS, (), groups)

    def walk(
        self, asked: Asked, span_class: int, conditions: Sequence[ColumnElement[bool]]
    ) -> Walk:
        """The events of one class that fulfil conditions on the table `events`."""
        tied = () if self.table is events or not conditions else (self.number == events.c.number,)
        where = (
            *self.own,
            versions.seen(self.table, asked.past),
            self.table.c.span_class == span_class,
            *window.touched(self.table, span_class, window.of(asked.query.from_, asked.query.to)),
            *filters.published(self.table, asked.query),
        )
        return Walk(self.number, self.keys, (*where, *tied, *conditions))


def walked(leg: Leg, engine: str) -> Iterator[Walk]:
    """The events on the leg, class by class."""
    clock = Clock.of(leg.asked.named.groups)
    also = (*conditions(leg, clock.rest), *words(leg, engine))
    return (clock.walk(leg.asked, span_class, also) for span_class in leg.classes)


def conditions(leg: Leg, groups: Iterable[Group]) -> Iterator[ColumnElement[bool]]:
    """What an event must be, beside being in the window; somebody of each group stands in it."""
    yield from filters.of(leg.asked.query, groups)
    if UNDATED in leg.classes:
        yield from _particular(leg.asked.query)


def _particular(query: TimelineQuery) -> Iterator[ColumnElement[bool]]:
    """Which of the undated are asked for: what is said of no particular event is among them."""
    if query.generic is Generic.EXCLUDE:
        yield events.c.genericity.is_(None)
    elif query.undated is Undated.EXCLUDE:
        yield events.c.genericity.is_not(None)


def words(leg: Leg, engine: str) -> Iterator[ColumnElement[bool]]:
    """That an event holds the words asked for, where any are."""
    if wanted := leg.asked.words:
        yield search.holding(engine, wanted, past=leg.asked.past is not None)


def merged(pages: Iterable[Select[Any]], order: Order, limit: int) -> Select[Any]:
    """The first of all pages, in order: numbers and keys."""
    # SQLite takes an ordered branch of a union only as a sub-query.
    together = union_all(*(select(page.subquery()) for page in pages)).subquery()
    return select(together).order_by(*directed(order, keys_of(together))).limit(limit)


def keys_of(page: FromClause) -> list[ColumnElement[Any]]:
    """The columns by which a page is in order."""
    return [page.c[name] for name in _NAMES]
