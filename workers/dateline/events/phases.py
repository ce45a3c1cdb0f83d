"""From its beginning to its end: "the strike, which began on Monday, ended on Friday"."""

from collections.abc import Iterator, Mapping

from dateline.events import times
from dateline.events.story import Story
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import Basis, EventTime

_BEGINNING = listed("begin break-out commence erupt open start")
_ENDING = listed("close conclude end expire finish stop")


def apply(story: Story) -> None:
    """Gives what is told to have begun and ended, both on days that are told, the days between."""
    for _, words in story.by_sentence():
        by_index = {word.i: word for word in words}
        for word in words:
            if not word.is_verb:
                _span(story, word, by_index)


def _span(story: Story, word: EventWord, by_index: Mapping[int, EventWord]) -> None:
    verbs = [by_index[t.i] for t in _told_of(word.sentence, word) if t.i in by_index]
    first = _time_of(story, verbs, _BEGINNING)
    last = _time_of(story, verbs, _ENDING)
    span = times.from_to(first, last) if first and last else None
    if span is not None:
        story.found[word.place] = span


def _time_of(story: Story, verbs: list[EventWord], lemmas: frozenset[str]) -> EventTime | None:
    """When the verb of beginning or ending says that it was, in its own clause."""
    verb = next((verb for verb in verbs if _name(verb) in lemmas), None)
    time = None if verb is None else story.found.get(verb.place)
    return time if time is not None and time.basis is Basis.EXPLICIT else None


def _name(verb: EventWord) -> str:
    """Its lemma, with its particle: "break-out"."""
    particle = verb.sentence.kid(verb.i, "prt")
    return verb.token.lemma if particle is None else f"{verb.token.lemma}-{particle.lower}"


def _told_of(sentence: Sentence, word: EventWord) -> Iterator[Token]:
    """The verbs that a noun is the subject of, in its clause, the next ones and about itself."""
    if word.token.dep in ("nsubj", "nsubjpass"):
        verb = sentence.head(word.i)
        yield verb
        for other in sentence.kids(verb.i, "conj"):
            if sentence.kid(other.i, "nsubj", "nsubjpass") is None:
                yield other
    yield from sentence.kids(word.i, "relcl", "acl")
