"""A query to the timeline as it is answered: whom it names, where it goes on, what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from dateline.store import bearers, labels, order, search
from dateline.store.bearers import Bearers, Group
from dateline.store.search import Sought
from dateline.wire.timeline import TimelineQuery


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the timeline an event stands; pages go on after it.

    They answer as of the number of changes that was `known` to the first page, so that together
    they are one answer.
    """

    dated: bool
    day: int
    last_day: int
    published: datetime
    id: str
    known: int

    @property
    def keys(self) -> tuple[int, int, datetime, str]:
        """What the timeline is ordered by."""
        return self.day, self.last_day, self.published, self.id


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with what its names and words stand for, where to go on, and how much is known.

    `past` is the number of changes known, or None where that is all of them. `sought` is what the
    full text can find; None where the index of all events, or that of one entity, is the answer.
    """

    query: TimelineQuery
    named: Bearers
    sought: Sought | None
    after: Position | None
    known: int
    past: int | None

    @property
    def nothing(self) -> bool:
        """Whether no event can answer."""
        return self.named.nobody or (self.query.q is not None and not self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that an event must hold."""
        return self.sought.words if self.sought else ()


def of(
    connection: Connection, query: TimelineQuery, after: Position | None, known: int | None
) -> Asked:
    """The query, asked of all that is known or of the first so many changes."""
    if query.as_of and after is None and known is None:
        raise ValueError("as_of is an instant: say which changes were known then")
    last = order.last(connection)
    if after is not None:
        known = after.known
    elif known is None:
        known = last
    past = None if known == last else known
    named = bearers.of(connection, query, past)
    return Asked(query, named, _sought(query, named), after, known, past)


def ever(connection: Connection, query: TimelineQuery) -> Asked:
    """The query, asked of all there is and was."""
    named = bearers.of(connection, query, past=None)
    return Asked(query, named, _sought(query, named), after=None, known=0, past=0)


def _sought(query: TimelineQuery, named: Bearers) -> Sought | None:
    words, values = tuple(search.words(query.q or "")), labels.wanted(query, ())
    if words or values or not _is_indexed(named.groups):
        return Sought(words, labels.wanted(query, named.groups))
    return None


def _is_indexed(groups: Sequence[Group]) -> bool:
    return not groups or (len(groups) == 1 and len(groups[0].ids) == 1 and groups[0].part is None)
