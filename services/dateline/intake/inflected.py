"""Days printed with an inflected name of a month: "24. februara 2025.".

dateparser knows "februar" and does not read the genitive; its lists of names are enough to.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import cache

from dateparser.languages.loader import default_loader

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SHORTEST_STEM = 3

DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\.? ?(?P<month>[^\W\d_]{3,20})\.? (?P<year>\d{4})(?!\d)"
)
CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?!\d)")
NUMBER = re.compile(r"\d+")


def read(line: str, locales: Sequence[str]) -> date | None:
    """The day, with the wall-clock time where one is printed; None where anything is unclear.

    >>> read("24. februara 2025. u 18:30", ["sr-Latn"])
    datetime.datetime(2025, 2, 24, 18, 30)
    """
    match = DAY_MONTH_YEAR.search(line)
    month = match and _month(match["month"].casefold(), locales)
    if not match or not month:
        return None
    rest = line[: match.start()] + " " + line[match.end() :]
    clock = CLOCK.search(rest)
    if len(NUMBER.findall(rest)) != (2 if clock else 0):
        return None
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    if not clock:
        return day
    return datetime.combine(day, time(int(clock["hour"]), int(clock["minute"])))


def _month(word: str, locales: Sequence[str]) -> int | None:
    """The month whose name in one of these languages is the longest beginning of the word."""
    stems = [
        (len(name), number)
        for locale in locales
        for name, number in _names(locale)
        if word.startswith(name)
    ]
    longest = max(stems, default=(0, 0))[0]
    months = {number for length, number in stems if length == longest}
    return months.pop() if len(months) == 1 else None


@cache
def _names(locale: str) -> tuple[tuple[str, int], ...]:
    return tuple(_read_names(locale))


def _read_names(locale: str) -> Iterator[tuple[str, int]]:
    known = default_loader.get_locale(locale).info
    for number, month in enumerate(MONTHS, start=1):
        for name in known.get(month, ()):
            if len(name) >= SHORTEST_STEM and name.isalpha():
                yield name.casefold(), number
