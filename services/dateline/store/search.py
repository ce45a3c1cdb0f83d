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
    Text,
    cast,
    column,
    false,
    literal_column,
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
    "sqlite": text(
        "INSERT INTO searchable (rowid, words) VALUES (:day * :numbers + :number, :words)"
    ),
    "postgresql": text(
        "INSERT INTO searchable (number, words)"
        " VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}


def words(phrase: str) -> list[str]:
    """The words of a phrase as they are compared, in order.

    >>> words("Žižek's 2nd visit")
    ['zizek', 's', '2nd', 'visit']
    """
    return WORD.findall(normal(phrase))


def keep(connection: Connection, number: int, day: int, phrases: Iterable[str]) -> None:
    """Make an event findable by the words of these phrases."""
    found = dict.fromkeys(word for phrase in phrases for word in words(phrase))
    row: dict[str, object] = {"number": number, "words": " ".join(found)}
    if connection.dialect.name == "sqlite":
        row |= {"day": day, "numbers": NUMBERS}
    connection.execute(_KEEP[connection.dialect.name], row)


def drop(connection: Connection, number: int, day: int) -> None:
    """Forget the words of an event; on PostgreSQL they go with the event's row."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("DELETE FROM searchable WHERE rowid = :row"), {"row": day * NUMBERS + number}
        )


def matching(connection: Connection, phrase: str) -> ColumnElement[bool]:
    """The condition that an event holds every word of the phrase; no words match nothing."""
    wanted = words(phrase)
    if not wanted:
        return false()
    return events.c.number.in_(_FOUND[connection.dialect.name](wanted))


def _found_by_fts5(wanted: list[str]) -> Select[int]:
    query = " ".join(f'"{word}"' for word in wanted)
    number = _searchable.c.rowid.op("&")(NUMBERS - 1)
    return select(number).where(literal_column("searchable").op("MATCH")(query))


def _found_by_tsquery(wanted: list[str]) -> Select[int]:
    query = " & ".join(f"'{word}'" for word in wanted)
    holds = _searchable.c.words.op("@@")(cast(query, TSQUERY))
    return select(_searchable.c.number).where(holds)


_searchable = table(
    "searchable",
    column("rowid", Integer),
    column("number", Integer),
    column("words", Text),
)

_FOUND = {"sqlite": _found_by_fts5, "postgresql": _found_by_tsquery}
