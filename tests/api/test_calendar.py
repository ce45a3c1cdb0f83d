"""The calendar over HTTP: what it once said and says no more is cancelled, not forgotten."""

import json
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from sqlalchemy import Engine

from dateline.model.article import Annotations
from dateline.model.event import (
    Basis,
    Certainty,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Polarity,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.store import claims, database, events

POST = {"published_at": "2025-02-26", "url": "https://herald.example/1"}


def met(id: str, day: int) -> Event:
    return Event(
        id=id,
        kind=EventKind.OCCURRENCE,
        type="meeting",
        trigger=Trigger("met", "meet", Span(12, 15)),
        summary="the council met",
        time=EventTime(Basis.EXPLICIT, "", Interval.day(date(2025, 2, day))),
        factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
        status=Status.OCCURRED,
        evidence=Evidence("The council met.", "", "", Span(0, 16)),
        confidence=0.9,
    )


@pytest.fixture
def tell(api: TestClient, engine: Engine) -> Any:
    """Post another revision of the one article, in which these events are read."""

    def tell(text: str, *told: Event) -> None:
        article = api.post("/v1/articles", json=POST | {"text": text}).json()["id"]
        with database.writing(engine) as connection:
            (claim,) = claims.claim(connection, [article], lease=60)
            events.replace(connection, claim, Annotations("test", events=told))

    return tell


def calendar(api: TestClient, query: str = "") -> dict[str, tuple[str, int, str]]:
    """The status, sequence and day of each entry, by its UID."""
    answer = api.get(f"/v1/timeline?format=ics{query}")
    return {
        str(entry["UID"]): (
            str(entry["STATUS"]),
            int(entry["SEQUENCE"]),
            entry["DTSTART"].dt.isoformat(),
        )
        for entry in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_an_entry_that_is_gone_is_cancelled_with_a_higher_sequence(api: TestClient, tell: Any):
    tell("The council met.", met("a", 3), met("b", 4))
    before = calendar(api)
    tell("The council met again.", met("b", 4))
    after = calendar(api)

    assert before["a"][0] == "CONFIRMED"
    assert after["a"][0] == "CANCELLED"
    assert after["a"][1] > before["a"][1]
    assert after["a"][2] == "2025-02-03"
    assert after["b"][0] == "CONFIRMED"


def test_an_entry_that_was_dated_anew_is_moved_and_not_cancelled(api: TestClient, tell: Any):
    tell("The council met.", met("a", 3))
    tell("The council met again.", met("a", 5))

    ((status, _, day),) = calendar(api).values()
    assert (status, day) == ("CONFIRMED", "2025-02-05")


def test_an_entry_that_left_the_window_is_cancelled_there(api: TestClient, tell: Any):
    tell("The council met.", met("a", 3))
    tell("The council met again.", met("a", 5))

    ((status, _, day),) = calendar(api, "&to=2025-02-04").values()
    assert (status, day) == ("CANCELLED", "2025-02-03")


@pytest.mark.parametrize("format", ["ndjson", "csv", "atom", "timelinejs", "jsonld"])
def test_no_other_format_tells_of_what_is_gone(api: TestClient, tell: Any, format: str):
    tell("The council met.", met("gone", 3), met("stays", 4))
    tell("The council met again.", met("stays", 4))

    answer = api.get(f"/v1/timeline?format={format}").text

    assert "stays" in answer
    assert "gone" not in answer


def test_a_calendar_of_the_past_is_left_as_it_was(api: TestClient, tell: Any):
    tell("The council met.", met("a", 3))
    tell("The council met again.", met("b", 4))
    recorded = json.loads(api.get("/v1/timeline").text)["items"][0]["recorded_at"]

    assert set(calendar(api, f"&as_of={recorded}")) == {"b"}
