"""All rows of a query, however many there are."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Engine

from dateline.store import database, timeline
from dateline.store.asked import Position
from dateline.store.timeline import Entry, Page
from dateline.store.withdrawn import Withdrawn, since
from dateline.wire.contract import LIMIT, Generic, Undated
from dateline.wire.timeline import TimelineQuery

# How long a calendar says of an entry that it is cancelled.
KEPT = timedelta(days=90)


def of(
    engine: Engine, query: TimelineQuery, *, dated_only: bool, known: int | None = None
) -> Iterator[Entry]:
    """The entries that answer the query: all that is known now, or the first so many changes.

    They are read page by page, and whoever takes them slowly holds up nothing in the store: the
    position after a page knows of which moment it is.
    """
    asked = query.model_copy(update={"limit": LIMIT, "cursor": None})
    if dated_only:
        asked = asked.model_copy(update={"undated": Undated.EXCLUDE, "generic": Generic.EXCLUDE})
    page = _page(engine, asked, None, known)
    yield from page.entries
    while page.next:
        page = _page(engine, asked, page.next, known)
        yield from page.entries


def withdrawn(engine: Engine, query: TimelineQuery, at: datetime) -> Iterator[Withdrawn]:
    """What the query gave in the ninety days before that instant and gives no more.

    An answer of the past stays as it is: nothing is withdrawn from it.
    """
    if query.as_of:
        return
    with database.reading(engine) as connection:
        yield from since(connection, query, at - KEPT)


def _page(engine: Engine, query: TimelineQuery, after: Position | None, known: int | None) -> Page:
    with database.reading(engine) as connection:
        return timeline.within(connection, query, after, known)
