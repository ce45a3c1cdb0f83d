"""Expressions as readable text, and back: `shift(now, -2, week)`, `last(monday, now)`."""

import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any, cast, get_args, get_type_hints

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex import algebra
from dateline.timex.algebra import At, Expression, Now, Period, Then, Vague
from dateline.timex.repeat import Repeat

_TERMS = {kind.__name__.lower(): kind for kind in get_args(Expression)}
_TOKEN = re.compile(r"[(),]|[^(),\s]+")
_BARE = {Now: "now", Then: "then"}


def write(expression: Expression) -> str:
    """The expression as text that `read` understands.

    >>> write(algebra.Shift(Now(), -2, Granularity.DAY))
    'shift(now, -2, day)'
    """
    kind = type(expression)
    if kind in _BARE:
        return _BARE[kind]
    if isinstance(expression, At | Period | Vague):
        return expression.name if isinstance(expression, At) else expression.value
    arguments = (_argument(getattr(expression, field.name)) for field in fields(expression))
    return f"{kind.__name__.lower()}({', '.join(arguments)})"


def _argument(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Repeat):
        return value.name
    if isinstance(value, str):
        return value or "-"
    if isinstance(value, int | float):
        return f"{value:g}"
    return write(value)  # type: ignore[arg-type]  # everything else in an expression is one


def read(text: str) -> Expression:
    """The expression that a text stands for; ValueError where it stands for none.

    >>> read("past(P3D, now)")
    Past(period=Period(value='P3D'), of=Now())
    """
    words = iter(_TOKEN.findall(text))
    first = next(words, "")
    expression = _read(first, words)
    if next(words, None) is not None:
        raise ValueError(f"text after the expression: {text!r}")
    return expression


def _read(word: str, words: Iterator[str]) -> Expression:
    for kind, name in _BARE.items():
        if word == name:
            return cast(Expression, kind())  # the two without arguments
    if word.endswith("_REF") or word.startswith("BC"):
        return Vague(word)
    if word.startswith("P"):
        return Period(word)
    if word[:1].isdigit():
        return At(word)
    term = _TERMS.get(word)
    if term is None or next(words, "") != "(":
        raise ValueError(f"not a term: {word!r}")
    return _filled(term, words)


def _filled(term: Any, words: Iterator[str]) -> Expression:
    hints = get_type_hints(term, vars(algebra))
    arguments = []
    for index, field in enumerate(fields(term)):
        if index and next(words, "") != ",":
            raise ValueError(f"too little in {term.__name__}")
        arguments.append(_value(hints[field.name], next(words, ""), words))
    if next(words, "") != ")":
        raise ValueError(f"too much in {term.__name__}")
    expression: Expression = term(*arguments)
    return expression


def _value(kind: Any, word: str, words: Iterator[str]) -> object:
    if kind is Repeat:
        return Repeat(word)
    if kind is Period:
        return Period(word)
    if kind in (Granularity, Direction):
        return kind(word)
    if kind in (int, float):
        return float(word) if "." in word else int(word)
    if kind is str:
        return "" if word == "-" else word
    return _read(word, words)
