"""A day or month that no year is told of: the one at hand, unless its clause says another."""

from dataclasses import replace
from datetime import timedelta

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex.algebra import Expression, Nearest, within
from dateline.timex.calendar import Stretch
from dateline.timex.evaluation import evaluate
from dateline.timex.look import Look
from dateline.timex.settling import turned

# Newspapers name the year of what lies farther off than some months (AP Stylebook, "months").
_NEAR = timedelta(days=62)
# What the clause looks to is doubted only where it lies so much farther off.
_FARTHER = 4


def weighed(expression: Expression, seen: Look, at: Stretch) -> Look:
    """How the clause looks at it; at the nearer side where no verb of its own says otherwise.

    "Told of a cut in September", published in August, is of the September to come; "was arrested
    in September" is of the one before.
    """
    if seen.either:
        return Look(_nearer_side(expression, at), None, seen.happens, near=True)
    if seen.firm:
        return seen
    side = doubted(expression, seen.direction, at)
    return seen if side is None else Look(side, None, seen.happens, firm=False, near=True)


def _nearer_side(expression: Expression, at: Stretch) -> Direction:
    behind, ahead = (
        evaluate(turned(expression, way), at) for way in (Direction.PAST, Direction.FUTURE)
    )
    if behind is None or ahead is None or at.first - behind.first <= ahead.first - at.first:
        return Direction.PAST
    return Direction.FUTURE


def doubted(expression: Expression, side: Direction, at: Stretch) -> Direction | None:
    """The side of a day or month of the year that lies far nearer than that one, else None."""
    named = next((part for part in within(expression) if isinstance(part, Nearest)), None)
    if named is None or not _comes_yearly(named):
        return None
    behind, ahead = (
        evaluate(replace(named, side=way), at) for way in (Direction.PAST, Direction.FUTURE)
    )
    if behind is None or ahead is None:
        return None
    gone, to_come = at.first - behind.beyond, ahead.first - at.beyond
    if side is not Direction.FUTURE:
        near = timedelta(0) <= to_come <= _NEAR and gone >= _FARTHER * to_come
        return Direction.FUTURE if near else None
    # Of a month that is over the next one may well be meant, of a day that is just over hardly.
    is_day = named.repeat.unit is Granularity.DAY
    near = is_day and timedelta(0) <= gone <= _NEAR and to_come >= _FARTHER * gone
    return Direction.PAST if near else None


def _comes_yearly(named: Nearest) -> bool:
    repeat = named.repeat
    return repeat.cycle is Granularity.YEAR and repeat.unit in (Granularity.DAY, Granularity.MONTH)
