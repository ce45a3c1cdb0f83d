"""What each token of an English text means by itself, before any rule."""

import re
from collections.abc import Sequence
from typing import Any

from dateline.timex.english.lexicon import MODEST, WORDS, Meanings
from dateline.timex.tokens import Kind, Token

_NOTHING: Meanings = ()
# A clock time as agencies and Britain write it: "0900 GMT", "9.30".
_FOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def meanings(tokens: Sequence[Token]) -> list[Meanings]:
    """For each token the names that rules know it by, with its meaning under each."""
    return [meanings_of(token) for token in tokens]


def meanings_of(token: Token) -> Meanings:
    """The names that rules know this token by, with its meaning under each."""
    if token.kind is Kind.WORD:
        return _word(token)
    reader = _SHAPES.get(token.kind)
    return _NOTHING if reader is None else reader(token)


def _word(token: Token) -> Meanings:
    if token.glued and token.lower in ("a", "p"):
        return (("HALFDAY", token.lower),)
    found = WORDS.get(token.lower.rstrip(".") if token.lower.endswith(".") else token.lower)
    if found is None:
        return _NOTHING
    if token.lower in MODEST and not token.capital:
        # "may" the verb: rules that need a number or a preposition beside it know it as MODEST.
        return tuple(("MODEST", meaning) for name, meaning in found if name.startswith("MONTH"))
    return found


def _number(token: Token) -> Meanings:
    text = token.text
    if "," in text:
        head, _, tail = text.rpartition(",")
        if len(tail) != 3:
            return _NOTHING
        return (("NUM", float((head + tail).replace(",", ""))),)
    if "." in text:
        dotted = (("DOTTED", text),) if _DOTTED.fullmatch(text) else ()
        return (("NUM", float(text)), *dotted)
    number = int(text)
    found: list[tuple[str, Any]] = [("NUM", number)]
    if len(text) <= 2 and 1 <= number <= 31:
        found.append(("DAY", number))
    if len(text) <= 2 and number <= 24:
        found.append(("HOUR", number))
    if len(text) == 2:
        found.append(("YY", number))
    if _FOUR.fullmatch(text):
        found.append(("FOUR", f"{text[:2]}:{text[2:]}"))
    if len(text) == 4 and 1000 <= number <= 2199:
        found.append(("YEAR", number))
    return tuple(found)


def _ordinal(token: Token) -> Meanings:
    number = int(token.text[:-2])
    found: list[tuple[str, Any]] = [("ORDINAL", number)]
    if 1 <= number <= 31:
        found.append(("DAYTH", number))
    return tuple(found)


def _code(token: Token) -> Meanings:
    if token.lower.startswith("fy"):
        return (("FY", int(token.text[-4:])),)
    if token.text[0].isdigit() and not token.text.isupper():
        # "2h" is two hours, "2H" a half-year.
        return _NOTHING
    letter, digit = sorted(token.lower, reverse=True)
    return (("CODE", letter + digit),)


def _named(name: str) -> Any:
    return lambda token: ((name, token.text),)


_SHAPES = {
    Kind.NUMBER: _number,
    Kind.ORDINAL: _ordinal,
    Kind.CODE: _code,
    Kind.ISO: _named("ISO"),
    Kind.YMD: _named("YMD"),
    Kind.YEARMONTH: _named("YEARMONTH"),
    Kind.MONTHYEAR: _named("MONTHYEAR"),
    Kind.NUMERIC: _named("NUMERIC"),
    Kind.SLASHED: _named("SLASHED"),
    Kind.COMPACT: _named("COMPACT"),
    Kind.CLOCK: _named("CLOCK"),
    Kind.DECADE: _named("DECADE"),
}
