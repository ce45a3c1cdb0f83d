"""Things that come round again: Mondays, Junes, third quarters, mornings, the 24th, Easter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.model.interval import END_OF_CALENDAR, Granularity
from dateline.timex import feasts
from dateline.timex.calendar import Stretch, floor, midnight, shift, unit_at

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
# Meteorological seasons, northern: the month each begins in.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# First hour and hours' length; what is said of a night is dated on the day it began.
DAYPARTS = {
    "morning": (6, 6),
    "midday": (11, 3),
    "afternoon": (12, 6),
    "evening": (18, 4),
    "night": (20, 4),
    "daytime": (6, 12),
}
# A 29 February, or a Monday the 13th, may be years away; nothing is farther than this.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that comes round in a cycle, by its name: `monday`, `june`, `q3`, `day-24`.

    Names: a unit (`week`), a weekday, a month, `q1`-`q4`, `h1`-`h2`, a season, a daypart,
    `day-24` (of a month), `monday-24` (a 24th that is a Monday), `06-24` (of a year), `week-31`,
    `at-16:30` (of a day), or a feast.
    """

    name: str

    @property
    def unit(self) -> Granularity:
        """The unit of one occurrence."""
        return _kind(self.name)[0]

    @property
    def cycle(self) -> Granularity:
        """How often it comes round."""
        return _kind(self.name)[1]

    def within(self, cycle_start: datetime) -> Stretch | None:
        """The occurrence in the cycle that starts there, None where there is none (30 February)."""
        try:
            return _occurrence(self.name, self.unit, cycle_start)
        except (ValueError, OverflowError):
            return None

    def onward(self, moment: datetime) -> Iterator[Stretch]:
        """Occurrences from the one of the cycle before the moment's on, in order."""
        yield from self._walk(moment, 1)

    def backward(self, moment: datetime) -> Iterator[Stretch]:
        """Occurrences from the one of the cycle after the moment's back."""
        yield from self._walk(moment, -1)

    def _walk(self, moment: datetime, step: int) -> Iterator[Stretch]:
        start = floor(moment, self.cycle)
        for count in range(-1, _REACH):
            try:
                cycle = shift(start, self.cycle, step * count)
            except OverflowError:
                continue
            found = self.within(cycle)
            if found is not None:
                yield found


def _kind(name: str) -> tuple[Granularity, Granularity]:
    if name == "weekend":
        return Granularity.WEEKEND, Granularity.WEEK
    if name in _UNITS:
        return _UNITS[name], _UNITS[name]
    if name in WEEKDAYS:
        return Granularity.DAY, Granularity.WEEK
    if name in MONTHS:
        return Granularity.MONTH, Granularity.YEAR
    if name in SEASONS:
        return Granularity.SEASON, Granularity.YEAR
    if name in DAYPARTS:
        return Granularity.DAYPART, Granularity.DAY
    head, _, tail = name.partition("-")
    if head in WEEKDAYS or head == "day":
        return Granularity.DAY, Granularity.MONTH
    if head == "week":
        return Granularity.WEEK, Granularity.YEAR
    if head == "at":
        return _CLOCK_UNIT[tail.count(":")], Granularity.DAY
    if name in ("q1", "q2", "q3", "q4"):
        return Granularity.QUARTER, Granularity.YEAR
    if name in ("h1", "h2"):
        return Granularity.HALF, Granularity.YEAR
    return Granularity.DAY, Granularity.YEAR


_UNITS = {unit.value: unit for unit in Granularity if unit is not Granularity.DAYPART}
_CLOCK_UNIT = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


def _occurrence(name: str, unit: Granularity, cycle: datetime) -> Stretch | None:
    if name in _UNITS:
        return unit_at(cycle, unit)
    if name in WEEKDAYS:
        return unit_at(cycle + timedelta(days=WEEKDAYS.index(name)), unit)
    if name in MONTHS:
        return unit_at(cycle.replace(month=MONTHS.index(name) + 1), unit)
    if name in SEASONS:
        return unit_at(cycle.replace(month=SEASONS[name]), unit)
    if name in DAYPARTS:
        first, hours = DAYPARTS[name]
        start = cycle + timedelta(hours=first)
        return Stretch(start, _capped(start, timedelta(hours=hours)), unit)
    head, _, tail = name.partition("-")
    if head == "day":
        return unit_at(cycle.replace(day=int(tail)), unit)
    if head in WEEKDAYS:
        moment = cycle.replace(day=int(tail))
        return unit_at(moment, unit) if WEEKDAYS[moment.weekday()] == head else None
    if head == "week":
        return _iso_week(cycle.year, int(tail))
    if head == "at":
        return _clock(cycle, tail, unit)
    if name[0] in "qh" and name[1:].isdigit():
        months = 3 if unit is Granularity.QUARTER else 6
        return unit_at(cycle.replace(month=(int(name[1:]) - 1) * months + 1), unit)
    if head.isdigit():
        return unit_at(cycle.replace(month=int(head), day=int(tail)), unit)
    day = feasts.on(name, cycle.year)
    return None if day is None else unit_at(midnight(day), unit)


def _iso_week(year: int, week: int) -> Stretch:
    return unit_at(datetime.fromisocalendar(year, week, 1), Granularity.WEEK)


def _clock(day: datetime, clock: str, unit: Granularity) -> Stretch:
    hour, *rest = (int(part) for part in clock.split(":"))
    # 24:00 is the midnight that ends the day.
    start = day + timedelta(days=1) if hour == 24 else day.replace(hour=hour)
    for field, number in zip(("minute", "second"), rest, strict=False):
        start = start.replace(**{field: number})  # type: ignore[arg-type]  # minute or second
    return unit_at(start, unit)


def _capped(start: datetime, length: timedelta) -> datetime:
    return END_OF_CALENDAR if END_OF_CALENDAR - start < length else start + length
