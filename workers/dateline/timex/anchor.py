"""What a relative expression is read from: the day of publication, or an earlier timex."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.model.interval import Granularity, Interval
from dateline.model.timex import Anchor, AnchorKind, Dct, Timex, TimexType
from dateline.timex.algebra import (
    Coming,
    Expression,
    Now,
    Past,
    Shift,
    Then,
    This,
    Vague,
    leaves,
    within,
)
from dateline.timex.calendar import FINENESS, unit_of
from dateline.timex.evaluation import anchor_stretch, evaluate, length_of

# An earlier timex farther back than this is not what "two days later" counts from.
_REACH = 4
_ANY = tuple(Granularity)


def of_dct(dct: Dct) -> Anchor:
    """The day of publication."""
    return Anchor(AnchorKind.PUBLICATION, Interval.day(dct.day))


def of_instant(at: datetime) -> Anchor:
    """The minute of publication, as the newsroom's clock showed it."""
    minute = at.replace(second=0, microsecond=0, tzinfo=None)
    return Anchor(AnchorKind.PUBLICATION, Interval(minute, minute + timedelta(minutes=1)))


def of_timex(timex: Timex) -> Anchor:
    """Another timex of the text, which has an interval."""
    if timex.interval is None:
        raise ValueError(f"no anchor without an interval: {timex.id}")
    return Anchor(AnchorKind.TIMEX, timex.interval, timex.id)


def like(before: Anchor, dct: Dct) -> Anchor:
    """The publication anchor of the same fineness, day or minute, on another day."""
    at = origin(dct)
    if at.minute is not None and unit_of(before.interval) is Granularity.MINUTE:
        return at.minute
    return at.day


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is read from: its day, and the minute where that is known."""

    day: Anchor
    minute: Anchor | None


def origin(dct: Dct) -> Origin:
    """Publication; the minute only where it is of the same day in the newsroom's own clock."""
    known = dct.at is not None and dct.at.date() == dct.day
    return Origin(of_dct(dct), of_instant(dct.at) if known and dct.at is not None else None)


def of_dateline(timex: Timex) -> Origin:
    """The day of a dispatch, by its own dateline."""
    return Origin(replace(of_timex(timex), kind=AnchorKind.DATELINE), None)


def choose(
    expression: Expression, earlier: Sequence[Timex], at: Origin
) -> tuple[Expression, Anchor | None]:
    """The anchor an expression needs, None where it needs none, and the expression so anchored.

    "Two days later" counts from the last date before it, "two days ago" from publication.
    """
    rest = leaves(expression)
    if any(isinstance(leaf, Then) for leaf in rest):
        return _then_anchor(expression, earlier, at)
    if any(isinstance(leaf, Now) for leaf in rest):
        return expression, _published(expression, at)
    return expression, None


def _published(expression: Expression, at: Origin) -> Anchor:
    """The day of publication; the minute, where it is known, for what is told by the clock."""
    by_the_clock = any(_is_by_the_clock(part) for part in within(expression))
    return at.minute if by_the_clock and at.minute is not None else at.day


def _is_by_the_clock(part: Expression) -> bool:
    """ "Twenty minutes ago", "the next two hours": counted from the minute, not from the day."""
    if isinstance(part, Past | Coming):
        length = length_of(part.period)
        return length is not None and FINENESS[length[1]] < FINENESS[Granularity.DAYPART]
    return isinstance(part, Shift) and FINENESS[part.unit] < FINENESS[Granularity.DAYPART]


def is_adrift(expression: Expression, at: Anchor | None, here: Origin) -> bool:
    """Whether "two days later" has no date to count from, and would lie after publication."""
    if at != here.day or not any(isinstance(leaf, Then) for leaf in leaves(expression)):
        return False
    if any(isinstance(part, Shift) and _is_by_the_clock(part) for part in within(expression)):
        # "Two hours later" than nothing that is told: on no day that anyone can tell.
        return True
    published = anchor_stretch(at.interval)
    found = evaluate(expression, published)
    return found is not None and found.first >= published.beyond


def _then_anchor(
    expression: Expression, earlier: Sequence[Timex], at: Origin
) -> tuple[Expression, Anchor | None]:
    unit = _counted_unit(expression)
    fine = tuple(other for other in _ANY if unit is None or FINENESS[other] <= FINENESS[unit])
    named = _last(earlier[-_REACH:], fine)
    if named is None and unit is not None and _last(earlier[-_REACH:], _ANY) is not None:
        # "That day", "two days later", where only a year was named: no one can tell which.
        return Vague("PAST_REF"), None
    return expression, named or _published(expression, at)


def _counted_unit(expression: Expression) -> Granularity | None:
    """The unit of "that day", "two days later", which no coarser anchor can give; else None."""
    for part in within(expression):
        if isinstance(part, Shift) and isinstance(part.of, Then):
            return max(part.unit, Granularity.DAY, key=FINENESS.__getitem__)
        if isinstance(part, This) and isinstance(part.of, Then):
            unit = part.repeat.unit
            return unit if unit is part.repeat.cycle else None
    return None


def _last(earlier: Sequence[Timex], units: tuple[Granularity, ...]) -> Anchor | None:
    for timex in reversed(earlier):
        if timex.interval is None or timex.granularity not in units or not _is_point(timex):
            continue
        return of_timex(timex)
    return None


def _is_point(timex: Timex) -> bool:
    interval = timex.interval
    closed = interval is not None and interval.start is not None and interval.end is not None
    return closed and timex.type in (TimexType.DATE, TimexType.TIME)
