"""Where an event happens: the named place that its clause says."""

from collections.abc import Iterator

from dateline.events.entities import Cast
from dateline.events.participants import mention
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.model.event import Mention


def place(word: EventWord, cast: Cast, text: str) -> Mention | None:
    """Where the event happens: the named place after "in", "at", "near"."""
    for at in (word.i, *(a.i for a in _clause_heads(word))):
        for thing in _places(word.sentence, at):
            found = mention(word.sentence, thing.i, cast, text)
            if found.entity is not None and found.entity.type == "place":
                return found
    return None


def _places(sentence: Sentence, at: int) -> Iterator[Token]:
    """The words for where, nearest first; also behind one: "near the embassy in Kabul"."""
    for preposition in sentence.kids(at, "prep", "agent"):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is None:
            continue
        if preposition.lower in _WHERE:
            yield thing
        if preposition.lower in _WHERE | {"by", "with"}:
            yield from _places(sentence, thing.i)


_WHERE = frozenset({"in", "at", "near", "outside", "across"})


def _clause_heads(word: EventWord) -> Iterator[Token]:
    """The light or happening verb that a noun hangs on, where places are often said."""
    head = word.sentence.head(word.i)
    if not word.is_verb and head.pos == "VERB" and word.token.dep in ("dobj", "nsubj", "nsubjpass"):
        yield head
