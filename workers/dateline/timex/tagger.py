"""From a text to its timexes, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.article import TextWarning
from dateline.model.interval import Granularity
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Direction, Resolution, Timex, TimexType
from dateline.timex import algebra as a
from dateline.timex import anchor, doubt, explain
from dateline.timex.calendar import Stretch, whole_day
from dateline.timex.chart import Node, candidates
from dateline.timex.direction import Look, look
from dateline.timex.english.grammar import TREE
from dateline.timex.english.terminals import meanings
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.notation import write
from dateline.timex.printing import attributes, edtf, is_approximate
from dateline.timex.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Tagged:
    """Everything temporal in a text: its timexes in order, and what looks wrong."""

    timexes: tuple[Timex, ...]
    warnings: tuple[TextWarning, ...]


def tag(text: str, dct: Dct) -> Tagged:
    """The timexes of a text published on that day.

    >>> from datetime import date
    >>> found = tag("Starmer is expected to meet with Trump on Thursday.", Dct(date(2025, 2, 26)))
    >>> found.timexes[0].value
    '2025-02-27'
    """
    tokens = tokenise(text)
    timexes: list[Timex] = []
    for node in found_in(tokens):
        timexes.append(_timex(text, tokens, node, timexes, dct))
    return Tagged(tuple(timexes), doubt.scrambled(tokens))


def found_in(tokens: Sequence[Token]) -> Iterator[Node]:
    """The candidates that are timexes: the longest at each place, left to right, no traps."""
    found = candidates([token.lower for token in tokens], meanings(tokens), TREE)
    at = 0
    while at < len(tokens):
        node = next((node for node in found[at] if not doubt.is_trap(tokens, node)), None)
        if node is None:
            at += 1
        else:
            yield node
            at = node.span[1]


def _timex(
    text: str, tokens: Sequence[Token], node: Node, earlier: Sequence[Timex], dct: Dct
) -> Timex:
    start, end = node.span
    span = Span(tokens[start].start, tokens[end - 1].end)
    seen = look(tokens, start, end)
    expression = settle(node.meaning, seen.direction)
    rule = node.rule.name if node.rule is not None else ""
    blank = Timex(
        id=f"t{len(earlier) + 1}",
        span=span,
        text=span.of(text),
        type=TimexType.DATE,
        value="",
        interval=None,
        granularity=None,
        resolution=Resolution.UNDATED,
        rule=rule,
        explanation="",
        expression=write(expression),
        anchor=anchor.choose(expression, earlier, dct),
    )
    return dated(blank, expression, dct, seen)


def settle(expression: a.Expression, side: Direction) -> a.Expression:
    """The expression with its open choices made: past where nothing points."""
    if isinstance(expression, a.Nearest) and expression.side is Direction.NONE:
        chosen = Direction.PAST if side is Direction.NONE else side
        return replace(expression, side=chosen, of=settle(expression.of, side))
    if isinstance(expression, a.Between):
        return a.Between(settle(expression.first, side), settle(expression.last, side))
    if a.parts(expression):
        return replace(expression, of=settle(a.parts(expression)[0], side))  # type: ignore[arg-type]  # all but the leaves have an `of`
    return expression


def dated(timex: Timex, expression: a.Expression, dct: Dct, seen: Look) -> Timex:
    """The timex with its expression evaluated on its anchor, and printed."""
    at = anchor_stretch(timex.anchor.interval) if timex.anchor is not None else whole_day(dct.day)
    stretch = evaluate(expression, at)
    printed = attributes(expression, stretch)
    interval = None if stretch is None else stretch.interval
    approximate = is_approximate(expression)
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
        explanation=explain.sentence(timex.rule, seen.cue, expression, timex.anchor),
        edtf=edtf(interval, approximate),
        zone=_zone(expression, dct),
        approximate=approximate,
        direction=_direction(stretch, timex, at),
    )


def _resolution(expression: a.Expression, stretch: Stretch | None, at: Stretch) -> Resolution:
    if stretch is not None:
        return Resolution.RESOLVED
    if any(isinstance(leaf, a.Period | a.Every | a.Vague) for leaf in a.leaves(expression)):
        return Resolution.UNDATED
    if isinstance(expression, a.Past | a.Coming | a.Opening | a.Closing):
        return Resolution.UNDATED
    if isinstance(expression, a.In) and expression.repeat.unit is Granularity.DAY:
        inner = evaluate(expression.of, at)
        if inner is not None and inner.unit is Granularity.DAY:
            return Resolution.INCONSISTENT
    return Resolution.IMPOSSIBLE


def _zone(expression: a.Expression, dct: Dct) -> str | None:
    if isinstance(expression, a.Zoned):
        return expression.zone
    inner = a.parts(expression)
    return _zone(inner[0], dct) if inner else None


def _direction(stretch: Stretch | None, timex: Timex, at: Stretch) -> Direction:
    if stretch is None or timex.anchor is None:
        return Direction.NONE
    if stretch.beyond <= at.first:
        return Direction.PAST
    return Direction.FUTURE if stretch.first >= at.beyond else Direction.SAME
