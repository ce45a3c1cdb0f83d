"""Dates in figures: 2025-02-26, 26.02.2025, 3/4/2025, Feb. 3-5, 2008-09."""

from dateline.timex.algebra import At, Between, Expression, In
from dateline.timex.english.meaning import month_day, nearest
from dateline.timex.repeat import Repeat
from dateline.timex.rule import Example, Rule

_WED = "2025-02-26"


def _iso(text: str) -> Expression:
    return At(
        text[:10]
        + (f"T{text[11:].split('.', maxsplit=1)[0].rstrip('Z')}" if len(text) > 10 else "")
    )


def _ymd(text: str) -> Expression:
    year, number, day = (int(part) for part in _fields(text))
    return At(f"{year:04}-{number:02}-{day:02}")


def _fields(text: str) -> list[str]:
    return text.replace("/", "-").replace(".", "-").split("-")


def _days(number: int, first: int, last: int, year: int | None = None) -> Expression | None:
    if first >= last:
        return None
    names = month_day(number, first), month_day(number, last)
    if year is None:
        return Between(nearest(names[0]), nearest(names[1]))
    return Between(*(In(Repeat(name), At(f"{year:04}")) for name in names))


def _years(first: int, last: int) -> Expression | None:
    if last < 100:
        last += first - first % 100
    return Between(At(f"{first:04}"), At(f"{last:04}")) if first < last <= first + 300 else None


RULES = (
    Rule("ISO date", "DATE", "ISO", _iso,
         (Example("Filed 2025-02-26 by him.", _WED, "2025-02-26"),),
         ("Call 2025-02-2677.",)),
    Rule("year, month, day", "DATE", "YMD", _ymd,
         (Example("Filed 2025/2/26 by him.", _WED, "2025-02-26"),),
         ("Version 2025/2/26/1.",)),
    Rule("compact date", "DATE", "COMPACT", lambda text: At(f"{text[:4]}-{text[4:6]}-{text[6:]}"),
         (Example("Filed 20250226 by him.", _WED, "2025-02-26"),),
         ("Call 120250226.",)),
    Rule("days of a month", "DATE", "MON DAY - DAY",
         _days,
         (Example("They met Feb. 3-5.", _WED, "P3D", "2025-02-03", "2025-02-05"),),
         ("They won Feb. 3.",)),
    Rule("days of a month and year", "DATE", "MON DAY - DAY ,? YEAR",
         _days,
         (Example("They met Feb. 3-5, 2024.", _WED, "P3D", "2024-02-03", "2024-02-05"),),
         ("They won Feb. 3, 2024.",)),
    Rule("years", "DATE", "YEAR -|– YEAR|YY", _years,
         (Example("The 2010-2015 war ended.", _WED, "P6Y", "2010-01-01", "2015-12-31"),
          Example("In the 2008-09 season they won.", _WED, "P2Y", "2008-01-01", "2009-12-31")),
         ("They won 2010-1.",)),
)  # fmt: skip
