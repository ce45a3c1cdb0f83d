"""The timexes of a text so far, and what a later one tells of one before it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.timex import Anchor, AnchorKind, Timex
from dateline.timex import anchor, clocks, lasting, ranges, settling, speech
from dateline.timex.algebra import Expression
from dateline.timex.language import Language
from dateline.timex.notation import read
from dateline.timex.teller import Phrase, Teller
from dateline.timex.tokens import Token

# A list is no longer than this.
_LIST = 12


class Story:
    """The phrases of one text and the timexes they were told as, in order."""

    def __init__(self, tokens: Sequence[Token], language: Language, teller: Teller) -> None:
        self._tokens, self._joints, self._teller = tokens, language.joints, teller
        self.phrases: list[Phrase] = []
        self.timexes: list[Timex] = []

    def add(self, phrase: Phrase, expression: Expression, at: Anchor | None, now: Anchor) -> Timex:
        """Tell the next phrase, and anew those before it that it explains."""
        name = f"t{len(self.timexes) + 1}"
        timex = self._teller.tell(name, phrase, expression, at)
        self.phrases.append(phrase)
        self.timexes.append(timex)
        if phrase.closes_range:
            self._close(at, now)
        elif at is None:
            self._date_list()
        self._bound(len(self.timexes) - 1)
        self._share_day()
        return timex

    def requote(self, now: Anchor) -> None:
        """Read what is quoted from the day it was said on, once every day has been told."""
        spans = [phrase.span for phrase in self.phrases]
        looks = [phrase.seen for phrase in self.phrases]
        says = self._joints.says
        for which, other in speech.said(self._tokens, spans, looks, says):
            before, said = self.timexes[which], self.timexes[other]
            if before.anchor == now and clocks.is_day_before(said, now):
                told = clocks.on_day_of(read(before.expression), said)
                self._retell(which, told, anchor.of_timex(said))

    def _close(self, at: Anchor | None, now: Anchor) -> None:
        """Tell the stretch that a range's two ends make."""
        if at is None:
            self._reopen(-2)
        first, last = self.timexes[-2:]
        stretches = ranges.readings(first, last, now.interval)
        self.timexes[-1] = replace(last, alternatives=last.alternatives + stretches)

    def _date_list(self) -> None:
        """Read what goes before in a list from its last date: "in March and May 2024"."""
        last = self.timexes[-_LIST:]
        spans = [phrase.span for phrase in self.phrases[-_LIST:]]
        for index in ranges.listed(self._tokens, spans, self._joints):
            which = index - len(last)
            alike = last[index].granularity is last[-1].granularity
            if not alike or not self._is_open(which):
                return
            self._reopen(which)

    def _reopen(self, which: int) -> None:
        """Read the beginning of a range or list again from an end that names its year."""
        last = self.timexes[-1]
        if last.interval is None or not self._is_open(which):
            return
        expression = ranges.opening(read(self.timexes[which].expression))
        self._retell(which, expression, anchor.of_timex(last))
        self._bound(len(self.timexes) + which)

    def _is_open(self, which: int) -> bool:
        """Whether a phrase leaves its year or side to others."""
        return settling.is_open(self._teller.ordered(self.phrases[which].node.meaning))

    def _bound(self, last: int) -> None:
        """Give a duration the bound that the timex beside it tells: the last or the one before."""
        if last < 1:
            return
        first, second = (phrase.span for phrase in self.phrases[last - 1 : last + 1])
        timexes, joints = self.timexes[: last + 1], self._joints
        found = lasting.bounded(self._tokens, first, second, timexes, joints)
        if found is not None:
            at = anchor.of_timex(self.timexes[last + 1 + found.by])
            self._retell(last + 1 + found.duration, found.expression, at)

    def _share_day(self) -> None:
        """Give the day just told to a clock time before it: "10:35 a.m. (0735 GMT) Friday"."""
        if len(self.timexes) < 2 or not clocks.is_bare(self.phrases[-2].node):
            return
        first, last = self.phrases[-2:]
        between = self._tokens[first.span[1] : last.span[0]]
        day = clocks.day_behind(self.timexes[-1], between, self._joints)
        its_own, at = self.timexes[-2].anchor, self.timexes[-1].anchor
        leans = any(each is not None and each.kind is AnchorKind.TIMEX for each in (its_own, at))
        if day is None or leans:
            return
        self._retell(-2, clocks.on(first.node.meaning, day), at)

    def _retell(self, which: int, expression: Expression, at: Anchor | None) -> None:
        """Tell a timex anew that one after it explains."""
        name = self.timexes[which].id
        self.timexes[which] = self._teller.tell(name, self.phrases[which], expression, at)
