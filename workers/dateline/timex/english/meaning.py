"""Small words of the algebra that the rule tables share."""

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex.algebra import (
    At,
    Expression,
    In,
    Last,
    Mod,
    Nearest,
    Next,
    Now,
    Part,
    Period,
    Shift,
    Then,
    This,
    Vague,
)
from dateline.timex.calendar import FINENESS
from dateline.timex.english.lexicon import Unit
from dateline.timex.evaluation import length_of
from dateline.timex.repeat import MONTHS, Repeat
from dateline.timex.unit import said_unit

NOW, THEN = Now(), Then()
_BEFORE_OUR_ERA = 2000
# "The first half of March" is a part of it, "of 2024" a half-year with a name of its own.
_HALVED = (
    Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.DECADE,
    Granularity.CENTURY,
)  # fmt: skip


def nearest(name: str, of: Expression = NOW) -> Expression:
    """The occurrence that the clause's direction will choose."""
    return Nearest(Repeat(name), Direction.NONE, of)


def last(name: str, of: Expression = NOW) -> Expression:
    """The most recent one."""
    return Last(Repeat(name), of)


def next_(name: str, of: Expression = NOW) -> Expression:
    """The coming one."""
    return Next(Repeat(name), of)


def this(name: str, of: Expression = NOW) -> Expression:
    """The one of the same cycle."""
    return This(Repeat(name), of)


def within(name: str, of: Expression) -> Expression | None:
    """The one inside, where it can lie inside: a March of a year, not of a week."""
    inner, outer = Repeat(name), said_unit(of)
    if inner.unit is Granularity.HALF and outer in _HALVED:
        return Part(3 if name == "h1" else 4, of)
    if outer is None or FINENESS[inner.unit] >= FINENESS[outer]:
        return None
    if FINENESS[inner.cycle] > FINENESS[outer] and inner.unit is not Granularity.DAY:
        return None
    return In(inner, of)


def in_year(name: str, year: int) -> Expression:
    """The one of a year by its number."""
    return In(Repeat(name), At(f"{year:04}"))


def month(number: int) -> str:
    """The repeat of a month by its number."""
    return MONTHS[number - 1]


def month_day(number: int, day: int) -> str:
    """The repeat of a day of the year: `02-26`."""
    return f"{number:02}-{day:02}"


def full_year(digits: int) -> int:
    """The year that two digits stand for in print: '98 is 1998, '24 is 2024."""
    return digits + (2000 if digits < 50 else 1900)


def period(count: str, unit: Unit) -> Period:
    """So many of a unit."""
    return Period(unit.period(count))


def amount(of: Expression) -> Period | None:
    """The period inside modifiers, None where there is none."""
    while isinstance(of, Mod):
        of = of.of
    return of if isinstance(of, Period) else None


def moved(of: Expression, by: Expression, sign: int) -> Expression | None:
    """So long before or after: a shift, or a vague time where no number is said."""
    span = amount(by)
    if span is None:
        return None
    length = length_of(span)
    if length is None:
        return Vague("PAST_REF") if sign < 0 else span
    count, unit = length
    if sign < 0 and unit is Granularity.YEAR and count >= _BEFORE_OUR_ERA:
        # The calendar of the algebra begins with the year 1.
        return Vague("PAST_REF")
    shifted = Shift(of, sign * count, unit)
    return Mod(by.mod, shifted) if isinstance(by, Mod) else shifted


def third_of(which: int, of: Expression) -> Expression | None:
    """Early, mid or late in something long enough to have thirds."""
    if isinstance(of, Part | Period | Vague):
        return None
    return Part(which, of)
