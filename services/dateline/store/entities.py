"""Entities: whoever and whatever has a name in the events."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dateline.model.event import Entity
from dateline.model.names import normal
from dateline.store.tables import entities


def called(connection: Connection, name_or_id: str) -> list[Entity]:
    """The entity of this id, or else all that bear this name; none where nobody does."""
    return by_ids(connection, [name_or_id]) or by_name(connection, name_or_id)


def by_name(connection: Connection, name: str) -> list[Entity]:
    """All that bear this name, however it is spelt."""
    rows = connection.execute(
        select(entities).where(entities.c.normal == normal(name)).order_by(entities.c.id)
    )
    return [Entity(row.id, row.name, row.type) for row in rows]


def by_ids(connection: Connection, ids: Sequence[str]) -> list[Entity]:
    """The entities of these ids, as far as there are any."""
    rows = connection.execute(
        select(entities).where(entities.c.id.in_(ids)).order_by(entities.c.id)
    )
    return [Entity(row.id, row.name, row.type) for row in rows]
