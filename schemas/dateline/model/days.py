"""Days and spans of days, as a reader would write them."""

from datetime import date

from dateline.model.event import EventTime
from dateline.model.interval import Granularity, Interval

CLOCKED = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(day: date) -> str:
    """A day without its weekday.

    >>> day(date(2025, 2, 27))
    '27 February 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """The weekday of a day."""
    return WEEKDAYS[day.weekday()]


def span(interval: Interval | None) -> str:
    """A day, or the first and last of several, as briefly as can be.

    >>> span(Interval.days(date(2025, 2, 17), date(2025, 2, 23)))
    '17–23 February 2025'
    """
    if interval is None:
        return "no date"
    first, last = interval.earliest, interval.latest
    if last is None:
        return f"from {day(first)}" if first else "no date"
    if first is None:
        return f"until {day(last)}"
    return day(first) if first == last else _named(first, last) or _between(first, last)


def clock(time: EventTime) -> str | None:
    """The time of day at which it begins, where one is known."""
    start = time.interval.start if time.interval else None
    return f"{start:%H:%M}" if start and time.granularity in CLOCKED else None


def _named(first: date, last: date) -> str | None:
    """A whole year or month, by its name."""
    if (first.year, first.month, first.day, last.month, last.day) == (last.year, 1, 1, 12, 31):
        return str(first.year)
    if (first.year % 10, first.month, first.day) == (0, 1, 1) and last == date(
        first.year + 9, 12, 31
    ):
        return f"{first.year}s"
    if (first.year, first.month, first.day) == (last.year, last.month, 1) and _ends_month(last):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return None


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _between(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{first.day}–{day(last)}"
