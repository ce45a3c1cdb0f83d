"""A word that points at no time: "at last", "said that Friday", "today's youth", "as soon as"."""

from collections.abc import Sequence

from dateline.model.timex import Direction
from dateline.timex.direction import look
from dateline.timex.english.traps import words
from dateline.timex.english.traps.beside import is_noun_like, lower_at, starts_name
from dateline.timex.english.traps.names import is_publication
from dateline.timex.tokens import Kind, Token


def is_at_last(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "At last": in the end."""
    return lower_at(tokens, start - 1) == "at" and lower_at(tokens, end) not in ("'s", "’s")


def is_no_last_unit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "At last", or the last of something."""
    return is_at_last(tokens, start, end) or is_last_of_it(tokens, start, end)


def is_last_of_it(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The last day of the trial": not the one before today."""
    first = start if tokens[start].lower == "the" else start - 1
    return lower_at(tokens, first) == "the" and lower_at(tokens, end) == "of"


def is_connective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Following Friday's vote", "said that Friday": no pointing word at all."""
    first, after = tokens[start], lower_at(tokens, end)
    if first.lower == "that":
        return after in ("'s", "’s") or lower_at(tokens, start - 1) in words.SAYING
    return first.text == "Following"


def _is_utmost(token: Token) -> bool:
    """ "First", "worst", "coldest": of all in so long a time."""
    return token.lower in words.UTMOST or (token.lower.endswith("est") and len(token.lower) > 5)


def is_no_prospect(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Built in two days" is how long it took; "will open in two days" is when."""
    if lower_at(tokens, end) in words.RELATIVES:
        # "In a year when all is well."
        return True
    if any(_is_utmost(token) for token in tokens[max(0, start - 8) : start - 1]):
        # "For the first time in eight years", "the worst storm in a decade".
        return True
    return look(tokens, start, end).direction is not Direction.FUTURE


def is_no_term(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Freed within two days", "within two days of the vote": no term that begins now."""
    counted = lower_at(tokens, end) in ("of", "after")
    return counted or look(tokens, start, end).direction is not Direction.FUTURE


def is_possessed(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "To get around Wednesday's ruling": nothing approximate."""
    return lower_at(tokens, end) in ("'s", "’s")


def is_of_year(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "At this time of year": year by year, not now."""
    return lower_at(tokens, end) == "of"


def is_nowadays(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Today's youth": of these days, not of this one."""
    owner = lower_at(tokens, end) in ("'s", "’s")
    generic = owner and lower_at(tokens, end + 1) in words.GENERATIONS
    return generic or is_publication(tokens, start, end)


def is_film(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The Day After Tomorrow"."""
    return all(token.capital for token in tokens[start:end])


def is_now_and_then(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Now and then"; "Larry King Now"."""
    titled = start > 0 and tokens[start].capital and is_publication(tokens, start, start + 1)
    if titled and starts_name(tokens, start - 1):
        return True
    again = lower_at(tokens, end + 1) in ("then", "again")
    return again and lower_at(tokens, end) == "and"


def is_event_relative(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "A day after he was hounded": counted from an event, not from a date."""
    if lower_at(tokens, end) == "than":
        # "Six months earlier than planned": by how much.
        return True
    if tokens[end - 1].lower not in ("after", "before"):
        return False
    if end >= len(tokens) or tokens[end].kind is Kind.MARK:
        return False
    # "The day before he had resigned" is the day before; "the day before he resigned" is not known.
    return lower_at(tokens, end + 1) != "had"


def is_soon(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "As soon as", "soon after", "soon became": no time to come."""
    if lower_at(tokens, start - 1) == "as" or lower_at(tokens, end) in words.AFTER_SOON:
        return True
    return look(tokens, start, end).direction is Direction.PAST


def is_counted_past(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "The past three seasons", "the past president": no time by itself."""
    return is_noun_like(tokens, end) and lower_at(tokens, end) not in words.AFTER_PAST


def is_present_day(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "The present-day city", "the present writer"."""
    return is_noun_like(tokens, end) or lower_at(tokens, end) == "-"


def is_of_the_day(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "Later in the day", "at the end of the day": of whichever day is told of, or of none."""
    return tokens[end - 1].lower == "day" and tokens[end - 2].lower == "the"


def is_up_to_date(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "Up to date": of the newest kind."""
    return lower_at(tokens, start - 1) == "up"
