"""So long before or after another event: "arrested him two days after the attack on Friday"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events import times
from dateline.events.story import Story
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord, carried
from dateline.model.event import Basis, EventTime, TimexRef
from dateline.model.interval import Interval
from dateline.model.timex import Timex, TimexType, inside
from dateline.timex.algebra import Now, Period, Shift
from dateline.timex.calendar import unit_of
from dateline.timex.evaluation import anchor_stretch, evaluate, length_of

_SIGN = {"after": 1, "following": 1, "before": -1}
# "Hours after", "shortly before": as far as anyone can tell, the same day.
_SOME_HOURS = re.compile(r"PTX[HMS]$")
_CLOSE = frozenset({"hours", "minutes", "moments", "seconds", "shortly", "immediately"})


@dataclass(frozen=True, slots=True)
class _Offset:
    """An event told to lie so long after (or, below zero, before) another."""

    event: EventWord
    other: EventWord
    sign: int
    timex: Timex | None

    def seen_from_the_other(self) -> "_Offset":
        """The same, with the other event as what is dated."""
        return _Offset(self.other, self.event, -self.sign, self.timex)


def apply(story: Story, timexes: Sequence[Timex]) -> None:
    """Dates each of two such events by the other, where only one has a time."""
    for sentence, words in story.by_sentence():
        by_index = {word.i: word for word in words}
        for offset in _offsets(sentence, by_index, inside(sentence.span, timexes)):
            _date(story, offset)
            _date(story, offset.seen_from_the_other())


def again(told: Interval, was: Interval, now: Interval, length: str) -> Interval | None:
    """Where what lay so long from one interval lies, when that one is moved; None for no such."""
    signs = (sign for sign in (1, -1) if shifted(was, length, sign) == told)
    sign = next(signs, None)
    return None if sign is None else shifted(now, length, sign)


def shifted(interval: Interval, length: str, sign: int) -> Interval | None:
    """So long, as TIMEX3 writes it, after or before an interval; None without a number."""
    if _SOME_HOURS.match(length):
        return interval
    amount = length_of(Period(length))
    if amount is None:
        return None
    count, unit = amount
    try:
        found = evaluate(Shift(Now(), sign * count, unit), anchor_stretch(interval))
    except OverflowError:  # beyond the calendar
        return None
    return None if found is None else found.interval


def _offsets(
    sentence: Sentence, by_index: Mapping[int, EventWord], timexes: Sequence[Timex]
) -> Iterator[_Offset]:
    for marker, timex in _markers(sentence, timexes):
        under = below(sentence, marker)
        if under is None:
            continue
        above = sentence.head(under.i if marker.dep == "mark" else marker.i)
        event, other = (event_of(sentence, token, by_index) for token in (above, under))
        if event is not None and other is not None and event is not other:
            yield _Offset(event, other, _SIGN[marker.lower], timex)


def _markers(sentence: Sentence, timexes: Sequence[Timex]) -> Iterator[tuple[Token, Timex | None]]:
    """Each "after" or "before" with the amount of time that measures it, None for "hours"."""
    markers = [t for t in sentence.tokens[1:] if t.dep in ("prep", "mark") and t.lower in _SIGN]
    if not markers:
        return
    measured = {
        covered[-1].i + 1: timex
        for timex in timexes
        if timex.type is TimexType.DURATION and (covered := sentence.covering(timex.span))
    }
    for marker in markers:
        timex = measured.get(marker.i)
        if timex is not None or sentence.tokens[marker.i - 1].lower in _CLOSE:
            yield marker, timex


def below(sentence: Sentence, marker: Token) -> Token | None:
    """What the event lies after or before."""
    if marker.dep == "mark":
        return sentence.head(marker.i)
    return sentence.kid(marker.i, "pobj", "pcomp")


def event_of(
    sentence: Sentence, token: Token, by_index: Mapping[int, EventWord]
) -> EventWord | None:
    """The event that a word names, or lends its tense to."""
    return by_index.get((carried(sentence, token.i) or token).i)


def _date(story: Story, offset: _Offset) -> None:
    known = story.found.get(offset.other.place)
    if story.is_dated(offset.event) or known is None or not is_told(known):
        return
    time = _at(known, offset)
    if time is not None and story.may_share(offset.event, time):
        story.found[offset.event.place] = time


def is_told(time: EventTime) -> bool:
    """Whether the text itself gives the time, and both its ends."""
    closed = time.interval is not None and None not in (time.interval.start, time.interval.end)
    return closed and bool(time.timexes) and time.basis in (Basis.EXPLICIT, Basis.INHERITED)


def _at(known: EventTime, offset: _Offset) -> EventTime | None:
    side = "after" if offset.sign > 0 else "before"
    if offset.timex is None:
        close = times.inherited(known, offset.other.token.text)
        return replace(close, approximate=True, explanation=f"shortly {side} {close.explanation}")
    length = offset.timex.value
    interval = known.interval and shifted(known.interval, length, offset.sign)
    if interval is None:
        return None
    amount = TimexRef(offset.timex.id, offset.timex.text, offset.timex.span)
    other = offset.other.token.text
    return replace(
        known,
        basis=Basis.INHERITED,
        explanation=f'"{amount.text}" {side} "{other}": {known.explanation}',
        interval=interval,
        edtf=times.edtf_of(interval),
        granularity=unit_of(interval),
        approximate=known.approximate or offset.timex.mod is not None,
        timexes=(*known.timexes, amount),
    )
