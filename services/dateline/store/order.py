"""The one order of all changes: the order in which they become visible.

The numbers lie in one row. Whoever takes some holds that row until the transaction ends, so that
a number is visible only when all before it are, and none is lost. Take them last of all: nobody
else can while the transaction goes on.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, case, select, update

from dateline.model.errors import InFuture
from dateline.store import database, instant
from dateline.store.instant import now
from dateline.store.tables import changes, latest


@dataclass(frozen=True, slots=True)
class Taken:
    """Numbers from `first` on, all of the same instant: later than any taken before."""

    first: int
    at: datetime


def take(connection: Connection, count: int) -> Taken:
    """So many numbers for this transaction, the next in the order."""
    # The clock may step back; the order of changes and that of their instants are the same.
    later = case((latest.c.at < now(), now()), else_=latest.c.at + 1)
    row = connection.execute(
        update(latest)
        .values(number=latest.c.number + count, at=later)
        .returning(latest.c.number, latest.c.at)
    ).one()
    return Taken(row.number - count + 1, row.at)


def last(connection: Connection) -> int:
    """The number of the latest change; 0 while there was none."""
    number: int = connection.execute(select(latest.c.number)).scalar_one()
    return number


def known_at(engine: Engine, moment: datetime | None) -> int | None:
    """The number of the last change that was visible at that instant, for good: 0 for none.

    Without an instant there is no such number: all that is known counts.

    A change under way may bear an earlier instant: it is waited for, and all that come after it
    bear a later one.
    """
    if moment is None:
        return None
    with database.reading(engine) as connection:
        if moment >= instant.read(connection):
            raise InFuture(moment)
        is_past = connection.execute(select(latest.c.at >= moment)).scalar_one()
    if not is_past:
        with database.writing(engine) as connection:
            connection.execute(update(latest).where(latest.c.at < moment).values(at=moment))
    with database.reading(engine) as connection:
        until = select(changes.c.seq).where(changes.c.at <= moment)
        return connection.scalar(until.order_by(changes.c.at.desc(), changes.c.seq.desc())) or 0
