"""What a page shows of a timeline and of an article, in the order in which it shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import days
from dateline.model.article import Annotations, TextWarning
from dateline.model.event import Basis, Entity, Event, EventKind, EventTime, Mention, Status
from dateline.model.interval import Interval
from dateline.model.timex import Resolution, Timex, TimexType
from dateline.store.sources import Source
from dateline.store.timeline import Entry
from dateline.web import marks
from dateline.web.marks import Piece

NO_BREAK = "\u00a0"

# What is no doubt of ours, but lies in the words themselves: "three days" are no days.
WITHOUT_DAYS = {TimexType.DURATION: "a length of time", TimexType.SET: "again and again"}
DOUBTS = {Resolution.AMBIGUOUS, Resolution.IMPOSSIBLE, Resolution.INCONSISTENT}


@dataclass(frozen=True, slots=True)
class Strand:
    """Events of one sentence that stand alike, on the word of the same speaker."""

    status: Status
    speaker: Mention | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence on the timeline: what happens in it, who is in it, and who says so.

    `headline` is None where the sentence is itself short enough, or tells of several events.
    """

    article: Source
    sentence: tuple[Piece, ...]
    headline: str | None
    strands: tuple[Strand, ...]
    time: EventTime
    names: tuple[Entity, ...]

    @property
    def first(self) -> Event:
        """The event to which the sentence leads."""
        return self.strands[0].events[0]


@dataclass(frozen=True, slots=True)
class Day:
    """The reports of one day, or of one span of days."""

    title: str
    weekday: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article, and the chosen event where it stands in this line."""

    pieces: tuple[Piece, ...]
    chosen: Event | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is read: its lines, its dates, its events, our doubts."""

    lines: tuple[Line, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    warnings: tuple[TextWarning, ...]


def by_day(entries: Iterable[Entry]) -> list[Day]:
    """The entries in their order, those of the same days together."""
    return [
        _day(interval, tuple(group))
        for interval, group in groupby(entries, key=lambda entry: _whole_days(entry.event))
    ]


def reading(text: str, annotations: Annotations | None, event_id: str | None) -> Reading:
    """The text with everything marked that was read in it; unmarked while nothing was."""
    found = annotations or Annotations(extractor="")
    chosen = next((event for event in found.events if event.id == event_id), None)
    lines = marks.paragraphs(text, marks.of_article(found, chosen))
    return Reading(
        lines=tuple(_line(pieces, chosen) for pieces in lines),
        timexes=found.timexes,
        events=found.events,
        warnings=found.warnings,
    )


def name(mention: Mention) -> str:
    """Who is meant, also by a pronoun; the article's own words where nobody has a name."""
    return mention.entity.name if mention.entity else mention.text


def when(timex: Timex) -> str:
    """The days a timex means, or else what it is that has none."""
    if timex.interval:
        return days.span(timex.interval)
    if timex.type in WITHOUT_DAYS and timex.resolution not in DOUBTS:
        return WITHOUT_DAYS[timex.type]
    return timex.value if timex.resolution is Resolution.RESOLVED else timex.resolution


def _whole_days(event: Event) -> Interval | None:
    interval = event.time.interval
    return interval and Interval.days(interval.earliest, interval.latest)


def _day(interval: Interval | None, entries: Sequence[Entry]) -> Day:
    one = interval.earliest if interval and interval.is_one_day else None
    sentences: dict[object, list[Entry]] = {}
    for entry in entries:
        place = entry.article.id, entry.event.evidence.span
        sentences.setdefault(place, []).append(entry)
    return Day(
        title=_in_two_lines(days.span(interval)),
        weekday=days.weekday(one) if one else None,
        reports=tuple(map(_report, sentences.values())),
    )


def _in_two_lines(span: str) -> str:
    """The days, which break between the first and the last where they do not fit on a line."""
    first, dash, last = span.partition(" – ")
    return first.replace(" ", NO_BREAK) + dash + last.replace(" ", NO_BREAK) if dash else span


def _report(entries: Sequence[Entry]) -> Report:
    events = sorted((entry.event for entry in entries), key=lambda event: event.trigger.span)
    return Report(
        article=entries[0].article,
        sentence=tuple(marks.sentence(events)),
        headline=_headline(events),
        strands=_strands(events),
        time=min(events, key=lambda event: event.time.basis is not Basis.EXPLICIT).time,
        names=_names(events),
    )


def _headline(events: Sequence[Event]) -> str | None:
    summary = events[0].summary
    if len(events) > 1 or len(summary) > 0.8 * len(events[0].evidence.exact):
        return None
    return summary[0].upper() + summary[1:]


def _strands(events: Iterable[Event]) -> tuple[Strand, ...]:
    alike: dict[tuple[Status, str | None], list[Event]] = {}
    for event in events:
        speaker = _speaker(event)
        kind = event.status, name(speaker) if speaker else None
        alike.setdefault(kind, []).append(event)
    return tuple(
        Strand(status, _speaker(group[0]), tuple(group)) for (status, _), group in alike.items()
    )


def _speaker(event: Event) -> Mention | None:
    """Who says so, closest to the event; nobody where the event is itself the saying."""
    if event.kind is EventKind.STATEMENT or not event.attributions:
        return None
    return event.attributions[-1].speaker


def _names(events: Iterable[Event]) -> tuple[Entity, ...]:
    """Whoever takes part under a name, and the places, each once."""
    mentions = [
        mention
        for event in events
        for mention in (*(part.mention for part in event.participants), event.place)
    ]
    named = {one.entity.id: one.entity for one in mentions if one and one.entity}
    return tuple(named.values())


def _line(pieces: Sequence[Piece], chosen: Event | None) -> Line:
    here = chosen and any(
        mark.name == chosen.id and piece.begins(mark) for piece in pieces for mark in piece.marks
    )
    return Line(tuple(pieces), chosen if here else None)
