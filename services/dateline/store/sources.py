"""Sources: the article that an event or a fact was read in, as its revision had it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_

from dateline.store.tables import revisions


@dataclass(frozen=True, slots=True)
class Source:
    """What is shown of the article with everything that was read in it."""

    id: str
    url: str | None
    title: str | None
    source: str | None
    published_on: date
    published_at: datetime | None


SHOWN = (
    revisions.c.article_id,
    revisions.c.url,
    revisions.c.title,
    revisions.c.source,
    revisions.c.published_on,
    revisions.c.published_at,
)


def read_in(table: Table) -> ColumnElement[bool]:
    """That a row of events or facts was read in the revision."""
    return and_(
        revisions.c.article_id == table.c.article_id, revisions.c.revision == table.c.revision
    )


def of(row: Row[Any]) -> Source:
    """The source of a row that holds what is `SHOWN`."""
    return Source(
        id=row.article_id,
        url=row.url,
        title=row.title,
        source=row.source,
        published_on=row.published_on,
        published_at=row.published_at,
    )
