"""Other readings of a phrase, each with its reason, for whoever wants to doubt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.model.interval import Granularity, Interval
from dateline.model.timex import Dct, Direction, Reading
from dateline.timex import nearness, slips
from dateline.timex.algebra import (
    After,
    Before,
    Between,
    Expression,
    In,
    Moved,
    Nearest,
    Next,
    Now,
    Part,
    Shift,
    Since,
    Until,
    Vague,
    rebuilt,
    within,
)
from dateline.timex.calendar import FINENESS, Stretch
from dateline.timex.evaluation import evaluate
from dateline.timex.language import Opening
from dateline.timex.look import Look
from dateline.timex.repeat import Repeat


@dataclass(frozen=True, slots=True)
class Best:
    """The reading that was chosen: its expression, where from, and how the clause looks."""

    expression: Expression
    at: Stretch
    seen: Look


def present(expression: Expression, dct: Dct) -> tuple[Reading, ...]:
    """ "Now" has no place of its own; it may be the time of publication."""
    if expression != Vague("PRESENT_REF"):
        return ()
    if dct.at is None or dct.at.date() != dct.day:
        return (Reading(Interval.day(dct.day), 0.5, "the day of publication"),)
    moment = dct.at.replace(microsecond=0, tzinfo=None)
    second = Interval(moment, moment + timedelta(seconds=1))
    return (Reading(second, 0.5, "the moment of publication"),)


def of(
    chosen: Best, dct: Dct, other: Expression | None, opening: tuple[str, Opening] | None
) -> tuple[Reading, ...]:
    """The readings beside the best one.

    `other` is the one with day and month the other way round, `opening` the words beside the
    phrase, and how they make a stretch of it: "since August", "August or later".
    """
    expression, at, seen = chosen.expression, chosen.at, chosen.seen
    best = evaluate(expression, at)
    if best is None:
        return present(expression, dct)
    found: list[Reading] = []
    if other is not None:
        _add(found, evaluate(other, at), 0.45, "with the day and the month the other way round")
    if opening is not None and not any(isinstance(part, Between) for part in within(expression)):
        said, opens = opening
        _add(found, evaluate(_OPENED[opens](expression), at), 0.4, f'"{said}": {opens}')
    for slip in slips.readings(expression, dct):
        _add(found, evaluate(slip.expression, at), slip.confidence, slip.why)
    for look in _LOOKS:
        doubt = look(expression, at, seen)
        if doubt is not None:
            _add(found, evaluate(doubt[0], at), doubt[1], doubt[2])
    return tuple(reading for reading in found if reading.interval != best.interval)


def _after(expression: Expression) -> Expression:
    """After a clock time is from it on; after the beginning of March, from March on."""
    match expression:
        case Part(0, of):
            return Since(of)
        case In(repeat, _) if repeat.name.startswith("at-"):
            return Since(expression)
        case _:
            return After(expression)


def _before(expression: Expression) -> Expression:
    """Before the end of the year is any time up to it."""
    match expression:
        case Part(2, of):
            return Until(of)
        case _:
            return Before(expression)


_OPENED: dict[Opening, Callable[[Expression], Expression]] = {
    Opening.FROM: Since,
    Opening.LATER: _after,
    Opening.EARLIER: _before,
    Opening.UP_TO: Until,
    Opening.AT_LATEST: Until,
}
_Doubt = tuple[Expression, float, str] | None


def _add(found: list[Reading], stretch: Stretch | None, confidence: float, why: str) -> None:
    if stretch is not None and stretch.interval not in [reading.interval for reading in found]:
        found.append(Reading(stretch.interval, confidence, why))


def _coming(expression: Expression, _at: Stretch, _seen: Look) -> _Doubt:
    """ "Next Friday" may be the coming one."""
    match expression:
        case In(repeat, Next(week, Now())) if week == Repeat("week") and repeat.unit is _DAY:
            return Next(repeat, Now()), 0.35, f"the coming {repeat.name.capitalize()}"
        case Next(repeat, Now()) if repeat.unit is not repeat.cycle and repeat.cycle is _YEAR:
            later = Next(repeat, Next(repeat, Now()))
            return later, 0.25, "the one after the coming one"
        case _:
            return None


def _a_week_on(expression: Expression, at: Stretch, seen: Look) -> _Doubt:
    """The publication day's own weekday is that day; with a cue ahead, maybe the next."""
    if isinstance(expression, Nearest) and expression.repeat.cycle is Granularity.WEEK:
        found = evaluate(expression, at)
        if seen.direction is Direction.FUTURE and found is not None and found.covers(at.first):
            return Next(expression.repeat, expression.of), 0.3, "a week later, since it looks ahead"
    return None


def _to_the_day(expression: Expression, _at: Stretch, _seen: Look) -> _Doubt:
    """ "Two months ago" counted to the day."""

    def counted(inner: Expression) -> Expression | None:
        if isinstance(inner, Shift) and FINENESS[inner.unit] > FINENESS[_DAY]:
            return Moved(inner.of, inner.count, inner.unit)
        return None

    exact = rebuilt(expression, counted)
    return None if exact == expression else (exact, 0.3, "counted to the day")


def _unguided(expression: Expression, _at: Stretch, seen: Look) -> _Doubt:
    """Nothing in the clause points: the other side is as good as not excluded."""
    ahead = _turned(expression, Direction.FUTURE)
    if seen.direction is not Direction.NONE or ahead == expression:
        return None
    return ahead, 0.25, "nothing in its clause points back or ahead"


def _farther(expression: Expression, _at: Stretch, seen: Look) -> _Doubt:
    """The nearer one was chosen: the clause may mean the other."""
    other = Direction.PAST if seen.direction is Direction.FUTURE else Direction.FUTURE
    return (_turned(expression, other), 0.3, "the one farther off") if seen.near else None


def _nearer(expression: Expression, at: Stretch, seen: Look) -> _Doubt:
    """The clause points so far off that it may have been misread, or its writer mistaken."""
    side = None if seen.near else nearness.doubted(expression, seen.direction, at)
    return None if side is None else (_turned(expression, side), 0.3, "far the nearer one")


def _turned(expression: Expression, side: Direction) -> Expression:
    def turn(inner: Expression) -> Expression | None:
        return replace(inner, side=side) if isinstance(inner, Nearest) else None

    return rebuilt(expression, turn)


_DAY, _YEAR = Granularity.DAY, Granularity.YEAR
_LOOKS: tuple[Callable[[Expression, Stretch, Look], _Doubt], ...] = (
    _coming,
    _a_week_on,
    _to_the_day,
    _unguided,
    _farther,
    _nearer,
)
