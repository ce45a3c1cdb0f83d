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
# Two words are quoted speech where a verb takes them in.
SHORTEST_GOVERNED = 2
IN_SENTENCE = 0.9
IN_PARAGRAPH = 0.75
CARRIED_ON = 0.6


def find(page: Page) -> Iterator[Finding]:
    """The quotes of an article, one for each stretch between marks."""
    last: tuple[int, Source] | None = None
    for quotation in page.voices.quotations:
        governing = _governing(page, quotation)
        source = governing or _source(page, quotation)
        if source is None and last is not None and last[0] == quotation.paragraph:
            source = last[1]
        shortest = SHORTEST_UTTERANCE if governing is None else SHORTEST_GOVERNED
        if source is not None and quotation.words >= shortest and not _is_title(page, quotation):
            last = quotation.paragraph, source
            yield _quote(page, quotation, source, _sureness(quotation, source))


def _is_title(page: Page, quotation: Quotation) -> bool:
    """The name of a film or book: capitals throughout, and no stop before the closing mark."""
    if quotation.first[0] != quotation.last[0]:
        return False
    tokens = page.sentences[quotation.first[0]].tokens
    words = tokens[quotation.first[1] : quotation.last[1] + 1]
    long = [word for word in words if len(word.text) > 3 or word is words[0]]
    return words[-1].pos != "PUNCT" and all(word.text[0].isupper() for word in long)


def _source(page: Page, quotation: Quotation) -> Source | None:
    """The cue of a quotation, unless it is itself part of what somebody says."""
    source = page.voices.speakers.get(quotation)
    if source is None or source.speaker is None or page.voices.quoted(source.place):
        return None
    return source


def _sureness(quotation: Quotation, source: Source) -> float:
    if quotation.first[0] <= source.sentence.number <= quotation.last[0]:
        return IN_SENTENCE
    same = source.sentence.paragraph == quotation.paragraph
    return IN_PARAGRAPH if same else CARRIED_ON


def _governing(page: Page, quotation: Quotation) -> Source | None:
    """The verb that governs quoted words in one sentence: called it “a disgrace”."""
    sentence = page.sentences[quotation.first[0]]
    if quotation.last[0] != sentence.number:
        return None
    inside = range(quotation.first[1], quotation.last[1] + 1)
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])
    verb = next((t for t in sentence.ancestors(top) if t.pos == "VERB"), None)
    if verb is None or verb.i in inside or verb.lemma not in _CALLING:
        return None
    speaker = subject(sentence, verb.i)
    if speaker is None or speaker.i in inside:
        return None
    return Source(sentence, speaker, verb, verb, Mode.DIRECT_QUOTE)


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
