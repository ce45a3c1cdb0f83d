"""What a relative expression is read from: the day of publication, or an earlier timex."""

from collections.abc import Sequence

from dateline.model.interval import Interval
from dateline.model.timex import Anchor, AnchorKind, Dct, Timex, TimexType
from dateline.timex.algebra import Expression, Now, Then, leaves

# An earlier timex farther back than this is not what "two days later" counts from.
_REACH = 4


def of_dct(dct: Dct) -> Anchor:
    """The day of publication."""
    return Anchor(AnchorKind.PUBLICATION, Interval.day(dct.day))


def choose(expression: Expression, earlier: Sequence[Timex], dct: Dct) -> Anchor | None:
    """The anchor an expression needs, None where it needs none.

    "Two days later" counts from the last date before it, "two days ago" from publication.
    """
    rest = leaves(expression)
    if any(isinstance(leaf, Then) for leaf in rest):
        for timex in reversed(earlier[-_REACH:]):
            if timex.interval is not None and _is_point(timex):
                return Anchor(AnchorKind.TIMEX, timex.interval, timex.id)
        return of_dct(dct)
    if any(isinstance(leaf, Now) for leaf in rest):
        return of_dct(dct)
    return None


def _is_point(timex: Timex) -> bool:
    interval = timex.interval
    closed = interval is not None and interval.start is not None and interval.end is not None
    return closed and timex.type in (TimexType.DATE, TimexType.TIME)
