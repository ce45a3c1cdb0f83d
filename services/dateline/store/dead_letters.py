"""Dead letters: articles that were given up, until somebody tries again or lets them be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    and_,
    literal,
    select,
    tuple_,
    update,
)

from dateline.model.article import State
from dateline.store.instant import now
from dateline.store.tables import articles, failed, revisions
from dateline.wire.dead_letter import DeadLetterChoice


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An article that was given up: why, when, and after how many attempts.

    `traceback` is None where the worker was lost and could say nothing.
    """

    article_id: str
    revision: int
    url: str | None
    title: str | None
    source: str | None
    attempts: int
    error: str
    traceback: str | None
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the list a dead letter stands; pages go on after it."""

    failed_at: datetime
    article_id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some dead letters, the latest first; `next` is where the page after starts, or None."""

    letters: tuple[DeadLetter, ...]
    next: Position | None


def among(
    connection: Connection,
    choice: DeadLetterChoice,
    limit: int,
    after: Position | None = None,
) -> Page:
    """The dead letters of that choice, from the position on."""
    order = (articles.c.failed_at, articles.c.id)
    wanted = (
        _LETTERS.where(_chosen(choice))
        .order_by(*(column.desc() for column in order))
        .limit(limit + 1)
    )
    if after is not None:
        failed_at = literal(after.failed_at, articles.c.failed_at.type)
        wanted = wanted.where(tuple_(*order) < tuple_(failed_at, literal(after.article_id)))
    rows = [DeadLetter(*row) for row in connection.execute(wanted)]
    page, more = rows[:limit], rows[limit:]
    return Page(
        letters=tuple(page),
        next=Position(page[-1].failed_at, page[-1].article_id) if more else None,
    )


def retry(connection: Connection, choice: DeadLetterChoice) -> int:
    """Have the articles read again, with all their attempts before them; how many they are."""
    again = update(articles).values(
        state=State.QUEUED,
        attempts=0,
        not_before=now(),
        rung_at=None,
        failed_at=None,
        discarded_at=None,
    )
    return _rows(connection.execute(again.where(_chosen(choice))))


def discard(connection: Connection, choice: DeadLetterChoice) -> int:
    """Let the articles be: they stay failed, and are dead letters no more; how many they are."""
    let_be = update(articles).values(discarded_at=now())
    return _rows(connection.execute(let_be.where(_chosen(choice))))


_LETTERS = select(
    articles.c.id,
    articles.c.revision,
    revisions.c.url,
    revisions.c.title,
    revisions.c.source,
    articles.c.attempts,
    articles.c.last_error,
    articles.c.traceback,
    articles.c.failed_at,
).join(
    revisions,
    and_(
        revisions.c.article_id == articles.c.id,
        revisions.c.revision == articles.c.revision,
    ),
)


def _chosen(choice: DeadLetterChoice) -> ColumnElement[bool]:
    conditions = [failed, articles.c.discarded_at.is_(None)]
    if choice.id:
        conditions.append(articles.c.id.in_(choice.id))
    if choice.source:
        of_source = select(revisions.c.article_id).where(
            revisions.c.article_id == articles.c.id,
            revisions.c.revision == articles.c.revision,
            revisions.c.source.in_(choice.source),
        )
        conditions.append(of_source.correlate(articles).exists())
    if choice.error:
        conditions.append(articles.c.last_error.startswith(choice.error, autoescape=True))
    return and_(*conditions)


def _rows(result: CursorResult[Any]) -> int:
    return result.rowcount
