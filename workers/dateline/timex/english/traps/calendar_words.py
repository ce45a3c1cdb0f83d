"""A season, month or half that is something else: "prices fall", "it may", "the March for Life"."""

from collections.abc import Sequence

from dateline.timex.english.cues import AHEAD, IRREGULAR_PAST, RECORDED
from dateline.timex.english.lexicon import MODEST, MONTH_ABBREVIATIONS
from dateline.timex.english.traps import words
from dateline.timex.english.traps.beside import lower_at, starts_name, text_at, words_near
from dateline.timex.english.traps.names import is_march, is_name
from dateline.timex.repeat import MONTHS
from dateline.timex.tokens import Kind, Token


def is_no_calendar_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A weekday, month or season that is a name, a verb, or of a game."""
    return (
        is_name(tokens, start, end)
        or _is_season_verb(tokens, start, end)
        or _is_bare_abbreviation(tokens, start, end)
        or (lower_at(tokens, start - 1) in words.MARCHED and is_march(tokens, end))
        or _is_of_a_game(tokens, start, end)
        or _is_modal(tokens, start, end)
        or _is_strain(tokens, end)
        or _is_any_such_day(tokens, start, end)
    )


def _is_season_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    word, before = tokens[end - 1].lower, lower_at(tokens, start - 1)
    if word not in ("fall", "spring", "falls", "springs"):
        return False
    if end - start == 1 and before not in words.SEASON_CUES:
        return True
    return (
        lower_at(tokens, end) in ("of", "in", "from", "to")
        and end - start <= 2
        and before not in ("in", "during")
    )


def is_falling(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Sales will fall in 2026": no autumn."""
    word = tokens[start].lower
    verb = word in ("fall", "spring") and lower_at(tokens, start - 1) not in words.SEASON_CUES
    return verb and lower_at(tokens, start + 1) == "in" and end - start > 2


def _is_of_a_game(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Scored in the first half", "half of it": a half is of a year where business is told of."""
    word = tokens[end - 1].lower
    if word not in ("half", "quarter"):
        return False
    near = words_near(tokens, start, end)
    business = not words.BUSINESS.isdisjoint(near)
    if word == "half":
        return not business or lower_at(tokens, end) == "of"
    return not business and not words.GAMES.isdisjoint(near)


def _is_any_such_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "On election day": whichever it is; America's Election Day has capitals."""
    plain = not tokens[end - 1].capital
    return plain and end - start > 1 and tokens[start].lower in words.ANY_DAYS


def _is_strain(tokens: Sequence[Token], end: int) -> bool:
    """ "H1 N1": a virus."""
    return tokens[end - 1].kind is Kind.CODE and lower_at(tokens, end) == "n"


def _is_modal(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "It may 3 times", "she may march second": no third of May, no second of March."""
    verb = tokens[start].lower in MODEST and not tokens[start].capital
    modal = lower_at(tokens, start - 1) in words.MODALS
    return verb and (lower_at(tokens, end) in words.COUNTED or modal)


def _is_bare_abbreviation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Dec" without a stop, a number or a preposition; "the annual March for Life"."""
    word, before = tokens[start].lower, lower_at(tokens, start - 1)
    if end - start != 1 or (word not in MONTH_ABBREVIATIONS and word not in MODEST):
        return False
    if _owns_what_is_held(tokens, end) or _is_of_a_list(tokens, start, end):
        return False
    if tokens[start].text.isupper() and before == "the":
        # "The DEC appeal".
        return True
    # "Jan Kavan", "Mar-a-Lago".
    hangs = end < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    follows = hangs or starts_name(tokens, end)
    return before not in words.DATE_CUES or (word in MONTH_ABBREVIATIONS and follows)


def _is_of_a_list(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "January, March and June", "May and June were wet"."""
    behind = lower_at(tokens, start - 1) == "," and lower_at(tokens, start - 2) in MONTHS
    return behind or (lower_at(tokens, end) in ("and", ",") and lower_at(tokens, end + 1) in MONTHS)


def _owns_what_is_held(tokens: Sequence[Token], end: int) -> bool:
    """ "May's elections", "March's figures": of the month, whoever may bear its name."""
    if lower_at(tokens, end) not in ("'s", "’s"):
        return False
    nouns = {token.lower for token in tokens[end + 1 : end + 4]}
    return not nouns.isdisjoint(AHEAD | RECORDED)


def is_bare_weekday(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A weekday that is none, or somebody of that name."""
    return (
        is_no_calendar_name(tokens, start, end)
        or _is_called(tokens, start, end)
        or _is_some(tokens, start, end)
    )


def _is_some(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "It was a Tuesday": whichever; "a Tuesday vote" is one."""
    after = tokens[end] if end < len(tokens) else None
    alone = after is None or after.kind is Kind.MARK or after.lower in words.AFTER_DAY
    own = after is not None and (after.text == "-" or (after.text in "'’" and after.glued))
    return lower_at(tokens, start - 1) == "a" and alone and not own


def _is_called(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Friday, the parrot, escaped": somebody of that name, told by an apposition."""
    opens = start == 0 or tokens[start].paragraph or tokens[start - 1].text == "."
    if not opens or text_at(tokens, end) != "," or lower_at(tokens, end + 1) not in words.OWNERS:
        return False
    told = [token.lower for token in tokens[end + 2 : end + 7]]
    close = told.index(",") if "," in told else 0
    if not 0 < close < len(told) - 1 or any(_is_past(word) for word in told[:close]):
        return False
    return _is_past(told[close + 1]) and words.OF_DAYS.isdisjoint(told[:close])


def _is_past(word: str) -> bool:
    return word in IRREGULAR_PAST or word.endswith("ed")
