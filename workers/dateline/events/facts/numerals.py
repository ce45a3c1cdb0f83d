"""Figures in running text: their value, unit and how exactly they are meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from dateline.events.facts.words import CURRENCY_SIGNS, CURRENCY_WORDS, MEASURES, SHARES
from dateline.model.provenance import Span
from dateline.timex.english.lexicon import DIGITS, MAGNITUDES, TEENS, TENS

_SMALL = DIGITS | TEENS | TENS
_LARGE = MAGNITUDES | {"trillion": 10**12}
_SCALES = _LARGE | {
    "bn": 10**9, "tn": 10**12, "mn": 10**6, "dozen": 12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# One letter is a scale after money only: "300m" alone is a length.
_MONEY_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}


def _any(words: Iterable[str]) -> str:
    """An alternative of words, the longer first; spaces are any white space."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest)


_WORD = rf"(?:{_any(_SMALL | _LARGE)})"
_SPELLED = (
    rf"(?:an?\s(?:{_any(_LARGE)}|dozen)|half\sa\s(?:{_any(_LARGE)}|dozen)"
    rf"|{_WORD}\sand\sa\shalf(?=\s(?:{_any(_LARGE)}))|{_WORD})"
    rf"(?:[-\s]{_WORD}|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s{_WORD}){{0,8}}"
)
_DIGITS = (
    r"(?:\d{1,3}(?:(?P<mark>[,.'’\s])\d{3})(?:(?P=mark)\d{3}){0,4}(?:[.,]\d{1,2})?(?![,.]?\d)"
    r"|\d{1,2}(?:,\d\d){1,3},\d{3}|\d{1,15}(?:[.,]\d{1,6})?)"
)
_SIGN = rf"(?:{_any(CURRENCY_SIGNS)})"
_UNITS = CURRENCY_WORDS | MEASURES | SHARES
_NUMBER = (
    rf"(?:(?P<sign>{_SIGN})\s?|(?P<code>USD|EUR|GBP|CHF|JPY)\s)?"
    rf"(?:(?P<digits>{_DIGITS})|(?P<spelled>(?i:{_SPELLED})\b))"
    rf"(?:[-\s]?(?P<scale>(?i:{_any(_SCALES)}))s?\b|(?<=\d)(?P<letter>[kKmMbBtT])\b)?"
)
_FIGURE = re.compile(rf"(?<![\w.,:/+#’'-]){_NUMBER}")
_SECOND = re.compile(_NUMBER)
_FRACTION = re.compile(
    rf"\b(?i:(?:(?P<count>{_any(DIGITS)})[-\s](?P<part>third|quarter|fifth|tenth)s?"
    rf"|(?:an?\s)(?P<one>third|quarter|fifth|tenth)|(?P<half>half))(?=\s(?:of|the)\b)"
    rf"|one\s(?:in|out\sof)(?:\severy)?\s(?P<whole>{_any(_SMALL)}))\b"
)
_UNIT = re.compile(rf"[-\s]?(?:(?P<unit>(?i:{_any(_UNITS)})(?i:s)?)(?!\w)|(?P<percent>%))")
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?P<word>to|and)\s")
_APPROXIMATE = re.compile(
    r"\b(?:about|around|roughly|approximately|approx\.?|circa|some|nearly|almost|close\sto"
    r"|(?:an\s)?estimated|up\sto|upwards?\sof|at\s(?:least|most)|over|under|above|below"
    r"|(?:no\s)?(?:more|less|fewer|greater|higher)\sthan|as\s(?:many|much|few|little)\sas"
    r"|(?:just|well|slightly)\s(?:over|under)|north\sof)(?:\san?|\sthe)?\s$"
    r"|~\s?$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\s(?:or\s(?:so|more|less|fewer)|plus)\b", re.IGNORECASE)
