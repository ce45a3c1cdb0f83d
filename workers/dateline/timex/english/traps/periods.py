"""What is no day, part of one or period: "the second", "a quarter-final", "daily Granma"."""

from collections.abc import Sequence

from dateline.model.timex import Direction
from dateline.timex.direction import look
from dateline.timex.english.traps import words
from dateline.timex.english.traps.amounts import counts
from dateline.timex.english.traps.beside import (
    is_noun_like,
    lower_at,
    starts_name,
    text_at,
    words_near,
)
from dateline.timex.english.traps.names import is_high_noon, is_publication
from dateline.timex.tokens import Kind, Token


def is_no_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The second", "the 50th anniversary": an ordinal of something else."""
    before, after = lower_at(tokens, start - 1), tokens[end] if end < len(tokens) else None
    if tokens[end - 1].kind is Kind.WORD and before != "on":
        # "The first came at noon, and the second at six."
        return True
    if before not in words.DAY_CUES or (after is not None and after.text == "-" and after.glued):
        return True
    if after is None or after.kind is not Kind.WORD or after.lower in words.AFTER_DAY:
        return False
    return before != "on" or after.lower not in words.CLAUSE_GOES_ON


def is_ordinal_adjective(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "On Tuesday the first men left", "the first to leave", "won on Saturday 12-4"."""
    if text_at(tokens, end) in ("-", "–") and tokens[end].glued:
        return True
    after = tokens[end] if end < len(tokens) else None
    if after is not None and after.lower == "to" and tokens[end - 1].kind is Kind.WORD:
        return True
    return after is not None and after.kind is Kind.WORD and after.lower not in words.AFTER_DAY


def is_no_clock(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A ratio, a score, a film: figures and words of a clock that tell no hour."""
    if tokens[start].kind is Kind.WORD:
        return is_publication(tokens, start, end) or is_high_noon(tokens, start)
    if tokens[end - 1].kind is not Kind.CLOCK:
        return False
    before = lower_at(tokens, start - 1)
    if before == "and":
        return start < 2 or tokens[start - 2].kind is not Kind.CLOCK
    return before not in words.CLOCK_CUES


def is_score(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "They won on Monday 9-3"."""
    return not (words.GAMES | words.WINNING).isdisjoint(words_near(tokens, start, end))


def is_joined(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """The first half of a compound, or one of many: "quarter-final", "a weekend of talks"."""
    before = lower_at(tokens, _start - 1)
    if tokens[_start].lower == "weekend" and before not in words.WEEKEND_CUES:
        return True
    if before in ("a", "an", "one", "per"):
        return True
    after = lower_at(tokens, end)
    return after in words.COMPOUND_TAILS or (
        after == "-" and end < len(tokens) and tokens[end].glued
    )


def is_no_quarter(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The quarter of voters who": a share."""
    return lower_at(tokens, end) == "of" or is_joined(tokens, start, end)


def is_award(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Person of the Year", "player of the year"."""
    named = lower_at(tokens, start - 2) in words.AWARDED and lower_at(tokens, start - 1) == "of"
    return named or tokens[end - 1].capital


def is_one_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Lasted one day": how long, unless something is to be."""
    joined = end < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    before = lower_at(tokens, start - 1)
    looks_on = look(tokens, start, end).direction is Direction.FUTURE
    return joined or before in words.LENGTHS or not looks_on


def is_adjective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The quarterly dividend" is of a quarter, not again and again."""
    if starts_name(tokens, end) and not tokens[end].paragraph:
        # "The party daily Granma".
        return True
    if tokens[start].lower == "everyday" and is_noun_like(tokens, end):
        return True
    average = lower_at(tokens, start - 1) == "average" and tokens[start].lower == "daily"
    if average or counts(tokens, start):
        # "Average daily volume", "10,000 units annually": rates.
        return True
    return is_publication(tokens, start, end) or (
        tokens[start].lower == "quarterly"
        and (
            lower_at(tokens, end) in words.FIGURES or lower_at(tokens, start - 1) in words.ARTICLES
        )
    )


def is_habit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "People walk in the morning": no morning of any day."""
    return look(tokens, start, end).direction is Direction.NONE


def is_every_second(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "Every second man"."""
    after = tokens[end] if end < len(tokens) else None
    return tokens[end - 1].lower == "second" and after is not None and after.kind is Kind.WORD
