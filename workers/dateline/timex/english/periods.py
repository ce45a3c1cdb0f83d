"""Amounts of time: three days, the past week, the first nine months of 1989, ages."""

from collections.abc import Callable
from typing import Any

from dateline.model.interval import Granularity
from dateline.timex.algebra import (
    Closing,
    Coming,
    Expression,
    Mod,
    Opening,
    Past,
    Period,
)
from dateline.timex.english.lexicon import AMOUNT_MODS, Unit
from dateline.timex.english.meaning import NOW, amount, last, period
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_WED = "2025-02-26"
# "Five to ten days" is a range, "2 to 2000 days" hardly; four figures may be years.
_WIDEST, _FIRST_YEAR, _LAST_YEAR = 10, 1900, 2100


def _so_many(count: str, unit: Unit) -> Expression | None:
    # "A second" and "a quarter" are ordinals and shares far more often than times.
    if count == "1" and unit.unit in (Granularity.SECOND, Granularity.QUARTER):
        return None
    return period(count, unit)


def _about(by: Expression) -> Expression | None:
    return Mod("APPROX", by) if isinstance(by, Period) else None


def _together(more: Period, less: Period) -> Expression | None:
    """ "Two years and three months": one period, the greater unit first."""
    parts = more.value + less.value
    if "X" in parts or ("T" in more.value) != ("T" in less.value):
        return None
    order = "HMS" if "T" in more.value else "YMWD"
    if order.find(more.value[-1]) >= order.find(less.value[-1]):
        return None
    return Period(more.value + less.value.lstrip("PT"))


def _the_last(unit: Unit) -> Expression:
    """ "Over the last week" is seven days; "the last quarter" is one of the calendar's."""
    if unit.unit is Granularity.QUARTER:
        return last("quarter")
    return Past(period("1", unit), NOW)


def _the_next(unit: Unit) -> Expression | None:
    """ "In the next year": the twelve months to come; "the next hour" has a rule of its own."""
    return None if unit.letter in "hms" else Coming(period("1", unit), NOW)


def _over(kind: type[Past] | type[Coming]) -> Callable[..., Any]:
    def means(by: Expression) -> Expression | None:
        span = amount(by)
        if span is None:
            return None
        stretch = kind(span, NOW)
        return Mod(by.mod, stretch) if isinstance(by, Mod) else stretch

    return means


def _of(kind: type[Opening] | type[Closing]) -> Callable[..., Any]:
    def means(by: Expression, of: Expression) -> Expression | None:
        span = amount(by)
        return None if span is None else kind(span, of)

    return means


def _modified(mod: str) -> Callable[..., Any]:
    return lambda by: Mod(mod, by) if isinstance(by, Period) and "X" not in by.value else None


def _ranging(mod: str, low: float, high: float, unit: Unit) -> Expression | None:
    """So many at most: TIMEX3 has no value for a range of amounts."""
    counted = 0 < low < high <= _WIDEST * low and not _FIRST_YEAR <= high < _LAST_YEAR
    return Mod(mod, period(f"{high:.10g}", unit)) if counted else None


def _up_to(low: float, high: float, unit: Unit) -> Expression | None:
    return _ranging("EQUAL_OR_LESS", low, high, unit)


# What a year of a report ends with.
_ENDS = (Granularity.DAY, Granularity.MONTH, Granularity.QUARTER)

