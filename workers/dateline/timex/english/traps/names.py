"""Calendar words that are part of a name: of a person, a newspaper, a programme, a film."""

from collections.abc import Sequence

from dateline.timex.english.traps import words
from dateline.timex.english.traps.beside import lower_at, starts_name, text_at
from dateline.timex.tokens import Kind, Token

_OPENING = ('"', "“", "‘", "`", "'")


def is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A calendar word that is part of a name: "Theresa May", "Sunday Times", "April O'Neil"."""
    if any(token.kind is not Kind.WORD and token.text != "." for token in tokens[start:end]):
        return False
    before, after = text_at(tokens, start - 1), text_at(tokens, end)
    if after.lower() in words.NAME_TAILS and (after[:1].isupper()):
        return True
    if after.lower() in words.HABITS or _is_programme(tokens, end):
        return True
    if _is_of_a_firm(tokens, end):
        return True
    word = tokens[end - 1].lower
    titled = before[:1].isupper() and before.lower() in words.TITLES
    if titled and (word not in words.WEEKDAYS or before.lower() in words.FORMS_OF_ADDRESS):
        return True
    if before.lower() in words.FIRST_NAMES:
        return True
    return word in words.PERSONAL and _is_person(tokens, start, end)


def _is_of_a_firm(tokens: Sequence[Token], end: int) -> bool:
    """ "Winter & Sons", "Monday.com"."""
    after, beyond = text_at(tokens, end), text_at(tokens, end + 1)
    if after == "&":
        return beyond[:1].isupper() and beyond.lower() not in words.CALENDAR
    domain = after == "." and beyond[:1].islower()
    return domain and tokens[end].glued and tokens[end + 1].glued


def is_programme(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "Saturday Night Live", "Monday morning quarterbacks": no night or morning of its own."""
    daypart = tokens[end - 1].capital and tokens[end - 1].lower in words.CALENDAR
    return lower_at(tokens, end) in words.HABITS or (
        daypart and starts_name(tokens, end) and not tokens[end].paragraph
    )


def is_publication(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "USA Today", "the Daily Mail": part of a title."""
    if not tokens[start].capital:
        return False
    before, after = text_at(tokens, start - 1), text_at(tokens, end)
    whole = end - start > 1 and tokens[end - 1].capital and before in _OPENING
    return (
        whole
        or (before[:1].isupper() and tokens[start - 1].kind is Kind.WORD)
        or (after[:1].isupper() and tokens[end].kind is Kind.WORD and not tokens[end].paragraph)
    )


def is_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The film Thirteen Days", "CBS's 60 Minutes"."""
    last = tokens[end - 1]
    return start < end - 1 and last.capital and not last.text.isupper()


def is_high_noon(tokens: Sequence[Token], start: int) -> bool:
    """ "High Noon": a film."""
    return tokens[start].lower == "noon" and lower_at(tokens, start - 1) == "high"


def is_march(tokens: Sequence[Token], end: int) -> bool:
    """ "The 1963 March on Washington"."""
    return tokens[end - 1].lower == "march" and lower_at(tokens, end) in ("on", "for", "against")


def _is_programme(tokens: Sequence[Token], end: int) -> bool:
    """A weekday before "Night Live"."""
    return lower_at(tokens, end) in words.DAYPARTS and is_programme(tokens, end, end + 1)


def _is_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    before, after = text_at(tokens, start - 1), text_at(tokens, end)
    named = starts_name(tokens, end) and after.lower() not in words.CALENDAR
    if before.lower() in words.WEAK_CUES and named and not tokens[end].paragraph:
        return True
    if before.lower() in words.DATE_CUES or before.lower() in words.OPENING_WORDS:
        return False
    if (
        before[:1].isupper()
        and before.lower() not in words.DATE_CUES
        and tokens[start - 1].kind is Kind.WORD
    ):
        return True
    follows = after[:1].isupper() and end < len(tokens) and tokens[end].kind is Kind.WORD
    return follows and not tokens[end].paragraph and after.lower() not in words.CALENDAR
