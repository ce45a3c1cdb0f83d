"""The weekday printed beside a date, to check the date by."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from dateparser.languages.loader import default_loader

from dateline.intake.inflected import MONTHS
from dateline.model.days import WEEKDAYS

WORD = re.compile(r"[^\W\d_]+")
# "So" and "Me" are days in some languages and plain words in others.
SHORTEST = 3


def contradicted(day: date, line: str, locales: Sequence[str]) -> str | None:
    """The weekday that the line names where the day is another, None where nothing disagrees.

    >>> contradicted(date(2025, 2, 26), "Thursday, 26 Feb 2025", ["en"])
    'Thursday'
    """
    named = {number for word in WORD.findall(line.casefold()) for number in _said(word, locales)}
    if not named or day.weekday() in named:
        return None
    return WEEKDAYS[min(named)]


def _said(word: str, locales: Sequence[str]) -> set[int]:
    return {number for locale in locales for name, number in _names(locale) if name == word}


@cache
def _names(locale: str) -> tuple[tuple[str, int], ...]:
    return tuple(_read_names(locale))


def _read_names(locale: str) -> Iterator[tuple[str, int]]:
    known = default_loader.get_locale(locale).info
    # Italian's "mar" is a Tuesday and a March.
    months = {name.casefold() for month in MONTHS for name in known.get(month, ())}
    for number, weekday in enumerate(WEEKDAYS):
        for name in known.get(weekday.casefold(), ()):
            if len(name) >= SHORTEST and name.casefold() not in months:
                yield name.casefold(), number
