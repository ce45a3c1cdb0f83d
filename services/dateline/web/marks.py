"""Marks in a text: which of its words are dates, triggers, speakers or page furniture."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.article import Annotations
from dateline.model.event import Event
from dateline.model.provenance import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be seen in the text: what kind it is, and what it is called, if anything."""

    span: Span
    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that bear the same marks, and where they stand."""

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()

    def marked(self, kind: str) -> Mark | None:
        """The mark of this kind on this piece, if there is one."""
        return next((mark for mark in self.marks if mark.kind == kind), None)

    def begins(self, mark: Mark) -> bool:
        """Whether the mark starts here: a name may stand in a page only once."""
        return mark.span.start == self.span.start


def pieces(text: str, marks: Iterable[Mark], within: Span) -> list[Piece]:
    """The stretch of text, cut wherever a mark begins or ends; nothing is lost or added."""
    inside = [mark for mark in marks if mark.span.overlaps(within)]
    beginning: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        beginning[max(mark.span.start, within.start)].append(mark)
    ends = {min(mark.span.end, within.end) for mark in inside}
    cuts = sorted({within.start, within.end, *beginning, *ends})
    found = []
    here: list[Mark] = []
    for start, end in pairwise(cuts):
        here = [mark for mark in here if mark.span.end > start] + beginning[start]
        found.append(Piece(Span(start, end), text[start:end], tuple(here)))
    return found


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[list[Piece]]:
    """The lines of a text that are not empty, each in pieces."""
    ahead = deque(sorted(marks, key=lambda mark: mark.span))
    here: list[Mark] = []
    for line in _lines(text):
        while ahead and ahead[0].span.start < line.end:
            here.append(ahead.popleft())
        here = [mark for mark in here if mark.span.end > line.start]
        yield pieces(text, here, line)


def sentence(events: Sequence[Event]) -> list[Piece]:
    """The sentence that is the evidence of these events, with their dates and triggers marked."""
    evidence = events[0].evidence
    start = evidence.span.start
    marks = {
        _moved(mark, start)
        for event in events
        for mark in _of_event(event)
        if evidence.span.covers(mark.span)
    }
    ordered = sorted(marks, key=lambda mark: (mark.span, mark.kind))
    return pieces(evidence.exact, ordered, Span(0, len(evidence.exact)))


def of_article(annotations: Annotations, chosen: Event | None) -> list[Mark]:
    """Every mark that an article's text bears; the evidence of one event that was chosen."""
    evidence = [Mark(chosen.evidence.span, "evidence")] if chosen else []
    furniture = [Mark(stretch.span, "furniture") for stretch in annotations.furniture]
    timexes = [Mark(timex.span, "timex", timex.id) for timex in annotations.timexes]
    triggers = [Mark(event.trigger.span, "trigger", event.id) for event in annotations.events]
    return evidence + furniture + timexes + triggers


def _of_event(event: Event) -> Iterator[Mark]:
    yield Mark(event.trigger.span, "trigger")
    for timex in event.time.timexes:
        yield Mark(timex.span, "timex", timex.id)
    for attribution in event.attributions:
        yield Mark(attribution.speaker.span, "speaker")


def _moved(mark: Mark, start: int) -> Mark:
    return Mark(Span(mark.span.start - start, mark.span.end - start), mark.kind, mark.name)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            yield Span(start + line.index(words[0]), start + len(line.rstrip()))
        start += len(line)
