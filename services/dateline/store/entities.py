"""Entities: whoever and whatever has a name in the events."""

from sqlalchemy import ColumnElement, Connection, exists, select

from dateline.model.event import Entity
from dateline.model.names import normal
from dateline.store.tables import entities, mentions


def called(connection: Connection, name_or_id: str, past: int | None = None) -> list[Entity]:
    """The entity of this id, or else all that bear this name; none where nobody does.

    With `past`, those that stood in an event when that many changes were known.
    """
    by_id, by_name = entities.c.id == name_or_id, entities.c.normal == normal(name_or_id)
    return _those(connection, by_id, past) or _those(connection, by_name, past)


def _those(connection: Connection, wanted: ColumnElement[bool], past: int | None) -> list[Entity]:
    found = select(entities).where(wanted).order_by(entities.c.id)
    if past is not None:
        stood = exists().where(mentions.c.entity_id == entities.c.id, mentions.c.valid_from <= past)
        found = found.where(stood)
    return [Entity(row.id, row.name, row.type) for row in connection.execute(found)]
