"""Filters: what an event of the answer must be, besides being where it is on the calendar."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Table, exists

from dateline.store import labels
from dateline.store.bearers import Group
from dateline.store.sources import read_in
from dateline.store.tables import events, mentions, revisions
from dateline.wire.timeline import EventFilter


def of(query: EventFilter, groups: Iterable[Group]) -> Iterator[ColumnElement[bool]]:
    """The conditions on a row of `events`, in which somebody of each group must stand."""
    for name in labels.OF_EVENT:
        if chosen := getattr(query, name):
            yield events.c[name].in_(chosen)
    yield from published(events, query)
    if query.min_confidence is not None:
        yield events.c.confidence >= query.min_confidence
    if article := list(_of_article(query)):
        yield exists().where(read_in(events), *article)
    for group in groups:
        also = mentions.alias()
        yield exists().where(also.c.event == events.c.number, group.stands(also))


def published(placed: Table, query: EventFilter) -> Iterator[ColumnElement[bool]]:
    """That a row was published about the days asked for, said of the instant that it repeats."""
    # No zone is a whole day away from Coordinated Universal Time.
    day = timedelta(1)
    if query.published_from and query.published_from > date.min:
        yield placed.c.published >= _start(query.published_from - day)
    if query.published_to and query.published_to < date.max - day:
        yield placed.c.published < _start(query.published_to + 2 * day)


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _of_article(query: EventFilter) -> Iterator[ColumnElement[bool]]:
    """What the article of an event must be, in the revision in which it was read."""
    for name in labels.OF_REVISION:
        if chosen := getattr(query, name):
            yield revisions.c[name].in_(chosen)
    if query.published_from:
        yield revisions.c.published_on >= query.published_from
    if query.published_to:
        yield revisions.c.published_on <= query.published_to
