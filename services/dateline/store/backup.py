"""Backups: one file that holds a whole store, whatever engine the store is on.

The file is a SQLite database with the tables of its version. It can be looked into with any
SQLite, and restored into a store of this version or a later one, on either engine.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from alembic.util.exc import CommandError
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DatabaseError

from dateline.model.errors import FileInTheWay, NoBackup, StoreNotReady
from dateline.store import database, turns
from dateline.store.transfer import Told, tally, transfer, verify

PAGES = 1000
SIDE_FILES = ("", "-wal", "-shm", "-journal", turns.SUFFIX)
MAGIC = b"SQLite format 3\0"


def back_up(engine: Engine, file: Path, told: Told, *, overwrite: bool = False) -> int:
    """Write all that the store holds at this moment into a file; how many rows that is.

    The file appears when it is whole and verified. Until then it is called `.partial`.
    """
    if file.exists() and not overwrite:
        raise FileInTheWay(str(file))
    if not database.is_current(engine):
        raise StoreNotReady
    half = file.with_name(f"{file.name}.partial")
    _remove(half)
    half.touch(mode=0o600)
    try:
        rows = _WRITE[engine.dialect.name](engine, half, told)
        _seal(half)
        half.replace(file)
    finally:
        _remove(half)
    _sync(file.parent)
    return rows


def restore(file: Path, engine: Engine, told: Told, *, replace: bool = False) -> int:
    """Put what a backup holds into a store; how many rows that is.

    Raises NoBackup, or StoreNotEmpty unless what the store holds is to be replaced. The file is
    only read: a backup of an older version is brought up to date in a copy.
    """
    with _unpacked(file) as source:
        return transfer(source, engine, told, replace=replace)


def _copy_pages(engine: Engine, file: Path, told: Told) -> int:
    """SQLite's own way: page by page, as of the moment at which the first row is read."""
    with database.reading(engine) as origin:
        wanted = tally(origin, "reading", told)
        driver: Any = origin.connection.dbapi_connection
        with closing(sqlite3.connect(file)) as copy:
            driver.backup(copy, pages=PAGES, progress=partial(_tell_pages, told))
        with _opened(file) as store, database.reading(store) as connection:
            verify(wanted, connection, told)
    return sum(one.rows for one in wanted.values())


def _tell_pages(told: Told, _status: int, left: int, total: int) -> None:
    told("copying", total - left, total)


def _copy_rows(engine: Engine, file: Path, told: Told) -> int:
    with _opened(file) as store:
        database.migrate(store)
        return transfer(engine, store, told)


_WRITE = {"sqlite": _copy_pages, "postgresql": _copy_rows}


@contextmanager
def _opened(file: Path) -> Iterator[Engine]:
    engine = database.open(f"sqlite:///{file}")
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _unpacked(file: Path) -> Iterator[Engine]:
    """A copy of the backup, sound and up to date. Raises NoBackup."""
    _check_kind(file)
    with tempfile.TemporaryDirectory(prefix="dateline-restore-") as folder:
        copy = Path(folder) / "store.sqlite"
        shutil.copyfile(file, copy)
        with _opened(copy) as store:
            _check(file, store)
            yield store


def _check_kind(file: Path) -> None:
    if not file.is_file():
        raise NoBackup(str(file), "there is no such file")
    with file.open("rb") as opened:
        if opened.read(len(MAGIC)) != MAGIC:
            raise NoBackup(str(file), "it is no SQLite database")


def _check(file: Path, store: Engine) -> None:
    try:
        if not _is_sound(store):
            raise NoBackup(str(file), "it holds no store")
        database.migrate(store)
    except DatabaseError:
        raise NoBackup(str(file), "it is damaged") from None
    except CommandError:
        raise NoBackup(str(file), "it was made by a later version") from None


def _is_sound(store: Engine) -> bool:
    """Whether it is a store, of whatever version. Raises DatabaseError where it is damaged."""
    with database.reading(store) as connection:
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        if found != ["ok"]:
            raise DatabaseError(None, None, ValueError(found[0]))
        return inspect(connection).has_table("alembic_version")


def _seal(file: Path) -> None:
    """Make it one file, without the log beside it, and see it on the disk."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    _sync(file)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(file: Path) -> None:
    for side in SIDE_FILES:
        file.with_name(file.name + side).unlink(missing_ok=True)
