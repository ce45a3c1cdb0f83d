"""The list of articles: what came in, what waits, what failed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, literal, select, tuple_

from dateline.model.article import Article, State
from dateline.store.articles import draft_of
from dateline.store.tables import articles, revisions
from dateline.wire.article import ArticlesQuery
from dateline.wire.contract import Order


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list an article stands."""

    received_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some articles in order, without their texts; `next` is None on the last page."""

    articles: tuple[Article, ...]
    next: Place | None


def page(connection: Connection, query: ArticlesQuery, after: Place | None = None) -> Page:
    """The articles that answer the query, from the place on."""
    order = (articles.c.received_at, articles.c.id)
    rows = connection.execute(
        _HEADS.where(*_conditions(query), *_behind(query.order, after))
        .order_by(*(c if query.order is Order.ASC else c.desc() for c in order))
        .limit(query.limit + 1)
    ).all()
    shown = tuple(
        Article(
            id=row.id,
            revision=row.revision,
            state=State(row.state),
            draft=draft_of(row),
            attempts=row.attempts,
            last_error=row.last_error,
            received_at=row.received_at,
        )
        for row in rows[: query.limit]
    )
    more = len(rows) > query.limit
    return Page(shown, Place(shown[-1].received_at, shown[-1].id) if more else None)


def _conditions(query: ArticlesQuery) -> Iterator[ColumnElement[bool]]:
    if query.state:
        yield articles.c.state.in_(query.state)
    if query.source:
        yield revisions.c.source.in_(query.source)
    if query.published_from:
        yield revisions.c.published_on >= query.published_from
    if query.published_to:
        yield revisions.c.published_on <= query.published_to


def _behind(order: Order, after: Place | None) -> Iterator[ColumnElement[bool]]:
    if after is None:
        return
    here = tuple_(articles.c.received_at, articles.c.id)
    there = tuple_(
        literal(after.received_at, articles.c.received_at.type),
        literal(after.id, articles.c.id.type),
    )
    yield here > there if order is Order.ASC else here < there


_HEADS = select(
    articles.c.id,
    articles.c.revision,
    articles.c.state,
    articles.c.attempts,
    articles.c.last_error,
    articles.c.received_at,
    # A page of 500 texts would be read for nothing.
    literal("").label("text"),
    *(c for c in revisions.c if c.name not in ("article_id", "revision", "text")),
).join(
    revisions,
    (revisions.c.article_id == articles.c.id) & (revisions.c.revision == articles.c.revision),
)
