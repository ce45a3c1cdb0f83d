"""Ranges told in words: "from Thursday to Monday", "between May and October 2020"."""

from collections.abc import Iterator, Sequence

from dateline.model.interval import Granularity, Interval
from dateline.model.timex import Direction, Reading, Timex
from dateline.timex.algebra import Expression, Nearest, Then, rebuilt, within
from dateline.timex.language import Joints
from dateline.timex.tokens import Token
from dateline.timex.unit import said_unit


def joined(
    tokens: Sequence[Token],
    first: tuple[int, int],
    last: tuple[int, int],
    joints: Joints,
    *,
    alike: bool,
) -> bool:
    """Whether two phrases are the ends of one range.

    Without a "from", only ends that are alike are: not in "revised Friday to December's figure".
    "Through" joins any two: "in 2014 through May 2018".
    """
    between = [token.lower for token in tokens[first[1] : last[0]]]
    opener = tokens[first[0] - 1].lower if first[0] else ""
    words = " ".join(between).removeprefix(", ")
    if words in joints.ranges:
        return True
    if words in joints.range_ends:
        return alike or opener in joints.range_ends_after
    return words in joints.range_ends_after.get(opener, ())


def listed(
    tokens: Sequence[Token], spans: Sequence[tuple[int, int]], joints: Joints
) -> Iterator[int]:
    """Which phrases go before the last one of a list, from the end: "March, May and June 2024"."""
    words = joints.lists
    for index in range(len(spans) - 2, -1, -1):
        between = tokens[spans[index][1] : spans[index + 1][0]]
        if " ".join(token.lower for token in between).removeprefix(", ") not in words:
            return
        yield index
        words = joints.lists | {","}


def follows(last: Expression, first: Expression) -> bool:
    """Whether the end of a range is looked for after its beginning, wherever the clause looks.

    "April 9th through 17th" is one April's; but the Thursday of "from Sept. 14 to Thursday" is one
    of this week.
    """
    if said_unit(last) is not said_unit(first):
        return False
    return not _comes_weekly(last) or _comes_weekly(first)


def _comes_weekly(expression: Expression) -> bool:
    return any(
        isinstance(part, Nearest) and part.repeat.cycle is Granularity.WEEK
        for part in within(expression)
    )


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


def readings(first: Timex, last: Timex, now: Interval) -> tuple[Reading, ...]:
    """The stretch that two ends make together, with and without the last."""
    begins, ends = _place(first, now), _place(last, now)
    if begins is None or ends is None:
        return ()
    start, reach, end = begins.start, ends.start, ends.end
    if start is None or reach is None or end is None or not start < reach:
        return ()
    return (
        Reading(Interval(start, end), 0.4, f'the stretch from "{first.text}" on'),
        Reading(Interval(start, reach), 0.3, f'the stretch from "{first.text}" up to it'),
    )


def _place(timex: Timex, now: Interval) -> Interval | None:
    """Where an end lies; "now" is the day of publication."""
    return now if timex.value == "PRESENT_REF" else timex.interval
