"""From a text to its timexes, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.article import TextWarning
from dateline.model.interval import Granularity
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Direction, Resolution, Timex, TimexType
from dateline.timex import algebra as a
from dateline.timex import alternatives, anchor, doubt, explain, scrambled, settling
from dateline.timex.calendar import Stretch, whole_day
from dateline.timex.chart import Node, candidates
from dateline.timex.direction import Look, compares, look
from dateline.timex.english.grammar import TREE
from dateline.timex.english.terminals import meanings
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.notation import write
from dateline.timex.printing import attributes, edtf, is_approximate
from dateline.timex.tokens import Token, tokenise

# How sure a reading is of itself, by what decided it.
_CERTAIN, _POINTED, _UNGUIDED, _AMBIGUOUS = 0.98, 0.9, 0.7, 0.5


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
    reader = _Reader(text, tokens, dct)
    for node in found_in(tokens):
        reader.read(node)
    return Tagged(tuple(reader.timexes), scrambled.warnings(tokens))


def found_in(tokens: Sequence[Token]) -> Iterator[Node]:
    """The candidates that are timexes: the longest at each place, left to right, no traps."""
    found = candidates(
        [token.lower for token in tokens],
        meanings(tokens),
        TREE,
        [token.paragraph for token in tokens],
    )
    starting: list[list[Node]] = [[] for _ in tokens]
    for nodes in found:
        for node in nodes:
            starting[node.span[0]].append(node)
    at = 0
    while at < len(tokens):
        nodes = sorted(starting[at], key=_preference)
        node = next((node for node in nodes if not doubt.is_trap(tokens, node)), None)
        if node is None:
            at += 1
        else:
            yield node
            at = node.span[1]


def _preference(node: Node) -> tuple[int, int, int]:
    """Longer first; of equals the one that needed more around it."""
    return -node.span[1], -node.after, -node.before


class _Reader:
    """Reads the phrases of one text in order; each may lean on those before it."""

    def __init__(self, text: str, tokens: Sequence[Token], dct: Dct) -> None:
        self._text, self._tokens, self._dct = text, tokens, dct
        self._month_first, self._order = settling.month_comes_first(tokens, dct)
        self.timexes: list[Timex] = []

    def read(self, node: Node) -> None:
        """Resolve one phrase."""
        start, end = node.span
        span = Span(self._tokens[start].start, self._tokens[end - 1].end)
        seen = look(self._tokens, start, end)
        meaning = settling.ordered(node.meaning, self._month_first)
        other = settling.ordered(node.meaning, not self._month_first)
        meaning, at = anchor.choose(
            meaning, self.timexes, self._dct, compares(self._tokens, start, node)
        )
        reading = anchor_stretch(at.interval) if at is not None else whole_day(self._dct.day)
        expression = settling.sided(meaning, seen.direction, reading)
        blank = Timex(
            id=f"t{len(self.timexes) + 1}",
            span=span,
            text=span.of(self._text),
            type=TimexType.DATE,
            value="",
            interval=None,
            granularity=None,
            resolution=Resolution.UNDATED,
            rule=node.rule.name if node.rule is not None else "",
            explanation="",
            expression=write(expression),
            anchor=at,
        )
        timex = evaluated(blank, expression, reading)
        two_orders = settling.has_two_orders(node.meaning)
        self.timexes.append(
            replace(
                timex,
                resolution=Resolution.AMBIGUOUS
                if two_orders and self._order is None
                else timex.resolution,
                explanation=explain.sentence(
                    timex, expression, seen, self._order_note() if two_orders else None
                ),
                alternatives=alternatives.of(
                    expression,
                    reading,
                    seen.direction,
                    self._dct,
                    settling.sided(other, seen.direction, reading) if two_orders else None,
                    self._tokens[start - 1].lower if start else "",
                ),
                confidence=self._confidence(node.meaning, seen, two_orders, at is None),
            )
        )

    def _order_note(self) -> str:
        return self._order or "the month read first, which nothing confirms"

    def _confidence(
        self, meaning: a.Expression, seen: Look, two_orders: bool, absolute: bool
    ) -> float:
        if two_orders and self._order is None:
            return _AMBIGUOUS
        if absolute:
            return _CERTAIN
        if seen.direction is Direction.NONE and settling.is_open(meaning):
            return _UNGUIDED
        return _POINTED


def evaluated(timex: Timex, expression: a.Expression, at: Stretch) -> Timex:
    """The timex with its expression evaluated on its anchor, and printed."""
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
        edtf=edtf(interval, approximate),
        zone=_zone(expression),
        approximate=approximate,
        direction=_direction(stretch, timex, at),
    )


def _resolution(expression: a.Expression, stretch: Stretch | None, at: Stretch) -> Resolution:
    if stretch is not None:
        return Resolution.RESOLVED
    if not _claims_a_date(expression):
        return Resolution.UNDATED
    disagreeing = [part for part in a.within(expression) if isinstance(part, a.In)]
    if any(_disagrees(part, at) for part in disagreeing):
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
