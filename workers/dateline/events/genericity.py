"""Mentions of no particular event: what happens every week, or to anything of a kind."""

from collections.abc import Sequence

from dateline.events.dating import head_of
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import EventKind, Genericity
from dateline.model.timex import Timex, TimexType, inside

_HABITUALLY = listed("usually often always generally typically normally regularly routinely seldom")
_PRESENT = frozenset({"VBZ", "VBP"})


def genericity(word: EventWord, timexes: Sequence[Timex]) -> Genericity | None:
    """Whether a mention is habitual or generic; None for a particular event."""
    if _is_repeated(word, timexes) or _is_custom(word):
        return Genericity.HABITUAL
    return Genericity.GENERIC if _is_of_a_kind(word) else None


def _is_repeated(word: EventWord, timexes: Sequence[Timex]) -> bool:
    """Whether a set of times governs the event: "every Monday"."""
    sentence = word.sentence
    for timex in inside(sentence.span, timexes):
        if timex.type is TimexType.SET:
            head = head_of(sentence, timex)
            above = () if head is None else sentence.ancestors(head.i)
            if next((t.i for t in above if t.dep != "prep"), None) == word.i:
                return True
    return False


def _is_custom(word: EventWord) -> bool:
    """ "usually meets", "often meet", but not "has often met"."""
    if word.token.tag not in _PRESENT:
        return False
    return any(k.lower in _HABITUALLY for k in word.sentence.kids(word.i, "advmod"))


def _is_of_a_kind(word: EventWord) -> bool:
    """ "Earthquakes destroy houses": a bare present tense of bare plurals, outside headlines."""
    if word.token.tag != "VBP" or word.kind is not EventKind.OCCURRENCE or word.sentence.headline:
        return False
    sentence = word.sentence
    things = sentence.kids(word.i, "nsubj", "dobj")
    subject = sentence.kid(word.i, "nsubj")
    bare = subject is not None and all(_is_bare_plural(sentence, thing) for thing in things)
    return bare and sentence.kid(word.i, "aux", "auxpass", "prep") is None


def _is_bare_plural(sentence: Sentence, thing: Token) -> bool:
    named = thing.pos == "PROPN" or bool(thing.ent)
    return thing.tag == "NNS" and not named and not sentence.kids(thing.i)
