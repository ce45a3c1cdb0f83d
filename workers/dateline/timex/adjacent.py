"""Words right beside a date that settle its side: "until Friday", "a Friday deadline"."""

from collections.abc import Mapping, Sequence

from dateline.model.timex import Direction
from dateline.timex.clause import sentence
from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.look import Look
from dateline.timex.tokens import Token
from dateline.timex.verbs import finite


def cue_beside(
    tokens: Sequence[Token], start: int, end: int, before_words: Mapping[str, Direction]
) -> Look | None:
    """Words right beside the date that settle it: "until Friday", "a Friday deadline"."""
    before = [token.lower for token in tokens[max(0, start - 3) : start]]
    for size in (3, 2, 1):
        words = " ".join(before[-size:])
        if len(before) >= size and words in before_words:
            return Look(before_words[words], words)
    after = [token.lower for token in tokens[end : end + 3]]
    if not cues.LAPSED.isdisjoint(after[1:]):
        # "The Friday deadline passed."
        return None
    for word in after[:2] if before_words is cues.WEAKLY_BEFORE or not _is_met(before) else ():
        if word in cues.AFTER:
            return Look(cues.AFTER[word], word)
    return None


def is_superseded(tokens: Sequence[Token], start: int) -> bool:
    """ "Originally planned for Tuesday": a plan that another has taken the place of."""
    before = [token.lower for token in tokens[max(0, start - 4) : start]]
    return not cues.SUPERSEDED.isdisjoint(before)


def is_overtaken(tokens: Sequence[Token], start: int, end: int, beside: Look) -> bool:
    """ "The vote, expected on Tuesday, was delayed": what became of the plan is told behind it."""
    if beside.direction is Direction.PAST or end >= len(tokens) or tokens[end].text != ",":
        return False
    after = finite(tokens, end, sentence(tokens, start, end)[1])
    return bool(after) and after[0].tense is Tense.PAST


def _is_met(before: Sequence[str]) -> bool:
    """ "By the Tuesday deadline", "met the Friday deadline": what the verb says counts."""
    return not cues.MEETING.isdisjoint(before)
