"""The histogram: a timeline counted by stretches of the calendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT, read

from dateline.api.histogram import buckets
from dateline.model.event import Event, Status
from dateline.model.interval import Interval
from dateline.wire.timeline import By

Counted = Callable[[str], list[tuple[str, str, int]]]


def on(id: str, first: str | None, last: str | None, status: Status = Status.OCCURRED) -> Event:
    interval = Interval.days(first and date.fromisoformat(first), last and date.fromisoformat(last))
    return replace(MET, id=id, status=status, time=replace(MET.time, interval=interval))


@pytest.fixture
def counted(api: TestClient, engine: Engine) -> Counted:
    """How the events of an article are counted, for a query."""
    article = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    read(
        engine,
        article["id"],
        on("a", "2025-02-24", "2025-02-24"),
        on("b", "2025-02-24", "2025-02-24", Status.DENIED),
        on("c", "2025-02-28", "2025-03-02"),
        on("d", "2025-03-03", "2025-03-03"),
        on("e", "2024-01-01", "2025-12-31"),
        replace(MET, id="undated", time=replace(MET.time, interval=None)),
    )

    def count(query: str) -> list[tuple[str, str, int]]:
        answer = api.get(f"/v1/timeline/histogram?{query}").json()
        return [(one["start"], one["end"], one["count"]) for one in answer["buckets"]]

    return count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(
            "",
            [
                ("2024-01-01", "2024-01-31", 1),
                ("2025-02-01", "2025-02-28", 3),
                ("2025-03-01", "2025-03-31", 1),
            ],
            id="by month",
        ),
        pytest.param(
            "by=year", [("2024-01-01", "2024-12-31", 1), ("2025-01-01", "2025-12-31", 4)], id="year"
        ),
        pytest.param(
            "by=week&from=2025-02-24",
            [("2025-02-24", "2025-03-02", 4), ("2025-03-03", "2025-03-09", 1)],
            id="by week, with what began before on the first day",
        ),
        pytest.param(
            "by=day&status=occurred&from=2025-02-25&to=2025-03-01",
            [("2025-02-25", "2025-02-25", 1), ("2025-02-28", "2025-02-28", 1)],
            id="by day, within a window",
        ),
        pytest.param("status=scheduled", [], id="nothing"),
        pytest.param("entity=Nobody", [], id="nobody"),
    ],
)
def test_events_are_counted_where_they_begin(
    counted: Counted, query: str, found: list[tuple[str, str, int]]
):
    assert counted(query) == found


def test_the_counts_add_up_to_the_timeline(counted: Counted, api: TestClient):
    query = "from=2025-02-26&type=meeting"

    timeline = api.get(f"/v1/timeline?{query}").json()["items"]

    assert sum(count for *_, count in counted(f"{query}&by=day")) == len(timeline) == 3


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date.max])
def test_every_day_has_its_stretch(by: By, day: date):
    (bucket,) = buckets({day: 1}, by)

    assert bucket.start <= day <= bucket.end


@pytest.mark.parametrize("query", ["limit=5", "order=desc", "by=decade", "undated=include"])
def test_what_makes_no_sense_for_a_count_is_refused(api: TestClient, query: str):
    answer = api.get(f"/v1/timeline/histogram?{query}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/" + query.split("=", maxsplit=1)[0]
