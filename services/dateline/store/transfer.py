"""From one store to another, whatever the engines: everything or nothing, and verified."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select, text

from dateline.model.errors import ArticleNotFound, CopyDiffers, StoreNotEmpty, StoreNotReady
from dateline.store import database, erasure
from dateline.store.database import insert_new
from dateline.store.parts import Tally, is_empty, parts
from dateline.store.tables import articles, erasures, latest, metadata

Told = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is, and how much there is to do."""


def transfer(source: Engine, target: Engine, told: Told, *, replace: bool = False) -> int:
    """Copy all that one store holds at this moment into another; how many rows that is.

    The other has the tables of this version. Raises StoreNotEmpty where it holds anything, unless
    that is to be replaced: then what was erased in it stays erased. It happens in one transaction:
    whatever breaks off leaves no trace.
    """
    if not database.is_current(source):
        raise StoreNotReady
    with database.reading(source) as origin, database.writing(target) as copy:
        _keep_others_out(copy)
        if not replace and not is_empty(copy):
            raise StoreNotEmpty
        erased = copy.execute(select(erasures)).all()
        for part in reversed(parts()):
            part.clear(copy)
        tallies = tally(origin, "copying", told, into=copy)
        verify(tallies, copy, told)
        _count_on(copy)
        _erase_again(copy, erased)
    return sum(tally.rows for tally in tallies.values())


def tally(
    store: Connection, what: str, told: Told, into: Connection | None = None
) -> dict[str, Tally]:
    """What a store holds, part by part; each row goes into another store, where one is given."""
    total = sum(part.count(store) for part in parts())
    done = 0
    found = {part.name: Tally() for part in parts()}
    for part in parts():
        with closing(part.read(store)) as batches:
            for rows in batches:
                found[part.name].add(rows)
                if into is not None:
                    part.fill(into, rows)
                done += len(rows)
                told(what, done, total)
    return found


def verify(wanted: Mapping[str, Tally], copy: Connection, told: Told) -> None:
    """Raise CopyDiffers where a copy does not hold the very rows that were tallied."""
    for name, found in tally(copy, "verifying", told).items():
        if found != wanted[name]:
            raise CopyDiffers(name, wanted[name].rows, found.rows)


def _keep_others_out(copy: Connection) -> None:
    """Let nobody else write until the end; on SQLite nobody can anyway."""
    if copy.dialect.name == "postgresql":
        names = f"{articles.name}, {latest.name}"
        copy.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))


def _count_on(copy: Connection) -> None:
    """Let PostgreSQL number new rows after those that were copied; SQLite looks for itself."""
    if copy.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        number = table.autoincrement_column
        if number is not None:
            sequence = func.pg_get_serial_sequence(table.name, number.name)
            last = select(func.max(number)).scalar_subquery()
            # Where there are no rows, this sets nothing.
            copy.execute(select(func.setval(sequence, last)))


def _erase_again(copy: Connection, erased: Sequence[Row[Any]]) -> None:
    """Erase what had been erased in the store that was replaced, if the other still held it."""
    for article_id in {row.article_id for row in erased}:
        with suppress(ArticleNotFound):
            erasure.erase(copy, article_id)
    insert_new(copy, erasures, [dict(row._mapping) for row in erased])
