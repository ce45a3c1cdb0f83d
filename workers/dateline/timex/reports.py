"""What a business report is about: the period it gives figures for, and what it compares with.

A report names its quarter once and speaks of it for many lines. "Rose from $2 million a year ago"
is said of that quarter one year back; after "for the nine months", of the year before.
"""

from collections.abc import Sequence

from dateline.model.interval import Granularity
from dateline.model.timex import Anchor, AnchorKind, Direction, Timex, TimexType
from dateline.timex.algebra import (
    At,
    Expression,
    Last,
    Moved,
    Now,
    Shift,
    Then,
    This,
    rebuilt,
    within,
)
from dateline.timex.anchor import of_timex
from dateline.timex.calendar import Stretch, unit_of
from dateline.timex.evaluation import anchor_stretch
from dateline.timex.look import Look
from dateline.timex.repeat import Repeat

_REACH = 12
# A month is what is reported on only where it has just been named.
_MONTH_REACH = 3
_PERIODS = (Granularity.QUARTER, Granularity.HALF)
_QUARTER = This(Repeat("quarter"), Then())
_A_YEAR_BACK = Shift(Then(), -1, Granularity.YEAR)
# Rules that speak of the period at hand by another word, and those that name a longer one.
_AGAIN = frozenset({"the quarter at hand", "the same quarter", "the latest period"})
_LONG = frozenset({"the span", "first units", "first units of it", "the unit that ended"})
_TOLD_YEARS = frozenset({"the whole year", "the year at hand"})
_THIS_YEAR = This(Repeat("year"), Now())
# Until the end of this month a year's figures are those of the year before.
_YOUNG = 3
_YEARS = frozenset({"fiscal year", "the whole year", "the year at hand", "the current fiscal year"})


def anchored(
    expression: Expression, earlier: Sequence[Timex], now: Anchor, compares: bool
) -> tuple[Expression, Anchor] | None:
    """The expression read from the period that the report is about, and that period.

    None where it speaks of no report. A quarter that nothing names is the one that has ended last.
    """
    of_quarter = _QUARTER in within(expression)
    if _is_ended_quarter(expression):
        return _fiscal(earlier[-_REACH:])
    if not compares and not of_quarter:
        return None
    reach = _reported(earlier[-_REACH:], anchor_stretch(now.interval))
    told = _compared(expression, reach, now) if compares else None
    if told is not None or not of_quarter:
        return told
    named = next((timex for timex in reversed(reach) if _is_quarter(timex)), None)
    if named is not None:
        return expression, of_timex(named)
    return rebuilt(expression, _last_quarter), now


def told(expression: Expression, rule: str, seen: Look, now: Anchor) -> Expression:
    """The year that figures are told of: not one that has hardly begun.

    "For the full year, it earned $3 million", in February, is of the year before.
    """
    first = now.interval.earliest
    young = first is not None and first.month <= _YOUNG
    over = seen.direction is Direction.PAST and rule in _TOLD_YEARS and young
    return Last(Repeat("year"), Now()) if over and expression == _THIS_YEAR else expression


def _is_ended_quarter(expression: Expression) -> bool:
    """ "The quarter ended Sept. 30", by the days before that one."""
    return (
        isinstance(expression, This)
        and expression.repeat == _QUARTER.repeat
        and isinstance(expression.of, Moved)
    )


def _fiscal(reach: Sequence[Timex]) -> tuple[Expression, Anchor] | None:
    """The fiscal quarter that the text has just named: another name for it would be another one."""
    named = next((timex for timex in reversed(reach) if _is_quarter(timex)), None)
    fiscal = named is not None and "fiscal" in named.text.lower()
    return (_QUARTER, of_timex(named)) if named is not None and fiscal else None


def _reported(reach: Sequence[Timex], now: Stretch) -> list[Timex]:
    """The timexes without the quarters of which nothing can have been reported yet.

    One that is still running is reported on only where the text names no other: it is fiscal.
    """
    over = any(_is_quarter(timex) and _stretch(timex).beyond <= now.beyond for timex in reach)

    def is_to_come(timex: Timex) -> bool:
        stretch = _stretch(timex)
        return stretch.first > now.first or (over and stretch.beyond > now.beyond)

    return [timex for timex in reach if not (_is_quarter(timex) and is_to_come(timex))]


def _compared(
    expression: Expression, reach: Sequence[Timex], now: Anchor
) -> tuple[Expression, Anchor] | None:
    """A year earlier than a third quarter is a third quarter; than nine months, a year."""
    index = next((at for at in reversed(range(len(reach))) if _is_told(reach, at)), None)
    if index is None:
        return None
    focus = reach[index]
    if _is_period(focus):
        return Moved(Then(), _years(expression, focus), Granularity.YEAR), of_timex(focus)
    if isinstance(expression, At):
        return None
    if focus.rule in _YEARS:
        return _A_YEAR_BACK, of_timex(focus)
    ended = next((timex for timex in reach[index:] if timex.id == focus.end_point), None)
    if ended is not None and ended.interval is not None:
        # "The year ended March 31" is told by the day it ended on.
        return _A_YEAR_BACK, of_timex(ended)
    return Shift(Now(), -1, Granularity.YEAR), now


def _years(expression: Expression, focus: Timex) -> int:
    """How many years on from the period: to the year that is named, else one back."""
    if isinstance(expression, At):
        return int(expression.name) - _stretch(focus).first.year
    return -1


def _is_told(reach: Sequence[Timex], at: int) -> bool:
    """Whether a report says of this timex that its figures are of it."""
    timex = reach[at]
    if timex.rule in _LONG:
        return timex.type is TimexType.DURATION and timex.value[-1] in "MWY"
    if timex.rule in _YEARS:
        return timex.interval is not None
    is_month = timex.granularity is Granularity.MONTH and len(reach) - at <= _MONTH_REACH
    return (is_month and _is_named(timex)) or _is_quarter(timex)


def _is_quarter(timex: Timex) -> bool:
    return timex.granularity in _PERIODS and _is_named(timex)


def _is_named(timex: Timex) -> bool:
    """Whether it is a date of its own, not one that was itself only compared with."""
    if timex.type is not TimexType.DATE or timex.interval is None:
        return False
    own = timex.anchor is None or timex.anchor.kind is not AnchorKind.TIMEX
    return own or timex.rule in _AGAIN


def _is_period(timex: Timex) -> bool:
    """Whether it is a stretch that comes round: not a year, not nine months."""
    interval = timex.interval
    return interval is not None and unit_of(interval) in (*_PERIODS, Granularity.MONTH)


def _stretch(timex: Timex) -> Stretch:
    return anchor_stretch(of_timex(timex).interval)


def _last_quarter(inner: Expression) -> Expression | None:
    return Last(Repeat("quarter"), Now()) if inner == _QUARTER else None
