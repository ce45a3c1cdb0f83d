"""Reading the phrases of one text in order: each may lean on those before it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import publisher
from dateline.model.timex import (
    Anchor,
    Dct,
    Direction,
    Timex,
)
from dateline.timex import (
    anchor,
    clocks,
    narrative,
    nearness,
    ranges,
    reports,
    settling,
)
from dateline.timex.algebra import Expression, Vague
from dateline.timex.chart import Node
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.language import Language
from dateline.timex.story import Story
from dateline.timex.teller import Phrase, Teller
from dateline.timex.tokens import Token
from dateline.timex.unit import said_unit

# So many timexes before a clock time may name its day.
_BEFORE_CLOCK = 8


class Reader:
    """The timexes of one text, read from left to right."""

    def __init__(self, text: str, tokens: Sequence[Token], dct: Dct, language: Language) -> None:
        self._tokens, self._dct, self._language = tokens, dct, language
        self._teller = Teller(text, tokens, dct, language)
        self._story = Story(tokens, language, self._teller)
        self._country = dct.country or publisher.region(dct.language)
        self._at = anchor.origin(dct)

    @property
    def timexes(self) -> list[Timex]:
        """Those of the phrases read so far."""
        return self._story.timexes

    def read(self, node: Node) -> None:
        """Resolve the next phrase."""
        seen = self._language.look(self._tokens, *node.span)
        phrase = Phrase(node, seen, self._closes_range(node))
        meaning, at = self._anchored(phrase)
        origin = self._teller.origin(at)
        is_dateline = narrative.is_dateline(self._tokens, *phrase.span)
        # A dateline is of yesterday or today.
        seen = replace(seen, either=seen.either or is_dateline)
        seen = nearness.weighed(meaning, seen, origin)
        expression = settling.sided(meaning, seen.direction, origin, seen.happens)
        timex = self._story.add(replace(phrase, seen=seen), expression, at, self._at.day)
        if is_dateline and narrative.is_fresh(timex, self._dct):
            self._at = anchor.of_dateline(timex)

    def end(self) -> None:
        """Read what is quoted from the day it was said on, once every day has been told."""
        self._story.requote(self._at.day)

    def _closes_range(self, node: Node) -> bool:
        if not self._story.phrases:
            return False
        joints, alike = self._language.joints, self._is_alike(node)
        return ranges.joined(
            self._tokens, self._story.phrases[-1].span, node.span, joints, alike=alike
        )

    def _is_alike(self, node: Node) -> bool:
        """Whether it is said in the unit of the timex before it."""
        return said_unit(node.meaning) is self.timexes[-1].granularity

    def _anchored(self, phrase: Phrase) -> tuple[Expression, Anchor | None]:
        meaning = settling.localised(self._teller.ordered(phrase.node.meaning), self._country)
        compared = self._language.compares(self._tokens, phrase.span[0], phrase.node)
        reported = reports.anchored(meaning, self.timexes, self._at.day, compared)
        if reported is not None:
            return reported
        day = self._day_of_clock(phrase)
        if day is not None:
            at = anchor.of_timex(day)
            told = clocks.on_day_of(meaning, day)
            return clocks.later(told, self._teller.origin(at)) if phrase.closes_range else told, at
        meaning = reports.told(meaning, phrase.node.rule_name, phrase.seen, self._at.day)
        meaning = clocks.coming(meaning, phrase.node, phrase.seen, self._dct)
        chosen = anchor.choose(meaning, self.timexes, self._at)
        if phrase.seen.direction is Direction.PAST and anchor.is_adrift(*chosen, self._at):
            return Vague("PAST_REF"), None
        begun = self._begun(phrase, *chosen)
        if begun is not None:
            return ranges.closing(meaning), begun
        return self._in_its_year(phrase, meaning) or chosen

    def _in_its_year(self, phrase: Phrase, meaning: Expression) -> tuple[Expression, Anchor] | None:
        """A date of a story that has set its own year."""
        if not self.timexes or phrase.seen.direction is Direction.FUTURE:
            return None
        last, start = self.timexes[-1], phrase.span[0]
        within = narrative.in_that_year(meaning, last)
        place = self._story.phrases[-1].span
        if within is None or not narrative.year_setter(self._tokens, start, last, place, self._dct):
            return None
        at = anchor.of_timex(last)
        told = evaluate(within, anchor_stretch(at.interval))
        over = told is not None and told.first.date() <= self._dct.day
        return (within, at) if over or phrase.seen.direction is not Direction.PAST else None

    def _day_of_clock(self, phrase: Phrase) -> Timex | None:
        """The timex before it whose day a clock time is of."""
        if not clocks.is_bare(phrase.node):
            return None
        ends = (before.span[1] for before in self._story.phrases[-_BEFORE_CLOCK:])
        earlier = list(zip(self.timexes[-_BEFORE_CLOCK:], ends, strict=True))
        return clocks.named_day(self._tokens, phrase.span[0], phrase.seen, earlier, self._dct)

    def _begun(self, phrase: Phrase, meaning: Expression, at: Anchor | None) -> Anchor | None:
        """What the end of a range, or the next in a list, is the first after; else None."""
        if not self.timexes or not settling.is_open(meaning):
            return None
        first = self.timexes[-1]
        if phrase.closes_range and first.value == "PRESENT_REF":
            return self._at.day
        before = self._story.phrases[-1].node.meaning
        if phrase.closes_range and first.interval and ranges.follows(meaning, before):
            return anchor.of_timex(first)
        goes_on = phrase.closes_range or self._lists(phrase)
        backward = goes_on and self._runs_backward(phrase, meaning, at)
        return anchor.of_timex(first) if backward else None

    def _lists(self, phrase: Phrase) -> bool:
        """Whether it goes on with a list: "on Tuesday and Wednesday"."""
        if phrase.seen.direction is not Direction.FUTURE:
            # What is over may be told backward: "made on Friday and Thursday".
            return False
        between = self._tokens[self._story.phrases[-1].span[1] : phrase.span[0]]
        return " ".join(token.lower for token in between) in self._language.joints.lists

    def _runs_backward(self, phrase: Phrase, meaning: Expression, at: Anchor | None) -> bool:
        """Whether the end of a range, read by itself, would lie before the beginning."""
        first, origin = self.timexes[-1].interval, self._teller.origin(at)
        last = evaluate(settling.sided(meaning, phrase.seen.direction, origin), origin)
        if first is None or last is None or first.start is None:
            return False
        return last.first < first.start
