"""Stretches of calendar, and how finely they were named."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self

# The last instant of the calendar stands for its end: no date lies beyond the year 9999.
END_OF_CALENDAR = datetime.max


class Granularity(StrEnum):
    """The unit in which a time was said, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


# Units that name a single day, or less.
FINE = frozenset(
    {
        Granularity.SECOND,
        Granularity.MINUTE,
        Granularity.HOUR,
        Granularity.DAYPART,
        Granularity.DAY,
    }
)


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open stretch of local calendar time; a side that is None is open.

    >>> Interval.days(date(2025, 2, 17), date(2025, 2, 23)).latest
    datetime.date(2025, 2, 23)
    """

    start: datetime | None
    end: datetime | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs at least one bound")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"an interval cannot end before it starts: {self.start} to {self.end}")

    @classmethod
    def day(cls, day: date) -> Self:
        """The whole of one day."""
        return cls.days(day, day)

    @classmethod
    def days(cls, first: date | None, last: date | None) -> Self:
        """From the first day to the last, both included; None leaves a side open."""
        return cls(
            None if first is None else datetime.combine(first, time.min),
            None if last is None else _midnight_after(last),
        )

    @property
    def earliest(self) -> date | None:
        """The first day, or None where the past is open."""
        return None if self.start is None else self.start.date()

    @property
    def latest(self) -> date | None:
        """The last day, included, or None where the future is open."""
        return None if self.end is None else (self.end - timedelta.resolution).date()

    @property
    def is_one_day(self) -> bool:
        """Whether both bounds lie within the same day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def in_days(self) -> bool:
        """Whether it begins and ends at midnight, or at neither end."""
        return all(
            bound is None or bound == END_OF_CALENDAR or bound.time() == time.min
            for bound in (self.start, self.end)
        )

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share at least one instant."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def covers(self, other: "Interval") -> bool:
        """Whether the other lies wholly inside."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )


def _midnight_after(day: date) -> datetime:
    if day == date.max:
        return END_OF_CALENDAR
    return datetime.combine(day + timedelta(days=1), time.min)


def _before(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start < end
