"""Full text: which events hold all of some words, without case, accents or inflection.

Both engines are given the same words, so that they give the same answers. Beside the words stand
the labels of `store.labels`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    TableClause,
    Text,
    TextClause,
    cast,
    column,
    exists,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from dateline.model.names import normal
from dateline.store.tables import events

LABEL = "_"
WORD = re.compile(r"[^\W_]{1,100}")

# On SQLite the row of an event carries its class of length and its day, so that matches come class
# by class in order of days. A row of PostgreSQL has the event's number.
DAYS = 2**22
NUMBERS = 2**38

# What is seen now, and what was seen once.
SHELVES = ("searchable", "searchable_past")


def _each(statements: dict[str, str]) -> dict[tuple[str, str], TextClause]:
    """A statement for each engine and shelf."""
    return {
        (engine, shelf): text(statement.replace("SHELF", shelf).replace("NUMBERS", str(NUMBERS)))
        for engine, statement in statements.items()
        for shelf in SHELVES
    }


_FILL = _each(
    {
        "sqlite": "INSERT INTO SHELF (rowid, words) VALUES (:row, :words)",
        "postgresql": "INSERT INTO SHELF (number, words)"
        " VALUES (:row, array_to_tsvector(string_to_array(:words, ' ')))",
    }
)
_STOCK = _each(
    {
        "sqlite": "SELECT rowid & (NUMBERS - 1) AS number, words FROM SHELF",
        "postgresql": "SELECT number, array_to_string(tsvector_to_array(words), ' ') AS words"
        " FROM SHELF",
    }
)
_SHELVE = {
    "sqlite": (
        text(
            "INSERT INTO searchable_past (rowid, words)"
            " SELECT rowid, words FROM searchable WHERE rowid = :row"
        ),
        text("DELETE FROM searchable WHERE rowid = :row"),
    ),
    "postgresql": (
        text(
            "INSERT INTO searchable_past (number, words)"
            " SELECT number, words FROM searchable WHERE number = :row"
        ),
        text("DELETE FROM searchable WHERE number = :row"),
    ),
}
_FORGET = (
    text("DELETE FROM searchable WHERE rowid = :row"),
    text("DELETE FROM searchable_past WHERE rowid = :row"),
)
# FTS5 notes what is deleted and keeps it until it merges its lists.
_MERGE = (
    text("INSERT INTO searchable (searchable) VALUES ('optimize')"),
    text("INSERT INTO searchable_past (searchable_past) VALUES ('optimize')"),
)


@dataclass(frozen=True, slots=True)
class Filed:
    """An event as the full text knows it."""

    number: int
    span_class: int
    day: int

    @classmethod
    def of(cls, row: Row[*tuple[Any, ...]]) -> Self:
        """The event of a row of `events`."""
        return cls(row.number, row.span_class, row.day)


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, all of which an event must hold, and groups of labels, of each of which one."""

    words: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...] = ()

    def matches(self, shelf: TableClause, engine: str) -> ColumnElement[bool]:
        """The condition that a row of the shelf is what is sought."""
        if engine == "sqlite":
            return literal_column(shelf.name).op("MATCH")(self._said(" AND ", " OR ", '"'))
        return shelf.c.words.op("@@")(cast(self._said(" & ", " | ", "'"), TSQUERY))

    def _said(self, and_: str, or_: str, quote: str) -> str:
        groups = (*((word,) for word in self.words), *self.labels)
        quoted = ([f"{quote}{term}{quote}" for term in group] for group in groups)
        return and_.join(f"({or_.join(group)})" for group in quoted)


def words(phrase: str) -> list[str]:
    """The words of a phrase as they are compared, in order.

    >>> words("Žižek's 2nd visit")
    ['zizek', 's', '2nd', 'visit']
    """
    return WORD.findall(normal(phrase))


def keep(
    connection: Connection, found_by: Iterable[tuple[Filed, Iterable[str], Iterable[str]]]
) -> None:
    """Make events findable by the words of phrases, and by labels."""
    rows = [
        (filed, " ".join((*_distinct(phrases), *labels))) for filed, phrases, labels in found_by
    ]
    _fill(connection, SHELVES[0], rows)


