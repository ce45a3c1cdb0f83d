"""Moving along the calendar: stretches of it, their units, and stepping from one to the next."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateline.model.interval import END_OF_CALENDAR, Granularity, Interval

FINENESS = {unit: rank for rank, unit in enumerate(Granularity)}

_CLOCK = {
    Granularity.SECOND: timedelta(seconds=1),
    Granularity.MINUTE: timedelta(minutes=1),
    Granularity.HOUR: timedelta(hours=1),
}
_LAST_THIRD = 2
_DAYS = {Granularity.DAY: 1, Granularity.DAYPART: 1, Granularity.WEEK: 7, Granularity.WEEKEND: 7}
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.SEASON: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of calendar and the unit in which it was said; a side that is None is open."""

    start: datetime | None
    end: datetime | None
    unit: Granularity

    @property
    def interval(self) -> Interval:
        """The stretch without its unit."""
        return Interval(self.start, self.end)

    @property
    def first(self) -> datetime:
        """Where reading from this stretch begins: its start, or its end where the past is open."""
        return self.start if self.start is not None else self.beyond

    @property
    def beyond(self) -> datetime:
        """Where what comes after it begins; the calendar's end where the future is open."""
        return self.end if self.end is not None else END_OF_CALENDAR

    def covers(self, moment: datetime) -> bool:
        """Whether the moment lies inside."""
        return self.first <= moment < self.beyond


def midnight(day: date) -> datetime:
    """The first instant of a day.

    >>> midnight(date(2025, 2, 26)).hour
    0
    """
    return datetime.combine(day, time.min)


def whole_day(day: date) -> Stretch:
    """One day, as a stretch."""
    return unit_at(midnight(day), Granularity.DAY)


def floor(moment: datetime, unit: Granularity) -> datetime:
    """The start of the unit that contains the moment. A winter begins in December."""
    if unit in _CLOCK:
        fields = {"microsecond": 0}
        if unit is not Granularity.SECOND:
            fields["second"] = 0
        if unit is Granularity.HOUR:
            fields["minute"] = 0
        return moment.replace(**fields)  # type: ignore[arg-type]  # only the clock's fields
    day = moment.date()
    if unit in (Granularity.DAY, Granularity.DAYPART):
        return midnight(day)
    if unit is Granularity.WEEK:
        return midnight(day) - timedelta(days=day.weekday())
    if unit is Granularity.WEEKEND:
        return midnight(day) + timedelta(days=5 - day.weekday())
    return _floor_month(day, unit)


def _floor_month(day: date, unit: Granularity) -> datetime:
    if unit is Granularity.MONTH:
        return datetime(day.year, day.month, 1)
    if unit is Granularity.QUARTER:
        return datetime(day.year, day.month - (day.month - 1) % 3, 1)
    if unit is Granularity.SEASON:
        # The first winter has no December before it.
        months = 0 if day.year == 1 and day.month < 3 else day.month % 3
        return _add_months(datetime(day.year, day.month, 1), -months)
    if unit is Granularity.HALF:
        return datetime(day.year, 1 if day.month < 7 else 7, 1)
    # The first decade and century have no year 0 to begin in.
    span = {Granularity.YEAR: 1, Granularity.DECADE: 10, Granularity.CENTURY: 100}[unit]
    return datetime(max(day.year - day.year % span, 1), 1, 1)


def shift(moment: datetime, unit: Granularity, count: float) -> datetime:
    """The moment so many units on; the 31st becomes the last day of a shorter month.

    >>> shift(datetime(2024, 2, 29), Granularity.YEAR, 1)
    datetime.datetime(2025, 2, 28, 0, 0)
    """
    if unit in _CLOCK:
        return moment + count * _CLOCK[unit]
    if unit in _DAYS:
        return moment + timedelta(days=round(count * _DAYS[unit]))
    return _add_months(moment, round(count * _MONTHS[unit]))


def _add_months(moment: datetime, count: int) -> datetime:
    months = moment.year * 12 + moment.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    last = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def unit_at(moment: datetime, unit: Granularity) -> Stretch:
    """The unit that contains the moment; the calendar ends with the year 9999."""
    start = floor(moment, unit)
    try:
        end = start + timedelta(days=2) if unit is Granularity.WEEKEND else _end(start, unit)
    except OverflowError:
        end = END_OF_CALENDAR
    return Stretch(start, end, unit)


def _end(start: datetime, unit: Granularity) -> datetime:
    # The first decade and century lack the year 0.
    if start.year == 1 and unit in (Granularity.DECADE, Granularity.CENTURY):
        return _add_months(start, _MONTHS[unit] - 12)
    return shift(start, unit, 1)


def unit_of(interval: Interval) -> Granularity:
    """The unit that an interval is exactly one of, else the finest it could be said in."""
    if interval.start is None or interval.end is None:
        return Granularity.DAY
    for unit in (
        Granularity.MINUTE,
        Granularity.HOUR,
        Granularity.DAY,
        Granularity.WEEK,
        Granularity.WEEKEND,
        Granularity.MONTH,
        Granularity.QUARTER,
        Granularity.SEASON,
        Granularity.HALF,
        Granularity.YEAR,
        Granularity.DECADE,
        Granularity.CENTURY,
    ):
        whole = unit_at(interval.start, unit)
        if (whole.start, whole.end) == (interval.start, interval.end):
            return unit
    return Granularity.DAY


def part(whole: Stretch, which: int) -> Stretch:
    """The first (0), middle (1) or last (2) third; the first (3) or second (4) half.

    A third of a month is ten days, of a year four months.

    >>> part(unit_at(datetime(2025, 2, 1), Granularity.MONTH), 1).interval.latest
    datetime.date(2025, 2, 20)
    """
    if which > _LAST_THIRD:
        return _half(whole, which - _LAST_THIRD - 1)
    start, end = whole.first, whole.beyond
    cuts = [start, *(_cut(whole, share) for share in (1, 2)), end]
    return Stretch(cuts[which], cuts[which + 1], whole.unit)


def _half(whole: Stretch, which: int) -> Stretch:
    start, end = whole.first, whole.beyond
    if whole.unit in (Granularity.DECADE, Granularity.CENTURY):
        middle = shift(start, Granularity.MONTH, _MONTHS[whole.unit] // 2)
    else:
        middle = start + timedelta(days=(end - start).days // 2)
    return Stretch(start, middle, whole.unit) if which == 0 else Stretch(middle, end, whole.unit)


def _cut(whole: Stretch, share: int) -> datetime:
    start = whole.first
    if whole.unit is Granularity.MONTH:
        return start + timedelta(days=10 * share)
    if whole.unit in _MONTHS:
        months = _MONTHS[whole.unit]
        return shift(start, Granularity.MONTH, months * share // 3)
    length = whole.beyond - start
    if whole.unit in _DAYS and length >= timedelta(days=3):
        return start + timedelta(days=length.days * share // 3)
    return start + length * share / 3
