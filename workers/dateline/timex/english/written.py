"""Dates in figures: 2025-02-26, 26.02.2025, 3/4/2025, Feb. 3-5, 2008-09."""

from dateline.timex.algebra import At, Between, Either, Expression, In
from dateline.timex.english.meaning import full_year, in_year, month, month_day, nearest
from dateline.timex.named import stretch_named
from dateline.timex.repeat import Repeat
from dateline.timex.rule import Example, Rule

_WED = "2025-02-26"


def _iso(text: str) -> Expression:
    return At(
        text[:10]
        + (f"T{text[11:].split('.', maxsplit=1)[0].rstrip('Z')[:8]}" if len(text) > 10 else "")
    )


def _fields(text: str) -> list[int]:
    return [int(part) for part in text.replace("/", "-").replace(".", "-").split("-")]


def _day(year: int, number: int, day: int) -> At:
    return At(f"{year:04}-{number:02}-{day:02}")


def _year_month(text: str) -> Expression:
    """ "2015-12" is a December; "2008-09" is a season of two years."""
    year, number = int(text[:4]), int(text[5:])
    if number == year % 100 + 1:
        return Between(At(text[:4]), At(f"{year + 1:04}"))
    return At(f"{year:04}-{number:02}")


def _ymd(text: str) -> Expression:
    return _day(*_fields(text))


def _numeric(text: str) -> Expression | None:
    """3/4/2025 has two readings, 13/4/2025 and 3.4.2025 have one."""
    first, second, year = _fields(text)
    if 0 in (first, second) or min(first, second) > 12 or max(first, second) > 31:
        return None
    year = full_year(year) if year < 100 else year
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if "." in text or stretch_named(month_first.name) is None:
        return day_first if stretch_named(day_first.name) or first > 12 else month_first
    if stretch_named(day_first.name) is None or first == second:
        return month_first
    return Either(month_first, day_first)


def _slashed(text: str) -> Expression | None:
    first, second = _fields(text)
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if first > 12:
        return nearest(month_day(second, first))
    if second > 12 or first == second:
        return nearest(month_day(first, second))
    return Either(nearest(month_day(first, second)), nearest(month_day(second, first)))


def _days(number: int, first: int, last: int, year: int | None = None) -> Expression | None:
    if first >= last:
        return None
    names = month_day(number, first), month_day(number, last)
    if year is None:
        return Between(nearest(names[0]), nearest(names[1]))
    return Between(*(In(Repeat(name), At(f"{year:04}")) for name in names))


def _months(first: int, last: int, year: int) -> Expression:
    begins = year if first < last else year - 1
    return Between(in_year(month(first), begins), in_year(month(last), year))


def _years(first: int, last: int) -> Expression | None:
    if last < 100:
        last += first - first % 100
    return Between(At(f"{first:04}"), At(f"{last:04}")) if first < last <= first + 300 else None


