"""Windows: whether what is placed on the calendar touches the days asked for."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, FromClause, Table, case

from dateline.store.placement import NEVER, OPEN, OPEN_REACH, UNDATED, starts_within

Bounds = tuple[int | None, int | None]


def of(first: date | None, last: date | None) -> Bounds:
    """The first and the last day as days of the index; None where any will do."""
    return (
        first.toordinal() if first else None,
        last.toordinal() if last else None,
    )


def touched(placed: FromClause, span_class: int, days: Bounds) -> Iterator[ColumnElement[bool]]:
    """That an event of this class touches the window, said of no more than its two days."""
    if span_class == UNDATED:
        return
    (first, last), (starts_from, starts_to) = days, starts_within(span_class, *days)
    day, last_day = placed.c.day, placed.c.last_day
    if starts_from is not None:
        yield day >= starts_from
    if starts_to is not None:
        yield day <= starts_to
    if first is not None:
        yield _reaches_to(placed, span_class) >= first
    if last is not None and span_class == OPEN:
        # Of all others the day on which they start is enough.
        yield case((last_day == day, day - OPEN_REACH), else_=day) <= last


def reached(placed: Table, days: Bounds) -> Iterator[ColumnElement[bool]]:
    """The same of events or facts of whatever class."""
    first, last = days
    if first is not None:
        yield placed.c.reach_to >= first
    if last is not None:
        yield placed.c.reach_from <= last


def _reaches_to(placed: FromClause, span_class: int) -> ColumnElement[int]:
    day, last_day = placed.c.day, placed.c.last_day
    if span_class == OPEN:
        return case((last_day == NEVER, day + OPEN_REACH), else_=last_day)
    return last_day
