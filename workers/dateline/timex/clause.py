"""A date's own clause: the sentence around it, and the verb that governs it."""

from collections.abc import Sequence

from dateline.timex.english import cues
from dateline.timex.tokens import Token
from dateline.timex.verbs import Verb, are_parted

# No clause is looked at farther than this from its date.
_REACH = 40


def sentence(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens of the sentence around a timex: the first, and the one beyond the last."""
    first = start
    while first > 0 and start - first < _REACH and not _breaks(tokens, first):
        first -= 1
    last = end
    while last < len(tokens) and last - end < _REACH and not _breaks(tokens, last):
        last += 1
    return first, last


def governing(tokens: Sequence[Token], verbs: list[Verb], start: int, end: int) -> Verb | None:
    """The verb of the date's own clause: the nearest before it, else the nearest after."""
    # "Will Friday announce": the date stands inside the verb group.
    before = [verb for verb in verbs if verb.start < start]
    after = [verb for verb in verbs if verb.start >= end]
    left = before[-1] if before else None
    right = after[0] if after else None
    if left is None or right is None:
        return left or right
    return (
        right
        if are_parted(tokens, left.end, start) and not are_parted(tokens, end, right.start)
        else left
    )


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sentence ends before this token."""
    token, before = tokens[index], tokens[index - 1]
    if token.paragraph:
        return True
    if before.text in "!?;":
        return True
    if before.text != ".":
        return False
    word = tokens[index - 2].text if index > 1 else ""
    return token.text[0] in "\"'“‘(`" or (
        token.capital and len(word) > 1 and word.lower() not in cues.TITLES
    )