RULES = (
    Rule("ISO date", "DATE", "ISO", _iso,
         (Example("Filed 2025-02-26 by him.", _WED, "2025-02-26"),
          Example("Filed -2025-02-26- by him.", _WED, "2025-02-26"),
          Example("Filed 2025-02-26T10:30:00Z by him.", _WED, "2025-02-26T10:30:00")),
         ("Call 2025-02-2677.",)),
    Rule("year, month, day", "DATE", "YMD", _ymd,
         (Example("Filed 2025/2/26 by him.", _WED, "2025-02-26"),),
         ("Version 2025/2/26/1.",)),
    Rule("compact date", "DATE", "COMPACT", lambda text: At(f"{text[:4]}-{text[4:6]}-{text[6:]}"),
         (Example("Filed 20250226 by him.", _WED, "2025-02-26"),),
         ("Call 120250226.",)),
    Rule("numbers of a date", "DATE", "NUMERIC", _numeric,
         (Example("Filed on 26.02.2025 by him.", _WED, "2025-02-26"),
          Example("Filed on 26/02/2025 by him.", _WED, "2025-02-26"),
          Example("Filed on 3/4/2025 by him.", _WED, "2025-03-04")),
         ("Version 3.4.2025.1.",)),
    Rule("numbers of a day", "DATE", "SLASHED", _slashed,
         (Example("Filed on 22/04 by him.", _WED, "2024-04-22"),
          Example("Filed on 1/15 by him.", _WED, "2025-01-15"),
          Example("It was open from 1/15-2/20 to all.", _WED, "2025-02-20")),
         ("He ate 3/4 of it.",)),
    Rule("year and month", "DATE", "YEARMONTH", _year_month,
         (Example("Filed in 2015-12 by him.", _WED, "2015-12"),
          Example("Filed in 2015-3 by him.", _WED, "2015-03"),
          Example("In the 2008-09 season they won.", _WED, "P2Y", "2008-01-01", "2009-12-31")),
         ("Filed in 2015-32 by him.",)),
    Rule("month and year in figures", "DATE", "MONTHYEAR",
         lambda text: in_year(month(_fields(text)[0]), _fields(text)[1]),
         (Example("Filed in 12-2015 by him.", _WED, "2015-12"),
          Example("Filed in 02/2024 by him.", _WED, "2024-02")),
         ("Filed in 32-2015 by him.",)),
    Rule("year, month, day apart", "DATE", "<on YEAR DAY DAY",
         lambda year, number, day: _day(year, number, day) if number <= 12 else None,
         (Example("On 2016 10 16, it began.", _WED, "2016-10-16"),),
         ("In 2016 10 16-year-olds left.",)),
    Rule("year and quarter in figures", "DATE", "YEAR - CODE",
         lambda year, name: in_year(name, year),
         (Example("Sales fell in 2023-Q2.", _WED, "2023-Q2"),
          Example("Sales will rise in 2026-H1.", _WED, "2026-H1")),
         ("Sales fell in 2023-Q8.",)),
    Rule("name and day with a stroke", "REPEAT", "MON / DAY", month_day,
         (Example("Filed on Oct/2 by him.", _WED, "2024-10-02"),),
         ("Filed on Oct/A by him.",)),
    Rule("day, name, year", "DATE", "DAY -|/ MON|MODEST -|/ YEAR",
         lambda day, number, year: in_year(month_day(number, day), year),
         (Example("Filed on 22/Jan/2019 by him.", _WED, "2019-01-22"),),
         ("Filed on 22/Jan/A.",)),
    Rule("year, name, day", "DATE", "YEAR -|/ MON|MODEST -|/ DAY",
         lambda year, number, day: in_year(month_day(number, day), year),
         (Example("Filed on 2019-Jan-22 by him.", _WED, "2019-01-22"),),
         ("Filed on 2019-Jan-A.",)),
    Rule("days of a month", "DATE", "MON|MODEST DAY|DAYTH -|– DAY|DAYTH", _days,
         (Example("They met Feb. 3-5.", _WED, "P3D", "2025-02-03", "2025-02-05"),),
         ("They won Feb. 3.",)),
    Rule("days of a month and year", "DATE", "MON|MODEST DAY|DAYTH -|– DAY|DAYTH ,? YEAR", _days,
         (Example("They met Feb. 3-5, 2024.", _WED, "P3D", "2024-02-03", "2024-02-05"),),
         ("They won Feb. 3, 2024.",)),
    Rule("days before a month", "DATE", "DAY|DAYTH -|– DAY|DAYTH MON|MODEST",
         lambda first, last, number: _days(number, first, last),
         (Example("They met 3-5 February.", _WED, "P3D", "2025-02-03", "2025-02-05"),),
         ("They won 3-5 in February.",)),
    Rule("days before a month and year", "DATE", "DAY|DAYTH -|– DAY|DAYTH MON|MODEST ,? YEAR",
         lambda first, last, number, year: _days(number, first, last, year),
         (Example("They met 3-5 February 2024.", _WED, "P3D", "2024-02-03", "2024-02-05"),),
         ("They won 3-5 in February 2024.",)),
    Rule("months of a year", "DATE", "MON -|– MON ,? YEAR", _months,
         (Example("They met in Nov.-Dec. 2023.", _WED, "P2M", "2023-11-01", "2023-12-31"),
          Example("They met in November-February 2023.", _WED, "P4M", "2022-11-01",
                  "2023-02-28")),
         ("They met in Nov., 2023.",)),
    Rule("the years", "DATE", "the years YEAR -|– YEAR|YY", _years,
         (Example("The years 1998-2003 were lean.", _WED, "P6Y", "1998-01-01", "2003-12-31"),),
         ("The years were lean.",)),
    Rule("years", "DATE", "YEAR -|–|/ YEAR|YY", _years,
         (Example("The 2010-2015 war ended.", _WED, "P6Y", "2010-01-01", "2015-12-31"),
          Example("In the 1998-99 season they won.", _WED, "P2Y", "1998-01-01", "1999-12-31")),
         ("They won 2010-1.",)),
)  # fmt: skip
