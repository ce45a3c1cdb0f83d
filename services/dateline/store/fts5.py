"""What is sought, as SQLite finds it: the full text has its rows in order of classes and days.

So all that a query asks for becomes one search for words and labels, which starts at the window
and stops where the page is full.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, TableClause, func, select

from dateline.store import search, versions, walks, window
from dateline.store.paging import behind, directed
from dateline.store.placement import NEVER, UNDATED, starts_within
from dateline.store.search import NUMBERS, Sought
from dateline.store.tables import events
from dateline.store.walks import KEYS, Leg, Walk
from dateline.wire.contract import Order


@dataclass(frozen=True, slots=True)
class Find:
    """Events of one class that are found on one shelf of the full text."""

    shelf: TableClause
    span_class: int
    where: tuple[ColumnElement[bool], ...]

    def page(self, leg: Leg) -> Select[Any]:
        """The first of them on a leg, in order: numbers and keys."""
        where = self.where
        if leg.after is not None:
            behind_it = behind(leg.order, KEYS, leg.after.keys)
            where = (*where, self._from(leg.order, leg.after.day), behind_it)
        # The rows are in order of days, but not within a day: all of the last one may count.
        return Walk(events.c.number, KEYS, (*where, self._until(leg, where))).page(leg)

    def begun(self) -> Select[Any, int]:
        """How many of them begin on each day."""
        return Walk(events.c.number, KEYS, self.where).begun()

    def _from(self, order: Order, day: int) -> ColumnElement[bool]:
        row = self.shelf.c.rowid
        if order is Order.ASC:
            return row >= search.first_row(self.span_class, day)
        return row < search.first_row(self.span_class, day + 1)

    def _until(self, leg: Leg, where: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
        """That a row is of no day beyond that of the last one that the leg has room for."""
        row = self.shelf.c.rowid
        in_order = select(row).where(*where).order_by(*directed(leg.order, [row]))
        rows = in_order.limit(leg.limit).subquery()
        if leg.order is Order.ASC:
            return row <= select(func.max(rows.c.rowid).op("|")(NUMBERS - 1)).scalar_subquery()
        return row >= select(func.min(rows.c.rowid).op("&")(-NUMBERS)).scalar_subquery()


def finds(leg: Leg, sought: Sought) -> Iterator[Find]:
    """The events that answer, class by class, among those seen now and those of the past."""
    conditions = list(walks.conditions(leg, leg.asked.named.groups))
    days, past = window.of(leg.asked.query.from_, leg.asked.query.to), leg.asked.past
    for shelf, span_class in product(search.shelves(past=past is not None), leg.classes):
        where = (
            sought.matches(shelf, "sqlite"),
            *_rows(shelf, span_class, days),
            events.c.number == shelf.c.rowid.op("&")(NUMBERS - 1),
            versions.seen(events, past),
            *window.touched(events, span_class, days),
            *conditions,
        )
        yield Find(shelf, span_class, where)


def _rows(
    shelf: TableClause, span_class: int, days: window.Bounds
) -> Iterator[ColumnElement[bool]]:
    """The rows of one class, as far as events may start there that touch the window."""
    bounds = (None, None) if span_class == UNDATED else starts_within(span_class, *days)
    starts_from, starts_to = bounds
    yield shelf.c.rowid >= search.first_row(span_class, max(starts_from or 0, 0))
    yield shelf.c.rowid < search.first_row(
        span_class, NEVER if starts_to is None else starts_to + 1
    )
