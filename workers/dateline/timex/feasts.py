"""Feast and named days of a year: fixed, moveable with Easter, and counted by weekday."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, easter  # type: ignore[import-untyped]  # no stubs

# Days from Easter Sunday.
EASTER_DAYS = {
    "mothering-sunday": -21,
    "shrove-tuesday": -47,
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "maundy-thursday": -3,
    "good-friday": -2,
    "holy-saturday": -1,
    "easter": 0,
    "easter-monday": 1,
    "ascension-day": 39,
    "whit-sunday": 49,
    "whit-monday": 50,
    "corpus-christi": 60,
}

# Month, weekday (Monday is 1) and which one; -1 is the month's last. American unless named.
WEEKDAY_DAYS = {
    "martin-luther-king-day": (1, 1, 3),
    "super-bowl-sunday": (2, 7, 2),
    "presidents-day": (2, 1, 3),
    "mothers-day": (5, 7, 2),
    "memorial-day": (5, 1, -1),
    "fathers-day": (6, 7, 3),
    "labor-day": (9, 1, 1),
    "columbus-day": (10, 1, 2),
    "first-monday-of-november": (11, 1, 1),
    "remembrance-sunday": (11, 7, 2),
    "thanksgiving": (11, 4, 4),
}

# Days that countries keep on days of their own, and what `holidays` calls them.
NATIONAL = {
    "independence-day": "Independence Day",
    "labor-day": "Labor Day",
    "thanksgiving": "Thanksgiving",
    "mothers-day": "Mother's Day",
}
# Days that a country keeps as another feast.
KEPT_AS = {("mothers-day", "GB"): "mothering-sunday", ("mothers-day", "IE"): "mothering-sunday"}
_ANY_YEAR = 2024

# Days from another feast.
BESIDE = {
    "election-day": ("first-monday-of-november", 1),
    "black-friday": ("thanksgiving", 1),
    "cyber-monday": ("thanksgiving", 4),
}


def on(name: str, year: int) -> date | None:
    """The day of a feast in a year, None for a name or a year without one.

    >>> on("thanksgiving", 1999)
    datetime.date(1999, 11, 25)
    """
    kept, _, country = name.partition("@")
    if country:
        return _reckoned_by(country, NATIONAL[kept], year)
    finder = _FINDERS.get(name)
    if finder is not None:
        return finder(year)
    if name in EASTER_DAYS:
        return _easter(year) + timedelta(days=EASTER_DAYS[name])
    if name in WEEKDAY_DAYS:
        return nth_weekday(year, *WEEKDAY_DAYS[name])
    if name in BESIDE:
        feast, days = BESIDE[name]
        day = on(feast, year)
        return None if day is None else day + timedelta(days=days)
    return None


def national(name: str, country: str) -> str | None:
    """The name of a country's own day, `labor-day@IE`; None where it keeps none of that name."""
    if name not in NATIONAL:
        return None
    if (name, country.upper()) in KEPT_AS:
        return KEPT_AS[name, country.upper()]
    own = f"{name}@{country.upper()}"
    return own if on(own, _ANY_YEAR) is not None else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Such a weekday of a month, counted from its start, or from its end when negative."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    last = after - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))


def _easter(year: int) -> date:
    day: date = easter(year)
    return day


def _orthodox_easter(year: int) -> date:
    day: date = easter(year, EASTER_ORTHODOX)
    return day


@lru_cache(maxsize=512)
def _reckoned_by(country: str, name: str, year: int) -> date | None:
    import holidays  # noqa: PLC0415  # half a second that most articles never need

    try:
        days = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        # The library's word for a country that it does not know.
        return None
    return min(days.get_named(name, lookup="startswith"), default=None)


def _reckoned(country: str, name: str) -> Callable[[int], date | None]:
    """A feast of a lunar calendar, as a country that keeps it reckons it."""
    return lambda year: _reckoned_by(country, name, year)


_FINDERS: dict[str, Callable[[int], date | None]] = {
    "orthodox-easter": _orthodox_easter,
    "eid-al-fitr": _reckoned("TR", "Eid al-Fitr"),
    "eid-al-adha": _reckoned("TR", "Eid al-Adha"),
    "independence-day": _reckoned("US", "Independence Day"),
    "holi": _reckoned("IN", "Holi"),
    "diwali": _reckoned("IN", "Diwali"),
    "chinese-new-year": _reckoned("SG", "Chinese New Year"),
    "yom-kippur": _reckoned("IL", "Yom Kippur"),
    "rosh-hashanah": _reckoned("IL", "Rosh Hashanah"),
    "passover": _reckoned("IL", "Pesach"),
}
