"""A number that is no year, decade or day: "1945 pieces", "in his 80s", "3/4 of it"."""

from collections.abc import Sequence

from dateline.timex.english.traps import words
from dateline.timex.english.traps.beside import (
    is_noun_like,
    lower_at,
    starts_name,
    text_at,
    words_near,
)
from dateline.timex.english.traps.names import is_march
from dateline.timex.tokens import Kind, Token


def is_count(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A four-digit number that nothing shows to be a year: "1945 pieces", "Room 1945"."""
    before, after = lower_at(tokens, start - 1), lower_at(tokens, end)
    if tokens[start].kind is Kind.MARK:
        # An apostrophe that opens a quotation: "'60 Minutes'".
        quoted = before in words.QUOTES or after in words.QUOTES or not tokens[start + 1].glued
        return quoted or starts_name(tokens, end)
    if before in words.QUOTES and after == ":":
        # "2001: A Space Odyssey".
        return True
    if tokens[end - 1].kind is not Kind.NUMBER:
        if tokens[end - 1].capital:
            return True
        counts = is_noun_like(tokens, end) and before not in words.YEAR_CUES
        thousands = tokens[end - 1].lower == "thousand" and after == "and"
        return counts or thousands or after in words.COUNTED or after == "-"
    if after in words.COUNTED or (
        end < len(tokens) and tokens[end].glued and after not in words.CLOSERS
    ):
        return True
    if tokens[start].glued and (before not in words.OPENERS or is_suffix(tokens, start, end)):
        return True
    if _counts_plural(tokens, start, end) or _is_of_a_file(tokens, start, end):
        return True
    if is_page(tokens, start, end):
        return True
    if after == "to" and lower_at(tokens, end + 2) in words.COUNTED:
        # "From 1990 to 2010 points".
        return True
    if before in words.YEAR_CUES or before in words.OCCASIONS:
        return False
    year = int(tokens[end - 1].text)
    if starts_name(tokens, end):
        # "1600 Pennsylvania Avenue", "his 1987 Chevrolet".
        return True
    return not 1800 <= year <= 2100 or text_at(tokens, start - 1)[:1].isupper()


def _is_of_a_file(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Directive 2019/1937": half of its number."""
    behind = text_at(tokens, end) == "/" and end + 1 < len(tokens) and tokens[end + 1].glued
    before = text_at(tokens, start - 1) == "/" and tokens[start].glued and start > 1
    return (behind and tokens[end + 1].kind is Kind.NUMBER) or (
        before and tokens[start - 2].kind is Kind.NUMBER
    )


def is_page(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "Pp. 1990-1995", "nos 1912-1920", and either half of it."""
    if text_at(tokens, start - 1) in ("-", "–") and tokens[start].glued:
        start -= 2
    before = start - 2 if text_at(tokens, start - 1) == "." else start - 1
    return lower_at(tokens, before) in words.LABELS


def is_company(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "21st Century Fox"."""
    return tokens[end - 1].capital and starts_name(tokens, end)


def _counts_plural(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Carried 2027 containers", "about 1900 boats"; not "the 1992 riots", "posted 1988 sales"."""
    before, after = lower_at(tokens, start - 1), lower_at(tokens, end)
    plural = after.endswith("s") and len(after) > 3 and not tokens[end].capital
    if not plural or after in words.BUSINESS or after in words.NO_NOUNS:
        return False
    verb = start > 0 and tokens[start - 1].kind is Kind.WORD and not tokens[start - 1].capital
    return before in words.NEARLY or (verb and before not in words.YEAR_CUES)


def is_suffix(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Whether it hangs on a word or number by a hyphen: "X-1999", "555-2020"."""
    before = tokens[start - 1]
    hangs = start > 1 and before.text == "-" and before.glued
    return hangs and (tokens[start - 2].kind is Kind.WORD or len(tokens[start - 2].text) < 4)


def is_age(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "A man in his 80s", "in my early 20s"."""
    before = start - 1
    while lower_at(tokens, before) in ("early", "mid", "late", "-"):
        before -= 1
    return lower_at(tokens, before) in words.AGES


def is_age_of_life(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "In my early 20s"."""
    decade = tokens[end - 1].kind is Kind.DECADE
    return decade and is_no_decade(tokens, start, end)


def is_heat(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Temperatures in the mid-80s"."""
    of_two_digits = tokens[end - 1].kind is Kind.DECADE and len(tokens[end - 1].text) <= 4
    return of_two_digits and not words.HEAT.isdisjoint(words_near(tokens, start, end))


def is_no_decade(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Ages and temperatures: "in his 80s", "in the mid-80s"."""
    return is_age(tokens, start, end) or is_heat(tokens, start, end)


def is_half_month(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Two numbers and a stroke, where no word announces a date: "3/4 of it"."""
    return lower_at(tokens, start - 1) not in words.NUMERIC_CUES


def is_advertisement(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "An ad": not of our era, AD."""
    return not tokens[start].text.isupper()


def is_cut_short(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """A year before a date of its own: "WWDC 2005" over "June 6, 2005"."""
    cut = end < len(tokens) and tokens[end].kind is Kind.NUMBER
    return cut or is_march(tokens, end)
