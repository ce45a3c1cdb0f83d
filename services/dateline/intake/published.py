"""The day an article was published, and the instant where it is known.

Nothing here looks at a clock: `now` is an argument, and only says what lies in the future.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from dateline.intake import wording
from dateline.model.article import Publication
from dateline.model.errors import UnknownZone, UnreadableDate

# Newsrooms east of us and clocks that run ahead are no reason to refuse an article.
FUTURE = timedelta(hours=48)

RFC_3339 = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<minute>[0-9]{2}:[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?"
    r" ?(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
ISO_DATE = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}|[0-9]{4}-?W[0-9]{2}-?[0-9]")


def read(
    given: str | None, *, zone: str | None, languages: Sequence[str], now: datetime
) -> Publication:
    """When it was published: an instant's day in the newsroom's zone, or else in its own offset.

    A wall-clock time or bare date keeps its day. What names no single day is refused.
    """
    newsroom = _newsroom(zone)
    if given is None or not given.strip():
        raise UnreadableDate(given or "", "is missing")
    moment = _moment(given.strip(), languages, now)
    publication = _publication(moment, given, newsroom)
    if _ahead(publication, now):
        raise UnreadableDate(given, "lies more than 48 hours in the future", (str(publication.on),))
    return publication


def _newsroom(name: str | None) -> ZoneInfo | None:
    if name is None:
        return None
    if name not in _zones():
        raise UnknownZone(name)
    return ZoneInfo(name)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _moment(given: str, languages: Sequence[str], now: datetime) -> date:
    """What was given, as a date, a wall-clock time or an instant."""
    instant = RFC_3339.fullmatch(given)
    try:
        if instant:
            return _instant(instant)
        if ISO_DATE.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError as impossible:
        raise UnreadableDate(given, "names a day or a time that does not exist") from impossible
    return wording.read(given, languages, now)


def _instant(match: re.Match[str]) -> datetime:
    # RFC 3339 allows the leap second, Python does not.
    second = min(int(match["second"] or 0), 59) if match["second"] != "61" else 61
    fraction = (match["fraction"] or "").ljust(6, "0")[:6]
    offset = (match["offset"] or "").upper()
    return datetime.fromisoformat(
        f"{match['day']}T{match['minute']}:{second:02}.{fraction}{offset}"
    )


def _publication(moment: date, given: str, newsroom: ZoneInfo | None) -> Publication:
    zone = newsroom.key if newsroom else None
    if not isinstance(moment, datetime):
        return Publication(moment, None, given, zone)
    try:
        if moment.tzinfo is None:
            at = moment.replace(tzinfo=newsroom).astimezone(UTC) if newsroom else None
            return Publication(moment.date(), at, given, zone)
        local = moment.astimezone(newsroom) if newsroom else moment
        return Publication(local.date(), moment.astimezone(UTC), given, zone)
    except OverflowError as beyond:
        raise UnreadableDate(given, "lies outside the years 1 to 9999") from beyond


def _ahead(publication: Publication, now: datetime) -> bool:
    horizon = now + FUTURE
    if publication.at:
        return publication.at > horizon
    return publication.on > horizon.astimezone(UTC).date()
