"""The database: open it, bring it up to date, read and write in one transaction each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Executable,
    Table,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from dateline.model.errors import NoAddress
from dateline.store import patience, turns

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30

# Any number will do for PostgreSQL's lock, as long as it stays the same.
MIGRATING = 0xDA7E

# PostgreSQL's word for what goes beyond a limit of its own, such as a key too long for an index.
OVER_LIMIT = "54"

# SQLite's readers see one moment anyway; on PostgreSQL each statement sees its own, unless told.
_ONE_MOMENT: dict[str, dict[str, Any]] = {"postgresql": {"isolation_level": "REPEATABLE READ"}}

_INSERT_NEW: dict[str, Callable[[Table], Executable]] = {
    "sqlite": lambda table: sqlite.insert(table).on_conflict_do_nothing(),
    "postgresql": lambda table: postgresql.insert(table).on_conflict_do_nothing(),
}


def open(url: str, limit: float | None = None) -> Engine:  # noqa: A001  # called database.open
    """An engine on SQLite or PostgreSQL; the folder of a SQLite file is made where missing.

    A question that takes more seconds than the limit is broken off: see `store.patience`. Raises
    NoAddress where it is of neither.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        engine = _open_sqlite(url, address.database)
    else:
        engine = _open_postgres(url)
    engine.update_execution_options(limit=limit)
    return engine


def _open_postgres(url: str) -> Engine:
    # A `202` is a promise: commits wait for the disk, whatever the server's default.
    return create_engine(
        url,
        hide_parameters=True,
        # A server that was restarted is noticed before it is asked, not by whoever asks.
        pool_pre_ping=True,
        connect_args={"options": "-c synchronous_commit=on"},
    )


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables up to date, or down to an older revision ("base": none at all)."""
    with writing(engine) as connection:
        _alone(connection)
        move = command.downgrade if revision == "base" else command.upgrade
        move(_config(connection), revision)


def is_current(engine: Engine) -> bool:
    """Whether the database can be reached and its tables are those of this code."""
    with reading(engine) as connection:
        return inspect(connection).has_table("alembic_version") and fits(connection)


def fits(connection: Connection) -> bool:
    """Whether the tables, which have been made, are those of this code: no older, no newer."""
    found = connection.execute(text("SELECT version_num FROM alembic_version"))
    return found.scalars().all() == [_head()]


@cache
def _head() -> str | None:
    """The newest migration that this code has."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the store."""
    options = _ONE_MOMENT.get(engine.dialect.name, {})
    limit = engine.get_execution_options().get("limit")
    with (
        engine.execution_options(**options).connect() as connection,
        connection.begin(),
        patience.limited(connection, limit),
    ):
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that may change the store; committed at the end, unless something fails."""
    with (
        turns.taken(engine, BUSY_SECONDS),
        engine.execution_options(writing=True).connect() as connection,
        connection.begin(),
    ):
        yield connection


def is_over_limit(error: Exception) -> bool:
    """Whether the store cannot hold what it was given, however often it is given."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None) or ""
    return str(state).startswith(OVER_LIMIT)


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that are not there yet."""
    if rows:
        connection.execute(_INSERT_NEW[connection.dialect.name](table), rows)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, ValueError, ImportError) as wrong:
        raise NoAddress("is no address of a database") from wrong
    if address.get_backend_name() not in _INSERT_NEW:
        raise NoAddress("is of neither SQLite nor PostgreSQL")
    return address


def _open_sqlite(url: str, file: str | None) -> Engine:
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver would begin by itself, too late and deferred; `_begin_sqlite` does it instead.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is erased is overwritten, not only forgotten.
    connection.execute("PRAGMA secure_delete = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A writer that begins as a reader is refused when another writes in between.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _alone(connection: Connection) -> None:
    """Let only one process migrate at a time; on SQLite a writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
