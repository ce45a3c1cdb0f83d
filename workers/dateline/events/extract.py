"""The whole sequence: from an article's text and timexes to its events and facts."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events import attribution, quotations, triggers
from dateline.events import prose as prose_of
from dateline.events.attribution import Source, Voices
from dateline.events.chronicle import chronicle
from dateline.events.clause import is_present
from dateline.events.confidence import confidence
from dateline.events.entities import Cast
from dateline.events.facts import Page, doubts
from dateline.events.facts import read as facts_of
from dateline.events.factuality import judge
from dateline.events.genericity import genericity
from dateline.events.identity import once
from dateline.events.lasting import goes_on
from dateline.events.parse import Parser
from dateline.events.participants import mention, participants
from dateline.events.places import place
from dateline.events.status import Judgement, status_of
from dateline.events.story import Place, Story
from dateline.events.summary import summary
from dateline.events.syntax import Sentence, Token
from dateline.events.times import UNDATED
from dateline.events.triggers import EventWord
from dateline.events.words.names import SPEAKER_PRONOUNS
from dateline.model.article import Furniture, TextWarning
from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Event,
    EventKind,
    EventTime,
    Genericity,
    Mode,
    Participant,
    Trigger,
)
from dateline.model.fact import Fact
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.model.timex import Dct, Timex, inside, standing_at
from dateline.timex.narrative import is_fresh

# Names the rules: to be raised whenever an answer may change.
VERSION = "events-2026.11.23"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in one article."""

    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    furniture: tuple[Furniture, ...]
    warnings: tuple[TextWarning, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """An article as far as it is understood, for those who write its events."""

    article_id: str
    text: str
    words: tuple[EventWord, ...]
    voices: Voices
    cast: Cast
    judgements: Mapping[Place, Judgement]
    taking_part: Mapping[Place, tuple[Participant, ...]]
    times: Mapping[Place, EventTime]
    ids: Mapping[Place, str]
    generic: Mapping[Place, Genericity]
    timexes: Sequence[Timex]


def extract(
    article_id: str, text: str, dct: Dct, timexes: Sequence[Timex], parser: Parser
) -> Found:
    """The events and facts of an article, its page furniture, and what could not be read."""
    prose = prose_of.read(text)
    sentences = parser.read(prose.paragraphs)
    dispatch = _dispatch(prose.furniture, dct, timexes)
    reading = _understand(article_id, text, dct, timexes, sentences, dispatch=dispatch)
    events = _with_content([_event(reading, word, dct) for word in reading.words])
    facts = facts_of(_page(reading, sentences, timexes, events))
    warnings = (*prose.warnings, *_cut(sentences), *doubts(facts))
    return Found(tuple(events), facts, prose.furniture, warnings)


def _dispatch(pages: Sequence[Furniture], dct: Dct, timexes: Sequence[Timex]) -> Timex | None:
    """The day that a dateline names, where the article was published on another."""
    lines = (page.span for page in pages if page.kind == "dateline")
    days = (timex for span in lines for timex in inside(span, timexes))
    named = next((timex for timex in days if is_fresh(timex, dct)), None)
    same = named is None or named.interval == Interval.day(dct.day)
    return None if same else named


def _page(
    reading: _Reading,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    events: Sequence[Event],
) -> Page:
    return Page(
        reading.article_id,
        reading.text,
        tuple(sentences),
        tuple(timexes),
        {event.trigger.span.start: event for event in events},
        reading.voices,
        reading.cast,
        lambda word: _attributions(reading, word),
    )


def _cut(sentences: Sequence[Sentence]) -> Iterator[TextWarning]:
    for sentence in sentences:
        if sentence.cut:
            yield TextWarning("long_sentence", "the sentence was read in pieces", sentence.span)


def _understand(
    article_id: str,
    text: str,
    dct: Dct,
    timexes: Sequence[Timex],
    sentences: Sequence[Sentence],
    *,
    dispatch: Timex | None,
) -> _Reading:
    words = tuple(
        word
        for sentence in sentences
        for word in triggers.find(sentence)
        # "the end of January" is a time, and no event.
        if word.is_verb or standing_at(word.token.start, timexes) is None
    )
    judgements = {word.place: judge(word.sentence, word.i) for word in words}
    voices = attribution.listen(sentences, quotations.find(sentences))
    quoted = frozenset(word.place for word in words if voices.quoted(word.place))
    cast = Cast(sentences)
    taking_part = {word.place: participants(word, cast, text, timexes) for word in words}
    happenings = {word.place: once(word, taking_part[word.place]) for word in words}
    return _Reading(
        article_id,
        text,
        words,
        voices,
        cast,
        judgements,
        taking_part,
        chronicle(Story(words, judgements, happenings, dct, quoted, dispatch=dispatch), timexes),
        _ids(article_id, text, words),
        {w.place: kind for w in words if (kind := genericity(w, timexes)) is not None},
        timexes,
    )


def _ids(article_id: str, text: str, words: Sequence[EventWord]) -> dict[Place, str]:
    """An id for each event word, from what it says and where it stands among equals."""
    twins: dict[str, dict[int, int]] = {}
    found: dict[Place, str] = {}
    for word in words:
        sentence = word.sentence
        told = sentence.span.of(text)
        numbers = twins.setdefault(told, {})
        twin = numbers.setdefault(sentence.number, len(numbers))
        # Counted among the words of the sentence, not among the events found in it, so that
        # another extractor gives the same id.
        ordinal = sum(t.text == word.token.text for t in sentence.tokens[: word.i])
        parts = (
            article_id,
            word.token.text,
            told,
            str(twin),
            str(ordinal),
        )
        found[word.place] = "e" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
    return found


def _event(reading: _Reading, word: EventWord, dct: Dct) -> Event:
    text = reading.text
    attributions = _attributions(reading, word)
    generic = reading.generic.get(word.place)
    when = reading.times[word.place] if generic is None else UNDATED
    judged = _in_time(reading.judgements[word.place], word, when, dct)
    return Event(
        id=reading.ids[word.place],
        kind=word.kind,
        type=word.type,
        trigger=Trigger(word.token.text, word.token.lemma, Span(word.token.start, word.token.end)),
        summary=summary(word, text),
        time=when,
        factuality=judged.factuality,
        status=status_of(judged),
        evidence=Evidence.of(word.sentence.span, text),
        confidence=confidence(word, when),
        participants=_with_speaker(reading.taking_part[word.place], attributions),
        place=place(word, reading.cast, text),
        genericity=generic,
        attributions=attributions,
    )


def _in_time(judged: Judgement, word: EventWord, when: EventTime, dct: Dct) -> Judgement:
    """The judgement once the time is known: what lies ahead cannot have happened."""
    if word.kind is EventKind.STATEMENT:
        # Words are said and done with.
        judged = replace(judged, ongoing=False)
    first = None if when.interval is None else when.interval.earliest
    last = None if when.interval is None else when.interval.latest
    if first is not None and first > dct.day and judged.certainty is Certainty.CERTAIN:
        return replace(judged, planned=True, ongoing=False)
    if _is_on_for(word, when, dct):
        return replace(judged, planned=True, ongoing=False)
    if last is not None and last < dct.day:
        # What was under way then is over.
        return replace(judged, ongoing=False)
    if first is not None and last is None and goes_on(word):
        return replace(judged, ongoing=True)
    around = first is not None and last is not None and first <= dct.day <= last and first < last
    if around and word.is_verb and is_present(word.sentence, word.i):
        return replace(judged, ongoing=True)
    return judged


def _is_on_for(word: EventWord, when: EventTime, dct: Dct) -> bool:
    """ "Leeds play York tonight": the present tells what the day of publication has in store."""
    if when.basis is not Basis.EXPLICIT or when.interval is None:
        return False
    today = when.interval.earliest == when.interval.latest == dct.day
    simple = word.token.tag in ("VBZ", "VBP") and is_present(word.sentence, word.i)
    return today and simple and word.kind is EventKind.OCCURRENCE and not word.sentence.headline


def _attributions(reading: _Reading, word: EventWord) -> tuple[Attribution, ...]:
    return tuple(
        _attribution(reading, source, source.speaker)
        for source in reading.voices.of(word)
        if source.speaker is not None
    )


def _with_speaker(
    found: tuple[Participant, ...], attributions: tuple[Attribution, ...]
) -> tuple[Participant, ...]:
    """The same participants; "I" in a quotation is whoever speaks."""
    quoted = [a for a in attributions if a.mode is Mode.DIRECT_QUOTE]
    if not quoted or quoted[-1].speaker.entity is None:
        return found
    who = quoted[-1].speaker.entity
    return tuple(
        replace(p, mention=replace(p.mention, entity=who))
        if p.mention.entity is None and p.mention.text.lower() in SPEAKER_PRONOUNS
        else p
        for p in found
    )


def _attribution(reading: _Reading, source: Source, speaker: Token) -> Attribution:
    return Attribution(
        mention(source.sentence, speaker.i, reading.cast, reading.text),
        source.sentence.quote(source.cue.i, source.cue_last.i, reading.text),
        source.mode,
        reading.ids.get(source.place),
    )


def _with_content(events: Sequence[Event]) -> list[Event]:
    """The same events, each statement with the ids of what it reports."""
    content: dict[str, list[str]] = {}
    for event in events:
        if event.attributions:
            statement = event.attributions[-1].statement
            if statement is not None:
                content.setdefault(statement, []).append(event.id)
    return [
        replace(event, content=tuple(content.get(event.id, ())))
        if event.kind is EventKind.STATEMENT
        else event
        for event in events
    ]