RULES = (
    Rule("so many units", "PERIOD", "COUNT ~ UNIT", _so_many,
         (Example("The five-year plan failed.", _WED, "P5Y"),
          Example("He waited a month.", _WED, "P1M")),
         ("Three men left.", "It came second.")),
    Rule("several units", "SPAN", "COUNT ~ UNITS",
         lambda count, unit: None if count == "1" else period(count, unit),
         (Example("It rained for three days.", _WED, "P3D"),
          Example("It lasted 90 minutes.", _WED, "PT90M")),
         ("Three men left.",)),
    Rule("units in short", "SPAN", "NUM ABBREVIATED",
         lambda n, unit: period(f"{n:g}", unit) if n < _FIRST_YEAR else None,
         (Example("It lasted 90 mins.", _WED, "PT90M"),),
         ("The SEC sued.",)),
    Rule("several and some units", "SPAN", "SPAN and? SPAN", _together,
         (Example("It lasted two years and three months.", _WED, "P2Y3M"),),
         ("It lasted two years and three men left.",)),
    Rule("bare units", "SPAN", "UNITS", lambda unit: Period(unit.period("X")),
         (Example("He has waited for years.", _WED, "PXY"),),
         ("The Times wrote it.",)),
    Rule("bare units of two sizes", "SPAN", "UNITS or|and UNITS",
         lambda unit, _: Period(unit.period("X")),
         (Example("He has waited for weeks or months.", _WED, "PXW"),),
         ("He has waited for weeks or so.",)),
    Rule("span", "PERIOD", "SPAN", lambda by: by,
         (Example("It rained for three days.", _WED, "P3D"),),
         ("Three men left.",)),
    Rule("the span", "PERIOD", "the|these|those SPAN", lambda by: by,
         (Example("The two weeks were hard.", _WED, "P2W"),),
         ("The two men left.",)),
    Rule("from so many to so many units", "ABOUT", "NUM ~ to|-|– NUM ~ UNIT|UNITS", _up_to,
         (Example("It takes two to three weeks.", _WED, "P3W"),
          Example("He faces three- to five-year terms.", _WED, "P5Y")),
         ("It has two to three pages.",)),
    Rule("between so many and so many units", "ABOUT", "between NUM and NUM ~ UNITS", _up_to,
         (Example("It takes between two and three weeks.", _WED, "P3W"),),
         ("It has between two and three pages.",)),
    Rule("so many or so many units", "ABOUT", "NUM or NUM ~ UNIT|UNITS",
         lambda low, high, unit: _ranging("APPROX", low, high, unit),
         (Example("It lasts two or three weeks.", _WED, "P3W"),),
         ("It has two or three pages.",)),
    Rule("about a span", "PERIOD", "the? ABOUT", lambda by: by,
         (Example("It takes two to three weeks.", _WED, "P3W"),),
         ("It has two to three pages.",)),
    Rule("recent units", "PERIOD", "recent SPAN", lambda by: by,
         (Example("It rained in recent weeks.", _WED, "PXW"),),
         ("The recent men left.",)),
    Rule("or so", "PERIOD", "PERIOD or so", _about,
         (Example("He waited a week or so.", _WED, "P1W"),),
         ("He waited a week or more.",)),
    Rule("one or two units", "PERIOD", "a|an UNIT or two",
         lambda unit: Mod("APPROX", period("1", unit)),
         (Example("He waited a year or two.", _WED, "P1Y"),),
         ("He waited a year or more.",)),
    Rule("one and a half", "PERIOD", "a|an|one UNIT and a half", lambda unit: period("1.5", unit),
         (Example("It lasted a year and a half.", _WED, "P1.5Y"),
          Example("It lasted a century and a half.", _WED, "P150Y")),
         ("A year and his men left.",)),
    Rule("quarter of a century", "PERIOD", "a? ~ quarter ~ of? a? ~ century",
         lambda: Period("P25Y"),
         (Example("It lasted a quarter of a century.", _WED, "P25Y"),
          Example("It lasted a quarter-century.", _WED, "P25Y")),
         ("It lasted a quarter of a page.",)),
    Rule("unit long", "PERIOD", "UNIT - long", lambda unit: period("1", unit),
         (Example("The day-long talks ended.", _WED, "P1D"),),
         ("The day was long.",)),
    Rule("units long", "PERIOD", "PERIOD ~ long", lambda by: by if isinstance(by, Period) else None,
         (Example("The decades-long war ended.", _WED, "PXY"),),
         ("The long war ended.",)),
    Rule("the unit that ended", "PERIOD", "the fiscal? UNIT >ended|ending",
         lambda unit: period("1", unit) if unit.unit is not Granularity.QUARTER else None,
         (Example("Claims fell in the week ended Saturday.", _WED, "P1W"),),
         ("The year was over.",)),
    Rule("the year up to a date", "PERIOD", "<in|for|during|over the year >to|through >DATE",
         lambda of: Period("P1Y") if said_unit(of) in _ENDS else None,
         (Example("Prices rose 3% in the year to January.", _WED, "P1Y"),
          Example("Prices rose 3% in the year to March 31.", _WED, "P1Y"),
          Example("Prices rose 3% in the year to end-January.", _WED, "P1Y")),
         ("The year to come.",)),
    Rule("age", "PERIOD", "PERIOD ~ old", lambda by: by if isinstance(by, Period) else None,
         (Example("He is 23 years old.", _WED, "P23Y"),
          Example("The church was only 80 years old.", _WED, "P80Y")),
         ("The old man fell.", "Her 6-year-old son fell.", "The 23-year-old is well.",
          "Mr Li, 52 years old, is well.")),
    Rule("past units", "PERIOD", "the? past|last|previous|preceding|latest|prior SPAN|ABOUT",
         _over(Past),
         (Example("It rained over the past three days.", _WED, "P3D", "2025-02-23", "2025-02-25"),
          Example("It fell in the last 12 months.", _WED, "P12M", "2024-02-26", "2025-02-25")),
         ("The past was hard.",)),
    Rule("so many past units", "PERIOD", "the? NUM past|last|previous UNITS",
         lambda n, unit: Past(period(f"{n:g}", unit), NOW),
         (Example("It rained for the two past weeks.", _WED, "P2W", "2025-02-12", "2025-02-25"),),
         ("The two past men left.",)),
    Rule("the last unit", "PERIOD", "the last UNIT", _the_last,
         (Example("It rained over the last week.", _WED, "P1W", "2025-02-19", "2025-02-25"),),
         ("The last man left.",)),
    Rule("the next unit or so", "PERIOD", "the? next|past|last UNIT or so",
         lambda unit: Mod("APPROX", period("1", unit)),
         (Example("It will rain over the next week or so.", _WED, "P1W"),),
         ("The next week or month.",)),
    Rule("within the next unit", "PERIOD",
         "<in|over|within|during|for|throughout the next|coming UNIT", _the_next,
         (Example("Rates will rise over the next year.", _WED, "P1Y", "2025-02-27", "2026-02-26"),),
         ("The next man left.",)),
    Rule("past of a unit", "PERIOD", "the past UNIT",
         lambda unit: Past(period("1", unit), NOW),
         (Example("It rained over the past week.", _WED, "P1W", "2025-02-19", "2025-02-25"),),
         ("The past was hard.",)),
    Rule("coming units", "PERIOD", "the? next|coming|following|upcoming|ensuing SPAN|ABOUT",
         _over(Coming),
         (Example("It will rain for the next three days.", _WED, "P3D", "2025-02-27", "2025-03-01"),
          Example("It will rain in the next few weeks.", _WED, "PXW")),
         ("He is coming.",)),
    Rule("so many coming units", "PERIOD", "the? NUM coming|next|upcoming|following UNITS",
         lambda n, unit: Coming(period(f"{n:g}", unit), NOW),
         (Example("It will rain for the two next weeks.", _WED, "P2W", "2025-02-27",
                  "2025-03-12"),),
         ("The two next men left.",)),
    Rule("span or so", "ABOUT", "SPAN or so", _about,
         (Example("It rained over the past two weeks or so.", _WED, "P2W"),),
         ("Two weeks or more passed on Friday.",)),
    Rule("within so many units", "PERIOD", "<within SPAN|ABOUT", _over(Coming),
         (Example("It will be done within three days.", _WED, "P3D", "2025-02-27", "2025-03-01"),),
         ("The strike was within two men's memory.",)),
    Rule("first units of it", "PERIOD", "the? first|opening SPAN >of >DATE|HORIZON", _of(Opening),
         (Example("Profit rose in the first nine months of 1989.", _WED, "P9M",
                  "1989-01-01", "1989-09-30"),),
         ("The first nine months were hard.",)),
    Rule("last units of it", "PERIOD", "the? last|final|closing SPAN >of >DATE|HORIZON",
         _of(Closing),
         (Example("Profit rose in the last three months of 1989.", _WED, "P3M",
                  "1989-10-01", "1989-12-31"),),
         ("The last three months were hard.",)),
    Rule("first units", "PERIOD", "the? first|final|initial|opening SPAN", lambda by: by,
         (Example("The first nine months were hard.", _WED, "P9M"),),
         ("The first nine men left.",)),
    *(
        Rule(f"{' '.join(words)} so many units", "PERIOD", f"{' '.join(words)} PERIOD",
             _modified(mod),
             (Example(f"It rained for {' '.join(words)} three days.", _WED, "P3D"),),
             (f"It hurt {' '.join(words)} three men.",))
        for words, mod in AMOUNT_MODS.items()
    ),
    Rule("over a unit", "PERIOD", "over a|an UNIT",
         lambda unit: Mod("MORE_THAN", period("1", unit)),
         (Example("It lasted over a week.", _WED, "P1W"),),
         ("It lasted over a weekend.",)),
    Rule("well over so many units", "PERIOD", "<just|well|slightly over PERIOD",
         _modified("MORE_THAN"),
         (Example("It lasted well over two years.", _WED, "P2Y"),),
         ("It hurt well over two men.",)),
    Rule("long or short while", "PERIOD", "a while", lambda: Period("PXX"),
         (Example("He waited for a while.", _WED, "PXX"),),
         ("He waited while they ate.",)),
)  # fmt: skip
