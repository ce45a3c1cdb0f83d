"""What only looks like an amount of time: rates, shares, ordinals, titles, descriptions by age."""

from collections.abc import Sequence

from dateline.timex.english.lexicon import UNIT_WORDS, UNITS
from dateline.timex.english.terminals import meanings_of
from dateline.timex.english.traps import words
from dateline.timex.english.traps.beside import lower_at
from dateline.timex.english.traps.names import is_title
from dateline.timex.tokens import Token


def is_lasting(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "The talks could last three days": how long, not which days."""
    before = start - 1
    while lower_at(tokens, before).endswith("ly") or lower_at(tokens, before) in words.FILLERS:
        before -= 1
    return tokens[start].lower == "last" and lower_at(tokens, before) in words.MODALS


def _is_no_period(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Bare "years" and "days" without a word that measures with them."""
    if lower_at(tokens, start - 1) in words.HOURS:
        return True
    if lower_at(tokens, _end) in ("after", "before"):
        # "Hours after the vote".
        return False
    if lower_at(tokens, _end) == "of":
        return False
    return (
        tokens[start].lower in UNIT_WORDS and lower_at(tokens, start - 1) not in words.PERIOD_CUES
    )


def _is_second(tokens: Sequence[Token], start: int, end: int) -> bool:
    return tokens[end - 1].lower in ("second", "quarter") and tokens[start].lower in (
        "a",
        "the",
        "another",
    )


def _is_rate(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Four flights a week", "$500 a month", "thousands of dollars an hour"."""
    if tokens[start].lower not in ("a", "an") or end - start != 2 or start == 0:
        return False
    return counts(tokens, start) or lower_at(tokens, start - 1) in words.COUNTED


def counts(tokens: Sequence[Token], end: int) -> bool:
    """Whether an amount stands right before: "10,000 units", "8.5%"."""
    return any(_is_amount(tokens, at) for at in (end - 1, end - 2))


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    if at < 0:
        return False
    names = {name for name, _ in meanings_of(tokens[at])}
    return not names.isdisjoint(("NUM", "DIGIT", "TEEN", "TEN", "MAGNITUDE"))


def is_no_length(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "A quarter-final", "a second", "$500 a month", "wait a minute": no length."""
    joined = end < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    return (
        joined
        or is_title(tokens, start, end)
        or _is_second(tokens, start, end)
        or _is_rate(tokens, start, end)
        or (tokens[start].lower == "a" and lower_at(tokens, start - 1) == "wait")
    )


def is_of_a_door(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Opening hours"."""
    return tokens[start].lower == "opening" and tokens[end - 1].lower == "hours"


def is_begun(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "For five days from Monday" lasts from then on; "five days from Monday" is a day."""
    lasts = lower_at(tokens, start - 1) in words.LASTING
    return lasts and any(token.lower == "from" for token in tokens[start:end])


def is_now_and_again(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "Once in a while"."""
    return lower_at(tokens, start - 1) == "in" and lower_at(tokens, start - 2) == "once"


def is_trait(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """The age of a person or thing as its description: "her 6-year-old son", "Mr Li, 52 years old".

    TempEval-3 tags none of these; "he is 52 years old" stands for itself.
    """
    return lower_at(tokens, start - 1) not in words.AGED


def has_article(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Of "a month-long strike" the article is the strike's."""
    return tokens[start].lower in ("a", "an")


def _is_as_many(tokens: Sequence[Token], start: int) -> bool:
    """ "The third in as many days": no days of their own."""
    first = start if tokens[start].lower == "many" else start - 1
    counted = lower_at(tokens, first) == "many"
    return counted and lower_at(tokens, first - 1) in ("as", "so", "how", "too")


def _is_told_per_unit(tokens: Sequence[Token], end: int) -> bool:
    """ "24 hours a day", "five days a week": always, or a rate."""
    per = lower_at(tokens, end) in ("a", "an", "per")
    return per and lower_at(tokens, end + 1) in UNITS


def is_share(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Three-quarters of its food"."""
    if _is_as_many(tokens, start) or _is_told_per_unit(tokens, end):
        return True
    if tokens[end - 1].lower == "quarters" and end - start == 1:
        counted = lower_at(tokens, start - 1) == "-" or counts(tokens, start)
        return counted or _is_no_period(tokens, start, end)
    if tokens[end - 1].lower != "quarters":
        return is_title(tokens, start, end) or _is_no_period(tokens, start, end)
    return tokens[end - 2].text == "-" or lower_at(tokens, end) == "of"
