"""All rows of a query, however many there are."""

from collections.abc import Iterator

from sqlalchemy import Connection

from dateline.store import timeline
from dateline.store.timeline import Entry
from dateline.wire.contract import Undated
from dateline.wire.timeline import LIMIT, TimelineQuery


def of(
    connection: Connection, query: TimelineQuery, *, dated_only: bool, known: int | None = None
) -> Iterator[Entry]:
    """The entries that answer the query, read from the store page by page.

    All that is known counts, or the first so many changes.
    """
    paged = {"limit": LIMIT, "cursor": None}
    asked = query.model_copy(
        update=paged | {"undated": Undated.EXCLUDE} if dated_only else paged,
    )
    page = timeline.within(connection, asked, known=known)
    yield from page.entries
    while page.next:
        page = timeline.within(connection, asked, page.next)
        yield from page.entries
