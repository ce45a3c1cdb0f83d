"""Many rows put into one table, in the way that costs the engine least."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from psycopg import Error, sql
from sqlalchemy import Connection, Dialect, Insert, Table, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from dateline.store import instant
from dateline.store.instant import now

# From so many rows on, PostgreSQL takes them sooner as a file than one by one.
ENOUGH = 16

Row = Mapping[str, Any]
Processor = Callable[[Any], Any] | None


def put(connection: Connection, table: Table, rows: Sequence[Row], *stamped: str) -> None:
    """Put the rows, all with the same columns, into the table; the stamped columns say when.

    What the rows do not name, and has no default, is null.
    """
    if connection.dialect.name == "postgresql" and len(rows) >= ENOUGH:
        same = dict(_defaults(table))
        if stamped:
            same.update(dict.fromkeys(stamped, instant.read(connection)))
        _copy(connection, table, rows, same)
    elif rows:
        connection.execute(_one_by_one(table, stamped), rows)


@cache
def _one_by_one(table: Table, stamped: Sequence[str]) -> Insert:
    return insert(table).values(dict.fromkeys(stamped, now()))


def _copy(connection: Connection, table: Table, rows: Sequence[Row], same: Row) -> None:
    """Send the rows as COPY does, with what is the same in each."""
    names = [*rows[0], *(name for name in same if name not in rows[0])]
    dialect = connection.dialect
    columns = [(name, _processor(table, name, dialect)) for name in names]
    said = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(said) as copy:
            for row in rows:
                whole = {**same, **row}
                copy.write_row(
                    [process(whole[name]) if process else whole[name] for name, process in columns]
                )
    except Error as error:
        # As SQLAlchemy tells what goes wrong in its own statements.
        told = DBAPIError.instance(None, None, error, Error, hide_parameters=True, dialect=dialect)
        raise told from error


@cache
def _defaults(table: Table) -> Row:
    given = {column.name: column.default for column in table.columns}
    return {
        name: each.arg
        for name, each in given.items()
        if isinstance(each, ScalarElementColumnDefault)
    }


def _processor(table: Table, name: str, dialect: Dialect) -> Processor:
    """What makes of a value what the driver takes."""
    return table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
