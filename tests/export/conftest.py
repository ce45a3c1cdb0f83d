"""Entries of every sort: open, undated, vague, timed, doubted, and written to do harm."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.export.view import View
from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Mode,
    Participant,
    Polarity,
    Role,
    Status,
    Trigger,
)
from dateline.model.interval import END_OF_CALENDAR, Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Resolution
from dateline.store.sources import Source
from dateline.store.timeline import Entry

VIEW = View(
    title='Timeline: Žižek, "Kyiv"\nand <others>',
    address="https://dateline.example/v1/timeline?entity=Ži žek&format=any",
    at=datetime(2025, 3, 1, 12, tzinfo=UTC),
)


def mention(name: str, kind: str = "person") -> Mention:
    return Mention(name, Span(0, len(name)), Entity(f"e-{name.lower()}", name, kind))


MET = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="the council met on Monday",
    time=EventTime(
        Basis.EXPLICIT,
        "Monday before Wed 26 Feb 2025",
        Interval.day(date(2025, 2, 24)),
        "2025-02-24",
        Granularity.DAY,
        Resolution.RESOLVED,
    ),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence("The council met on Monday.", "", "", Span(0, 26)),
    confidence=0.9,
    participants=(Participant(Role.AGENT, mention("Council", "organization")),),
    place=mention("Kyiv", "place"),
)
SAID = Attribution(
    mention("Ana Žižić"), Quoted("said", Span(30, 34)), Mode.INDIRECT, statement="said"
)
HERALD = Source(
    id="a1",
    url="https://herald.example/1?a=1&b=ž",
    title="Council meets",
    source="Herald & Sons",
    published_on=date(2025, 2, 26),
    published_at=datetime(2025, 2, 26, 8, 41, tzinfo=UTC),
)
BARE = Source("a2", None, None, None, date(2025, 2, 26), None)
RECORDED = datetime(2025, 2, 26, 9, 0, 0, 250_000, tzinfo=UTC)


def at(
    start: str | None, end: str | None, granularity: Granularity = Granularity.DAY, **doubts: object
) -> EventTime:
    """A time from this instant to that, as an interval has them."""
    interval = Interval(
        start and datetime.fromisoformat(start), end and datetime.fromisoformat(end)
    )
    return replace(MET.time, interval=interval, granularity=granularity, **doubts)


TIMES = {
    "met": MET.time,
    "week": at("2025-02-17", "2025-02-24", Granularity.WEEK),
    "month": at("2025-02-01", "2025-03-01", Granularity.MONTH),
    "about": at("2024-01-01", "2025-01-01", Granularity.YEAR, approximate=True),
    "ambiguous": at("2025-03-04", "2025-03-05", resolution=Resolution.AMBIGUOUS),
    "since": at("2025-03-03", None),
    "until": at(None, "2022-01-01"),
    "nine": at("2025-02-27T09:00", "2025-02-27T09:01", Granularity.MINUTE),
    "morning": at("2025-02-27T06:00", "2025-02-27T12:00", Granularity.DAYPART),
    "ancient": at("0001-01-01", "0002-01-01", Granularity.YEAR),
    "last": at("9999-12-31", END_OF_CALENDAR.isoformat()),
    "last-month": at("9999-12-01", END_OF_CALENDAR.isoformat(), Granularity.MONTH),
}

NASTY = "=cmd|' /C calc'!A0\r\n\"quoted\", <b>; \x0b\x1c\u2028\\n \U0001f600 ]]> Š"


def _events() -> list[Event]:
    dated = [replace(MET, id=id, time=time) for id, time in TIMES.items()]
    told = [replace(MET, id=f"is-{status}", status=status) for status in Status]
    nasty = replace(
        MET,
        id="nasty",
        summary=NASTY,
        place=Mention(NASTY, Span(0, 1), None),
        evidence=Evidence(NASTY, "", "", Span(0, 26)),
        attributions=(replace(SAID, speaker=Mention(NASTY, Span(0, 1), None)),),
        participants=(Participant(Role.AGENT, Mention(NASTY, Span(0, 1), None)),),
        time=replace(MET.time, explanation=NASTY),
    )
    undated = replace(MET, id="undated", time=EventTime(Basis.NONE, ""), attributions=(SAID,))
    return [*dated, *told, nasty, undated]


NASTY_SOURCE = replace(HERALD, source=NASTY, title=NASTY, url="https://x.example/\nDTSTART:1 \"'<")


@pytest.fixture(scope="session")
def view() -> View:
    return VIEW


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    """One entry of every sort, by its id."""
    sources = {"nasty": NASTY_SOURCE, "undated": BARE}
    return [Entry(event, sources.get(event.id, HERALD), "test-1", RECORDED) for event in _events()]
