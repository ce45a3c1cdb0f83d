"""Dating events again when the day of publication is corrected: no text, no parser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.events import lasting, offsets, times
from dateline.model.event import Basis, Certainty, Event, EventTime, Factuality, Status
from dateline.model.fact import Fact
from dateline.model.interval import Interval
from dateline.model.timex import Resolution, Timex

_TOLD_AS_NEWS = (Basis.PUBLICATION, Basis.INHERITED)


@dataclass(frozen=True, slots=True)
class Moved:
    """A timex as it was dated, and as it is dated now."""

    was: Timex
    now: Timex


class Redating:
    """Two readings of the same timexes, from two days of publication."""

    def __init__(
        self, before: Sequence[Timex], after: Sequence[Timex], was: date, now: date
    ) -> None:
        again = {timex.id: timex for timex in after}
        self._moved = {timex.id: Moved(timex, again[timex.id]) for timex in before}
        self._was, self._now = was, now

    def event(self, event: Event) -> Event:
        """The event as it is dated now, and what that makes of its status."""
        when = self.time(event.time)
        return replace(event, time=when, status=self._status(event, when))

    def fact(self, fact: Fact) -> Fact:
        """The fact as it is dated now."""
        return replace(fact, time=self.time(fact.time))

    def time(self, time: EventTime) -> EventTime:
        """The same time, of the timexes and the day of publication as they are now."""
        moved = [self._moved[ref.id] for ref in time.timexes if ref.id in self._moved]
        if not moved:
            return self._as_news(time)
        if time.interval is not None and all(one.was.interval is None for one in moved):
            return self._lasting(time, moved)
        if time.interval is None or all(one.was.interval == one.now.interval for one in moved):
            return time
        explanation = time.explanation
        for one in moved:
            explanation = explanation.replace(one.was.explanation, one.now.explanation)
        return _on(_interval(time.interval, moved), replace(time, explanation=explanation), moved)

    def _lasting(self, time: EventTime, moved: Sequence[Moved]) -> EventTime:
        """What has lasted for so long until the publication, whenever that is."""
        again = next((t for one in moved if (t := lasting.since(one.now, self._now))), time)
        return replace(time, interval=again.interval, edtf=again.edtf)

    def _as_news(self, time: EventTime) -> EventTime:
        """What was dated by the day of publication alone."""
        if time.basis not in _TOLD_AS_NEWS or time.interval != Interval.day(self._was):
            return time
        return replace(time, interval=Interval.day(self._now), edtf=f"{self._now.isoformat()}~")

    def _status(self, event: Event, when: EventTime) -> Status:
        """What lies ahead cannot have happened, and what is over is under way no more."""
        first = None if when.interval is None else when.interval.earliest
        last = None if when.interval is None else when.interval.latest
        if not _is_told_as_fact(event.status, event.factuality):
            return event.status
        if first is not None and first > self._now:
            return Status.SCHEDULED
        if event.status is Status.ONGOING and last is not None and last < self._now:
            return Status.OCCURRED
        return event.status


def _is_told_as_fact(status: Status, factuality: Factuality) -> bool:
    told = status in (Status.OCCURRED, Status.ONGOING)
    return told and factuality.certainty is Certainty.CERTAIN


def _on(interval: Interval | None, time: EventTime, moved: Sequence[Moved]) -> EventTime:
    if interval is None:
        lost = next((one.now for one in moved if one.now.interval is None), None)
        resolution = lost.resolution if lost else Resolution.INCONSISTENT
        return replace(time, basis=Basis.NONE, interval=None, edtf=None, resolution=resolution)
    printed = (one.now.edtf for one in moved if one.was.edtf == time.edtf)
    return replace(time, interval=interval, edtf=next(printed, times.edtf_of(interval)))


def _interval(interval: Interval, moved: Sequence[Moved]) -> Interval | None:
    """Each side that was a bound of a timex is that bound of it now; None where there is none."""
    pairs = [(one.was.interval, one.now.interval) for one in moved if one.was.interval]
    if any(now is None for _, now in pairs):
        return None
    counted = _counted(interval, moved)
    if counted is not None:
        return counted
    starts = {was.start: now.start for was, now in pairs if now}
    ends = {was.end: now.end for was, now in pairs if now}
    start = (ends | starts).get(interval.start, interval.start)
    end = (starts | ends).get(interval.end, interval.end)
    try:
        return Interval(start, end)
    except ValueError:  # what ran from one to the other would run backward now
        return None


def _counted(interval: Interval, moved: Sequence[Moved]) -> Interval | None:
    """Where what was so long after or before a timex lies now; None for what was not."""
    lengths = [one.now.value for one in moved if one.was.interval is None]
    for one in moved:
        if one.was.interval is not None and one.now.interval is not None:
            for length in lengths:
                found = offsets.again(interval, one.was.interval, one.now.interval, length)
                if found is not None:
                    return found
    return None
