"""Write what Dateline reads in a corpus in the form that scorers of event dates take.

    python bench/event_dates.py INPUT.jsonl > SYSTEM.jsonl

INPUT: a line an article, {"doc", "text", "dct"} and, where only given events are scored,
"events": [{"eid", "start", "end"}]. SYSTEM: {"doc", "events"}, an event {"eid"?, "start", "end",
"date", "anchor", "polarity", "certainty", "confidence", "participants"}.

`date` is a day, month or year, or null. `anchor` is written as in TimeBank-EventTime (Reimers et
al. 2016): "1998-01-08", "before1998-01-08", "after1998-01-08",
"after1998-01-01before1998-01-31", "beginPoint=... endPoint=...". An event without a date lies
before the publication, after it or around it, by its status.
"""

import json
import sys
from datetime import date, timedelta
from typing import Any

from dateline.events import extract
from dateline.events.parse import load
from dateline.model.event import Certainty, Event, Polarity, Role, Status
from dateline.model.interval import Interval
from dateline.model.timex import Dct
from dateline.timex import tag

ROLES = {Role.AGENT: "Arg0", Role.PATIENT: "Arg1", Role.COUNTERPART: "Arg1", Role.RECIPIENT: "Arg2"}
AHEAD = {Status.SCHEDULED, Status.POSSIBLE, Status.CONDITIONAL}


def day(interval: Interval | None) -> str | None:
    """The day, month or year that an interval is, or None."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    first, last = interval.earliest, interval.latest
    if first == last:
        return first.isoformat()
    ends_month = (last + timedelta(days=1)).day == 1 if last < date.max else True
    if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first.year:04}" if year and first.year == last.year else None


def anchor(event: Event | None, dct: date) -> str:
    """Where an event lies on the calendar, in the words of TimeBank-EventTime."""
    if event is None:
        # What is not found lies, like most of what news tells, on the day of publication.
        return dct.isoformat()
    if event.time.interval is None:
        if event.status is Status.ONGOING:
            return f"beginPoint=before{dct}endPoint=after{dct}"
        return f"after{dct}" if event.status in AHEAD else f"before{dct}"
    first, last = event.time.interval.earliest, event.time.interval.latest
    if first is None or last is None:
        return _open(first, last, event, dct)
    return first.isoformat() if first == last else f"after{first}before{last}"


def _open(first: date | None, last: date | None, event: Event, dct: date) -> str:
    if first is None:
        return f"before{(last or dct) + timedelta(days=1)}"
    if event.status is Status.ONGOING:
        return f"beginPoint={first}endPoint=after{dct}"
    return f"after{first - timedelta(days=1)}"


def row(event: Event, dct: date) -> dict[str, Any]:
    """What the scorers take of an event."""
    return {
        "start": event.trigger.span.start,
        "end": event.trigger.span.end,
        "date": day(event.time.interval),
        "anchor": anchor(event, dct),
        "polarity": "NEG" if event.factuality.polarity is Polarity.NEGATIVE else "POS",
        "certainty": (
            "CERTAIN" if event.factuality.certainty is Certainty.CERTAIN else "UNCERTAIN"
        ),
        "confidence": event.confidence,
        "participants": [
            {
                "start": p.mention.span.start,
                "end": p.mention.span.end,
                "role": ROLES.get(p.role, ""),
            }
            for p in event.participants
        ],
    }


def rows(article: dict[str, Any], events: tuple[Event, ...], dct: date) -> list[dict[str, Any]]:
    """All events, or for an article with given ones a row for each of these."""
    if "events" not in article:
        return [row(event, dct) for event in events]
    return [
        {"eid": given["eid"], "anchor": anchor(_at(given, events), dct)}
        for given in article["events"]
    ]


def _at(given: dict[str, Any], events: tuple[Event, ...]) -> Event | None:
    for event in events:
        if event.trigger.span.start < given["end"] and given["start"] < event.trigger.span.end:
            return event
    return None


def main(path: str) -> None:
    parser = load()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            dct = date.fromisoformat(article["dct"][:10])
            timexes = tag(article["text"], Dct(dct)).timexes
            found = extract(article["doc"], article["text"], Dct(dct), timexes, parser)
            told = rows(article, found.events, dct)
            print(json.dumps({"doc": article["doc"], "events": told}))


if __name__ == "__main__":
    main(sys.argv[1])
