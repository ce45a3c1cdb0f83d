"""What has gone on until now: "have been on strike for three weeks", "at war since 2014"."""

import re
from collections.abc import Sequence
from datetime import date

from dateline.events.clause import is_present
from dateline.events.dating import Tie, head_of
from dateline.events.narration import HAVE
from dateline.events.syntax import Token
from dateline.events.times import lasting
from dateline.events.triggers import EventWord
from dateline.events.words.nouns import DURATIVE
from dateline.model.event import EventKind, EventTime
from dateline.model.interval import Granularity
from dateline.model.timex import Timex, TimexType
from dateline.timex.calendar import midnight, shift

# How TIMEX3 writes an amount of days or more: "P3W".
_AMOUNT = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[YMWD])$")
_UNITS = {
    "Y": Granularity.YEAR,
    "M": Granularity.MONTH,
    "W": Granularity.WEEK,
    "D": Granularity.DAY,
}


def until_now(word: EventWord, ties: Sequence[Tie], day: date) -> EventTime | None:
    """The time of what is told in the perfect to have lasted so long; None for all else."""
    if not _is_perfect(word):
        return None
    for tie in ties:
        if tie.timex.type is TimexType.DURATION and _says_for(word, tie.timex):
            return since(tie.timex, day)
    return None


def since(timex: Timex, day: date) -> EventTime | None:
    """The time of what has lasted until a day for as long as a phrase says."""
    amount = _AMOUNT.match(timex.value)
    if amount is None:
        return None
    unit = _UNITS[amount["unit"]]
    try:
        start = shift(midnight(day), unit, -int(amount["count"]))
    except OverflowError:  # before the calendar begins
        return None
    return lasting(timex, start, unit)


def goes_on(word: EventWord) -> bool:
    """Whether what began once is told as still under way: "have been fighting", "the war is"."""
    lasts = word.kind is EventKind.STATE or word.token.tag == "VBG"
    if word.token.lemma not in DURATIVE:
        return lasts and _is_perfect(word)
    return _is_perfect(word) or is_present(word.sentence, word.token.head)


def _is_perfect(word: EventWord) -> bool:
    clause = _clause(word)
    auxes = [] if clause is None else word.sentence.kids(clause.i, "aux")
    return any(aux.lower in HAVE for aux in auxes) and all(aux.tag != "MD" for aux in auxes)


def _clause(word: EventWord) -> Token | None:
    """The verb that tells it: itself, or "been" in "have been on strike"."""
    above = (word.token, *word.sentence.ancestors(word.i))
    verb = next((token for token in above if token.pos in ("VERB", "AUX")), None)
    return verb if word.is_verb or (verb is not None and verb.lemma == "be") else None


def _says_for(word: EventWord, timex: Timex) -> bool:
    head = head_of(word.sentence, timex)
    return head is not None and word.sentence.head(head.i).lower == "for"
