"""English words and what they mean; one place to add a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.model.interval import Granularity
from dateline.timex.english.wordlist import words
from dateline.timex.repeat import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time and how TIMEX3 writes so many of it."""

    unit: Granularity
    letter: str
    times: int = 1

    def period(self, count: str) -> str:
        """The period of so many of it; X where the number is not said.

        >>> Unit(Granularity.WEEK, "W", 2).period("3")
        'P6W'
        """
        prefix = "PT" if self.letter in "hms" else "P"
        prefix = "PT" if self.letter in "hms" else "P"
        if count == "X":
            return f"{prefix}X{self.letter.upper()}"
        number = f"{float(count) * self.times:.10g}"
        return f"{prefix}{number}{self.letter.upper()}"


_DAY = Unit(Granularity.DAY, "D")
_WEEK = Unit(Granularity.WEEK, "W")
_YEAR = Unit(Granularity.YEAR, "Y")

UNITS = {
    "second": Unit(Granularity.SECOND, "s"),
    "minute": Unit(Granularity.MINUTE, "m"),
    "hour": Unit(Granularity.HOUR, "h"),
    "day": _DAY,
    # Nights are counted like days, but "last night" is no day.
    "night": Unit(Granularity.DAYPART, "D"),
    "week": _WEEK,
    "fortnight": Unit(Granularity.WEEK, "W", 2),
    "month": Unit(Granularity.MONTH, "M"),
    "quarter": Unit(Granularity.QUARTER, "Q"),
    "year": _YEAR,
    "decade": Unit(Granularity.YEAR, "Y", 10),
    "century": Unit(Granularity.YEAR, "Y", 100),
    "millennium": Unit(Granularity.YEAR, "Y", 1000),
}
# Only after a number: "90 mins".
ABBREVIATED = {
    **dict.fromkeys(("sec", "secs"), UNITS["second"]),
    **dict.fromkeys(("min", "mins"), UNITS["minute"]),
    **dict.fromkeys(("hr", "hrs"), UNITS["hour"]),
    **dict.fromkeys(("wk", "wks"), UNITS["week"]),
    **dict.fromkeys(("yr", "yrs"), UNITS["year"]),
}
IRREGULAR_PLURALS = {"centuries": "century", "millennia": "millennium"}

WEEKDAY_ABBREVIATIONS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4,
    "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Words of other meanings too: months or days only with a capital, a number or a preposition.
MODEST = frozenset(
    {"may", "march", "mar", "august", "jun", "jan", "dec", "sun", "sat", "wed", "fri", "mon", "sep"}
)

SEASONS = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}

DAYPARTS = {
    "morning": "morning",
    "mornings": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "night": "night",
    "nights": "night",
    "nighttime": "night",
    "lunchtime": "midday",
    "daytime": "daytime",
}

DIGITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
MAGNITUDES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

ADVERBS_OF_FREQUENCY = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennially": "P2Y",
    "everyday": "P1D",
}

ZONES = words(
    """
    gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst
    hkt sgt aest aedt wib
    """
)

# Whose time a clock shows: the words, as they are said, and the zone.
CLOCKS_KEPT = tuple(
    (said.lower(), said, zone)
    for said, zone in {
        "Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT",
        "Greenwich Mean": "GMT", "Coordinated Universal": "UTC", "Central European": "CET",
        "British": "Europe/London", "London": "Europe/London", "Paris": "Europe/Paris",
        "Berlin": "Europe/Berlin", "Moscow": "Europe/Moscow", "Kyiv": "Europe/Kyiv",
        "Kiev": "Europe/Kyiv", "Israel": "Asia/Jerusalem", "Tehran": "Asia/Tehran",
        "Beijing": "Asia/Shanghai", "Tokyo": "Asia/Tokyo", "Japan": "Asia/Tokyo",
        "New York": "America/New_York",
    }.items()
)  # fmt: skip

# Said of the number that follows: TIMEX3's mod for an amount.
AMOUNT_MODS = {
    ("about",): "APPROX",
    ("around",): "APPROX",
    ("approximately",): "APPROX",
    ("roughly",): "APPROX",
    ("some",): "APPROX",
    ("nearly",): "LESS_THAN",
    ("almost",): "LESS_THAN",
    ("under",): "LESS_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("more", "than"): "MORE_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("no", "more", "than"): "EQUAL_OR_LESS",
    ("no", "less", "than"): "EQUAL_OR_MORE",
}

# Words that leave a number open.
VAGUE_COUNTS = (
    "several", "few", "a few", "some", "many", "dozens of", "numerous", "countless", "various",
    "a number of", "a handful of",
)  # fmt: skip

Meanings = tuple[tuple[str, Any], ...]


def _entries() -> dict[str, Meanings]:
    """Every word with its meanings, from the tables above."""
    found: dict[str, list[tuple[str, Any]]] = {}

    def enter(words: Mapping[str, Any], name: str) -> None:
        for word, meaning in words.items():
            found.setdefault(word, []).append((name, meaning))

    enter({name: name for name in WEEKDAYS}, "WEEKDAY")
    enter({f"{name}s": name for name in WEEKDAYS}, "WEEKDAYS")
    enter({k: WEEKDAYS[v - 1] for k, v in WEEKDAY_ABBREVIATIONS.items()}, "WD")
    enter({name: number + 1 for number, name in enumerate(MONTHS)}, "MONTH")
    enter(MONTH_ABBREVIATIONS, "MONTHAB")
    enter(UNITS, "UNIT")
    enter({f"{word}s": unit for word, unit in UNITS.items()}, "UNITS")
    enter({word: UNITS[unit] for word, unit in IRREGULAR_PLURALS.items()}, "UNITS")
    enter(ABBREVIATED, "ABBREVIATED")
    enter(SEASONS, "SEASON")
    enter({f"{word}s": name for word, name in SEASONS.items()}, "SEASONS")
    enter({w: name for w, name in DAYPARTS.items() if not w.endswith("s")}, "DAYPART")
    enter({w: name for w, name in DAYPARTS.items() if w.endswith("s")}, "DAYPARTS")
    enter(DIGITS, "DIGIT")
    enter(TEENS, "TEEN")
    enter(TENS, "TEN")
    enter(DECADES, "NINETIES")
    enter(MAGNITUDES, "MAGNITUDE")
    enter(ORDINALS, "ORDINAL")
    enter(ADVERBS_OF_FREQUENCY, "FREQUENCY")
    enter({zone: zone.upper() for zone in sorted(ZONES)}, "ZONE")
    return {word: tuple(meanings) for word, meanings in found.items()}


WORDS = _entries()
UNIT_WORDS = frozenset((*(f"{word}s" for word in UNITS), *IRREGULAR_PLURALS))
