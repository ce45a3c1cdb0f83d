"""The agenda: planned events that are not over, soonest first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT, read

from dateline.model.event import Event, Status
from dateline.model.interval import Interval

# As far from today as the calendar reaches.
LATER = date(9000, 1, 1)


def planned(id: str, interval: Interval, status: Status = Status.SCHEDULED) -> Event:
    return replace(MET, id=id, status=status, time=replace(MET.time, interval=interval))


@pytest.fixture
def agenda(api: TestClient, engine: Engine) -> Callable[[str], list[str]]:
    """What the agenda answers to a query, by the ids of the events."""
    article = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    read(
        engine,
        article["id"],
        planned("over", Interval.day(date(2025, 2, 27))),
        planned("under way", Interval.days(date(2025, 2, 27), LATER)),
        planned("far", Interval.day(LATER)),
        planned("further", Interval.day(date(9001, 1, 1))),
        planned("perhaps", Interval.day(LATER), Status.POSSIBLE),
    )
    return lambda query: [event["id"] for event in api.get(f"/v1/agenda?{query}").json()["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", ["under way", "far", "further"], id="all that is planned"),
        pytest.param("to=9000-12-31", ["under way", "far"], id="until a day"),
        pytest.param("status=possible", ["perhaps"], id="what may be"),
        pytest.param("q=parliament", [], id="nothing of the kind"),
        pytest.param("to=2025-02-28", [], id="until a day that is past"),
    ],
)
def test_what_is_still_to_come_is_listed(
    agenda: Callable[[str], list[str]], query: str, found: list[str]
):
    assert agenda(query) == found


def test_the_agenda_comes_in_pages(agenda: Callable[[str], list[str]], api: TestClient):
    first = api.get("/v1/agenda?limit=2").json()

    assert agenda("") == [
        *(event["id"] for event in first["items"]),
        *agenda(f"limit=2&cursor={first['next_cursor']}"),
    ]


@pytest.mark.parametrize("query", ["from=2025-01-01", "order=desc", "undated=include"])
def test_an_agenda_has_no_other_order_and_no_past(api: TestClient, query: str):
    answer = api.get(f"/v1/agenda?{query}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["detail"] == "is unknown"
