"""The backlog: what is owed at the moment, and how fast it goes."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.model.errors import Backlogged
from dateline.store.instant import now, seconds_from_now
from dateline.store.tables import articles, extractions, failed, processing, queued

RECENTLY = 60


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many articles wait, rest after a failure, are read, were read lately, are given up.

    `age` is how long the oldest has been waiting, None where none waits; `workers` are the
    processes that are reading.
    """

    waiting: int
    resting: int
    running: int
    done_last_minute: int
    dead: int
    age: timedelta | None
    workers: tuple[str, ...]


_OLDEST = select(now(), func.min(articles.c.not_before)).where(queued)


def check(connection: Connection, longest: float) -> None:
    """Raise Backlogged where an article has been waiting for more than these seconds."""
    waiting = age(connection)
    if waiting is not None and waiting.total_seconds() > longest:
        raise Backlogged(waiting.total_seconds())


def age(connection: Connection) -> timedelta | None:
    """How long the oldest article has been waiting to be read; None where none waits."""
    at, oldest = connection.execute(_OLDEST).one()
    return at - oldest if oldest is not None and oldest <= at else None


def backlog(connection: Connection) -> Backlog:
    """The backlog as it is now."""
    due = queued & (articles.c.not_before <= now())
    tokens = connection.scalars(select(articles.c.lease_token).where(processing).distinct())
    return Backlog(
        waiting=_count(connection, due),
        resting=_count(connection, queued & (articles.c.not_before > now())),
        running=_count(connection, processing),
        done_last_minute=_count(
            connection, extractions.c.recorded_at > seconds_from_now(-RECENTLY)
        ),
        dead=_count(connection, failed & articles.c.discarded_at.is_(None)),
        age=age(connection),
        workers=tuple(sorted({token.rpartition("/")[0] for token in tokens if token})),
    )


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).where(condition)).scalar_one()
