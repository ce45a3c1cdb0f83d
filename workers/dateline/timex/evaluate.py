"""Evaluating stored expressions again: the same answer, or one from another anchor.

A timex keeps its meaning unevaluated in `Timex.expression`; that, with its anchor, is all that is
needed to date it anew when the day of publication is corrected. No text, no parser.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model.interval import Granularity
from dateline.model.timex import Anchor, AnchorKind, Dct, Direction, Resolution, Timex, TimexType
from dateline.timex import algebra as a
from dateline.timex import alternatives, anchor, explain
from dateline.timex.calendar import Stretch, whole_day
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.notation import read
from dateline.timex.printing import attributes, edtf, is_approximate

# TimeML's id of the publication.
PUBLICATION = "t0"


def redated(timexes: Iterable[Timex], dct: Dct) -> tuple[Timex, ...]:
    """The timexes of one text, in order, as of another day of publication.

    What was read from publication moves, and what was read from a timex that moved moves with it.
    """
    order = list(timexes)
    found: dict[str, Timex] = {}
    for timex in _anchors_first(order):
        at = _moved_anchor(timex, dct, found)
        origin = whole_day(dct.day) if at is None else anchor_stretch(at.interval)
        expression = read(timex.expression)
        again = evaluated(replace(timex, anchor=at), expression, origin, dct.zone)
        retold = _doubted(timex, _retold(timex, again, expression))
        now = alternatives.present(expression, dct)
        still = retold.alternatives[: len(now)] == now
        found[timex.id] = retold if still else replace(retold, alternatives=now)
    return tuple(found[timex.id] for timex in order)


def _anchors_first(timexes: Iterable[Timex]) -> Iterator[Timex]:
    """The timexes in such an order that each comes after the one it is read from.

    Most are read from one before them; the beginning of a range may be read from its end.
    """
    waiting = {timex.id: timex for timex in timexes}
    while waiting:
        ready: dict[str, None] = {}
        for timex in waiting.values():
            ref = None if timex.anchor is None else timex.anchor.ref
            if ref not in waiting or ref in ready or ref == timex.id:
                ready[timex.id] = None
        # Timexes that only lean on each other are read in their own order.
        for name in list(ready or waiting):
            yield waiting.pop(name)


def _retold(before: Timex, after: Timex, expression: a.Expression) -> Timex:
    """Explained from its new anchor; the other readings were of the old one."""
    if after.interval == before.interval and after.anchor == before.anchor:
        return after
    told = explain.retold(before.explanation, expression, before.anchor, after.anchor)
    other = after.alternatives if after.interval == before.interval else ()
    return replace(after, explanation=told, alternatives=other)


def _moved_anchor(timex: Timex, dct: Dct, earlier: dict[str, Timex]) -> Anchor | None:
    if timex.anchor is None:
        return None
    if timex.anchor.kind is AnchorKind.PUBLICATION:
        return anchor.like(timex.anchor, dct)
    other = earlier.get(timex.anchor.ref or "")
    if other is None or other.interval is None:
        return timex.anchor
    return replace(timex.anchor, interval=other.interval)


def _doubted(before: Timex, after: Timex) -> Timex:
    """A doubt about the order of numbers stays when the day of publication changes."""
    if before.resolution is Resolution.AMBIGUOUS and after.interval is not None:
        return replace(after, resolution=Resolution.AMBIGUOUS)
    return after


def evaluated(timex: Timex, expression: a.Expression, at: Stretch, zone: str | None) -> Timex:
    """The timex with its expression evaluated on its anchor, and printed.

    A time of day without a zone of its own is told in `zone`, the newsroom's.
    """
    stretch = evaluate(expression, at)
    printed = attributes(expression, stretch)
    interval = None if stretch is None else stretch.interval
    approximate = is_approximate(expression)
    begins, ends = _bounds(expression, timex.anchor)
    return replace(
        timex,
        type=printed.type,
        value=printed.value,
        mod=printed.mod,
        quant=printed.quant,
        freq=printed.freq,
        interval=interval,
        granularity=None if stretch is None else stretch.unit,
        resolution=_resolution(expression, stretch, at),
        edtf=edtf(stretch, approximate),
        zone=_zone(expression) or (zone if printed.type is TimexType.TIME else None),
        approximate=approximate,
        begin_point=begins,
        end_point=ends,
        direction=_direction(stretch, timex, at),
    )


def _bounds(expression: a.Expression, at: Anchor | None) -> tuple[str | None, str | None]:
    """The ids of the timexes that a duration begins and ends with; publication is `t0`."""
    ref = None if at is None else at.ref or PUBLICATION
    for part in a.within(expression):
        match part:
            case a.Coming(_, a.Now() | a.Then()) | a.Opening(_, a.Then()):
                return ref, None
            case a.Past(_, a.Now() | a.Then()) | a.Closing(_, a.Then()):
                return None, ref
    return None, None


def _resolution(expression: a.Expression, stretch: Stretch | None, at: Stretch) -> Resolution:
    if stretch is not None:
        return Resolution.RESOLVED
    if not _claims_a_date(expression):
        return Resolution.UNDATED
    if any(isinstance(part, a.In) and _disagrees(part, at) for part in a.within(expression)):
        return Resolution.INCONSISTENT
    return Resolution.IMPOSSIBLE


def _claims_a_date(expression: a.Expression) -> bool:
    undated = a.Period | a.Every | a.Vague | a.Past | a.Coming | a.Opening | a.Closing
    return not any(isinstance(part, undated) for part in a.within(expression))


def _disagrees(part: a.In, at: Stretch) -> bool:
    """A weekday or day beside a date that exists, but is another."""
    inner = evaluate(part.of, at)
    return inner is not None and inner.unit is Granularity.DAY and part.repeat.unit is inner.unit


def _zone(expression: a.Expression) -> str | None:
    return next((part.zone for part in a.within(expression) if isinstance(part, a.Zoned)), None)


def _direction(stretch: Stretch | None, timex: Timex, at: Stretch) -> Direction:
    if stretch is None or timex.anchor is None:
        return Direction.NONE
    if stretch.beyond <= at.first:
        return Direction.PAST
    return Direction.FUTURE if stretch.first >= at.beyond else Direction.SAME
