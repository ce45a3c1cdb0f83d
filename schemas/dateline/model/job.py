"""Jobs: articles that are read again, and what reads otherwise since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from dateline.model.event import Event, EventTime, Status


class JobState(StrEnum):
    """How far a job has come; a queued one waits for a worker to introduce itself."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class Difference(StrEnum):
    """What a new reading makes of an event: the last two are the same id, other time or status."""

    ADDED = "added"
    REMOVED = "removed"
    REDATED = "redated"
    REJUDGED = "rejudged"


@dataclass(frozen=True, slots=True)
class Reading:
    """An event as it was read once: what it is, when, and whether it happened."""

    summary: str
    time: EventTime
    status: Status

    @classmethod
    def of(cls, event: Event) -> Self:
        """The little of an event that a difference is shown by."""
        return cls(event.summary, event.time, event.status)


@dataclass(frozen=True, slots=True)
class Differing:
    """An event that reads otherwise; `before` is None where it is new, `after` where it is gone."""

    difference: Difference
    event_id: str
    before: Reading | None
    after: Reading | None


def differences(before: Iterable[Event], after: Iterable[Event]) -> Iterator[Differing]:
    """What sets two readings of an article apart; an event dated and judged anew comes twice."""
    was = {event.id: event for event in before}
    now = {event.id: event for event in after}
    for id_, event in was.items():
        if id_ not in now:
            yield Differing(Difference.REMOVED, id_, Reading.of(event), None)
    for id_, event in now.items():
        if id_ not in was:
            yield Differing(Difference.ADDED, id_, None, Reading.of(event))
        else:
            for difference in _between(was[id_], event):
                yield Differing(difference, id_, Reading.of(was[id_]), Reading.of(event))


def _between(was: Event, now: Event) -> Iterator[Difference]:
    if _when(was.time) != _when(now.time):
        yield Difference.REDATED
    if was.status != now.status:
        yield Difference.REJUDGED


def _when(time: EventTime) -> tuple[object, ...]:
    """What a reader sees of a time; how it was found is beside the point."""
    return time.interval, time.edtf, time.granularity, time.resolution, time.approximate
