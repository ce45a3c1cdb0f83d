"""Printings of an evaluated expression: TIMEX3 attributes, EDTF, granularity."""

from dataclasses import dataclass
from datetime import timedelta

from dateline.model.interval import END_OF_CALENDAR, Granularity, Interval
from dateline.model.timex import TimexType
from dateline.timex import algebra as a
from dateline.timex.calendar import FINENESS, Stretch, unit_at, unit_of
from dateline.timex.named import name_of
from dateline.timex.repeat import WEEKDAYS

_SEASON_MONTHS = {3: 21, 6: 22, 9: 23, 12: 24}
_PART_MODS = ("START", "MID", "END", "START", "END")
_PERIODS = (a.Past, a.Coming, a.Opening, a.Closing)
_APPROXIMATE = frozenset({"APPROX", "START", "MID", "END"})


@dataclass(frozen=True, slots=True)
class Attributes:
    """TIMEX3's type, value, mod, quant and freq."""

    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None


def attributes(expression: a.Expression, stretch: Stretch | None) -> Attributes:
    """How TIMEX3 writes the expression and the stretch it was evaluated to."""
    mod = modifier(expression)
    core = _core(expression)
    if isinstance(core, a.Every):
        return Attributes(TimexType.SET, core.value, mod, core.quant or None, core.freq or None)
    if isinstance(core, a.Vague):
        return Attributes(TimexType.DATE, core.value, mod)
    period = period_of(core, stretch)
    if period is not None:
        return Attributes(TimexType.DURATION, period, mod)
    if stretch is None:
        return Attributes(TimexType.DATE, unevaluated(core), mod)
    kind = TimexType.TIME if _is_time(stretch.unit) else TimexType.DATE
    return Attributes(kind, name_of(_named(core, stretch)), mod)


def _named(core: a.Expression, stretch: Stretch) -> Stretch:
    """The stretch that gives the value its name: of "pre-2022" the year 2022."""
    if isinstance(core, a.Before):
        return unit_at(stretch.beyond, stretch.unit)
    if isinstance(core, a.After):
        return unit_at(stretch.first - timedelta(days=1), stretch.unit)
    return stretch


def _core(expression: a.Expression) -> a.Expression:
    while isinstance(expression, a.Mod | a.Zoned | a.Elapsed | a.Rest):
        expression = expression.of
    return expression


def modifier(expression: a.Expression) -> str | None:
    """TIMEX3's mod: the outermost one that is said."""
    while not isinstance(expression, a.Mod | a.Part):
        inner = a.parts(expression)
        if len(inner) != 1:
            return None
        expression = inner[0]
    return expression.mod if isinstance(expression, a.Mod) else _PART_MODS[expression.which]


def is_approximate(expression: a.Expression) -> bool:
    """Whether the phrase itself says that it is not exact."""
    return modifier(expression) in _APPROXIMATE


def _is_time(unit: Granularity) -> bool:
    return FINENESS[unit] <= FINENESS[Granularity.DAYPART]


def period_of(expression: a.Expression, stretch: Stretch | None) -> str | None:
    """The amount of time that an expression says, None where it says a date."""
    if isinstance(expression, a.Period):
        return expression.value
    if isinstance(expression, _PERIODS):
        return expression.period.value
    if isinstance(expression, a.Between) and stretch is not None:
        return _length(stretch)
    return None


def _length(stretch: Stretch) -> str:
    first, last = stretch.first, stretch.beyond
    if stretch.unit is Granularity.YEAR:
        return f"P{last.year - first.year}Y"
    if stretch.unit is Granularity.MONTH:
        return f"P{(last.year - first.year) * 12 + last.month - first.month}M"
    if FINENESS[stretch.unit] < FINENESS[Granularity.DAYPART]:
        minutes = (last - first) / timedelta(minutes=1)
        return f"PT{minutes / 60:g}H" if minutes % 60 == 0 else f"PT{minutes:g}M"
    return f"P{(last - first).days}D"


def unevaluated(expression: a.Expression) -> str:
    """The value of a date that the calendar does not have: what was written, as it was written."""
    names = [leaf.name for leaf in a.leaves(expression) if isinstance(leaf, a.At)]
    year = names[0][:4] if names else "XXXX"
    if isinstance(expression, a.At):
        return expression.name
    if isinstance(expression, a.In | a.Nearest | a.This | a.Last | a.Next):
        name = expression.repeat.name
        if name[:2].isdigit():
            return f"{year}-{name}"
        if isinstance(expression, a.In) and (not names or name in WEEKDAYS):
            return unevaluated(expression.of)
    return year if names else "XXXX-XX-XX"


def edtf(stretch: Stretch | None, approximate: bool) -> str | None:
    """EDTF level 1 for a stretch; None where there is none.

    A part of a month or year ("mid-February") is about that month; what level 1 cannot say, such
    as a week, is an interval of days.
    """
    if stretch is None:
        return None
    interval, tilde = stretch.interval, ""
    if approximate:
        tilde = "~"
        if stretch.unit in (Granularity.MONTH, Granularity.YEAR):
            interval = unit_at(stretch.first, stretch.unit).interval
    if interval.start is None or interval.end is None:
        first, last = interval.earliest, interval.latest
        shorter = _open(interval)
        if shorter is not None:
            return shorter
        return f"{first or '..'}/{last or '..'}"
    unit = unit_of(interval)
    start = interval.start
    if unit is Granularity.YEAR:
        return f"{start.year:04}{tilde}"
    if unit is Granularity.DECADE:
        return f"{start.year // 10:03}X"
    if unit is Granularity.CENTURY:
        return f"{start.year // 100:02}XX"
    if unit is Granularity.MONTH:
        return f"{start.year:04}-{start.month:02}{tilde}"
    if stretch.unit is Granularity.SEASON and unit in (Granularity.QUARTER, Granularity.SEASON):
        # Seasons are months 21 to 24, spring first.
        return f"{start.year:04}-{_SEASON_MONTHS[start.month]}{tilde}"
    if interval.is_one_day:
        return f"{interval.earliest}{tilde}"
    return f"{interval.earliest}/{interval.latest}"


def _open(interval: Interval) -> str | None:
    """A bound at the turn of a year is printed as a year: `../2021`."""
    if interval.start is None and interval.end is not None:
        end = interval.end
        if (end.month, end.day) == (1, 1) and end != END_OF_CALENDAR:
            return f"../{end.year - 1:04}"
    if interval.end is None and interval.start is not None:
        start = interval.start
        if (start.month, start.day) == (1, 1):
            return f"{start.year:04}/.."
    return None
