"""TimelineJS: the dated events as its slides.

https://timeline.knightlab.com/docs/json-format.html
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from html import escape

from dateline.export import jsonlist
from dateline.export.view import View
from dateline.export.wording import account, headline, line, uri, when
from dateline.model.event import EventTime
from dateline.model.interval import Granularity, Interval
from dateline.model.timex import Resolution
from dateline.store.timeline import Entry
from dateline.wire.timex import TIMES_OF_DAY, bounds

# A date that TimelineJS prints right by itself, in the reader's own language.
PLAIN = {None, Granularity.DAY, Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR}


def write(entries: Iterable[Entry], view: View) -> Iterator[str]:
    """The configuration of one timeline, a slide at a time."""
    title = {"unique_id": "title", "text": {"headline": escape(line(view.title))}}
    slides = (
        _slide(entry, interval) for entry in entries if (interval := entry.event.time.interval)
    )
    return jsonlist.write({"title": title}, "events", slides)


def _slide(entry: Entry, interval: Interval) -> dict[str, object]:
    event = entry.event
    slide: dict[str, object] = {
        "unique_id": event.id,
        "group": event.status,
        "text": {"headline": escape(headline(event)), "text": _text(entry)},
        "autolink": False,
        **_dates(event.time, interval),
    }
    if not _is_plain(event.time, interval):
        slide["display_date"] = when(event.time)
    return slide


def _dates(time: EventTime, interval: Interval) -> dict[str, object]:
    """Where the slide stands: an open side has no end, and an open start stands at its end."""
    first, last = bounds(interval, timed=time.granularity in TIMES_OF_DAY)
    found = {"start_date": first or last, "end_date": last if first and last != first else None}
    return {name: _date(moment) for name, moment in found.items() if moment}


def _date(moment: date) -> dict[str, int]:
    parts = {"year": moment.year, "month": moment.month, "day": moment.day}
    if isinstance(moment, datetime):
        parts |= {"hour": moment.hour, "minute": moment.minute}
    return parts


def _is_plain(time: EventTime, interval: Interval) -> bool:
    return (
        interval.is_one_day
        and time.granularity in PLAIN
        and time.resolution is Resolution.RESOLVED
        and not time.approximate
    )


def _text(entry: Entry) -> str:
    """The account in HTML, the last line a link to the article."""
    *lines, source = map(escape, account(entry))
    if entry.article.url:
        source = f'<a href="{escape(uri(entry.article.url))}">{source}</a>'
    return "".join(f"<p>{each}</p>" for each in (*lines, source))