def shelve(connection: Connection, filed: Iterable[Filed]) -> None:
    """Keep the words of events for those who look into the past, out of everybody's way."""
    rows = _in_rows({"row": _row(connection, one)} for one in filed)
    for statement in _SHELVE[connection.dialect.name]:
        connection.execute(statement, rows)


def forget(connection: Connection, filed: Iterable[Filed]) -> None:
    """Forget the words of events for good; on PostgreSQL they go with the events' rows."""
    if connection.dialect.name == "sqlite":
        rows = [{"row": _row(connection, one)} for one in filed]
        for statement in _FORGET if rows else ():
            connection.execute(statement, rows)
        for statement in _MERGE if rows else ():
            connection.execute(statement)


def stock(connection: Connection, shelf: str, together: int) -> Iterator[Sequence[tuple[int, str]]]:
    """All that stands on a shelf, so many rows together: the number of each event and its words."""
    all_rows = _STOCK[connection.dialect.name, shelf].execution_options(yield_per=together)
    with connection.execute(all_rows) as found:
        for rows in found.partitions():
            yield [(row.number, " ".join(_in_order(row.words))) for row in rows]


def restock(connection: Connection, shelf: str, rows: Sequence[tuple[int, str]]) -> None:
    """Put on a shelf what stands on that of another store; the events are there already."""
    words = dict(rows)
    placed = select(events.c.number, events.c.span_class, events.c.day)
    found = connection.execute(placed.where(events.c.number.in_(words))).all()
    _fill(connection, shelf, [(Filed.of(row), words[row.number]) for row in found])


def shelves(*, past: bool) -> Sequence[TableClause]:
    """Where to look: among what is seen now, and among what was where the `past` is asked for."""
    return (_searchable, _searchable_past) if past else (_searchable,)


def holding(engine: str, wanted: tuple[str, ...], *, past: bool) -> ColumnElement[bool]:
    """The condition that an event holds all of these words."""
    found = _HOLDING[engine]
    return or_(*(found(shelf, Sought(wanted)) for shelf in shelves(past=past)))


def first_row(span_class: int, day: int) -> int:
    """On SQLite, the row below those of all events of this class and day."""
    return (span_class * DAYS + day) * NUMBERS


def _held_on_sqlite(shelf: TableClause, sought: Sought) -> ColumnElement[bool]:
    found = select(shelf.c.rowid.op("&")(NUMBERS - 1)).where(sought.matches(shelf, "sqlite"))
    return events.c.number.in_(found)


def _held_on_postgres(shelf: TableClause, sought: Sought) -> ColumnElement[bool]:
    holds = sought.matches(shelf, "postgresql")
    return exists().where(shelf.c.number == events.c.number, holds)


def _fill(connection: Connection, shelf: str, found_by: Iterable[tuple[Filed, str]]) -> None:
    rows = _in_rows({"row": _row(connection, filed), "words": words} for filed, words in found_by)
    connection.execute(_FILL[connection.dialect.name, shelf], rows)


def _in_rows(given: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is given to a statement, row after row."""
    # FTS5 writes its lists out whenever it is given a row that lies before the last one.
    return sorted(given, key=itemgetter("row"))


def _in_order(kept: str) -> list[str]:
    """Words as both engines can keep them, each once; the labels stand behind the others."""
    return sorted(set(kept.split()), key=lambda word: (word.startswith(LABEL), word))


def _distinct(phrases: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for phrase in phrases for word in words(phrase))


def _row(connection: Connection, filed: Filed) -> int:
    if connection.dialect.name == "sqlite":
        return first_row(filed.span_class, filed.day) + filed.number
    return filed.number


def _shelf(name: str) -> TableClause:
    columns = (column("rowid", BigInteger), column("number", BigInteger), column("words", Text))
    return table(name, *columns)


_searchable = _shelf("searchable")
_searchable_past = _shelf("searchable_past")

_HOLDING = {"sqlite": _held_on_sqlite, "postgresql": _held_on_postgres}
