"""Where a text tells its own time: the dateline of a dispatch, and stories set in another year."""

from collections.abc import Sequence
from datetime import timedelta

from dateline.model.interval import Granularity
from dateline.model.timex import AnchorKind, Dct, Direction, Timex
from dateline.timex.algebra import At, Expression, Nearest, Then, This, leaves
from dateline.timex.calendar import FINENESS
from dateline.timex.notation import read
from dateline.timex.tokens import Kind, Token

# A dateline stands at the very beginning, and is no older than this.
_OPENING = 40
_LONGEST_PLACE = 10
_STALE = timedelta(days=10)
_ENDS = frozenset("( - – — _ :")
_WITHIN_PLACES = frozenset(", . / ( )")
# A date sets the year for dates so many tokens on.
_REACH = 40
_GOES_ON = frozenset({"and", "but", "then"})
# Two things done in one breath stand so near, with none of these between.
_BREATH = 12
_PARTS = frozenset({".", ";", "who", "which", "that", "when", "where", "since", "now"})
_TOLD_EXACTLY = (Granularity.DAY, Granularity.MONTH)


def is_dateline(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a date stands where dispatches have theirs: "WASHINGTON, August 13 (Xinhua) --"."""
    if start > _OPENING:
        return False
    first = start
    while first > 0 and not tokens[first].paragraph:
        first -= 1
    place = tokens[first:start]
    if not 0 < len(place) <= _LONGEST_PLACE or not place[0].text.isupper():
        return False
    named = all(token.capital or token.text in _WITHIN_PLACES for token in place)
    return named and end < len(tokens) and tokens[end].text in _ENDS


def is_fresh(timex: Timex, dct: Dct) -> bool:
    """Whether a dateline's day is near enough to publication to be its own."""
    interval = timex.interval
    if interval is None or interval.earliest is None or not interval.is_one_day:
        return False
    return abs(interval.earliest - dct.day) <= _STALE


def year_setter(
    tokens: Sequence[Token], at: int, last: Timex, place: tuple[int, int], dct: Dct
) -> bool:
    """Whether the date before tells of another year, in which this one lies too.

    "He was elected in June 2016. In September he resigned." It opens its sentence, and so does a
    bare year that it follows: "In 1998 he won. In March he left." Or it goes on with the same one:
    "jailed in May 2022 and freed in August".
    """
    if _goes_on(tokens, at, place[1]) and last.granularity in _TOLD_EXACTLY:
        return _names_an_earlier_year(last, dct)
    if not _opens_sentence(tokens, at):
        return False
    if at + 1 - place[1] > _REACH:
        return False
    if any(token.paragraph for token in tokens[place[1] : at + 1]):
        return False
    if not _names_an_earlier_year(last, dct):
        return False
    return last.granularity is not Granularity.YEAR or _opens_sentence(tokens, place[0])


def _goes_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the words from one date to the next only join two things that were done."""
    between = tokens[end:at]
    words = {token.lower for token in between}
    if len(between) > _BREATH or any(token.paragraph for token in between):
        return False
    return not words.isdisjoint(_GOES_ON) and words.isdisjoint(_PARTS)


def _names_an_earlier_year(last: Timex, dct: Dct) -> bool:
    interval = last.interval
    if interval is None or interval.earliest is None or last.granularity is None:
        return False
    fine = FINENESS[last.granularity] <= FINENESS[Granularity.YEAR]
    named = any(isinstance(leaf, At) for leaf in leaves(read(last.expression)))
    told_on = last.anchor is not None and last.anchor.kind is AnchorKind.TIMEX
    other = interval.earliest.year < dct.day.year or interval.earliest > dct.day
    return fine and (named or told_on) and other


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    if at == 0 or tokens[at - 1].lower not in ("in", "on", "by"):
        return False
    if at == 1 or tokens[at - 1].paragraph:
        return True
    return tokens[at - 2].kind is Kind.MARK or tokens[at - 2].lower in _GOES_ON


def in_that_year(meaning: Expression, last: Timex) -> Expression | None:
    """The phrase read in the year of the date before, None where it needs no year."""
    if not isinstance(meaning, Nearest) or meaning.side is not Direction.NONE:
        return None
    if meaning.repeat.cycle is not Granularity.YEAR:
        return None
    if last.granularity is Granularity.YEAR:
        return This(meaning.repeat, Then())
    # A story goes on: the February after that June.
    return Nearest(meaning.repeat, Direction.FUTURE, Then())
