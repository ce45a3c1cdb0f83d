"""Pointing from an anchor: yesterday, last week, two years ago, a month later."""

from collections.abc import Callable
from typing import Any

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex.algebra import (
    Elapsed,
    Expression,
    In,
    Mod,
    Moved,
    Nearest,
    Nth,
    Part,
    Period,
    Rest,
    Shift,
    Vague,
)
from dateline.timex.english.lexicon import Unit
from dateline.timex.english.meaning import (
    NOW,
    THEN,
    in_year,
    last,
    moved,
    nearest,
    next_,
    third_of,
    this,
)
from dateline.timex.repeat import Repeat
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_WED = "2025-02-26"


def _unit(unit: Unit) -> str | None:
    """The repeat of a unit of the calendar; an hour of the clock is none: the next begins now."""
    if unit.letter == "Y" and unit.times > 1:
        return {10: "decade", 100: "century"}.get(unit.times)
    if unit.unit is Granularity.QUARTER:
        return "quarter"
    if unit.times > 1 or unit.unit is Granularity.DAYPART or unit.letter in "hms":
        return None
    return unit.unit.value


def _pointed(point: Callable[..., Expression], of: Expression) -> Callable[..., Any]:
    def means(unit: Unit) -> Expression | None:
        name = _unit(unit)
        return None if name is None else point(name, of)

    return means


def _days(count: int) -> Expression:
    return Shift(NOW, count, Granularity.DAY)


def _beside(sign: int) -> Callable[..., Any]:
    def means(by: Expression, of: Expression) -> Expression | None:
        shifted = moved(of, by, sign)
        if isinstance(shifted, Shift) and said_unit(of) is Granularity.DAY:
            # Two weeks from a Monday is a Monday.
            return Moved(of, shifted.count, shifted.unit)
        return shifted

    return means


def _this(unit: Unit) -> Expression | None:
    name = _unit(unit)
    return None if name is None else this(name)


def _latest(unit: Unit) -> Expression | None:
    """The last one that is over; "the latest day of protests" is not of the calendar's."""
    name = _unit(unit)
    return last(name) if name in ("week", "month", "year") else None


def _one(unit: Unit) -> Expression:
    return Period(unit.period("1"))


def _twice(point: Callable[..., Expression], unit: Unit) -> Expression | None:
    name = _unit(unit)
    return None if name is None else point(name, point(name, NOW))


def _week_on(name: str) -> Expression:
    """A week after the coming one."""
    return Moved(Nearest(Repeat(name), Direction.FUTURE, NOW), 1, Granularity.WEEK)


def _spanning(which: int, of: Expression) -> Expression | None:
    """ "The early 1990s"; but the article of "the late-November crash" is the noun's."""
    if said_unit(of) in (Granularity.DECADE, Granularity.CENTURY, Granularity.SEASON):
        return third_of(which, of)
    return None


def _nth_weekend(count: int, of: Expression) -> Expression | None:
    long = said_unit(of) in (Granularity.MONTH, Granularity.SEASON, Granularity.YEAR)
    return Nth(count, Repeat("weekend"), of) if long and count <= _WEEKENDS else None


def _ago_this(by: Expression, of: Expression) -> Expression | None:
    unit, found = said_unit(of), moved(NOW, by, -1)
    if unit is None or not isinstance(found, Shift):
        return None
    if isinstance(of, Nearest):
        # "Two years ago Tuesday": on the date that Tuesday has now.
        return Moved(of, found.count, found.unit) if unit is Granularity.DAY else found
    moment = Moved(NOW, found.count, found.unit)
    return this(unit.value, moment) if unit in _PLAIN else found


def _long(of: Expression) -> bool:
    return said_unit(of) not in (None, Granularity.DAY, Granularity.DAYPART)


_WEEKENDS = 5
_PLAIN = (Granularity.WEEK, Granularity.MONTH, Granularity.DAY)


