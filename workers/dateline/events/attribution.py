"""Who says so: the sources of what an article reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.clause import is_infinitive
from dateline.events.participants import subject
from dateline.events.quotations import Quotation
from dateline.events.syntax import Sentence, Token, accusing
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.nouns import CLAIMS
from dateline.events.words.verbs import HOLDING, REPORTING, SAYING
from dateline.model.event import Mode

# Infinitives and gerunds under these are somebody's words too: "denied having met".
_WITHOUT_THAT = listed(
    """
    deny admit promise vow pledge threaten claim recommend propose suggest urge demand
    """
)
# What these take is told by who does so: "announced the withdrawal", "announced plans to cut".
_ANNOUNCING = listed("announce confirm allege disclose predict forecast promise pledge reveal")
# A quotation of fewer words is a scare quote or a term, not an utterance.
SHORTEST_UTTERANCE = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, before it is known who that is.

    `cue` is the word that says so (its last token where there are more), `speaker` None where the
    words are reported without one.
    """

    sentence: Sentence
    speaker: Token | None
    cue: Token
    cue_last: Token
    mode: Mode

    @property
    def place(self) -> tuple[int, int]:
        """Where the cue stands."""
        return self.sentence.number, self.cue.i


@dataclass(frozen=True, slots=True)
class Voices:
    """The sources of an article's words."""

    quotations: tuple[Quotation, ...]
    speakers: dict[Quotation, Source]

    def of(self, word: EventWord) -> list[Source]:
        """The sources of an event, outermost first; none when the article itself says so."""
        quotation = self.quoted(word.place)
        mode = Mode.INDIRECT if quotation is None else Mode.DIRECT_QUOTE
        found = list(_above(word.sentence, word.i, mode))
        if quotation is not None and not any(not quotation.holds(s.place) for s in found):
            outer = self.speakers.get(quotation)
            if outer is not None and outer.place != word.place:
                found.append(outer)
        return found[::-1]

    def quoted(self, place: tuple[int, int]) -> Quotation | None:
        """The utterance that a word is part of."""
        return next((q for q in self.quotations if _is_uttered(q, place)), None)


def listen(sentences: Sequence[Sentence], quotations: tuple[Quotation, ...]) -> Voices:
    """Find who speaks in each quotation.

    In its own sentence, else elsewhere in its paragraph, else whoever spoke last in the paragraph
    before, when this one is nothing but speech.
    """
    heard = [cue for sentence in sentences for cue in _cues(sentence)]
    # Words of saying within somebody's words introduce nothing outside them.
    cues = [c for c in heard if not any(_is_uttered(q, c.place) for q in quotations)]
    speakers: dict[Quotation, Source] = {}
    last: dict[int, Source] = {}
    for quotation in quotations:
        cue = _cue_for(quotation, cues, sentences, last)
        if cue is not None:
            speakers[quotation] = cue
            last[quotation.paragraph] = cue
    return Voices(quotations, speakers)


def _is_uttered(quotation: Quotation, place: tuple[int, int]) -> bool:
    return quotation.words >= SHORTEST_UTTERANCE and quotation.holds(place)


def _cue_for(
    quotation: Quotation,
    cues: Sequence[Source],
    sentences: Sequence[Sentence],
    last: dict[int, Source],
) -> Source | None:
    outside = [c for c in cues if not quotation.holds(c.place) and c.speaker is not None]
    beside = [c for c in outside if quotation.first[0] <= c.sentence.number <= quotation.last[0]]
    if beside:
        return min(beside, key=lambda cue: _remoteness(cue, quotation))
    same = [c for c in outside if c.sentence.paragraph == quotation.paragraph]
    near = [c for c in same if abs(c.sentence.number - quotation.first[0]) <= 2]
    if near:
        return min(near, key=lambda c: (abs(c.sentence.number - quotation.first[0]), c.place))
    opens = sentences[quotation.first[0]]
    alone = opens.number == 0 or sentences[opens.number - 1].paragraph != opens.paragraph
    return last.get(quotation.paragraph - 1) if alone and quotation.first[1] <= 1 else None


def _remoteness(cue: Source, quotation: Quotation) -> tuple[bool, int]:
    """How far a cue is from the words it may introduce; one that governs them is nearest."""
    number, i = quotation.first
    governs = cue.sentence.number == number and cue.sentence.governs(cue.cue.i, i)
    return not governs, abs(cue.sentence.number - number) * 1000 + abs(cue.cue.i - i)


