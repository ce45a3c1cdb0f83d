"""What a page shows of a timeline and of an article, in the order in which it shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dateline.model.article import Annotations, TextWarning
from dateline.model.event import Entity, Event, EventKind, Mention
from dateline.model.interval import Interval
from dateline.model.timex import Timex
from dateline.store.timeline import Entry, Source
from dateline.web import days, marks
from dateline.web.marks import Piece


@dataclass(frozen=True, slots=True)
class Report:
    """One event on the timeline: its sentence, who is in it, and who says so."""

    event: Event
    article: Source
    sentence: list[Piece]
    speaker: Mention | None
    names: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one day, or of one span of days."""

    interval: Interval | None
    title: str
    weekday: str | None
    reports: tuple[Report, ...]


def by_day(entries: Iterable[Entry]) -> list[Day]:
    """The entries in their order, those of the same day together."""
    return [
        _day(interval, tuple(map(_report, group)))
        for interval, group in groupby(entries, key=lambda entry: _whole_days(entry.event))
    ]


def _whole_days(event: Event) -> Interval | None:
    interval = event.time.interval
    return interval and Interval.days(interval.earliest, interval.latest)


def _day(interval: Interval | None, reports: tuple[Report, ...]) -> Day:
    one = interval.earliest if interval and interval.is_one_day else None
    return Day(interval, days.span(interval), days.weekday(one) if one else None, reports)


def _report(entry: Entry) -> Report:
    event = entry.event
    return Report(
        event=event,
        article=entry.article,
        sentence=marks.sentence(event),
        speaker=_speaker(event),
        names=_names(event),
    )


def _speaker(event: Event) -> Mention | None:
    """Who says so, closest to the event; nobody where the event is itself the saying."""
    if event.kind is EventKind.STATEMENT or not event.attributions:
        return None
    return event.attributions[-1].speaker


def _names(event: Event) -> tuple[Entity, ...]:
    """Whoever takes part under a name, and the place, each once."""
    mentions = [participant.mention for participant in event.participants]
    mentions += [event.place] if event.place else []
    named = {mention.entity.id: mention.entity for mention in mentions if mention.entity}
    return tuple(named.values())


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is read: its lines in pieces, its dates, its events."""

    lines: list[list[Piece]]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    warnings: tuple[TextWarning, ...]


def reading(text: str, annotations: Annotations | None) -> Reading:
    """The text with everything marked that was read in it; unmarked while nothing was."""
    found = annotations or Annotations(extractor="")
    lines = list(marks.paragraphs(text, marks.of_article(found)))
    return Reading(lines, found.timexes, found.events, found.warnings)
