"""Instants in the database: whole microseconds since 1970, the same on every engine."""

# ruff: noqa: ARG001, ARG002 - SQLAlchemy calls these with more than they need

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Dialect, TypeDecorator, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as an integer: SQLite has no zones, and integers sort."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """The instant as microseconds since 1970."""
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The instant again, in UTC."""
        return None if value is None else EPOCH + value * MICROSECOND

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """A number added to an instant is a number of microseconds, not another instant."""
        return self if isinstance(value, datetime) else self.impl_instance


class now(FunctionElement[datetime]):  # noqa: N801  # reads as the SQL function it is
    """The database's clock: the one clock that all workers share."""

    type = Instant()
    inherit_cache = True


@compiles(now, "sqlite")
def _sqlite_now(element: now, compiler: SQLCompiler, **_: Any) -> str:
    return "CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000"


@compiles(now, "postgresql")
def _postgresql_now(element: now, compiler: SQLCompiler, **_: Any) -> str:
    # The clock and not the transaction's start: a lease runs from when it is given.
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)"


def read(connection: Connection) -> datetime:
    """What the database's clock says."""
    return connection.execute(select(now())).scalar_one()


def seconds_from_now(seconds: float) -> ColumnElement[datetime]:
    """The instant that many seconds ahead, or behind where negative."""
    return now() + microseconds(seconds)


def microseconds(seconds: float) -> int:
    """As whole a number as instants are."""
    return round(seconds * 1_000_000)
