"""An article as far as it is understood, and what the clause around a word lends to a fact."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.events import dating, times
from dateline.events.attribution import Voices
from dateline.events.dating import Tie
from dateline.events.entities import Cast
from dateline.events.factuality import judge
from dateline.events.naming import Name
from dateline.events.participants import mention
from dateline.events.status import status_of
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.model.event import Attribution, Event, EventKind, EventTime, Mention, Status
from dateline.model.fact import FactKind, Quantity
from dateline.model.provenance import Span
from dateline.model.timex import Timex

_VERBAL = frozenset({"VERB", "AUX"})
# Verbs in form that carry no clause: auxiliaries, and "including" or "according".
_AUXILIARY = frozenset({"aux", "auxpass", "prep"})


@dataclass(frozen=True, slots=True)
class Page:
    """An article whose events are read.

    `timexes` are in text order, `events` by the offset at which their trigger starts;
    `attributed` tells who says what stands at a word.
    """

    article_id: str
    text: str
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    events: Mapping[int, Event]
    voices: Voices
    cast: Cast
    attributed: Callable[[EventWord], tuple[Attribution, ...]]

    def mention(self, sentence: Sentence, i: int) -> Mention:
        """The words for somebody or something, and who that is."""
        return mention(sentence, i, self.cast, self.text)

    def named(self, sentence: Sentence, first: int, last: Token) -> Mention:
        """The person whose name runs from one token to another, or on as far as names go."""
        end = last.i + 1
        while end < len(sentence.tokens) and _is_person(sentence.tokens[end]):
            end += 1
        span = Span(sentence.tokens[first].start, sentence.tokens[end - 1].end)
        words = " ".join(token.text for token in sentence.tokens[first:end])
        return Mention(span.of(self.text), span, self.cast.of(Name(first, last.i, words, "person")))

    def sources(self, sentence: Sentence, i: int) -> tuple[Attribution, ...]:
        """Who says what stands at a word, outermost first."""
        return self.attributed(EventWord(sentence, i, EventKind.STATE, "other"))

    def dated(self, sentence: Sentence) -> list[Timex]:
        """The timexes of a sentence."""
        span = sentence.span
        first = bisect_left(self.timexes, span.start, key=_start)
        last = bisect_left(self.timexes, span.end, key=_start)
        return [timex for timex in self.timexes[first:last] if timex.span.end <= span.end]


def _start(timex: Timex) -> int:
    return timex.span.start


def _is_person(token: Token) -> bool:
    return token.pos == "PROPN" and token.ent == "PERSON"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact before it has an id: `span` is what proves it, in `sentence`."""

    kind: FactKind
    sentence: Sentence
    span: Span
    subject: Mention | None
    predicate: str
    object: Mention | None
    time: EventTime
    status: Status
    confidence: float
    quantity: Quantity | None = None
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """The word that carries the clause around another, and what the clause says of itself.

    `head` is a verb, or the noun of an event; None in a fragment without either.
    """

    head: Token | None
    time: EventTime
    status: Status


def clause(page: Page, sentence: Sentence, i: int) -> Clause:
    """The clause or nominal event in which a word stands."""
    for token in (sentence.tokens[i], *sentence.ancestors(i)):
        event = page.events.get(token.start)
        if event is not None:
            return Clause(token, event.time, event.status)
        if token.pos in _VERBAL and token.dep not in _AUXILIARY:
            return Clause(token, _when(page, sentence, token), status_of(judge(sentence, token.i)))
    return Clause(None, times.UNDATED, Status.OCCURRED)


def verb_above(sentence: Sentence, i: int) -> Token | None:
    """The nearest verb over a word."""
    return next(
        (t for t in sentence.ancestors(i) if t.pos in _VERBAL and t.dep not in _AUXILIARY), None
    )


def _when(page: Page, sentence: Sentence, verb: Token) -> EventTime:
    """When a state holds whose verb names no event: the timexes of its own clause."""
    heads = [(t, dating.head_of(sentence, t)) for t in page.dated(sentence)]
    return tied(sentence, [(t, h) for t, h in heads if h and verb_above(sentence, h.i) is verb])


def within(page: Page, sentence: Sentence, i: int) -> EventTime:
    """The time that is said of a noun itself: "mayor since 2019"."""
    heads = [(t, dating.head_of(sentence, t)) for t in page.dated(sentence)]
    return tied(
        sentence,
        [
            (t, h)
            for t, h in heads
            if h
            and sentence.governs(i, h.i)
            and verb_above(sentence, h.i) is verb_above(sentence, i)
        ],
    )


def tied(sentence: Sentence, found: list[tuple[Timex, Token]]) -> EventTime:
    """The time that these timexes give, each with its head word."""
    ties = [Tie(timex, dating.bound(sentence, head)) for timex, head in found]
    return times.explicit(ties) if ties else times.UNDATED
