"""Telling one phrase: its expression evaluated, explained, and doubted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model.provenance import Span
from dateline.model.timex import Anchor, Dct, Direction, Reading, Resolution, Timex, TimexType
from dateline.timex import alternatives, explain, settling
from dateline.timex.algebra import Expression
from dateline.timex.calendar import Stretch, whole_day
from dateline.timex.chart import Node
from dateline.timex.evaluate import evaluated
from dateline.timex.evaluation import anchor_stretch
from dateline.timex.language import Language, Opening
from dateline.timex.look import Look
from dateline.timex.notation import write
from dateline.timex.tokens import Token

# How sure a reading is of itself, by what decided it.
_CERTAIN, _POINTED, _UNGUIDED, _AMBIGUOUS = 0.98, 0.9, 0.7, 0.5
# The words that open a stretch: "no later than", "and beyond".
_BESIDE = 3
_NOT_CONFIRMED = "the month read first, which nothing confirms"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase on its way to a timex: its place, and how its clause looks at it."""

    node: Node
    seen: Look
    closes_range: bool

    @property
    def span(self) -> tuple[int, int]:
        """The tokens of the timex itself."""
        return self.node.span


class Teller:
    """Makes timexes of the phrases of one text."""

    def __init__(self, text: str, tokens: Sequence[Token], dct: Dct, language: Language) -> None:
        self._text, self._tokens, self._dct, self._language = text, tokens, dct, language
        self._month_first, self._order = settling.month_comes_first(tokens, dct)

    def ordered(self, meaning: Expression) -> Expression:
        """The meaning with the order of its numbers that this text shows: 3/4/2025."""
        return settling.ordered(meaning, self._month_first)

    def origin(self, at: Anchor | None) -> Stretch:
        """The stretch that is read from: the anchor's, else the day of publication."""
        return whole_day(self._dct.day) if at is None else anchor_stretch(at.interval)

    def tell(self, name: str, phrase: Phrase, expression: Expression, at: Anchor | None) -> Timex:
        """The phrase as the timex of that id, read as the expression says from an anchor."""
        origin = self.origin(at)
        blank = self._blank(name, phrase, expression, at)
        timex = evaluated(blank, expression, origin, self._dct.zone)
        two_orders = settling.has_two_orders(phrase.node.meaning)
        undecided = two_orders and self._order is None
        note = (self._order or _NOT_CONFIRMED) if two_orders else None
        return replace(
            timex,
            resolution=Resolution.AMBIGUOUS if undecided else timex.resolution,
            explanation=explain.sentence(timex, expression, phrase.seen, note),
            alternatives=self._alternatives(phrase, expression, origin),
            confidence=_AMBIGUOUS if undecided else _confidence(phrase, at),
        )

    def _blank(self, name: str, phrase: Phrase, expression: Expression, at: Anchor | None) -> Timex:
        start, end = phrase.span
        span = Span(self._tokens[start].start, self._tokens[end - 1].end)
        return Timex(
            id=name,
            span=span,
            text=span.of(self._text),
            type=TimexType.DATE,
            value="",
            interval=None,
            granularity=None,
            resolution=Resolution.UNDATED,
            rule=phrase.node.rule_name,
            explanation="",
            expression=write(expression),
            anchor=at,
        )

    def _alternatives(
        self, phrase: Phrase, expression: Expression, origin: Stretch
    ) -> tuple[Reading, ...]:
        side = phrase.seen.direction
        other = settling.ordered(phrase.node.meaning, not self._month_first)
        swapped = settling.has_two_orders(phrase.node.meaning)
        return alternatives.of(
            alternatives.Best(expression, origin, phrase.seen),
            self._dct,
            settling.sided(other, side, origin) if swapped else None,
            self._openings(*phrase.span),
        )

    def _openings(self, start: int, end: int) -> tuple[str, Opening] | None:
        """The words beside a phrase that make a stretch of it, the longest first."""
        joints = self._language.joints
        before = [token.lower for token in self._tokens[max(start - _BESIDE, 0) : start]]
        after = [token.lower for token in self._tokens[end : end + _BESIDE]]
        leading = (" ".join(before[first:]) for first in range(len(before)))
        trailing = (" ".join(after[:count]) for count in range(len(after), 0, -1))
        for said, table in ((leading, joints.opens_before), (trailing, joints.opens_after)):
            found = next((words for words in said if words in table), None)
            if found is not None:
                return found, table[found]
        return None


def _confidence(phrase: Phrase, at: Anchor | None) -> float:
    if at is None:
        return _CERTAIN
    unguided = phrase.seen.direction is Direction.NONE and settling.is_open(phrase.node.meaning)
    return _UNGUIDED if unguided else _POINTED
