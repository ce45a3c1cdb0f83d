"""The backlog: what is owed at the moment, and how fast it goes."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from dateline.store import instant
from dateline.store.instant import seconds_from_now
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


def backlog(connection: Connection) -> Backlog:
    """The backlog as it is now."""
    now = instant.read(connection)
    due = queued & (articles.c.not_before <= now)
    oldest = connection.scalar(select(func.min(articles.c.not_before)).where(due))
    tokens = connection.scalars(select(articles.c.lease_token).where(processing).distinct())
    return Backlog(
        waiting=_count(connection, due),
        resting=_count(connection, queued & (articles.c.not_before > now)),
        running=_count(connection, processing),
        done_last_minute=_count(
            connection, extractions.c.recorded_at > seconds_from_now(-RECENTLY)
        ),
        dead=_count(connection, failed & articles.c.discarded_at.is_(None)),
        age=None if oldest is None else now - oldest,
        workers=tuple(sorted({token.rpartition("/")[0] for token in tokens if token})),
    )


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).where(condition)).scalar_one()
