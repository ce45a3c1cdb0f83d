"""Numbers as news writes them, and what they count."""

import re

from dateline.events.words.listed import listed

_TO_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, float] = {word: float(n) for n, word in enumerate(_TO_TWENTY.split())}
NUMBERS |= {word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)}
MULTIPLES: dict[str, float] = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
}
CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "dollar": "USD",
    "€": "EUR",
    "euro": "EUR",
    "£": "GBP",
    "pound": "GBP",
    "¥": "JPY",
    "yen": "JPY",
    "yuan": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "rupee": "INR",
    "franc": "CHF",
    "c$": "CAD",
    "a$": "AUD",
}
# "about 300", "more than 300", "300 or so".
APPROXIMATE = listed(
    """
    about around approximately roughly nearly almost some over under least most than up circa
    estimated
    """
)
CASUALTY_VERBS = listed("kill injure wound die hurt drown perish murder shoot massacre bury")
CASUALTY_NOUNS = listed("dead casualty death fatality victim injured wounded")

_DIGITS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")


def number(words: list[str]) -> float | None:
    """The value of a figure's words; None where they are no single figure.

    >>> number(["3.2", "billion"]), number(["twenty-five"]), number(["two", "dozen"])
    (3200000000.0, 25.0, 24.0)
    >>> number(["2,5"]) is None
    True
    """
    value: float | None = None
    for word in words:
        part = _one(word.lower())
        if part is not None:
            value = part if value is None or value < part else value + part
        elif word.lower() in MULTIPLES:
            value = (1.0 if value is None else value) * MULTIPLES[word.lower()]
        else:
            return None
    return value


def _one(word: str) -> float | None:
    if word in NUMBERS:
        return NUMBERS[word]
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    tens, _, ones = word.partition("-")
    if tens in NUMBERS and ones in NUMBERS and 20 <= NUMBERS[tens] < 100 and NUMBERS[ones] < 10:
        return NUMBERS[tens] + NUMBERS[ones]
    return None
