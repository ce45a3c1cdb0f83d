"""The timeline over HTTP: what is asked for, a page at a time."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import TEXT, met, read

from dateline.model.event import Status


@pytest.fixture
def told(api: TestClient, engine: Engine) -> TestClient:
    """An API whose store tells of five meetings, one a day; the last is only planned."""
    posted = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    meetings = [met(day) for day in range(4)] + [met(4, status=Status.SCHEDULED)]
    read(engine, posted["id"], *meetings)
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
        pytest.param("type=meeting&kind=occurrence&limit=1", [0], id="a type and a kind"),
        pytest.param("min_confidence=0.95", [], id="more certain than that"),
        pytest.param("published_to=2025-02-25", [], id="what was published before"),
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
