"""Some time before or after another event: "was charged over the attack on Friday"."""

from collections.abc import Iterator, Mapping

from dateline.events import times
from dateline.events.narration import is_perfect
from dateline.events.offsets import below, event_of, is_told
from dateline.events.story import Story
from dateline.events.syntax import Sentence, Token
from dateline.events.times import Side
from dateline.events.triggers import EventWord
from dateline.events.words.verbs import REACTING

# How what was reacted to is named: "charged with killing", "sentenced for", "a probe into".
_OVER = frozenset({"at", "for", "in", "into", "of", "over", "to", "with"})
_LATER = frozenset({"after", "following", "since", "once"})

_Pair = tuple[EventWord, EventWord]


def since(story: Story) -> None:
    """What the perfect tells of the time since an event: "has gathered since the invasion"."""
    for sentence, words in story.by_sentence():
        by_index = {word.i: word for word in words}
        for over, under in _told(sentence, by_index, frozenset({"since"})):
            if is_perfect(over):
                _bound(story, over, Side.SINCE, under)


def beside(story: Story) -> None:
    """Gives what has no time the one bound that an event told beside it sets.

    What something came after lies before it, but so does all that is past: it is left undated.
    """
    for sentence, words in story.by_sentence():
        by_index = {word.i: word for word in words}
        for over, under in (*_told(sentence, by_index, _LATER), *_caused(sentence, by_index)):
            _bound(story, over, Side.AFTER, under)
        for over, under in _told(sentence, by_index, frozenset({"before"})):
            _bound(story, over, Side.BEFORE, under)
            _bound(story, under, Side.AFTER, over)


def _bound(story: Story, word: EventWord, side: Side, other: EventWord) -> None:
    known = story.found.get(other.place)
    if story.is_dated(word) or known is None or not is_told(known):
        return
    time = times.beyond(known, side, other.token.text)
    if story.may_share(word, time):
        story.found[word.place] = time


def _told(
    sentence: Sentence, by_index: Mapping[int, EventWord], markers: frozenset[str]
) -> Iterator[_Pair]:
    """Two events each: the one over a conjunction or preposition of order, and the one under it."""
    for marker in sentence.tokens:
        if marker.dep in ("prep", "mark", "advmod") and marker.lower in markers:
            pair = _around(sentence, marker, by_index)
            if pair is not None:
                yield pair


def _around(sentence: Sentence, marker: Token, by_index: Mapping[int, EventWord]) -> _Pair | None:
    """The events above and below a conjunction or preposition."""
    clause = marker.dep != "prep"
    under = sentence.head(marker.i) if clause else below(sentence, marker)
    if under is None or (clause and under.dep != "advcl"):
        return None
    over = sentence.head(under.i if clause else marker.i)
    one, other = (event_of(sentence, token, by_index) for token in (over, under))
    if one is None or other is None or one is other:
        return None
    # "Since he left, she has ruled"; without a perfect it gives a reason.
    reason = clause and marker.lower == "since" and not is_perfect(one)
    return None if reason else (one, other)


def _caused(sentence: Sentence, by_index: Mapping[int, EventWord]) -> Iterator[_Pair]:
    """The reaction, and what was reacted to."""
    for word in by_index.values():
        for cause in _causes(sentence, word):
            other = event_of(sentence, cause, by_index)
            if other is not None and other is not word:
                yield word, other


def _causes(sentence: Sentence, word: EventWord) -> Iterator[Token]:
    """What an event is a reaction to."""
    if word.token.lemma not in REACTING:
        return
    if word.is_verb:
        yield from sentence.kids(word.i, "dobj")
    for preposition in sentence.kids(word.i, "prep"):
        if preposition.lower in _OVER:
            yield from sentence.kids(preposition.i, "pobj", "pcomp")
