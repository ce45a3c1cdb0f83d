"""Where an event stands on the calendar of the index: whole days, in classes by length.

Days are counted from year 1 (`date.toordinal`). A B-tree finds what *starts* in a window; within
a class the longest span is known, so that it finds what *overlaps* the window too.
"""

from dataclasses import dataclass
from datetime import date

from dateline.model.interval import Interval

# The longest span of each class, in days; the class after them is of longer ones.
LONGEST = (1, 7, 31, 366)
LONG = len(LONGEST)
UNDATED = LONG + 1
DATED = range(UNDATED)

# An open side lies beyond every day; it answers to windows this close to the side that is known.
# So what is open starts no farther from a window than what lasts a year, and is of that class.
NEVER = date.max.toordinal() + 1
OPEN_REACH = 366
OPEN = LONGEST.index(OPEN_REACH)


@dataclass(frozen=True, slots=True)
class Placement:
    """What an event is found and ordered by.

    The timeline runs by `day` and then by `last_day`; an event answers to the windows that touch
    `reach_from` to `reach_to`.
    """

    span_class: int
    day: int
    last_day: int
    reach_from: int
    reach_to: int


def place(interval: Interval | None, published_on: date) -> Placement:
    """The place of an interval; without one, that of the publication day among the undated."""
    if interval is None:
        day = published_on.toordinal()
        return Placement(UNDATED, day, day, day, day)
    earliest, latest = interval.earliest, interval.latest
    if earliest is None:
        return _until(latest)
    if latest is None:
        return _since(earliest)
    return _between(earliest.toordinal(), latest.toordinal())


def _between(first: int, last: int) -> Placement:
    length = last - first + 1
    span_class = sum(length > longest for longest in LONGEST)
    return Placement(span_class, first, last, first, last)


def _since(earliest: date) -> Placement:
    first = earliest.toordinal()
    return Placement(OPEN, first, NEVER, first, first + OPEN_REACH)


def _until(latest: date | None) -> Placement:
    # An interval has at least one bound: see `Interval`.
    last = (latest or date.max).toordinal()
    return Placement(OPEN, last, last, last - OPEN_REACH, last)


def starts_within(
    span_class: int, first: int | None, last: int | None
) -> tuple[int | None, int | None]:
    """The days on which spans of a class can start (`day`) that touch the window."""
    if span_class == LONG:
        return None, last
    # An open start is ordered by its end, which may lie beyond the window.
    before, beyond = (OPEN_REACH,) * 2 if span_class == OPEN else (LONGEST[span_class] - 1, 0)
    return None if first is None else first - before, None if last is None else last + beyond
