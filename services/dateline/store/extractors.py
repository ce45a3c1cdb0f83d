"""Extractors: who reads at present, by the name that stands on all that they read."""

from sqlalchemy import Connection, select, update

from dateline.store import database
from dateline.store.instant import EPOCH, now
from dateline.store.tables import extractors


def introduce(connection: Connection, name: str) -> None:
    """Note that a worker with this extractor has started."""
    known = update(extractors).where(extractors.c.name == name).values(introduced_at=now())
    if not connection.execute(known).rowcount:
        database.insert_new(connection, extractors, [{"name": name, "introduced_at": EPOCH}])
        connection.execute(known)


def current(connection: Connection) -> str | None:
    """The extractor of the worker that started last; None while there was none."""
    last = select(extractors.c.name).order_by(extractors.c.introduced_at.desc()).limit(1)
    return connection.scalar(last)
