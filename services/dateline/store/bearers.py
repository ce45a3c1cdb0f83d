"""Bearers: whom the names in a query stand for, and in which part of an event they must stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag

from sqlalchemy import ColumnElement, Connection, FromClause, and_

from dateline.model.event import Entity
from dateline.store import entities
from dateline.wire.timeline import EventFilter


class Part(IntFlag):
    """What an entity is in an event; one may be several of these in the same event."""

    PARTICIPANT = 1
    PLACE = 2
    SPEAKER = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Entities of which one must stand in an event, as what `part` says, or None: no matter."""

    ids: tuple[str, ...]
    part: Part | None = None

    def stands(self, mentions: FromClause) -> ColumnElement[bool]:
        """The condition that a mention is of one of these."""
        (one, *others) = self.ids or ("",)
        who = mentions.c.entity_id
        # Said plainly of one: the planner then knows that an index is in order.
        named = who.in_(self.ids) if others else who == one
        if self.part is None:
            return named
        return and_(named, mentions.c.parts.bitwise_and(self.part.value) != 0)


@dataclass(frozen=True, slots=True)
class Bearers:
    """All groups that an event must fulfil; `unknown` are the names that nobody bears."""

    groups: tuple[Group, ...]
    entities: tuple[Entity, ...]
    unknown: tuple[str, ...]

    @property
    def nobody(self) -> bool:
        """Whether a group is empty, so that no event can answer."""
        return not all(group.ids for group in self.groups)


def of(connection: Connection, query: EventFilter, past: int | None) -> Bearers:
    """Whom the query names, or whom it named when so many changes were known."""
    names = (*query.entity, *query.speaker, *query.place)
    called = {name: entities.called(connection, name, past) for name in names}

    def group(names: Iterable[str], part: Part | None = None) -> Group:
        return Group(tuple(who.id for name in names for who in called[name]), part)

    groups = [group([name]) for name in dict.fromkeys(query.entity)]
    if query.speaker:
        groups.append(group(query.speaker, Part.SPEAKER))
    if query.place:
        groups.append(group(query.place, Part.PLACE))
    return Bearers(
        groups=tuple(groups),
        entities=tuple({who.id: who for found in called.values() for who in found}.values()),
        unknown=tuple(name for name, found in called.items() if not found),
    )
