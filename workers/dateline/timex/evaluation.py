"""Evaluating an expression on an anchor gives a stretch of calendar."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex import algebra as a
from dateline.timex.calendar import FINENESS, Stretch, floor, part, shift, unit_at, unit_of
from dateline.timex.named import stretch_named
from dateline.timex.repeat import Repeat

# Nothing has more occurrences in anything than days in a century.
_MANY = 36_525

_PERIOD = re.compile(
    r"P(?:(?P<n>\d{1,9}(?:\.\d{1,3})?)(?P<unit>[YMWDQEC]))$"
    r"|PT(?:(?P<clock>\d{1,9}(?:\.\d{1,3})?)(?P<small>[HMS]))$"
)
_LETTERS = {
    "Y": (Granularity.YEAR, 1),
    "M": (Granularity.MONTH, 1),
    "W": (Granularity.WEEK, 1),
    "D": (Granularity.DAY, 1),
    "Q": (Granularity.QUARTER, 1),
    "E": (Granularity.DECADE, 1),
    "C": (Granularity.CENTURY, 1),
}
_CLOCK_UNITS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)
_SMALL = {"H": Granularity.HOUR, "M": Granularity.MINUTE, "S": Granularity.SECOND}


def evaluate(expression: a.Expression, anchor: Stretch) -> Stretch | None:
    """The stretch that the expression points to from the anchor.

    None where it points to none: a duration, a set, "recently", 30 February, or a day beyond the
    calendar.
    """
    try:
        return _evaluate(expression, anchor)
    except (OverflowError, ValueError):
        return None


def _evaluate(expression: a.Expression, anchor: Stretch) -> Stretch | None:
    return _EVALUATORS[type(expression)](expression, anchor)


def length_of(period: a.Period) -> tuple[float, Granularity] | None:
    """A period as a number of one unit, None where it has no number or several units."""
    found = _PERIOD.match(period.value)
    if found is None:
        return None
    if found["unit"]:
        unit, times = _LETTERS[found["unit"]]
        return float(found["n"]) * times, unit
    return float(found["clock"]), _SMALL[found["small"]]


def _anchor(_expression: a.Expression, anchor: Stretch) -> Stretch:
    return anchor


def _nowhere(_expression: a.Expression, _anchor: Stretch) -> None:
    return None


def _at(expression: a.At, _anchor: Stretch) -> Stretch | None:
    return stretch_named(expression.name)


def _this(expression: a.This, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    moment = of.first
    return next(
        (x for x in expression.repeat.onward(moment) if _same_cycle(x, moment, expression)), None
    )


def _same_cycle(found: Stretch, moment: datetime, expression: a.This) -> bool:
    repeat = expression.repeat
    if repeat.unit is repeat.cycle:
        return found.covers(moment)
    cycle = unit_at(moment, repeat.cycle)
    return cycle.covers(found.first)


def _last(expression: a.Last, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    return next((x for x in expression.repeat.backward(of.first) if x.beyond <= of.first), None)


def _next(expression: a.Next, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    # A clock time or a daypart after the anchor day's own would skip a day.
    return next((x for x in expression.repeat.onward(of.first) if x.first >= of.beyond), None)


def _nearest(expression: a.Nearest, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    moment, repeat = of.first, expression.repeat
    if expression.side is Direction.FUTURE:
        return next((x for x in repeat.onward(moment) if x.beyond > moment), None)
    return next((x for x in repeat.backward(moment) if x.first < of.beyond), None)


def _in(expression: a.In, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    if expression.repeat.cycle is Granularity.DAY and of.unit is Granularity.DAY:
        return expression.repeat.within(of.first)
    return next(_occurrences(expression.repeat, of), None)


def _occurrences(repeat: Repeat, of: Stretch) -> Iterator[Stretch]:
    for found in repeat.onward(of.first):
        if found.first >= of.beyond:
            return
        if found.first >= of.first:
            yield found


def _nth(expression: a.Nth, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    repeat = expression.repeat
    unit = repeat.unit
    if unit is repeat.cycle and unit not in (Granularity.WEEK, Granularity.WEEKEND):
        if expression.count > 0:
            found = unit_at(shift(of.first, unit, expression.count - 1), unit)
        else:
            found = unit_at(shift(of.beyond, unit, expression.count), unit)
        return found if of.covers(found.first) else None
    if unit is Granularity.WEEK:
        return _nth_week(expression.count, of)
    found_all = list(islice(_steps(repeat, of), _MANY))
    index = expression.count - 1 if expression.count > 0 else expression.count
    return found_all[index] if -len(found_all) <= index < len(found_all) else None


def _steps(repeat: Repeat, of: Stretch) -> Iterator[Stretch]:
    found = next(_occurrences(repeat, of), None)
    while found is not None and found.first < of.beyond:
        yield found
        after = found.beyond
        found = next((x for x in repeat.onward(after) if x.first >= after), None)


def _nth_week(count: int, of: Stretch) -> Stretch | None:
    # ISO: a week belongs to the stretch that holds its Thursday.
    if count > 0:
        thursday = next(_occurrences(Repeat("thursday"), of)).first
        week = unit_at(shift(thursday, Granularity.WEEK, count - 1), Granularity.WEEK)
    else:
        before = of.beyond
        thursday = next(x.first for x in Repeat("thursday").backward(before) if x.first < before)
        week = unit_at(shift(thursday, Granularity.WEEK, count + 1), Granularity.WEEK)
    return week if week.beyond > of.first and week.first < of.beyond else None


def _shift(expression: a.Shift, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None:
        return None
    unit = expression.unit
    if FINENESS[expression.unit] < FINENESS[Granularity.DAYPART] <= FINENESS[of.unit]:
        # "An hour later" than a day is, as far as anyone can tell, that day.
        return of
    if (
        FINENESS[of.unit] > FINENESS[Granularity.DAY]
        and FINENESS[expression.unit] < FINENESS[of.unit]
    ):
        # "Two days later" than a month: the days are counted from its end.
        return unit_at(
            shift(of.beyond, expression.unit, expression.count - (expression.count > 0)), unit
        )
    start = shift(of.first, expression.unit, expression.count)
    return unit_at(start, unit)


def _moved(expression: a.Moved, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return (
        None if of is None else unit_at(shift(of.first, expression.unit, expression.count), of.unit)
    )


def _amount(period: a.Period) -> tuple[float, Granularity] | None:
    return length_of(period)


def _past(expression: a.Past, anchor: Stretch) -> Stretch | None:
    of, amount = _evaluate(expression.of, anchor), _amount(expression.period)
    if of is None or amount is None:
        return None
    if _is_lost_in(of, amount):
        return of
    end = _edge(of.first, amount[1])
    return Stretch(shift(end, amount[1], -amount[0]), end, amount[1])


def _is_lost_in(of: Stretch, amount: tuple[float, Granularity]) -> bool:
    """Two hours from some day are, as far as anyone can tell, that day."""
    few = amount[1] in _CLOCK_UNITS and shift(of.first, amount[1], amount[0]) < of.beyond
    return few and of.unit is Granularity.DAY


def _edge(moment: datetime, unit: Granularity) -> datetime:
    """Quarters are counted whole: the past two are those that are over."""
    return floor(moment, unit) if unit is Granularity.QUARTER else moment


def _next_edge(moment: datetime, unit: Granularity) -> datetime:
    edge = _edge(moment, unit)
    return edge if edge == moment else shift(edge, unit, 1)


def _coming(expression: a.Coming, anchor: Stretch) -> Stretch | None:
    of, amount = _evaluate(expression.of, anchor), _amount(expression.period)
    if of is None or amount is None:
        return None
    if _is_lost_in(of, amount):
        return of
    start = of.first if of.unit in _CLOCK_UNITS else _next_edge(of.beyond, amount[1])
    return Stretch(start, shift(start, amount[1], amount[0]), amount[1])


def _opening(expression: a.Opening, anchor: Stretch) -> Stretch | None:
    of, amount = _evaluate(expression.of, anchor), _amount(expression.period)
    if of is None or amount is None:
        return None
    start = of.first
    if amount[1] is Granularity.WEEK and FINENESS[of.unit] > FINENESS[Granularity.WEEK]:
        week = _nth_week(1, of)
        start = of.first if week is None else week.first
    return Stretch(start, shift(start, amount[1], amount[0]), amount[1])


def _closing(expression: a.Closing, anchor: Stretch) -> Stretch | None:
    of, amount = _evaluate(expression.of, anchor), _amount(expression.period)
    if of is None or amount is None:
        return None
    end = of.beyond
    if amount[1] is Granularity.WEEK and FINENESS[of.unit] > FINENESS[Granularity.WEEK]:
        week = _nth_week(-1, of)
        end = of.beyond if week is None else week.beyond
    return Stretch(shift(end, amount[1], -amount[0]), end, amount[1])


def _part(expression: a.Part, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return None if of is None else part(of, expression.which)


def _elapsed(expression: a.Elapsed, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None or not of.covers(anchor.first):
        return of
    # Earlier than today, unless it begins today.
    end = anchor.beyond if of.first == anchor.first else anchor.first
    return Stretch(of.first, end, of.unit)


def _rest(expression: a.Rest, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    if of is None or not of.covers(anchor.first):
        return of
    # Later than today, unless it ends today.
    start = anchor.first if anchor.beyond >= of.beyond else anchor.beyond
    return Stretch(start, of.beyond, of.unit)


def _between(expression: a.Between, anchor: Stretch) -> Stretch | None:
    first, last = _evaluate(expression.first, anchor), _evaluate(expression.last, anchor)
    if first is None or last is None or first.first >= last.beyond:
        return None
    return Stretch(first.start, last.end, last.unit)


def _since(expression: a.Since, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return None if of is None else Stretch(of.start, None, of.unit)


def _until(expression: a.Until, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return None if of is None else Stretch(None, of.end, of.unit)


def _before(expression: a.Before, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return None if of is None else Stretch(None, of.first, of.unit)


def _after(expression: a.After, anchor: Stretch) -> Stretch | None:
    of = _evaluate(expression.of, anchor)
    return None if of is None else Stretch(of.beyond, None, of.unit)


def _inner(expression: a.Mod | a.Zoned, anchor: Stretch) -> Stretch | None:
    return _evaluate(expression.of, anchor)


_EVALUATORS: dict[type, Callable[[Any, Stretch], Stretch | None]] = {
    a.Now: _anchor,
    a.Then: _anchor,
    a.At: _at,
    a.Period: _nowhere,
    a.This: _this,
    a.Last: _last,
    a.Next: _next,
    a.Nearest: _nearest,
    a.In: _in,
    a.Nth: _nth,
    a.Shift: _shift,
    a.Moved: _moved,
    a.Past: _past,
    a.Coming: _coming,
    a.Opening: _opening,
    a.Closing: _closing,
    a.Part: _part,
    a.Elapsed: _elapsed,
    a.Rest: _rest,
    a.Between: _between,
    a.Since: _since,
    a.Until: _until,
    a.Before: _before,
    a.After: _after,
    a.Every: _nowhere,
    a.Vague: _nowhere,
    # Until one is chosen, the month comes first.
    a.Either: lambda expression, anchor: _evaluate(expression.month_first, anchor),
    a.Zoned: _inner,
    a.Mod: _inner,
}


def anchor_stretch(interval: Any) -> Stretch:
    """An anchor's interval with the unit it is exactly one of."""
    return Stretch(interval.start, interval.end, unit_of(interval))