def _cues(sentence: Sentence) -> Iterator[Source]:
    """The words of a sentence that introduce speech."""
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in SAYING:
            yield Source(sentence, subject(sentence, token.i), token, token, Mode.DIRECT_QUOTE)
        elif token.lower == "according":
            yield from _according(sentence, token, Mode.DIRECT_QUOTE)


def _above(sentence: Sentence, i: int, mode: Mode) -> Iterator[Source]:
    """The sources in whose words an event word stands, innermost first."""
    below = sentence.tokens[i]
    seen: set[int] = set()
    for source in _beside(sentence, i, mode):
        seen.add(source.cue.i)
        yield source
    for above in sentence.ancestors(i):
        accuser = accusing(sentence, above) if below.dep == "pcomp" else None
        cue = accuser if accuser is not None and accuser.lemma == "accuse" else above
        if cue.i not in seen and (cue is accuser or _speaks(sentence, above, below)):
            seen.add(cue.i)
            yield Source(sentence, _speaker(sentence, cue), cue, cue, mode)
        for source in _beside(sentence, above.i, mode):
            if source.cue.i not in seen and source.cue.i != i:
                seen.add(source.cue.i)
                yield source
        below = above


def _speaks(sentence: Sentence, above: Token, below: Token) -> bool:
    """Whether a governing word gives the clause below it as somebody's words or thoughts."""
    if above.pos in ("VERB", "AUX"):
        quoted = above.lemma in ("quote", "cite") and below.lower == "as"
        return quoted or (not _is_parted(sentence, above, below) and _tells(sentence, above, below))
    return (
        above.lemma in CLAIMS
        and below.dep in ("acl", "relcl")
        and bool(sentence.kids(below.i, "mark"))
    )


def _tells(sentence: Sentence, verb: Token, below: Token) -> bool:
    """Whether a verb tells what it takes: "said that", "denied having", "announced plans"."""
    if below.dep == "ccomp" and below.pos in ("VERB", "AUX"):
        thought = verb.lemma in HOLDING and not is_infinitive(sentence, below.i)
        return verb.lemma in REPORTING or thought
    if below.dep == "dobj" and below.pos == "NOUN":
        return verb.lemma in _ANNOUNCING
    if below.dep == "prep" and sentence.kid(below.i, "pcomp") is None:
        return False
    return below.dep in ("xcomp", "pcomp", "prep") and verb.lemma in _WITHOUT_THAT


def _is_parted(sentence: Sentence, above: Token, below: Token) -> bool:
    """Whether a semicolon ends a clause before the verb that the parser put it under.

    What comes after one may still be somebody's words: "They said it was late; they had left".
    """
    return any(token.text == ";" for token in sentence.tokens[below.i : above.i])


def _speaker(sentence: Sentence, cue: Token) -> Token | None:
    if cue.pos in ("VERB", "AUX"):
        return subject(sentence, cue.i)
    owner = sentence.kid(cue.i, "poss")
    if owner is not None:
        return owner
    by = next((k for k in sentence.kids(cue.i, "prep") if k.lower in ("by", "from", "of")), None)
    return sentence.kid(by.i, "pobj") if by is not None else None


def _beside(sentence: Sentence, i: int, mode: Mode) -> Iterator[Source]:
    """Sources set beside a clause: "according to X", "the plan, she said, will fail"."""
    for kid in sentence.kids(i, "prep", "advmod", "advcl"):
        if kid.lower == "according":
            yield from _according(sentence, kid, mode)
    for kid in sentence.kids(i, "parataxis", "ccomp", "advcl"):
        framed = kid.dep == "parataxis" or _is_as_clause(sentence, kid)
        if framed and kid.lemma in SAYING and sentence.kid(kid.i, "ccomp", "dobj") is None:
            yield Source(sentence, subject(sentence, kid.i), kid, kid, mode)


def _is_as_clause(sentence: Sentence, clause: Token) -> bool:
    return clause.dep == "advcl" and any(
        mark.lower == "as" for mark in sentence.kids(clause.i, "mark", "advmod")
    )


def _according(sentence: Sentence, according: Token, mode: Mode) -> Iterator[Source]:
    to = sentence.kid(according.i, "prep")
    speaker = sentence.kid(to.i, "pobj") if to is not None else None
    if to is not None and speaker is not None:
        yield Source(sentence, speaker, according, to, mode)
