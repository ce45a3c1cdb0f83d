"""The names of stretches: TIMEX3 values, read and written."""

import re
from datetime import datetime, timedelta

from dateline.model.interval import Granularity
from dateline.timex.calendar import Stretch, floor, unit_at
from dateline.timex.repeat import DAYPARTS, SEASONS, Repeat

_NAME = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:]{2,8}|[A-Z]{2})(?P<zone>Z|[+-]\d\d:\d\d)?)?)?"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)))?$"
    r"|(?P<decade>\d{3})$|(?P<century>\d\d)$"
)
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
DAYPART_CODES = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "daytime": "DT",
}
_SEASONS = {code: name for name, code in SEASON_CODES.items()}
_DAYPARTS = {code: name for name, code in DAYPART_CODES.items()}
_HOURS = {hours[0]: DAYPART_CODES[name] for name, hours in DAYPARTS.items() if name != "daytime"}


def stretch_named(name: str) -> Stretch | None:
    """The stretch that a TIMEX3 value names; None where there is no such day.

    >>> stretch_named("2025-W08").interval.latest
    datetime.date(2025, 2, 23)
    """
    found = _NAME.match(name)
    if found is None:
        return None
    try:
        return _read(found)
    except (ValueError, OverflowError):
        return None


def _read(found: re.Match[str]) -> Stretch | None:
    if found["decade"]:
        return unit_at(datetime(max(int(found["decade"]) * 10, 1), 1, 1), Granularity.DECADE)
    if found["century"]:
        return unit_at(datetime(max(int(found["century"]) * 100, 1), 1, 1), Granularity.CENTURY)
    year = datetime(int(found["year"]), 1, 1)
    if found["time"]:
        day = year.replace(month=int(found["month"]), day=int(found["day"]))
        name = _DAYPARTS.get(found["time"], f"at-{found['time']}")
        return Repeat(name).within(day)
    if found["day"]:
        return unit_at(
            year.replace(month=int(found["month"]), day=int(found["day"])), Granularity.DAY
        )
    if found["month"]:
        return unit_at(year.replace(month=int(found["month"])), Granularity.MONTH)
    if found["week"]:
        monday = datetime.fromisocalendar(year.year, int(found["week"]), 1)
        return unit_at(monday, Granularity.WEEKEND if found["weekend"] else Granularity.WEEK)
    for field, letter in (("quarter", "q"), ("half", "h")):
        if found[field]:
            return Repeat(letter + found[field]).within(year)
    if found["season"]:
        return Repeat(_SEASONS[found["season"]]).within(year)
    return unit_at(year, Granularity.YEAR)


def name_of(stretch: Stretch) -> str:
    """The TIMEX3 value of a stretch, in the unit it was said in.

    >>> name_of(unit_at(datetime(2025, 2, 19), Granularity.WEEK))
    '2025-W08'
    """
    moment, unit = stretch.first, stretch.unit
    day = moment.date()
    if unit in (Granularity.WEEK, Granularity.WEEKEND):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit is Granularity.WEEKEND else "")
    if unit is Granularity.MONTH:
        return f"{day.year:04}-{day.month:02}"
    if unit is Granularity.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit is Granularity.HALF:
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    if unit is Granularity.SEASON:
        start = floor(moment, unit)
        names = {month: name for name, month in SEASONS.items()}
        return f"{start.year:04}-{SEASON_CODES[names[start.month]]}"
    if unit is Granularity.YEAR:
        return f"{day.year:04}"
    if unit is Granularity.DECADE:
        return f"{day.year // 10:03}"
    if unit is Granularity.CENTURY:
        return f"{day.year // 100:02}"
    return day.isoformat() + _time(stretch)


def _time(stretch: Stretch) -> str:
    moment, unit = stretch.first, stretch.unit
    if unit is Granularity.DAYPART:
        return "T" + (_HOURS[moment.hour] if _length(stretch) < 12 else "DT")
    if unit is Granularity.HOUR:
        return f"T{moment.hour:02}:00"
    if unit is Granularity.MINUTE:
        return f"T{moment.hour:02}:{moment.minute:02}"
    if unit is Granularity.SECOND:
        return f"T{moment.hour:02}:{moment.minute:02}:{moment.second:02}"
    return ""


def _length(stretch: Stretch) -> float:
    return (stretch.beyond - stretch.first) / timedelta(hours=1)
