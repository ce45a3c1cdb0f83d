"""The timeline over HTTP: what is asked for, a page at a time."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from dateline.model.article import Annotations
from dateline.model.event import (
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Participant,
    Polarity,
    Role,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.store import claims, database, events

TEXT = "The council met on Monday."
COUNCIL = Mention("The council", Span(0, 11), Entity("e-council", "Council", "organization"))
MET = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="The council met on Monday",
    time=EventTime(Basis.EXPLICIT, "Monday before", Interval.day(date(2025, 2, 24))),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence(TEXT, "", "", Span(0, 26)),
    confidence=0.9,
    participants=(Participant(Role.AGENT, COUNCIL),),
)


def met(day: int, **changes: Any) -> Event:
    """A meeting of the council, so many days after the first."""
    on = Interval.day(date(2025, 2, 24) + timedelta(days=day))
    return replace(MET, id=f"met-{day}", time=replace(MET.time, interval=on), **changes)


@pytest.fixture
def told(api: TestClient, engine: Engine) -> TestClient:
    """An API whose store tells of five meetings, one a day; the last is only planned."""
    posted = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    meetings = [met(day) for day in range(4)] + [met(4, status=Status.SCHEDULED)]
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [posted["id"]], lease=60)
        events.replace(connection, claim, Annotations("test", events=tuple(meetings)))
    return api


def ids(api: TestClient, query: str) -> list[str]:
    return [event["id"] for event in api.get(f"/v1/timeline?{query}").json()["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", [0, 1, 2, 3, 4], id="everything, earliest first"),
        pytest.param("order=desc", [4, 3, 2, 1, 0], id="latest first"),
        pytest.param("from=2025-02-25&to=2025-02-26", [1, 2], id="a window"),
        pytest.param("status=scheduled", [4], id="a status"),
        pytest.param("status=scheduled&status=occurred", [0, 1, 2, 3, 4], id="one of two"),
        pytest.param("entity=council&limit=2", [0, 1], id="an entity by its name"),
        pytest.param("entity=e-council&limit=1", [0], id="an entity by its id"),
        pytest.param("q=council+monday&limit=1", [0], id="words"),
        pytest.param("q=parliament", [], id="words that are not there"),
        pytest.param("entity=Parliament", [], id="a name that nobody bears"),
    ],
)
def test_a_query_is_answered_in_order(told: TestClient, query: str, found: list[int]):
    assert ids(told, query) == [f"met-{day}" for day in found]


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_the_pages_together_are_the_whole_answer(told: TestClient, order: str):
    seen, cursor = [], ""
    for _ in range(3):
        page = told.get(f"/v1/timeline?order={order}&limit=2{cursor}").json()
        seen += [event["id"] for event in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"

    assert seen == ids(told, f"order={order}")
    assert page["next_cursor"] is None


def test_a_name_is_answered_with_those_who_bear_it(told: TestClient):
    answer = told.get("/v1/timeline?entity=COUNCIL").json()

    assert answer["entities"] == [{"id": "e-council", "name": "Council", "type": "organization"}]
    assert answer["unknown_entities"] == []


def test_an_unknown_name_is_an_empty_answer(told: TestClient):
    answer = told.get("/v1/timeline?entity=Parliament")

    assert answer.status_code == 200
    assert answer.json()["unknown_entities"] == ["Parliament"]


def test_a_cursor_of_another_query_is_refused(told: TestClient):
    cursor = told.get("/v1/timeline?limit=2").json()["next_cursor"]

    answer = told.get(f"/v1/timeline?limit=2&order=desc&cursor={cursor}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/cursor"


def test_too_many_entities_are_refused(told: TestClient):
    answer = told.get("/v1/timeline?" + "&".join(["entity=x"] * 11))

    assert answer.status_code == 422
    assert "at most 10" in answer.json()["errors"][0]["detail"]


def test_an_event_is_found_by_its_id(told: TestClient):
    listed = told.get("/v1/timeline?limit=1").json()["items"][0]

    assert told.get("/v1/events/met-0").json() == listed


def test_an_event_that_is_not_there_is_a_problem(told: TestClient):
    answer = told.get("/v1/events/none")

    assert answer.status_code == 404
    assert answer.json()["detail"] == "no event 'none'"
