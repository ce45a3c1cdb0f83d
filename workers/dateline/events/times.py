"""An event's time, from the timexes that date it or from where it is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from dateline.events.dating import Bound, Tie
from dateline.model.event import Basis, EventTime, TimexRef
from dateline.model.interval import Granularity, Interval
from dateline.model.timex import Dct, Resolution, Timex

# The longest that stands between two days named in a row.
_AND = " and on "


class Side(StrEnum):
    """On which side of another event an event lies."""

    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"


UNDATED = EventTime(Basis.NONE, "no evidence of a time")


def explicit(ties: Sequence[Tie], at: int = 0) -> EventTime:
    """The time that the clause itself names: its finest timex, or the two ends of a span.

    `at` is where the trigger stands: of two times that exclude each other the nearer counts.

    A phrase without a date, such as "recently", is kept beside the event but is no evidence.
    """
    refs = tuple(TimexRef(tie.timex.id, tie.timex.text, tie.timex.span) for tie in ties)
    dated = [tie for tie in ties if tie.timex.interval is not None]
    if not dated:
        timex = ties[0].timex
        return EventTime(
            Basis.NONE,
            f'"{timex.text}": {timex.explanation}',
            granularity=timex.granularity,
            resolution=timex.resolution,
            approximate=timex.approximate,
            timexes=refs,
        )
    span = _span(dated)
    if span is not None:
        first, last = span
        return _time(
            first.timex, _between(first, last), refs, f"from {_said(first)} to {_said(last)}"
        )
    days = _days_on_end(dated)
    if days is not None:
        first, last = days
        return _time(first.timex, _between(first, last), refs, f"{_said(first)} and {_said(last)}")
    near = min(dated, key=lambda tie: abs(tie.timex.span.start - at))
    tie = min((tie for tie in dated if _agree(tie, near)), key=_size)
    return _time(tie.timex, _bounded(tie), refs, _said(tie), edtf=tie.bound is Bound.WITHIN)


def inherited(time: EventTime, source: str) -> EventTime:
    """The same time for an event told right after another: `source` is the other's trigger."""
    if time.basis is Basis.INHERITED:
        return time
    return replace(time, basis=Basis.INHERITED, explanation=f'as "{source}": {time.explanation}')


def from_to(first: EventTime, last: EventTime) -> EventTime | None:
    """The time from the start of one to the end of the other; None where it would run backward."""
    start = None if first.interval is None else first.interval.start
    end = None if last.interval is None else last.interval.end
    if start is None or end is None or start >= end:
        return None
    interval = Interval(start, end)
    return replace(
        last,
        explanation=f"from {first.explanation}; to {last.explanation}",
        interval=interval,
        edtf=edtf_of(interval),
        approximate=first.approximate or last.approximate,
        timexes=(*first.timexes, *last.timexes),
    )


def beyond(time: EventTime, side: Side, source: str) -> EventTime:
    """The time on one side of another event's, its days included; none where that side is open."""
    interval = time.interval
    back = side is Side.BEFORE
    if interval is None or (interval.end if back else interval.start) is None:
        return UNDATED
    open_ended = Interval(None, interval.end) if back else Interval(interval.start, None)
    told = inherited(time, source).explanation
    return replace(
        time,
        basis=Basis.INHERITED,
        explanation=f"{side} {told.removeprefix('as ')}",
        interval=open_ended,
        edtf=edtf_of(open_ended),
    )


def lasting(timex: Timex, start: datetime, unit: Granularity) -> EventTime:
    """The time of what has gone on for so long until the publication."""
    interval = Interval(start, None)
    return EventTime(
        Basis.EXPLICIT,
        f'for "{timex.text}" until now: {timex.explanation}',
        interval=interval,
        edtf=edtf_of(interval),
        granularity=unit,
        resolution=Resolution.RESOLVED,
        approximate=True,
        timexes=(TimexRef(timex.id, timex.text, timex.span),),
    )


