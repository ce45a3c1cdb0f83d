"""Changes over HTTP: followed from the beginning, and from any day after."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT, met

from dateline.model.article import Annotations
from dateline.model.event import Event
from dateline.model.interval import Interval
from dateline.store import claims, database, events


def read(api: TestClient, engine: Engine, day: str, *told: Event) -> None:
    """Post the article of that day, and have these events read in it."""
    posted = api.post(
        "/v1/articles",
        json={"text": TEXT, "published_at": day, "url": "https://herald.example/1"},
    ).json()
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [posted["id"]], lease=60)
        events.replace(connection, claim, Annotations("test", events=told))


def follow(api: TestClient, cursor: str | None = None, limit: int = 50) -> dict[str, Any]:
    asked = {"limit": limit} | ({"cursor": cursor} if cursor else {})
    answer = api.get("/v1/changes", params=asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_follower_of_an_empty_store_is_told_where_to_come_back(api: TestClient, engine: Engine):
    nothing = follow(api)

    read(api, engine, "2025-02-26", MET)

    assert nothing["items"] == []
    assert [one["event_id"] for one in follow(api, nothing["next_cursor"])["items"]] == ["met"]


def test_a_change_tells_what_and_why_and_the_whole_event(api: TestClient, engine: Engine):
    read(api, engine, "2025-02-26", MET)

    (change,) = follow(api)["items"]

    (event,) = api.get("/v1/timeline").json()["items"]
    assert change == {
        "seq": 1,
        "at": event["recorded_at"],
        "action": "added",
        "reason": "article",
        "article": event["article"]["id"],
        "revision": 1,
        "event_id": "met",
        "event": event,
        "fields": [],
    }


def test_a_new_revision_tells_what_became_of_each_event(api: TestClient, engine: Engine):
    read(api, engine, "2025-02-26", met(0), met(1))
    seen = follow(api)["next_cursor"]

    moved = replace(met(0), time=replace(MET.time, interval=Interval.day(date(2025, 3, 3))))
    read(api, engine, "2025-03-05", moved)

    changes = follow(api, seen)["items"]
    assert [(one["action"], one["reason"], one["event_id"], one["fields"]) for one in changes] == [
        ("withdrawn", "revision", "met-1", []),
        ("changed", "revision", "met-0", ["article", "time"]),
    ]
    assert changes[0]["event"] is None
    assert changes[1]["event"]["time"]["earliest"] == "2025-03-03"


def test_changes_come_a_page_at_a_time(api: TestClient, engine: Engine):
    read(api, engine, "2025-02-26", *(met(day) for day in range(3)))

    pages = [follow(api, limit=2)]
    pages += [follow(api, pages[-1]["next_cursor"], limit=2)]
    pages += [follow(api, pages[-1]["next_cursor"], limit=2)]

    assert [[one["seq"] for one in page["items"]] for page in pages] == [[1, 2], [3], []]


@pytest.mark.parametrize("cursor", ["abc", "A" * 80])
def test_a_forged_cursor_is_refused(api: TestClient, cursor: str):
    answer = api.get("/v1/changes", params={"cursor": cursor})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/cursor"


def test_the_timeline_of_an_instant_stays_as_it_was(api: TestClient, engine: Engine):
    read(api, engine, "2025-02-26", met(0), met(1))
    (_, second) = follow(api)["items"]
    then = {"as_of": second["at"]}
    before = api.get("/v1/timeline", params=then).json()

    read(api, engine, "2025-03-05", met(2))

    assert api.get("/v1/timeline", params=then).json() == before
    assert [event["id"] for event in before["items"]] == ["met-0", "met-1"]
    assert len(api.get("/v1/timeline", params=then | {"format": "ndjson"}).text.splitlines()) == 2


def test_pages_go_on_as_they_began_while_events_change(api: TestClient, engine: Engine):
    read(api, engine, "2025-02-26", met(0), met(1), met(2))
    first = api.get("/v1/timeline?limit=2").json()

    read(api, engine, "2025-03-05", met(3))
    rest = api.get("/v1/timeline", params={"limit": 2, "cursor": first["next_cursor"]}).json()

    assert [event["id"] for event in first["items"] + rest["items"]] == ["met-0", "met-1", "met-2"]


@pytest.mark.parametrize(
    "instant",
    [
        pytest.param((datetime.now(UTC) + timedelta(days=1)).isoformat(), id="in the future"),
        pytest.param("2025-02-26T08:00:00", id="without an offset"),
        pytest.param("2025-02-26", id="a day"),
        pytest.param("1740000000", id="a count of seconds"),
        pytest.param("0001-01-01T00:00:00+24:00", id="an offset that does not exist"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/timeline", "/v1/timeline?format=csv", "/"])
def test_an_instant_that_is_none_of_the_past_is_refused(api: TestClient, path: str, instant: str):
    answer = api.get(path, params={"as_of": instant})

    assert answer.status_code == 422


def test_the_first_instants_of_the_calendar_know_of_nothing(api: TestClient):
    answer = api.get("/v1/timeline", params={"as_of": "0001-01-01T00:00:00+14:00"})

    assert answer.json()["items"] == []