_LAST = re.compile(
    r"(?P<rest>(?:(?!thousand|million|billion|trillion).)+)[-\s]"
    r"(?P<large>thousand|million|billion|trillion)"
)
# Ordinals, models, clock times, scores and the like go on right after the figure.
_NO_FIGURE = re.compile(r"(?:st|nd|rd|th|s)\b|\w|[.,:/]\d|[-–]\d|-(?i:year|month|week|day|hour)")
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in the text, its unit included where it has one.

    `number` is where the digits or words stand, `span` with sign, unit and "about"; `unit` is None
    for a bare count. `to` is the upper end of a range. `grouped`: "3.000" may be three thousand.
    """

    number: Span
    span: Span
    value: float
    unit: str | None
    approximate: bool
    to: float | None = None
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class _Amount:
    """One number with its sign and scale."""

    start: int
    digits: int
    end: int
    value: float
    scale: float
    currency: str | None
    grouped: bool


def figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures between two offsets of a text, left to right; none within another.

    >>> [(f.value, f.unit) for f in figures("Some 2.5 million people lost $3bn.", 0, 34)]
    [(2500000.0, None), (3000000000.0, 'USD')]
    """
    fractions = _fractions(text, start, end)
    fraction = next(fractions, None)
    at = start
    while amount := _amount(text, at, end):
        while fraction is not None and fraction.span.start <= amount.start:
            if fraction.span.start >= at:
                yield fraction
                at = fraction.span.end
            fraction = next(fractions, None)
        if amount.start < at:
            continue
        figure = _figure(text, amount, start, end)
        at = amount.end if figure is None else figure.span.end
        if figure is not None:
            yield figure
    rest = fractions if fraction is None else chain((fraction,), fractions)
    yield from (f for f in rest if f.span.start >= at)


def _amount(text: str, at: int, end: int, *, here: bool = False) -> _Amount | None:
    """The next number from an offset on, or None; with `here`, only one that starts there."""
    found = _SECOND.match(text, at, end) if here else _FIGURE.search(text, at, end)
    if found is None:
        return None
    currency = CURRENCY_SIGNS.get(found["sign"] or "", found["code"])
    scale = float(_SCALES.get((found["scale"] or "").lower(), 1))
    stop = found.end()
    if found["letter"]:
        if currency is not None:
            scale = float(_MONEY_SCALES[found["letter"].lower()])
        else:
            stop = found.start("letter")
    digits = found.start("digits") if found["digits"] else found.start("spelled")
    number: float | None
    if found["digits"]:
        number = _read(found["digits"])
    else:
        words, large = _parted(found["spelled"])
        number, scale = _spelled(words), scale * large
    # A number in words that makes no sense as one ("twenty thirty") is left alone.
    value = -1.0 if number is None else number
    return _Amount(found.start(), digits, stop, value, scale, currency, _is_grouped(found))


