"""Publication dates as pages print them: "26.02.2025. 08:41", "Feb 26, 2025", "26 февраля 2025".

dateparser knows the words of two hundred languages. It is asked with the languages and the base
named, never to guess, and what it answers must stand in what was given.
"""

import re
import threading
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import NoReturn

from dateparser import DateDataParser
from dateparser.data.languages_info import language_locale_dict, language_order
from dateparser.languages.loader import default_loader

from dateline.intake import inflected, weekday
from dateline.model.errors import UnreadableDate

# A date line is short; dateparser takes seconds over long ones.
LONGEST = 80

# Written alike, told apart by no detector, and printed in each other's names of months.
SERBO_CROATIAN = ("sr-Latn", "sr", "hr", "bs")
KIN = dict.fromkeys(("sr", "hr", "bs", "sh", "cnr"), SERBO_CROATIAN) | {"no": ("nb",)}
LABEL = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+){0,3} ?[:|] ?")
BLANKS = re.compile(r"[\s\u200b\u200e\u200f]+")
NUMBER = re.compile(r"\d+")
OFFSET = re.compile(r"(?:\b(?:UTC|GMT)|\dZ|[+-]\d{2}:?\d{2})$", re.IGNORECASE)
MIDNIGHT = re.compile(r"(?<!\d)(?:0?0[:.h]00|12(?:[:.]00)? ?[ap]\.?m)", re.IGNORECASE)
YEAR_FIRST = re.compile(r"\d{4}\D")
YEAR = re.compile(r"\d{4}")

# Settings of dateparser are shared between threads, whichever parser they were given to.
_ONE_AT_A_TIME = threading.Lock()


def read(given: str, languages: Sequence[str], now: datetime) -> date:
    """The one day that the wording names, with its time and offset where they are printed."""
    line = LABEL.sub("", BLANKS.sub(" ", given).strip())
    if len(line) > LONGEST:
        raise UnreadableDate(given, "is too long for a date")
    locales = _locales(languages)
    by_order = _readings(line, locales, now)
    readings = set(by_order.values())
    if not readings:
        named = inflected.read(line, locales) or _refuse(given, line, locales, now)
        return _agreeing(given, line, locales, named)
    if len(readings) > 1:
        # "Thu 02/01/2025" is in January.
        fitting = {day for day in readings if not weekday.contradicted(day, line, locales)}
        readings = fitting or readings
    settled = {by_order[order] for order in _orders(languages) if order in by_order}
    if len(readings) > 1 and len(settled) == 1:
        readings = settled
    if len(readings) > 1:
        days = tuple(sorted(str(reading.date()) for reading in readings))
        raise UnreadableDate(given, f"could be {' or '.join(days)}", days)
    return _agreeing(given, line, locales, _with_what_was_said(readings.pop(), line))


def _agreeing(given: str, line: str, locales: Sequence[str], found: date) -> date:
    """The date, unless the line names another weekday beside it."""
    other = weekday.contradicted(found, line, locales)
    if other is None:
        return found
    day = f"{found:%Y-%m-%d}"
    raise UnreadableDate(given, f"names a {other}, which {day} is not", (day,))


def _locales(languages: Iterable[str]) -> tuple[str, ...]:
    """What dateparser calls these languages, with their kin; English last, as pages use it."""
    found = []
    for tag in languages:
        primary = tag.split("-")[0].lower()
        found += [name for name in (tag, *KIN.get(primary, (primary,))) if name in language_order]
    return tuple(dict.fromkeys([*found, "en"]))


def _readings(line: str, locales: Sequence[str], now: datetime) -> dict[str, datetime]:
    """The reading of each order of day, month and year that gives one."""
    if YEAR_FIRST.match(line):
        orders = ["YMD"]
    elif YEAR.search(line):
        orders = ["DMY", "MDY"]
    else:
        orders = ["DMY", "MDY", "YMD"]
    answers = {order: _ask(line, locales, now, order) for order in orders}
    return {
        order: answer for order, answer in answers.items() if answer and _stands_in(answer, line)
    }


def _ask(
    line: str, locales: Sequence[str], now: datetime, order: str, parser: str = "absolute-time"
) -> datetime | None:
    settings = {
        "PARSERS": [parser],
        "DATE_ORDER": order,
        "PREFER_LOCALE_DATE_ORDER": False,
        "REQUIRE_PARTS": ["day", "month", "year"] if parser == "absolute-time" else [],
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "STRICT_PARSING": parser == "absolute-time",
        "TIMEZONE": "UTC",
    }
    with _ONE_AT_A_TIME:
        asked = DateDataParser(languages=list(locales), settings=settings)
        answer: datetime | None = asked.get_date_data(line).date_obj
    return answer


def _stands_in(answer: datetime, line: str) -> bool:
    """Whether the day and the year are numbers that were really given."""
    numbers = NUMBER.findall(line)
    years = {int(digits) for digits in numbers if len(digits) == 4}
    short = {int(digits) for digits in numbers if len(digits) == 2}
    days = {int(digits) for digits in numbers if len(digits) <= 2}
    return (answer.year in years or answer.year % 100 in short) and answer.day in days


def _orders(languages: Iterable[str]) -> set[str]:
    """The orders in which these languages write day, month and year.

    English writes both ways, unless a region is named: en-GB, en-US.
    """
    return {order for tag in languages if tag != "en" and (order := _order(tag))}


@cache
def _order(tag: str) -> str | None:
    primary = tag.split("-", maxsplit=1)[0].lower()
    for name in (tag, *KIN.get(primary, (primary,))):
        if name in language_order or name in language_locale_dict.get(primary, ()):
            found: str | None = default_loader.get_locale(name).info.get("date_order")
            return found
    return None


def _with_what_was_said(reading: datetime, line: str) -> date:
    """The bare day where no time is printed; no offset where only an abbreviation is.

    "CST" is three zones on three continents.
    """
    if reading.time() == time.min and not MIDNIGHT.search(line):
        return reading.date()
    return reading if OFFSET.search(line) else reading.replace(tzinfo=None)


def _refuse(given: str, line: str, locales: Sequence[str], now: datetime) -> NoReturn:
    if _ask(line, locales, now, "DMY", parser="relative-time"):
        raise UnreadableDate(given, "is relative and names no day by itself")
    raise UnreadableDate(given, "cannot be read as a date")