RULES = (
    Rule("today", "DATE", "today|todays", lambda: NOW,
         (Example("He resigned today.", _WED, "2025-02-26"),),
         ("USA Today wrote it.",)),
    Rule("yesterday", "DATE", "yesterday", lambda: _days(-1),
         (Example("He resigned yesterday.", "2025-03-01", "2025-02-28"),),
         ("The yesterdays of youth.",)),
    Rule("tomorrow", "DATE", "tomorrow", lambda: _days(1),
         (Example("He resigns tomorrow.", "2024-02-28", "2024-02-29"),),
         ("The tomorrows of youth.",)),
    Rule("day before yesterday", "DATE", "the? day before yesterday", lambda: _days(-2),
         (Example("He resigned the day before yesterday.", "2025-03-01", "2025-02-27"),),
         ("The day before, he left.",)),
    Rule("day after tomorrow", "DATE", "the? day after tomorrow", lambda: _days(2),
         (Example("He resigns the day after tomorrow.", "2025-02-27", "2025-03-01"),),
         ("The day after, he left.",)),
    Rule("this unit", "DATE", "this current? UNIT", _this,
         (Example("Talks go on this week.", _WED, "2025-W09"),
          Example("Talks go on this month.", _WED, "2025-02")),
         ("This weak man.",)),
    Rule("current unit", "DATE", "the? current UNIT", _this,
         (Example("Sales rose in the current month.", _WED, "2025-02"),),
         ("The current was weak.",)),
    Rule("last unit", "DATE", "last UNIT", _pointed(last, NOW),
         (Example("Talks failed last week.", _WED, "2025-W08"),
          Example("Talks failed last year.", "2025-01-01", "2024")),
         ("At last years passed.",)),
    Rule("next unit", "DATE", "next|coming|upcoming UNIT", _pointed(next_, NOW),
         (Example("Talks resume next month.", "2024-12-31", "2025-01"),
          Example("Talks resume next week.", _WED, "2025-W10")),
         ("The next, week by week, fell.",)),
    Rule("the next unit", "DATE", "the next UNIT", _pointed(next_, THEN),
         (Example("He won in December 1998 and fell ill the next month.", _WED, "1999-01"),),
         ("The next man left.",)),
    Rule("the coming unit", "DATE", "the coming|upcoming UNIT", _pointed(next_, NOW),
         (Example("The coming week is busy.", _WED, "2025-W10"),),
         ("The coming man left.",)),
    Rule("the latest unit", "DATE", "the latest UNIT", _latest,
         (Example("Claims fell in the latest week.", _WED, "2025-W08"),),
         ("The latest man left.",)),
    Rule("unit before last", "DATE", "the UNIT before last", lambda unit: _twice(last, unit),
         (Example("Talks failed the week before last.", _WED, "2025-W07"),),
         ("The week before, he left.",)),
    Rule("unit after next", "DATE", "the UNIT after next", lambda unit: _twice(next_, unit),
         (Example("Talks resume the week after next.", _WED, "2025-W11"),),
         ("The week after, he left.",)),
    Rule("that unit", "DATE", "the? that|same UNIT", _pointed(this, THEN),
         (Example("He won in 1998 and died that year.", _WED, "1998"),),
         ("He said that years passed.",)),
    Rule("following unit", "DATE", "the following UNIT", _pointed(next_, THEN),
         (Example("He won in December 1998 and died the following month.", _WED, "1999-01"),),
         ("The following weeks were hard.",)),
    Rule("previous unit", "DATE", "the previous|preceding UNIT", _pointed(last, THEN),
         (Example("He won in January 1998 but lost the previous month.", _WED, "1997-12"),),
         ("The previous weeks were hard.",)),
    Rule("the unit before", "ALONE", "the UNIT before|earlier",
         lambda unit: moved(THEN, _one(unit), -1),
         (Example("He won in 1998 but lost the year before.", _WED, "1997"),),
         ("The years before were hard.",)),
    Rule("the unit after", "ALONE", "the UNIT after|later", lambda unit: moved(THEN, _one(unit), 1),
         (Example("He won in 1998 and lost the year after.", _WED, "1999"),),
         ("The years after were hard.",)),
    Rule("the next day", "DATE", "the next|following day",
         lambda: Shift(THEN, 1, Granularity.DAY),
         (Example("He fell on March 3, 2024, and died the next day.", _WED, "2024-03-04"),),
         ("The next man left.",)),
    Rule("the previous day", "DATE", "the previous|preceding day",
         lambda: Shift(THEN, -1, Granularity.DAY),
         (Example("He died on March 3, 2024, after a fall the previous day.", _WED, "2024-03-02"),),
         ("The previous man left.",)),
    Rule("units ago", "DATE", "PERIOD ago", lambda by: moved(NOW, by, -1),
         (Example("She resigned two days ago.", "2024-03-01", "2024-02-28"),
          Example("She resigned two weeks ago.", _WED, "2025-W07"),
          Example("She resigned a year ago.", _WED, "2024")),
         ("The three days agonised him.",)),
    Rule("units from today", "DATE", "PERIOD from today",
         lambda by: _beside(1)(by, NOW),
         (Example("It opens two weeks from today.", _WED, "2025-03-12"),),
         ("Two weeks from nowhere.",)),
    Rule("units from now", "DATE", "PERIOD from now", lambda by: moved(NOW, by, 1),
         (Example("It opens two months from now.", "2024-12-31", "2025-02"),
          Example("It opens three days from now.", _WED, "2025-03-01")),
         ("Two months from nowhere.",)),
    Rule("in so many units", "DATE", "<in PERIOD", lambda by: moved(NOW, by, 1),
         (Example("It will open in two days.", "2025-02-27", "2025-03-01"),
          Example("It will open in three weeks.", _WED, "2025-W12")),
         ("It was built in two days.",)),
    Rule("in so much time", "DATE", "<in PERIOD '|’ time", lambda by: moved(NOW, by, 1),
         (Example("It opens in two days' time.", "2025-02-27", "2025-03-01"),),
         ("It was done in two days.",)),
    Rule("a week on a weekday", "DATE", "a week on DOW", _week_on,
         (Example("It opens a week on Monday.", _WED, "2025-03-10"),),
         ("He worked a week on it.",)),
    Rule("a weekday in a week", "DATE", "DOW week", _week_on,
         (Example("It opens Tuesday week.", _WED, "2025-03-11"),),
         ("He worked on Tuesday, a week late.",)),
    Rule("units earlier", "DATE", "PERIOD earlier|before|previously",
         lambda by: moved(THEN, by, -1),
         (Example("He won in 1998; a year earlier he had lost.", _WED, "1997"),
          Example("He fell on March 3, two days before, he had been well.", _WED, "2024-03-01")),
         ("The two days earliest in mind.",)),
    Rule("units later", "DATE", "PERIOD later|afterwards|afterward|after|hence",
         lambda by: moved(THEN, by, 1),
         (Example("He fell on 27 February 2024 and died two days later.", _WED, "2024-02-29"),
          Example("He won in 1998 and died two years later.", _WED, "2000")),
         ("The two days lately passed.",)),
    Rule("units before a date", "DATE", "PERIOD before DATE", _beside(-1),
         (Example("He left two days before March 1, 2024.", _WED, "2024-02-28"),),
         ("He left two days before the vote.",)),
    Rule("units after a date", "DATE", "PERIOD after|from DATE", _beside(1),
         (Example("He left two days after February 28, 2024.", _WED, "2024-03-01"),),
         ("He left two days after the vote.",)),
    Rule("the unit before a date", "DATE", "the UNIT before DATE",
         lambda unit, of: moved(of, _one(unit), -1),
         (Example("He left the day before Christmas.", _WED, "2024-12-24"),),
         ("He left the day before the vote.",)),
    Rule("the unit after a date", "DATE", "the UNIT after DATE",
         lambda unit, of: moved(of, _one(unit), 1),
         (Example("He left the day after Christmas.", _WED, "2024-12-26"),),
         ("He left the day after the vote.",)),
    Rule("units ago this unit", "DATE", "PERIOD ago on? DATE", _ago_this,
         (Example("He won a year ago this week.", _WED, "2024-W09"),
          Example("He won two years ago Tuesday.", _WED, "2023-02-25"),
          Example("He won a week ago Monday.", _WED, "2025-02-17")),
         ("He won a year ago, this week.",)),
    Rule("earlier this unit", "DATE", "earlier DATE",
         lambda of: Mod("START", Elapsed(of)) if _long(of) else Mod("START", of),
         (Example("He left earlier this month.", _WED, "2025-02"),),
         ("He left earlier than this month.",)),
    Rule("later this unit", "DATE", "later DATE",
         lambda of: Mod("END", Rest(of)) if _long(of) else Mod("END", of),
         (Example("He leaves later this year.", _WED, "2025"),),
         ("He left later than this month.",)),
    Rule("early in it", "DATE", "early ~ in? DATE", lambda of: third_of(0, of),
         (Example("He left in early 2024.", _WED, "2024"),
          Example("He left early last week.", _WED, "2025-W08")),
         ("An early, 2024 vote.",)),
    Rule("the early one", "DATE", "the early DATE", lambda of: _spanning(0, of),
         (Example("Prices fell in the early 1990s.", _WED, "199"),),
         ("The early bird left.",)),
    Rule("the late one", "DATE", "the late DATE", lambda of: _spanning(2, of),
         (Example("Prices fell in the late 1990s.", _WED, "199"),),
         ("The late bird left.",)),
    Rule("the middle one", "DATE", "the mid ~ DATE", lambda of: _spanning(1, of),
         (Example("Prices fell in the mid-1990s.", _WED, "199"),),
         ("The mid size left.",)),
    Rule("in the middle of it", "DATE", "mid|middle ~ DATE", lambda of: third_of(1, of),
         (Example("He left in mid-February.", _WED, "2025-02"),),
         ("The mid size of 2024.",)),
    Rule("late in it", "DATE", "late ~ in? DATE", lambda of: third_of(2, of),
         (Example("He left in late 2024.", _WED, "2024"),),
         ("The late Mr Smith died on Monday.",)),
    Rule("beginning of it", "DATE", "the? beginning|start of DATE|HORIZON",
         lambda of: third_of(0, of),
         (Example("He left at the beginning of March 2024.", _WED, "2024-03"),),
         ("The beginning of wisdom.",)),
    Rule("middle of it", "DATE", "the? middle of DATE|HORIZON", lambda of: third_of(1, of),
         (Example("He left in the middle of March 2024.", _WED, "2024-03"),),
         ("The middle of nowhere.",)),
    Rule("end of it", "DATE", "the? end of DATE|HORIZON|LONE", lambda of: third_of(2, of),
         (Example("He left at the end of March 2024.", _WED, "2024-03"),
          Example("He will leave by the end of the month.", _WED, "2025-02")),
         ("The end of days.",)),
    Rule("end, a hyphen and a date", "DATE", "end - DATE",
         lambda of: third_of(2, of) if _long(of) else None,
         (Example("Prices had risen by end-January.", _WED, "2025-01"),
          Example("Rates will fall by end-2026.", _WED, "2026")),
         ("They met at the week's end - Friday.",)),
    Rule("unit at hand without article", "LONE", "UNIT", _this,
         (Example("He will leave at end of month.", _WED, "2025-02"),),
         ("The month began.",)),
    Rule("the unit at hand", "HORIZON", "the|a|this UNIT", _this,
         (Example("He will leave at the end of the year.", _WED, "2025"),),
         ("The year began.",)),
    Rule("about a clock time", "TIME", "about|around|circa|roughly|approximately TIME",
         lambda of: Mod("APPROX", of),
         (Example("He left around 7:15 p.m. on Monday.", _WED, "2025-02-24T19:15"),),
         ("He spoke about the morning.",)),
    Rule("year to date", "PERIOD", "the? year ~ to ~ date",
         lambda: Mod("START", Elapsed(this("year"))),
         (Example("Shares fell in the year to date.", _WED, "2025"),),
         ("The year to come.",)),
    Rule("earlier in it", "DATE", "earlier in DATE|HORIZON", lambda of: Mod("START", Elapsed(of)),
         (Example("He left earlier in the week.", _WED, "2025-W09"),),
         ("He left earlier.",)),
    Rule("later in it", "DATE", "later in DATE|HORIZON", lambda of: Mod("END", Rest(of)),
         (Example("He leaves later in the week.", _WED, "2025-W09"),),
         ("He left later.",)),
    Rule("year's end", "DATE", "the? year 's|’s end", lambda: Part(2, this("year")),
         (Example("He will leave by year's end.", _WED, "2025"),),
         ("The year's ending was sad.",)),
    Rule("year-end", "DATE", "the? year ~ end", lambda: nearest("12-31"),
         (Example("He will leave by year-end.", _WED, "2025-12-31"),
          Example("Shares have risen since year-end.", _WED, "2024-12-31")),
         ("The year ended.",)),
    Rule("year-end of a year", "DATE", "year ~ end YEAR", lambda year: in_year("12-31", year),
         (Example("He left at year-end 2023.", _WED, "2023-12-31"),),
         ("The year ended.",)),
    Rule("month-end", "DATE", "month ~ end", lambda: Part(2, this("month")),
         (Example("He will leave by month-end.", _WED, "2025-02"),),
         ("The month ended.",)),
    Rule("weekend", "DATE", "the? weekend", lambda: nearest("weekend"),
         (Example("He left over the weekend.", _WED, "2025-W08-WE"),
          Example("He will leave at the weekend.", _WED, "2025-W09-WE")),
         ("The weekend warrior left.",)),
    Rule("so-manieth weekend of it", "DATE", "the? ORDINAL weekend of|in DATE",
         _nth_weekend,
         (Example("They met on the first weekend of March 2024.", _WED, "2024-W09-WE"),),
         ("The first weekend of talks.",)),
    Rule("last weekend of it", "DATE", "the? last|final weekend of|in DATE",
         lambda of: _nth_weekend(-1, of),
         (Example("They met on the last weekend of May 2024.", _WED, "2024-W21-WE"),),
         ("The last weekend of talks.",)),
    Rule("this weekend", "DATE", "this weekend", lambda: this("weekend"),
         (Example("He leaves this weekend.", _WED, "2025-W09-WE"),),
         ("This weakened man.",)),
    Rule("weekend with a pointer", "DATE", "last|past weekend", lambda: last("weekend"),
         (Example("He left last weekend.", _WED, "2025-W08-WE"),),
         ("The weekend passed.",)),
    Rule("next weekend", "DATE", "next weekend", lambda: In(Repeat("weekend"), next_("week")),
         (Example("He leaves next weekend.", _WED, "2025-W10-WE"),),
         ("The weekend passed.",)),
    Rule("about then", "DATE", "around|circa|roughly|approximately DATE",
         lambda of: Mod("APPROX", of) if not isinstance(of, Part | Vague) else None,
         (Example("He left around March 3.", _WED, "2024-03-03"),),
         ("He spoke about the vote.",)),
)  # fmt: skip
