"""Whose day it is that stands beside a verb of planning: what is planned, not the planning."""

from collections.abc import Sequence

from dateline.events.clause import is_from_then_on
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed

# Verbs that put something on the calendar: "scheduled for Friday".
SETTING = listed("schedule plan set expect slate promise fix postpone delay arrange book due")
# Verbs that move it there: "moved from Friday to Monday", "postponed until May".
_MOVING = listed("bring delay move postpone push reschedule shift switch")
PLANNING = SETTING | _MOVING
# What was planned once is planned no more: "originally scheduled for May".
_FORMERLY = listed("earlier first initially originally previously")


def owner(
    sentence: Sentence, words: Sequence[EventWord], word: EventWord, head: Token
) -> EventWord | None:
    """The word that has the day `head`, found to belong to `word`; None where nothing has it."""
    if head.dep not in ("pobj", "pcomp"):
        return word
    lemma, preposition = word.token.lemma, sentence.head(head.i).lower
    if lemma in SETTING and (preposition == "for" or is_from_then_on(sentence, word.i)):
        return None if _is_dropped(sentence, word) else _put_on(sentence, words, word)
    if lemma not in _MOVING:
        return word
    thing = _put_on(sentence, words, word)
    if thing is not None and preposition == "from":
        return None
    return thing or word if preposition in ("to", "until", "till") else word


def _is_dropped(sentence: Sentence, setter: EventWord) -> bool:
    return any(kid.lower in _FORMERLY for kid in sentence.kids(setter.i, "advmod"))


def _put_on(sentence: Sentence, words: Sequence[EventWord], setter: EventWord) -> EventWord | None:
    """What is put on the calendar: "the vote", "to vote"; None where it is not named."""
    things = {k.i for k in sentence.kids(setter.i, "nsubjpass", "dobj", "xcomp")}
    if setter.token.dep in ("acl", "relcl"):
        # "The concert planned for Sunday", "the vote that is set for May".
        things.add(setter.token.head)
    return next((word for word in words if word.i in things), None)
