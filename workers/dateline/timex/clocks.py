"""Clock times and dayparts that name no day of their own, and the day they are of."""

from collections.abc import Sequence
from datetime import timedelta

from dateline.model.interval import Granularity
from dateline.model.timex import Anchor, Dct, Direction, Timex, TimexType
from dateline.timex.algebra import Expression, In, Now, Shift, Then, This, Zoned, rebuilt, within
from dateline.timex.calendar import Stretch, midnight, whole_day
from dateline.timex.chart import Node
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.language import Joints
from dateline.timex.look import Look
from dateline.timex.notation import read
from dateline.timex.repeat import Repeat
from dateline.timex.tokens import Kind, Token

_BARE = frozenset({"clock time", "clock time in a zone", "in the daypart", "hour of a daypart"})
_NIGHTS, _OVERNIGHT = frozenset({"during the night"}), frozenset({"overnight"})
_ABOUT = "about a clock time"
_OF_A_DAY = (Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE)
# So many tokens on, a story is still told of the day it named; without a verb to tell, so many.
_REACH, _NEAR = 60, 25
# The second of two clock times stands at most so many words on.
_JOINT = 8
# No paper of the same day tells what is to come before.
_DAYBREAK, _NOON = timedelta(hours=6), timedelta(hours=12)
_SAME_DAY = This(Repeat("day"), Then())


def is_bare(node: Node) -> bool:
    """Whether the phrase tells a time of whatever day is told of."""
    if node.rule_name == _ABOUT:
        return any(is_bare(child) for child in node.children)
    return node.rule_name in _BARE or node.rule_name in _NIGHTS


def named_day(
    tokens: Sequence[Token],
    start: int,
    seen: Look,
    earlier: Sequence[tuple[Timex, int]],
    dct: Dct,
) -> Timex | None:
    """The earlier timex whose day a bare time at token `start` is of, None where there is none.

    `earlier` are those just before it, each with the token after it. Amounts of time in between
    change no day.
    """
    for timex, end in reversed(earlier):
        if start - end > _REACH:
            return None
        if timex.granularity in _OF_A_DAY and timex.type is not TimexType.DURATION:
            near = _is_near(tokens, end, start) and not seen.firm
            return timex if near or _agrees(timex, seen, dct) else None
        if timex.type is TimexType.DATE and timex.interval is not None:
            # Another month, another year: the story has moved on.
            return None
    return None


def _is_near(tokens: Sequence[Token], end: int, start: int) -> bool:
    between = tokens[end : start + 1]
    return len(between) <= _NEAR and not any(token.paragraph for token in between)


def _agrees(timex: Timex, seen: Look, dct: Dct) -> bool:
    """Whether the clause looks to the side on which that day lies."""
    interval = timex.interval
    if interval is None or interval.earliest is None:
        return False
    if seen.direction is Direction.PAST:
        return interval.earliest <= dct.day
    return seen.direction is Direction.FUTURE and interval.earliest >= dct.day


def is_day_before(timex: Timex, at: Anchor) -> bool:
    """Whether it names a day, or a time of one, before the anchor's."""
    interval = timex.interval
    if timex.type is TimexType.DURATION or timex.granularity not in _OF_A_DAY or interval is None:
        return False
    return anchor_stretch(interval).beyond <= anchor_stretch(at.interval).first


def on_day_of(expression: Expression, timex: Timex) -> Expression:
    """The expression read from the day of an earlier timex instead of from publication."""
    if timex.granularity is Granularity.DAY:
        return rebuilt(expression, _then)
    return rebuilt(expression, _day_of_then)


def _then(inner: Expression) -> Expression | None:
    return Then() if isinstance(inner, Now) else None


def _day_of_then(inner: Expression) -> Expression | None:
    return _SAME_DAY if isinstance(inner, Now) else None


def later(expression: Expression, first: Stretch) -> Expression:
    """The end of a range that began at that time: "10 p.m. to 5 a.m." ends on the next day."""
    found = evaluate(expression, first)
    if found is None or found.first > first.first:
        return expression
    return rebuilt(expression, _next_day)


def _next_day(inner: Expression) -> Expression | None:
    return Shift(_SAME_DAY, 1, Granularity.DAY) if inner == _SAME_DAY else None


def day_behind(timex: Timex, between: Sequence[Token], joints: Joints) -> Expression | None:
    """The day that a clock time has from the timex behind it, None where it has none from there.

    `between` are the tokens between the two: "10:35 a.m. (0735 GMT) Friday".
    """
    told = read(timex.expression)
    if timex.granularity is Granularity.DAY:
        return told if _tells_a_place(between, joints) else None
    return _day_of(told) if _goes_on(between, joints) else None


def _day_of(time: Expression) -> Expression | None:
    told = next((part for part in within(time) if isinstance(part, In)), None)
    if told is None or told.repeat.cycle is not Granularity.DAY:
        return None
    return None if isinstance(told.of, Now | Then) else told.of


def _goes_on(between: Sequence[Token], joints: Joints) -> bool:
    words = [token.text for token in between]
    if not words or "." in words or any(token.paragraph for token in between):
        return False
    return len(words) <= _JOINT and words[0] in joints.clocks


def _tells_a_place(between: Sequence[Token], joints: Joints) -> bool:
    """ "At 6 p.m. in Dhaka on Sunday"."""
    words = [token.text for token in between]
    if not 1 < len(words) <= _JOINT or any(token.kind is not Kind.WORD for token in between):
        return False
    return words[0] in joints.places and words[-1] in joints.days


def on(expression: Expression, day: Expression) -> Expression:
    """A bare time, told of a day that is only named after it."""
    return rebuilt(expression, lambda inner: day if isinstance(inner, Now) else None)


def coming(expression: Expression, node: Node, seen: Look, dct: Dct) -> Expression:
    """What is to be at an hour that is over is to be on the next day, in a night on this one.

    Where the hour of publication is not known, the morning is over and what is later is not.
    """
    if seen.direction is not Direction.FUTURE:
        return expression
    if node.rule_name in _NIGHTS | _OVERNIGHT:
        return rebuilt(expression, _tonight)
    return (
        rebuilt(expression, _tomorrow)
        if is_bare(node) and _is_over(expression, dct)
        else expression
    )


def _is_over(expression: Expression, dct: Dct) -> bool:
    time = evaluate(expression, whole_day(dct.day))
    if time is None or isinstance(expression, Zoned):
        # What the newsroom's clock showed says nothing of another zone's.
        return False
    by = time.beyond if time.unit is Granularity.DAYPART else time.first
    if dct.at is not None and dct.at.date() == dct.day:
        return by <= dct.at.replace(tzinfo=None)
    return by <= midnight(dct.day) + (_NOON if time.unit is Granularity.DAYPART else _DAYBREAK)


def _tomorrow(inner: Expression) -> Expression | None:
    return Shift(Now(), 1, Granularity.DAY) if isinstance(inner, Now) else None


def _tonight(inner: Expression) -> Expression | None:
    return Now() if inner == Shift(Now(), -1, Granularity.DAY) else None
