"""Full text: which events hold all of some words, without case, accents or inflection.

Both engines are given the same words, so that they give the same answers.
"""

import re
from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TableClause,
    Text,
    cast,
    column,
    false,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from dateline.model.names import normal
from dateline.store.tables import events

WORD = re.compile(r"[^\W_]{1,100}")

# On SQLite the row of an event carries its day, so that matches come in order of days.
NUMBERS = 2**40

_KEEP = {
    "sqlite": text("INSERT INTO searchable (rowid, words) VALUES (:row, :words)"),
    "postgresql": text(
        "INSERT INTO searchable (number, words)"
        " VALUES (:row, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
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


def words(phrase: str) -> list[str]:
    """The words of a phrase as they are compared, in order.

    >>> words("Žižek's 2nd visit")
    ['zizek', 's', '2nd', 'visit']
    """
    return WORD.findall(normal(phrase))


def keep(connection: Connection, found_by: Iterable[tuple[int, int, Iterable[str]]]) -> None:
    """Make events, each of this number and day, findable by the words of these phrases."""
    rows = [
        {"row": _row(connection, number, day), "words": " ".join(_distinct(phrases))}
        for number, day, phrases in found_by
    ]
    connection.execute(_KEEP[connection.dialect.name], rows)


def shelve(connection: Connection, placed: Iterable[tuple[int, int]]) -> None:
    """Keep the words of events for those who look into the past, out of everybody's way."""
    rows = [{"row": _row(connection, number, day)} for number, day in placed]
    for statement in _SHELVE[connection.dialect.name]:
        connection.execute(statement, rows)


def forget(connection: Connection, placed: Iterable[tuple[int, int]]) -> None:
    """Forget the words of events for good; on PostgreSQL they go with the events' rows."""
    if connection.dialect.name == "sqlite":
        rows = [{"row": _row(connection, number, day)} for number, day in placed]
        for statement in _FORGET if rows else ():
            connection.execute(statement, rows)
        for statement in _MERGE if rows else ():
            connection.execute(statement)


def matching(connection: Connection, phrase: str, *, past: bool) -> ColumnElement[bool]:
    """The condition that an event holds every word of the phrase; no words match nothing.

    Events that are not seen any more are looked through where the `past` is asked for.
    """
    wanted = words(phrase)
    if not wanted:
        return false()
    found = _FOUND[connection.dialect.name]
    shelves = (_searchable, _searchable_past) if past else (_searchable,)
    return or_(*(events.c.number.in_(found(shelf, wanted)) for shelf in shelves))


def _distinct(phrases: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word for phrase in phrases for word in words(phrase))


def _row(connection: Connection, number: int, day: int) -> int:
    return day * NUMBERS + number if connection.dialect.name == "sqlite" else number


def _found_by_fts5(shelf: TableClause, wanted: list[str]) -> Select[int]:
    query = " ".join(f'"{word}"' for word in wanted)
    number = shelf.c.rowid.op("&")(NUMBERS - 1)
    return select(number).where(literal_column(shelf.name).op("MATCH")(query))


def _found_by_tsquery(shelf: TableClause, wanted: list[str]) -> Select[int]:
    query = " & ".join(f"'{word}'" for word in wanted)
    holds = shelf.c.words.op("@@")(cast(query, TSQUERY))
    return select(shelf.c.number).where(holds)


def _shelf(name: str) -> TableClause:
    return table(name, column("rowid", Integer), column("number", Integer), column("words", Text))


_searchable = _shelf("searchable")
_searchable_past = _shelf("searchable_past")

_FOUND = {"sqlite": _found_by_fts5, "postgresql": _found_by_tsquery}
