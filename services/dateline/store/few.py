"""Few: where no more than some events can answer, these are looked at, and no other.

Whoever asks for what was published within some days, or told with much confidence, would pass all
others on a walk. An index counts who can answer, as far as it matters.
"""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import BigInteger, ColumnElement, Connection, any_, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from dateline.store import filters, versions, window
from dateline.store.placement import UNDATED
from dateline.store.tables import events
from dateline.store.walks import KEYS, Leg, Walk, conditions, words
from dateline.wire.timeline import EventFilter

# Looking at so many takes about as long as a walk to where the page is full, if there are more.
FEW = 5000


def numbers(connection: Connection, leg: Leg) -> Sequence[int] | None:
    """The numbers of the first events on the leg; None where more than a few may answer.

    The indexes are of what is seen now: of the past, nothing is known beforehand.
    """
    if leg.asked.past is not None:
        return None
    for indexed in _indexed(leg.asked.query):
        plan_anew(connection)
        could = select(events.c.number).where(versions.seen(events, None), *indexed)
        found = connection.scalars(could.limit(FEW + 1)).all()
        if len(found) <= FEW:
            return first(connection, leg, found)
    return None


def first(connection: Connection, leg: Leg, found: Sequence[int]) -> Sequence[int]:
    """The numbers of the first on the leg among those that were found."""
    engine = connection.dialect.name
    where = (
        _among(engine, found),
        versions.seen(events, leg.asked.past),
        events.c.span_class.in_(leg.classes),
        *_window(leg),
        *conditions(leg, leg.asked.named.groups),
        *words(leg, engine),
    )
    return connection.scalars(Walk(events.c.number, KEYS, where).page(leg)).all()


def plan_anew(connection: Connection) -> None:
    """Have PostgreSQL plan for the very values: a plan for any takes many for few."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))


def _indexed(query: EventFilter) -> Iterator[Sequence[ColumnElement[bool]]]:
    """What an index can tell of an event that answers."""
    if published := list(filters.published(events, query)):
        yield published
    if query.min_confidence is not None:
        yield [events.c.confidence >= query.min_confidence]


def _window(leg: Leg) -> Iterator[ColumnElement[bool]]:
    if UNDATED not in leg.classes:
        yield from window.reached(events, window.of(leg.asked.query.from_, leg.asked.query.to))


def _among(engine: str, found: Sequence[int]) -> ColumnElement[bool]:
    """That an event is one of these: said with one parameter, however many they are."""
    if engine == "postgresql":
        return events.c.number == any_(literal(found, ARRAY(BigInteger)))
    each = func.json_each(json.dumps(list(found))).table_valued("value")
    return events.c.number.in_(select(each.c.value))
