"""Durations that a neighbour bounds: "for five days from Monday", "nine months ended Sept. 30"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.timex import Timex, TimexType
from dateline.timex.algebra import Closing, Expression, Mod, Opening, Period, Then
from dateline.timex.language import Joints
from dateline.timex.notation import read
from dateline.timex.tokens import Token


@dataclass(frozen=True, slots=True)
class Bounded:
    """A duration, the timex beside it that is its first or last part, and what both mean."""

    duration: int
    by: int
    expression: Expression


def bounded(
    tokens: Sequence[Token],
    first: tuple[int, int],
    last: tuple[int, int],
    timexes: Sequence[Timex],
    joints: Joints,
) -> Bounded | None:
    """Which of the last two timexes is a duration that the other begins or ends.

    `first` and `last` are the tokens of the two.
    """
    before, after = timexes[-2:]
    between = " ".join(token.lower for token in tokens[first[1] : last[0]]).removeprefix(", ")
    if _has_place(after) and before.type is TimexType.DURATION:
        kind = Opening if between in joints.begins else Closing if between in joints.ends else None
        return _of(-2, -1, before, kind)
    opener = tokens[first[0] - 1].lower if first[0] else ""
    if _has_place(before) and between in joints.lasts and opener in joints.begins:
        return _of(-1, -2, after, Opening)
    return None


def _of(
    duration: int, by: int, timex: Timex, kind: type[Opening] | type[Closing] | None
) -> Bounded | None:
    """The expression so bounded, None where the duration has bounds of its own."""
    if kind is None:
        return None
    expression = read(timex.expression)
    mod = expression.mod if isinstance(expression, Mod) else None
    match expression.of if isinstance(expression, Mod) else expression:
        case (Period() as period) | Opening(period, Then()) | Closing(period, Then()):
            whole = kind(period, Then())
            return Bounded(duration, by, whole if mod is None else Mod(mod, whole))
        case _:
            return None


def _has_place(timex: Timex) -> bool:
    interval = timex.interval
    return interval is not None and interval.start is not None and interval.end is not None
