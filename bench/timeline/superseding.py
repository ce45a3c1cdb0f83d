"""Reprocesses of a whole store of invented events, in a few statements for many articles.

What they leave is row for row what is left when every story is read again and swapped in by
`filling.tell`; a test holds them to that.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.timeline import invented
from bench.timeline.invented import EVENTS_EACH, FACTS_EACH
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Insert,
    Table,
    func,
    insert,
    literal,
    null,
    select,
    text,
    update,
)

from dateline.model.change import Action, Reason
from dateline.store import database, order
from dateline.store.search import DAYS, NUMBERS
from dateline.store.tables import changes, events, fact_mentions, facts, mentions

ARTICLES_AT_ONCE = 2000

# How a row of the full text is named, and how that of an event is.
_KEYS = {
    "sqlite": ("rowid", f"(e.span_class * {DAYS} + e.day) * {NUMBERS} + e.number"),
    "postgresql": ("number", "e.number"),
}
# SQLite goes through what stands left of CROSS JOIN, and looks up what stands right.
_SHELVE = (
    "INSERT INTO searchable_past (KEY, words) SELECT s.KEY, s.words"
    " FROM events e CROSS JOIN searchable s"
    " WHERE e.number > :after AND e.number <= :last AND s.KEY = ROW ORDER BY s.KEY",
    "DELETE FROM searchable WHERE KEY IN"
    " (SELECT ROW FROM events e WHERE e.number > :after AND e.number <= :last)",
    "INSERT INTO searchable (KEY, words) SELECT s.KEY + :count, s.words"
    " FROM events e CROSS JOIN searchable_past s"
    " WHERE e.number > :after AND e.number <= :last AND s.KEY = ROW ORDER BY s.KEY",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Those of some rows that end: the next version of each has the number `count` later."""

    after: int
    last: int
    count: int

    @classmethod
    def of(cls, nth: int, count: int, some: range, each: int) -> "Numbers":
        """The rows of some articles that the nth reading supersedes, so many in each article."""
        before = (nth - 1) * count
        return cls(before + some.start * each, before + some.stop * each, count)

    def among(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a row is one of them."""
        return number.between(self.after + 1, self.last)


def supersede(engine: Engine, count: int, nth: int, at_once: int = ARTICLES_AT_ONCE) -> None:
    """Read all that is in a store of so many events for the nth time."""
    articles = range(-(-count // EVENTS_EACH))
    for first in articles[::at_once]:
        some = articles[first : first + at_once]
        with database.writing(engine) as connection:
            _events(
                connection, Numbers.of(nth, len(articles) * EVENTS_EACH, some, EVENTS_EACH), nth
            )
            _facts(connection, Numbers.of(nth, len(articles) * FACTS_EACH, some, FACTS_EACH), nth)


def _events(connection: Connection, numbers: Numbers, nth: int) -> None:
    taken = order.take(connection, numbers.last - numbers.after)
    for table, number in ((events, events.c.number), (mentions, mentions.c.event)):
        ended = number + (taken.first - numbers.after - 1)
        connection.execute(update(table).where(numbers.among(number)).values(valid_to=ended))
    begun = {"recorded_at": literal(taken.at, events.c.recorded_at.type)}
    connection.execute(_again(events, events.c.number, numbers, begun | _next(events, nth)))
    connection.execute(_again(mentions, mentions.c.event, numbers, _next(mentions, nth)))
    _words(connection, numbers)
    told = {
        "seq": events.c.valid_to,
        "at": literal(taken.at, changes.c.at.type),
        "action": literal(Action.CHANGED.value),
        "reason": literal(Reason.REPROCESS.value),
        "event_id": events.c.id,
        "fields": literal('["time"]'),
        "version": events.c.number + numbers.count,
    }
    values = [told.get(column.name, events.c.get(column.name)) for column in changes.columns]
    ended_now = select(*values).where(numbers.among(events.c.number))
    connection.execute(insert(changes).from_select(changes.columns.keys(), ended_now))


def _words(connection: Connection, numbers: Numbers) -> None:
    key, row = _KEYS[connection.dialect.name]
    given = {"after": numbers.after, "last": numbers.last, "count": numbers.count}
    for statement in _SHELVE:
        written = text(statement.replace("KEY", key).replace("ROW", row))
        connection.execute(written, {name: given[name] for name in written._bindparams})


def _facts(connection: Connection, numbers: Numbers, nth: int) -> None:
    taken = order.take(connection, 1)
    ended = update(facts).where(numbers.among(facts.c.number)).values(valid_to=taken.first)
    connection.execute(ended)
    begun = {"recorded_at": literal(taken.at, facts.c.recorded_at.type)}
    connection.execute(_again(facts, facts.c.number, numbers, begun | _next(facts, nth)))
    connection.execute(_again(fact_mentions, fact_mentions.c.fact, numbers, {}))


def _next(table: Table, nth: int) -> dict[str, ColumnElement[object]]:
    """What of the next version is another."""
    values: dict[str, ColumnElement[object]] = {"valid_from": table.c.valid_to, "valid_to": null()}
    if "body" in table.c:
        # What ends a string of JSON; no text has it.
        was, now = (f'{invented.reading(number)}"' for number in (nth - 1, nth))
        values["body"] = func.replace(table.c.body, was, now)
    return values


def _again(
    table: Table,
    number: ColumnElement[int],
    numbers: Numbers,
    other: Mapping[str, ColumnElement[object]],
) -> Insert:
    """Every row once more, as its next version."""
    values = [
        number + numbers.count if column is number else other.get(column.name, column)
        for column in table.columns
    ]
    rows = select(*values).where(numbers.among(number))
    return insert(table).from_select(table.columns.keys(), rows)
