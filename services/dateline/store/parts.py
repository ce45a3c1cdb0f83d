"""What a store consists of: every table, and the shelves of words that events are found by.

Rows are read and written some at a time, and tallied: the same rows have the same checksum on
both engines and in any order.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text

from dateline.store import search
from dateline.store.tables import extractors, latest, metadata

TOGETHER = 250
CHECKSUMS = 2**64
# The number of the last change, and who read when: a store has them before it has an article.
THERE_FROM_FIRST = (latest.name, extractors.name)

Rows = Sequence[tuple[Any, ...]]
Reading = Generator[Rows, None, None]
"""Rows, some at a time; to be closed by whoever breaks off."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table: how all of its rows are read, and how those of another store get in."""

    name: str
    read: Callable[[Connection], Reading]
    fill: Callable[[Connection, Rows], None]

    def count(self, connection: Connection) -> int:
        """How many rows it has."""
        # The names are those of the code, never of a user.
        rows = connection.execute(text(f"SELECT count(*) FROM {self.name}"))  # noqa: S608
        return int(rows.scalar_one())

    def clear(self, connection: Connection) -> None:
        """Take all of its rows away."""
        connection.execute(text(f"DELETE FROM {self.name}"))  # noqa: S608


@dataclass(slots=True)
class Tally:
    """How many rows there are, and the sum of their hashes."""

    rows: int = 0
    checksum: int = 0

    def add(self, rows: Rows) -> None:
        """Count these rows in."""
        self.rows += len(rows)
        self.checksum = (self.checksum + sum(map(_hash, rows))) % CHECKSUMS


def parts() -> list[Part]:
    """Every part of a store, in an order in which no row refers to one that is not there yet."""
    tables = [
        Part(table.name, partial(_read, table), partial(_fill, table))
        for table in metadata.sorted_tables
    ]
    shelves = [
        Part(shelf, partial(_stock, shelf), partial(_restock, shelf)) for shelf in search.SHELVES
    ]
    return tables + shelves


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever stored."""
    return not any(part.count(connection) for part in parts() if part.name not in THERE_FROM_FIRST)


def _read(table: Table, connection: Connection) -> Reading:
    all_rows = select(table).execution_options(yield_per=TOGETHER)
    with connection.execute(all_rows) as found:
        for some in found.partitions():
            yield [tuple(row) for row in some]


def _fill(table: Table, connection: Connection, rows: Rows) -> None:
    names = table.columns.keys()
    connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


def _stock(shelf: str, connection: Connection) -> Reading:
    yield from search.stock(connection, shelf, TOGETHER)


def _restock(shelf: str, connection: Connection, rows: Rows) -> None:
    search.restock(connection, shelf, [(number, words) for number, words in rows])


def _hash(row: tuple[Any, ...]) -> int:
    return int.from_bytes(blake2b(repr(row).encode(), digest_size=8).digest())
