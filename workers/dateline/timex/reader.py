"""Reading the phrases of one text in order: each may lean on those before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model import publisher
from dateline.model.provenance import Span
from dateline.model.timex import (
    Anchor,
    AnchorKind,
    Dct,
    Direction,
    Reading,
    Resolution,
    Timex,
    TimexType,
)
from dateline.timex import (
    alternatives,
    anchor,
    clocks,
    explain,
    lasting,
    narrative,
    nearness,
    ranges,
    reports,
    settling,
    speech,
)
from dateline.timex.algebra import Expression, Vague
from dateline.timex.calendar import Stretch, whole_day
from dateline.timex.chart import Node
from dateline.timex.evaluate import evaluated
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.language import Language, Opening
from dateline.timex.look import Look
from dateline.timex.notation import read, write
from dateline.timex.tokens import Token
from dateline.timex.unit import said_unit

# How sure a reading is of itself, by what decided it.
_CERTAIN, _POINTED, _UNGUIDED, _AMBIGUOUS = 0.98, 0.9, 0.7, 0.5
# A list is no longer than this.
_LIST = 12
# So many timexes before a clock time may name its day.
_BEFORE_CLOCK = 8
# The words that open a stretch: "no later than", "and beyond".
_BESIDE = 3
_NOT_CONFIRMED = "the month read first, which nothing confirms"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase on its way to a timex: its place, and how its clause looks at it."""

    node: Node
    seen: Look
    closes_range: bool

    @property
    def span(self) -> tuple[int, int]:
        return self.node.span