def publication(dct: Dct, why: str, dispatch: Timex | None = None) -> EventTime:
    """The publication day, or that of the dispatch, for what is reported as just happened."""
    if dispatch is not None:
        refs = (TimexRef(dispatch.id, dispatch.text, dispatch.span),)
        time = _time(
            dispatch, dispatch.interval, refs, f"{why}: the day of the dispatch", edtf=True
        )
        return replace(time, basis=Basis.PUBLICATION, approximate=True)
    return EventTime(
        Basis.PUBLICATION,
        f"{why}: the day of publication",
        interval=Interval.day(dct.day),
        edtf=f"{dct.day.isoformat()}~",
        granularity=Granularity.DAY,
        resolution=Resolution.RESOLVED,
        approximate=True,
    )


def _time(
    timex: Timex,
    interval: Interval | None,
    refs: tuple[TimexRef, ...],
    said: str,
    *,
    edtf: bool = False,
) -> EventTime:
    return EventTime(
        Basis.EXPLICIT,
        f"{said}: {timex.explanation}",
        interval=interval,
        edtf=timex.edtf if edtf else edtf_of(interval),
        granularity=timex.granularity,
        resolution=timex.resolution,
        approximate=timex.approximate,
        timexes=refs,
    )


def _said(tie: Tie) -> str:
    return f'"{tie.timex.text}"' if tie.bound is Bound.WITHIN else f'{tie.bound} "{tie.timex.text}"'


def _agree(tie: Tie, other: Tie) -> bool:
    one, two = tie.timex.interval, other.timex.interval
    return one is not None and two is not None and one.overlaps(two)


def _size(tie: Tie) -> tuple[timedelta, int]:
    interval = tie.timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return timedelta.max, tie.timex.span.start
    return interval.end - interval.start, tie.timex.span.start


def _span(dated: Sequence[Tie]) -> tuple[Tie, Tie] | None:
    """ "from Monday to Friday": what starts and what ends the event."""
    first = next((tie for tie in dated if tie.bound is Bound.SINCE), None)
    last = next((tie for tie in dated if tie.bound is Bound.UNTIL), None)
    if first is None or last is None:
        return None
    start, end = _start(first.timex), _end(last.timex)
    return (first, last) if start is not None and end is not None and start < end else None


def _days_on_end(dated: Sequence[Tie]) -> tuple[Tie, Tie] | None:
    """ "met on Monday and Tuesday": days named in a row, each the next one's eve."""
    if len(dated) < 2 or any(tie.bound is not Bound.WITHIN for tie in dated):
        return None
    for one, other in pairwise(dated):
        apart = other.timex.span.start - one.timex.span.end
        fine = {one.timex.granularity, other.timex.granularity} == {Granularity.DAY}
        next_day = _end(one.timex) is not None and _end(one.timex) == _start(other.timex)
        if not (fine and next_day and 0 < apart <= len(_AND)):
            return None
    return dated[0], dated[-1]


def _between(first: Tie, last: Tie) -> Interval:
    return Interval(_start(first.timex), _end(last.timex))


def _bounded(tie: Tie) -> Interval | None:
    """The timex's interval as its preposition cuts it."""
    start, end = _start(tie.timex), _end(tie.timex)
    match tie.bound:
        case Bound.BY | Bound.UNTIL if end is not None:
            return Interval(None, end)
        case Bound.BEFORE if start is not None:
            return Interval(None, start)
        case Bound.SINCE if start is not None:
            return Interval(start, None)
        case Bound.AFTER if end is not None:
            return Interval(end, None)
    return tie.timex.interval


def _start(timex: Timex) -> datetime | None:
    return None if timex.interval is None else timex.interval.start


def _end(timex: Timex) -> datetime | None:
    return None if timex.interval is None else timex.interval.end


def edtf_of(interval: Interval | None) -> str | None:
    if interval is None:
        return None
    first, last = interval.earliest, interval.latest
    ends = ["" if day is None else day.isoformat() for day in (first, last)]
    return ends[0] if ends[0] == ends[1] else "/".join(end or ".." for end in ends)
