"""Entities: whoever and whatever has a name in the events."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sqlalchemy import ColumnElement, Connection, exists, func, literal, or_, select, tuple_

from dateline.model.event import Entity
from dateline.model.names import normal
from dateline.store.database import insert_new
from dateline.store.tables import current_mention, entities, mentions


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity stands among those found: by the length of its name, the name, the id."""

    length: int
    name: str
    id: str

    @classmethod
    def of(cls, entity: Entity) -> Self:
        """The place of this entity."""
        name = normal(entity.name)
        return cls(len(name), name, entity.id)


def beginning(
    connection: Connection, words: str, limit: int, after: Place | None = None
) -> list[Entity]:
    """Entities of events seen now in whose names a word, and those after it, begin like this."""
    start = normal(words)
    by = (func.length(entities.c.normal), entities.c.normal, entities.c.id)
    found = (
        select(entities)
        .where(
            or_(
                entities.c.normal.startswith(start, autoescape=True),
                entities.c.normal.contains(f" {start}", autoescape=True),
            ),
            exists().where(mentions.c.entity_id == entities.c.id, current_mention),
        )
        .order_by(*by)
        .limit(limit)
    )
    if after is not None:
        there = (literal(after.length), literal(after.name), literal(after.id))
        found = found.where(tuple_(*by) > tuple_(*there))
    return [Entity(row.id, row.name, row.type) for row in connection.execute(found)]


def keep(connection: Connection, named: Iterable[Entity]) -> None:
    """Know all of these, named in one article; before any number of the order is taken.

    Another may be writing the same ones: whoever waits for him must hold nothing he waits for.
    """
    known = {entity.id: entity for entity in named}
    insert_new(connection, entities, [_row(known[id_]) for id_ in sorted(known)])


def _row(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "normal": normal(entity.name),
        "type": entity.type,
    }