def _read(digits: str) -> float:
    """The value of a number in figures, whichever mark parts its thousands.

    >>> [_read(d) for d in ("2,500", "2,5", "2.5", "1.200.000", "10 000", "1,234.5")]
    [2500.0, 2.5, 2.5, 1200000.0, 10000.0, 1234.5]
    """
    bare = re.sub(r"[\s'’]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", bare):
        return float(bare.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+", bare):
        return float(bare.replace(".", "").replace(",", "."))
    return float(bare.replace(",", "."))


def _is_grouped(found: re.Match[str]) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", found["digits"] or ""))


def _parted(words: str) -> tuple[str, float]:
    """A number in words without its last magnitude, and that: "three", million."""
    found = _LAST.fullmatch(words.lower())
    return (found["rest"], float(_LARGE[found["large"]])) if found else (words, 1.0)


def _spelled(words: str) -> float | None:
    """The value of a number in words.

    >>> _spelled("two hundred and fifty thousand"), _spelled("half a million"), _spelled("a")
    (250000.0, 500000.0, 1.0)
    """
    total, group, last = 0.0, 0.0, float("inf")
    for word in re.split(r"[-\s]+", words.lower()):
        if word in ("a", "an"):
            group = group or 1.0
        elif word == "half":
            group += 0.5
        elif word in _SMALL:
            # "twenty one" adds up, "five six" does not.
            if last < 10 or (last < 100 and _SMALL[word] > 9):
                return None
            group, last = group + _SMALL[word], float(_SMALL[word])
        elif word == "hundred":
            group, last = (group or 1.0) * 100, 100.0
        elif word in _LARGE or word == "dozen":
            total, group, last = total + (group or 1.0) * _SCALES[word], 0.0, 1000.0
    return total + group


def _figure(text: str, amount: _Amount, start: int, end: int) -> Figure | None:
    """A number with its unit, range and hedge; None where it is no quantity at all."""
    if amount.value < 0:
        return None
    upper = _upper(text, amount, end)
    last = upper or amount
    stop, unit = _unit(text, last, end)
    unit = unit or _unit(text, amount, end)[1]
    if unit is None and _NO_FIGURE.match(text, stop, end):
        return None
    low, high = amount.value * amount.scale, None
    if upper is not None:
        # "2 to 3 million": the scale of the second is meant for both.
        scale = amount.scale if amount.scale > 1 else upper.scale
        low, high = amount.value * scale, upper.value * upper.scale
    hedge = _APPROXIMATE.search(text, max(start, amount.start - 24), amount.start)
    after = _AFTERWARDS.match(text, stop, end)
    between = _before(text, amount, _BETWEEN) if upper is not None else None
    first = min([amount.start, *(m.start() for m in (hedge, between) if m is not None)])
    return Figure(
        Span(amount.digits, last.end),
        Span(first, stop),
        low,
        unit,
        hedge is not None or after is not None or high is not None,
        high,
        amount.grouped and amount.scale == 1,
    )


def _upper(text: str, amount: _Amount, end: int) -> _Amount | None:
    """The second number of a range: "20-30", "20 to 30", "between 20 and 30"."""
    joint = _JOIN.match(text, amount.end, end)
    if joint is None:
        joint = _JOIN.match(text, _unit(text, amount, end)[0], end)
    if joint is None or (joint["word"] == "and") != bool(_before(text, amount, _BETWEEN)):
        return None
    if joint["word"] == "to" and _before(text, amount, _FROM):
        # "rose from 20 to 30 percent" tells two figures.
        return None
    other = _amount(text, joint.end(), end, here=True)
    if other is None or other.value < 0 or _units_clash(text, amount, other, end):
        return None
    low = amount.value * (amount.scale if amount.scale > 1 else other.scale)
    return other if low < other.value * other.scale or joint["word"] == "and" else None


def _before(text: str, amount: _Amount, word: re.Pattern[str]) -> re.Match[str] | None:
    return word.search(text, max(0, amount.start - 10), amount.start)


def _units_clash(text: str, amount: _Amount, other: _Amount, end: int) -> bool:
    """ "rose 3.5 percent to $41.20" tells two figures of two kinds."""
    low, high = _unit(text, amount, end)[1], _unit(text, other, end)[1]
    return low is not None and high is not None and low != high


def _unit(text: str, amount: _Amount, end: int) -> tuple[int, str | None]:
    """Where the unit after a number ends, and which it is."""
    found = _UNIT.match(text, amount.end, end)
    if amount.currency is not None:
        code = found is not None and found["unit"] in (amount.currency, "sterling")
        return (found.end() if found and code else amount.end), amount.currency
    if found is None:
        return _abbreviated(text, amount, end)
    return found.end(), "percent" if found["percent"] else _UNIT_NAMES[_singular(found["unit"])]


def _abbreviated(text: str, amount: _Amount, end: int) -> tuple[int, str | None]:
    """ "300m" and "5m": metres, when no money is meant."""
    after = text[amount.end : min(amount.end + 2, end)]
    glued = after[:1] == "m" and not after[1:].isalnum() and text[amount.end - 1].isdigit()
    return (amount.end + 1, "m") if glued else (amount.end, None)


_UNIT_NAMES: Mapping[str, str] = {word.lower(): unit for word, unit in _UNITS.items()}


def _singular(unit: str) -> str:
    name = re.sub(r"\s", " ", unit.lower())
    return name if name in _UNIT_NAMES else name.removesuffix("s")


def _fractions(text: str, start: int, end: int) -> Iterator[Figure]:
    """All of "two-thirds of", "a quarter of", "half the", "one in five"."""
    for found in _FRACTION.finditer(text, start, end):
        part = (found["part"] or found["one"] or "half").lower()
        size = 1 / _SMALL[found["whole"].lower()] if found["whole"] else _FRACTIONS[part]
        value = round((DIGITS[found["count"].lower()] if found["count"] else 1) * size, 4)
        span = Span(found.start(), found.end())
        hedge = _APPROXIMATE.search(text, max(start, span.start - 24), span.start)
        whole = span if hedge is None else Span(hedge.start(), span.end)
        yield Figure(span, whole, value, "fraction", hedge is not None)