class Reader:
    """The timexes of one text, read from left to right."""

    def __init__(self, text: str, tokens: Sequence[Token], dct: Dct, language: Language) -> None:
        self._text, self._tokens, self._dct, self._language = text, tokens, dct, language
        self._month_first, self._order = settling.month_comes_first(tokens, dct)
        self._country = dct.country or publisher.region(dct.language)
        self._at = anchor.origin(dct)
        self._phrases: list[_Phrase] = []
        self.timexes: list[Timex] = []

    def read(self, node: Node) -> None:
        """Resolve the next phrase."""
        seen = self._language.look(self._tokens, *node.span)
        phrase = _Phrase(node, seen, self._closes_range(node))
        meaning, at = self._anchored(phrase)
        origin = self._origin(at)
        is_dateline = narrative.is_dateline(self._tokens, *phrase.span)
        # A dateline is of yesterday or today.
        seen = replace(phrase.seen, either=phrase.seen.either or is_dateline)
        phrase = replace(phrase, seen=nearness.weighed(meaning, seen, origin))
        seen = phrase.seen
        expression = settling.sided(meaning, seen.direction, origin, seen.happens)
        timex = self._told(phrase, expression, at, origin)
        self._phrases.append(phrase)
        self.timexes.append(timex)
        if phrase.closes_range:
            self._close(at)
        elif at is None:
            self._date_list()
        self._bound(len(self.timexes) - 1)
        self._share_day()
        if is_dateline and narrative.is_fresh(timex, self._dct):
            self._at = anchor.of_dateline(timex)

    def _closes_range(self, node: Node) -> bool:
        if not self._phrases:
            return False
        joints, alike = self._language.joints, self._is_alike(node)
        return ranges.joined(self._tokens, self._phrases[-1].span, node.span, joints, alike=alike)

    def _is_alike(self, node: Node) -> bool:
        """Whether it is said in the unit of the timex before it."""
        return said_unit(node.meaning) is self.timexes[-1].granularity

    def _anchored(self, phrase: _Phrase) -> tuple[Expression, Anchor | None]:
        meaning = settling.localised(
            settling.ordered(phrase.node.meaning, self._month_first), self._country
        )
        compared = self._language.compares(self._tokens, phrase.span[0], phrase.node)
        reported = reports.anchored(meaning, self.timexes, self._at.day, compared)
        if reported is not None:
            return reported
        day = self._day_of_clock(phrase)
        if day is not None:
            at = anchor.of_timex(day)
            told = clocks.on_day_of(meaning, day)
            return clocks.later(told, self._origin(at)) if phrase.closes_range else told, at
        meaning = reports.told(meaning, phrase.node.rule_name, phrase.seen, self._at.day)
        meaning = clocks.coming(meaning, phrase.node, phrase.seen, self._dct)
        chosen = anchor.choose(meaning, self.timexes, self._at)
        if phrase.seen.direction is Direction.PAST and anchor.is_adrift(*chosen, self._at):
            return Vague("PAST_REF"), None
        begun = self._begun(phrase, *chosen)
        if begun is not None:
            return ranges.closing(meaning), begun
        return self._in_its_year(phrase, meaning) or chosen

    def _in_its_year(
        self, phrase: _Phrase, meaning: Expression
    ) -> tuple[Expression, Anchor] | None:
        """A date of a story that has set its own year."""
        if not self.timexes or phrase.seen.direction is Direction.FUTURE:
            return None
        last, start = self.timexes[-1], phrase.span[0]
        within = narrative.in_that_year(meaning, last)
        place = self._phrases[-1].span
        if within is None or not narrative.year_setter(self._tokens, start, last, place, self._dct):
            return None
        at = anchor.of_timex(last)
        told = evaluate(within, anchor_stretch(at.interval))
        over = told is not None and told.first.date() <= self._dct.day
        return (within, at) if over or phrase.seen.direction is not Direction.PAST else None

    def _day_of_clock(self, phrase: _Phrase) -> Timex | None:
        """The timex before it whose day a clock time is of."""
        if not clocks.is_bare(phrase.node):
            return None
        ends = (before.span[1] for before in self._phrases[-_BEFORE_CLOCK:])
        earlier = list(zip(self.timexes[-_BEFORE_CLOCK:], ends, strict=True))
        return clocks.named_day(self._tokens, phrase.span[0], phrase.seen, earlier, self._dct)

    def _begun(self, phrase: _Phrase, meaning: Expression, at: Anchor | None) -> Anchor | None:
        """What the end of a range, or the next in a list, is the first after; else None."""
        if not self.timexes or not settling.is_open(meaning):
            return None
        first = self.timexes[-1]
        if phrase.closes_range and first.value == "PRESENT_REF":
            return self._at.day
        before = self._phrases[-1].node.meaning
        if phrase.closes_range and first.interval and ranges.follows(meaning, before):
            return anchor.of_timex(first)
        goes_on = phrase.closes_range or self._lists(phrase)
        backward = goes_on and self._runs_backward(phrase, meaning, at)
        return anchor.of_timex(first) if backward else None

    def _lists(self, phrase: _Phrase) -> bool:
        """Whether it goes on with a list: "on Tuesday and Wednesday"."""
        if phrase.seen.direction is not Direction.FUTURE:
            # What is over may be told backward: "made on Friday and Thursday".
            return False
        between = self._tokens[self._phrases[-1].span[1] : phrase.span[0]]
        return " ".join(token.lower for token in between) in self._language.joints.lists

    def _runs_backward(self, phrase: _Phrase, meaning: Expression, at: Anchor | None) -> bool:
        """Whether the end of a range, read by itself, would lie before the beginning."""
        first, origin = self.timexes[-1].interval, self._origin(at)
        last = evaluate(settling.sided(meaning, phrase.seen.direction, origin), origin)
        if first is None or last is None or first.start is None:
            return False
        return last.first < first.start

    def _origin(self, at: Anchor | None) -> Stretch:
        return whole_day(self._dct.day) if at is None else anchor_stretch(at.interval)

    def _told(
        self, phrase: _Phrase, expression: Expression, at: Anchor | None, origin: Stretch
    ) -> Timex:
        """The phrase with its expression evaluated, its explanation and its doubts."""
        timex = evaluated(self._blank(phrase, expression, at), expression, origin, self._dct.zone)
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

    def _blank(self, phrase: _Phrase, expression: Expression, at: Anchor | None) -> Timex:
        start, end = phrase.span
        span = Span(self._tokens[start].start, self._tokens[end - 1].end)
        return Timex(
            id=f"t{len(self.timexes) + 1}",
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
        self, phrase: _Phrase, expression: Expression, origin: Stretch
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

    def _close(self, at: Anchor | None) -> None:
        """Tell the stretch that a range's two ends make."""
        if at is None:
            self._reopen(-2)
        first, last = self.timexes[-2:]
        stretches = ranges.readings(first, last, self._at.day.interval)
        self.timexes[-1] = replace(last, alternatives=last.alternatives + stretches)

    def _bound(self, last: int) -> None:
        """Give a duration the bound that the timex beside it tells: the last or the one before."""
        if last < 1:
            return
        first, second = (phrase.span for phrase in self._phrases[last - 1 : last + 1])
        timexes, joints = self.timexes[: last + 1], self._language.joints
        found = lasting.bounded(self._tokens, first, second, timexes, joints)
        if found is not None:
            at = anchor.of_timex(self.timexes[last + 1 + found.by])
            self._retell(last + 1 + found.duration, found.expression, at)

    def _share_day(self) -> None:
        """Give the day just told to a clock time before it: "10:35 a.m. (0735 GMT) Friday"."""
        if len(self.timexes) < 2 or not clocks.is_bare(self._phrases[-2].node):
            return
        first, last = self._phrases[-2:]
        between = self._tokens[first.span[1] : last.span[0]]
        day = clocks.day_behind(self.timexes[-1], between, self._language.joints)
        its_own, at = self.timexes[-2].anchor, self.timexes[-1].anchor
        leans = any(each is not None and each.kind is AnchorKind.TIMEX for each in (its_own, at))
        if day is None or leans:
            return
        self._retell(-2, clocks.on(first.node.meaning, day), at)

    def end(self) -> None:
        """Read what is quoted from the day it was said on, once every day has been told."""
        spans = [phrase.span for phrase in self._phrases]
        looks = [phrase.seen for phrase in self._phrases]
        says = self._language.joints.says
        for which, other in speech.said(self._tokens, spans, looks, says):
            before, said = self.timexes[which], self.timexes[other]
            if before.anchor == self._at.day and clocks.is_day_before(said, self._at.day):
                told = clocks.on_day_of(read(before.expression), said)
                self._retell(which, told, anchor.of_timex(said))

    def _retell(self, which: int, expression: Expression, at: Anchor | None) -> None:
        """Tell a timex anew that one after it explains."""
        told = self._told(self._phrases[which], expression, at, self._origin(at))
        self.timexes[which] = replace(told, id=self.timexes[which].id)

    def _date_list(self) -> None:
        """Read what goes before in a list from its last date: "in March and May 2024"."""
        last = self.timexes[-_LIST:]
        spans = [phrase.span for phrase in self._phrases[-_LIST:]]
        for index in ranges.listed(self._tokens, spans, self._language.joints):
            if last[index].granularity is not last[-1].granularity:
                return
            self._reopen(index - len(last))

    def _reopen(self, which: int) -> None:
        """Read the beginning of a range or list again from an end that names its year."""
        first, last = self._phrases[which], self.timexes[-1]
        meaning = settling.ordered(first.node.meaning, self._month_first)
        if last.interval is None or not settling.is_open(meaning):
            return
        expression = ranges.opening(read(self.timexes[which].expression))
        self._retell(which, expression, anchor.of_timex(last))
        self._bound(len(self.timexes) + which)


def _confidence(phrase: _Phrase, at: Anchor | None) -> float:
    if at is None:
        return _CERTAIN
    unguided = phrase.seen.direction is Direction.NONE and settling.is_open(phrase.node.meaning)
    return _UNGUIDED if unguided else _POINTED
