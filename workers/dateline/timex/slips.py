"""Readings that a translation's slip would produce.

In some languages the word for week is the word for a day: what stands as "this Sunday" in a
translation may have been "this week".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.timex import Dct
from dateline.timex.algebra import Expression, In, Last, Next, Now, This
from dateline.timex.repeat import Repeat

# ISO 639 codes of languages, and the day whose name is their word for week.
WEEK_IS_A_DAY = {
    **dict.fromkeys(("bs", "hr", "cnr", "me", "sr", "sh", "ka", "id", "tl", "fil"), "sunday"),
    "hy": "saturday",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What the original may have said."""

    expression: Expression
    confidence: float
    why: str


def readings(expression: Expression, dct: Dct) -> Iterator[Slip]:
    """The week that a day may stand for in a text translated from such a language."""
    source = (dct.translated_from or "").partition("-")[0].lower()
    day = WEEK_IS_A_DAY.get(source)
    week = None if day is None else _week(expression, day)
    if week is not None and day is not None:
        why = f"a slip in translation: {source} has one word for week and {day.capitalize()}"
        yield Slip(week, 0.4, why)


def _week(expression: Expression, day: str) -> Expression | None:
    week = Repeat("week")
    match expression:
        case This(Repeat(name), Now()) if name == day:
            return This(week, Now())
        case Last(Repeat(name), Now()) if name == day:
            return Last(week, Now())
        case In(Repeat(name), Next(_, Now())) if name == day:
            return Next(week, Now())
        case _:
            return None
