"""Quotes: who said exactly what, and when."""

from collections.abc import Iterator

from dateline.events.attribution import SHORTEST_UTTERANCE, Source
from dateline.events.facts.page import Finding, Page, clause
from dateline.events.participants import subject
from dateline.events.quotations import Quotation
from dateline.events.syntax import Token
from dateline.events.words.listed import listed
from dateline.events.words.verbs import REPORTING
from dateline.model.event import Attribution, Mention, Mode
from dateline.model.fact import FactKind
from dateline.model.provenance import Quoted, Span

# Verbs that take a few quoted words into the writer's own sentence.
_CALLING = REPORTING | listed("call label term brand slam hail voice")
IN_SENTENCE = 0.9
IN_PARAGRAPH = 0.75
CARRIED_ON = 0.6


def find(page: Page) -> Iterator[Finding]:
    """The quotes of an article, one for each stretch between marks."""
    for quotation in page.voices.quotations:
        said = _spoken(page, quotation) or _woven_in(page, quotation)
        if said is not None:
            yield said


def _spoken(page: Page, quotation: Quotation) -> Finding | None:
    """An utterance with its cue: "It will open," Horvat said."""
    source = page.voices.speakers.get(quotation)
    if source is None or source.speaker is None or quotation.words < SHORTEST_UTTERANCE:
        return None
    here = quotation.first[0] <= source.sentence.number <= quotation.last[0]
    if here:
        confidence = IN_SENTENCE
    else:
        same = source.sentence.paragraph == quotation.paragraph
        confidence = IN_PARAGRAPH if same else CARRIED_ON
    return _quote(page, quotation, source, confidence)


def _woven_in(page: Page, quotation: Quotation) -> Finding | None:
    """A few words within the writer's own sentence: called it “a disgrace”."""
    sentence = page.sentences[quotation.first[0]]
    if quotation.last[0] != sentence.number or quotation.words < 2:
        return None
    inside = range(quotation.first[1], quotation.last[1] + 1)
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])
    verb = next((t for t in sentence.ancestors(top) if t.pos == "VERB"), None)
    if verb is None or verb.i in inside or verb.lemma not in _CALLING:
        return None
    speaker = subject(sentence, verb.i)
    if speaker is None or speaker.i in inside:
        return None
    return _quote(
        page, quotation, Source(sentence, speaker, verb, verb, Mode.DIRECT_QUOTE), IN_PARAGRAPH
    )


def _quote(page: Page, quotation: Quotation, source: Source, confidence: float) -> Finding:
    sentence = page.sentences[quotation.first[0]]
    exact = Span(
        sentence.tokens[quotation.first[1]].start,
        page.sentences[quotation.last[0]].tokens[quotation.last[1]].end,
    )
    speaker = page.mention(source.sentence, _word(source.speaker).i)
    event = page.events.get(source.cue.start)
    told = clause(page, source.sentence, source.cue.i)
    cue = Span(source.cue.start, source.cue_last.end)
    by = Attribution(
        speaker,
        Quoted(cue.of(page.text), cue),
        Mode.DIRECT_QUOTE,
        None if event is None else event.id,
    )
    return Finding(
        FactKind.QUOTE,
        sentence,
        exact,
        speaker,
        _predicate(source),
        Mention(exact.of(page.text), exact, None),
        told.time,
        told.status,
        confidence,
        attributions=(*page.sources(source.sentence, source.cue.i), by),
    )


def _word(speaker: Token | None) -> Token:
    if speaker is None:
        raise ValueError("a quote without a speaker")
    return speaker


def _predicate(source: Source) -> str:
    """The cue's lemma; "according to" has none."""
    return "according to" if source.cue.lower == "according" else source.cue.lemma
