"""Many ids in one parameter: a statement that is the same for any number of them.

It is written once, and prepared once. A parameter for each id costs more than to look it up.
"""

# ruff: noqa: ARG002 - SQLAlchemy calls these with more than they need

import json
from collections.abc import Iterable
from typing import Any, Self

from sqlalchemy import Boolean, ColumnElement, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine


class _Ids(TypeDecorator[Iterable[str]]):
    """Ids in an array, or in JSON where there are none."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """How the database takes them."""
        return ARRAY(Text()) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> Any:
        """The ids as they are sent."""
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: object = None) -> Self:
        """Itself: it is a condition in SQL and is not to be compared with true."""
        return self


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether the column holds one of the ids that the parameter of this name brings."""
    return _Among(column, bindparam(name, type_=_Ids()))


def one_of(column: ColumnElement[Any], ids: Iterable[str]) -> ColumnElement[bool]:
    """The same with ids that are known when the statement is written."""
    return _Among(column, bindparam("ids", list(ids), type_=_Ids(), unique=True))


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(each, **options) for each in element.clauses)
    return f"{column} = ANY ({ids})"


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(each, **options) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - of what SQLAlchemy wrote
