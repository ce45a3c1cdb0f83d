"""Ranges told in words: "from Thursday to Monday", "between May and October 2020"."""

from collections.abc import Sequence

from dateline.model.interval import Interval
from dateline.model.timex import Direction, Reading, Timex
from dateline.timex.algebra import Expression, Nearest, Then, rebuilt
from dateline.timex.english import cues
from dateline.timex.tokens import Token


def joined(
    tokens: Sequence[Token], first: tuple[int, int], last: tuple[int, int], alike: bool
) -> bool:
    """Whether two phrases are the ends of one range.

    Without a "from", only ends that are alike are: not in "revised Friday to December's figure".
    """
    between = [token.lower for token in tokens[first[1] : last[0]]]
    opener = tokens[first[0] - 1].lower if first[0] else ""
    words = " ".join(between)
    if words in cues.RANGE_ENDS:
        return alike or opener in cues.RANGE_ENDS_AFTER
    return words in cues.RANGE_ENDS_AFTER.get(opener, ())


def closing(expression: Expression) -> Expression:
    """The end of a range is the first after its beginning: the Monday after that Thursday."""

    def turn(inner: Expression) -> Expression | None:
        if isinstance(inner, Nearest) and inner.side is Direction.NONE:
            return Nearest(inner.repeat, Direction.FUTURE, Then())
        return None

    return rebuilt(expression, turn)


def opening(expression: Expression) -> Expression:
    """The beginning of a range is the last before an end that names its year."""

    def turn(inner: Expression) -> Expression | None:
        if isinstance(inner, Nearest):
            return Nearest(inner.repeat, Direction.PAST, Then())
        return None

    return rebuilt(expression, turn)


def readings(first: Timex, last: Timex) -> tuple[Reading, ...]:
    """The stretch that two ends make together, with and without the last."""
    if first.interval is None or last.interval is None:
        return ()
    start, reach, end = first.interval.start, last.interval.start, last.interval.end
    if start is None or reach is None or end is None or not start < reach:
        return ()
    return (
        Reading(Interval(start, end), 0.4, f'the stretch from "{first.text}" on'),
        Reading(Interval(start, reach), 0.3, f'the stretch from "{first.text}" up to it'),
    )
