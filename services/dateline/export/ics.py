"""iCalendar (RFC 5545): the dated events as entries of a calendar one can subscribe to.

Nobody is kept busy by them. An open end is an entry on the day that is known, and its description
says so. CONFIRMED is what is told as a fact or planned, TENTATIVE what is doubted, denied or
negated; CANCELLED only says that the timeline no longer has the event.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import STATUS, TRANSP, Calendar, vDuration, vText, vUri
from icalendar import Event as Component

from dateline.export.view import View
from dateline.export.wording import account, headline, line, name, uri
from dateline.model.event import Status
from dateline.model.interval import Interval
from dateline.store.timeline import Entry
from dateline.store.withdrawn import Withdrawn
from dateline.wire.timex import TIMES_OF_DAY

CONFIRMED = {Status.OCCURRED, Status.ONGOING, Status.SCHEDULED}
DAY = timedelta(days=1)
REFRESH = timedelta(hours=1)
END = "END:VCALENDAR"

# SEQUENCE has 32 bits; counted in seconds from here it lasts until 2093.
FIRST_SEQUENCE = datetime(2025, 1, 1, tzinfo=UTC)


def write(
    entries: Iterable[Entry], view: View, withdrawn: Iterable[Withdrawn] = ()
) -> Iterator[str]:
    """The calendar, an entry at a time."""
    opening, end, closing = _calendar(view).to_ical().decode().rpartition(END)
    yield opening
    for entry in entries:
        if interval := entry.event.time.interval:
            yield _told(entry, interval).to_ical().decode()
    for gone in withdrawn:
        if interval := gone.entry.event.time.interval:
            yield _cancelled(gone, interval).to_ical().decode()
    yield end + closing


def _calendar(view: View) -> Calendar:
    calendar = Calendar.new(
        prodid="-//Dateline//Dateline//EN", uid=uuid5(NAMESPACE_URL, view.address)
    )
    title = vText(line(view.title))
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    # RFC 7986 wants the type of these two said.
    calendar.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("SOURCE", vUri(uri(view.address)), parameters={"VALUE": "URI"})
    return calendar


def _told(entry: Entry, interval: Interval) -> Component:
    status = STATUS.CONFIRMED if entry.event.status in CONFIRMED else STATUS.TENTATIVE
    return _component(entry, interval, status, entry.recorded_at, _sequence(entry.recorded_at))


def _cancelled(gone: Withdrawn, interval: Interval) -> Component:
    # Both may fall into one second; a client only believes what is numbered higher.
    sequence = max(_sequence(gone.at), _sequence(gone.entry.recorded_at) + 1)
    return _component(gone.entry, interval, STATUS.CANCELLED, gone.at, sequence)


def _component(
    entry: Entry, interval: Interval, status: STATUS, stamp: datetime, sequence: int
) -> Component:
    event, article = entry.event, entry.article
    timed = event.time.granularity in TIMES_OF_DAY
    start, end = _times(interval) if timed else _days(interval)
    return Component.new(
        uid=event.id,
        stamp=stamp,
        sequence=sequence,
        start=start,
        end=end,
        summary=headline(event),
        description="\n".join(account(entry)),
        location=name(event.place) if event.place else None,
        url=uri(article.url) if article.url else None,
        categories=[event.type, event.status],
        status=status,
        transparency=TRANSP.TRANSPARENT,
    )


def _sequence(instant: datetime) -> int:
    """A number that rises whenever the event is recorded anew."""
    return max(0, int((instant - FIRST_SEQUENCE).total_seconds()))


def _days(interval: Interval) -> tuple[date | None, date | None]:
    """The first day, and the day after the last where both are known."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return first or last, None
    # The last day of all has none after it.
    end = min(last, date.max - DAY) + DAY
    return first, end if first < end else None


def _times(interval: Interval) -> tuple[datetime | None, datetime | None]:
    """The times as the article has them: local, of a zone that the calendar is not told."""
    start, end = interval.start, interval.end
    return start or end, end if start else None
