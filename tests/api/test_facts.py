"""Facts over HTTP: asked for, a page at a time, with the article that states them."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import COUNCIL, MET, TEXT, read

from dateline.model.event import Status
from dateline.model.fact import Fact, FactKind, Quantity

VOTES = Fact(
    id="votes-0",
    kind=FactKind.QUANTITY,
    subject=COUNCIL,
    predicate="vote",
    object=None,
    time=MET.time,
    status=Status.OCCURRED,
    evidence=MET.evidence,
    confidence=0.9,
    quantity=Quantity(12, "vote", False, "vote"),
)


@pytest.fixture
def told(api: TestClient, engine: Engine) -> TestClient:
    """An API whose store holds five figures, the last of them denied."""
    posted = api.post(
        "/v1/articles",
        json={"text": TEXT, "published_at": "2025-02-26", "source": "herald.example"},
    ).json()
    facts = [replace(VOTES, id=f"votes-{number}") for number in range(4)]
    read(engine, posted["id"], facts=(*facts, replace(VOTES, id="votes-4", status=Status.DENIED)))
    return api


def test_a_fact_comes_with_the_article_that_states_it(told: TestClient):
    (shown,) = told.get("/v1/facts?status=denied").json()["items"]

    assert shown["id"] == "votes-4"
    assert shown["quantity"]["value"] == 12
    assert shown["subject"]["entity"]["name"] == "Council"
    assert shown["time"]["earliest"] == "2025-02-24"
    assert shown["article"]["source"] == "herald.example"
    assert shown["article"]["published_on"] == "2025-02-26"
    assert shown["extractor"] == "test"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param("", 5, id="everything"),
        pytest.param("kind=quantity&kind=quote", 5, id="one of two kinds"),
        pytest.param("kind=quote", 0, id="a kind that is not there"),
        pytest.param("entity=council&source=herald.example", 5, id="an entity and a source"),
        pytest.param("from=2025-02-24&to=2025-02-24", 5, id="the day"),
        pytest.param("from=2025-02-25", 0, id="another day"),
        pytest.param("article=none", 0, id="another article"),
    ],
)
def test_only_what_is_asked_for_is_answered(told: TestClient, query: str, count: int):
    assert len(told.get(f"/v1/facts?{query}").json()["items"]) == count


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_the_pages_together_are_the_whole_answer(told: TestClient, order: str):
    whole = [fact["id"] for fact in told.get(f"/v1/facts?order={order}").json()["items"]]

    seen, cursor = [], ""
    for _ in range(3):
        page = told.get(f"/v1/facts?order={order}&limit=2{cursor}").json()
        seen += [fact["id"] for fact in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"

    assert len(whole) == 5
    assert seen == whole
    assert page["next_cursor"] is None


def test_a_name_is_answered_with_those_who_bear_it(told: TestClient):
    answer = told.get("/v1/facts?entity=COUNCIL&entity=Parliament").json()

    assert answer["items"] == []
    assert [entity["id"] for entity in answer["entities"]] == ["e-council"]
    assert answer["unknown_entities"] == ["Parliament"]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        pytest.param("kind=rumour", "#/kind/0", id="no kind of fact"),
        pytest.param("status=over", "#/status/0", id="no status"),
        pytest.param("from=yesterday", "#/from", id="no day"),
        pytest.param("from=2025-02-25&to=2025-02-24", "#/to", id="a window that runs backwards"),
        pytest.param("limit=0", "#/limit", id="an empty page"),
        pytest.param("limit=501", "#/limit", id="too large a page"),
        pytest.param("limit=1&limit=2", "#/limit", id="two sizes of page"),
        pytest.param("order=random", "#/order", id="no order"),
        pytest.param("entity=", "#/entity/0", id="an empty name"),
        pytest.param("entity=%00", "#/entity/0", id="a name that cannot be kept"),
        pytest.param("&".join(f"entity={n}" for n in range(11)), "#/entity", id="eleven names"),
        pytest.param("article=" + 101 * "a", "#/article/0", id="too long an id"),
        pytest.param("&".join(51 * ["source=a"]), "#/source", id="too many sources"),
        pytest.param("cursor=forged", "#/cursor", id="a forged cursor"),
        pytest.param("genre=news", "#/genre", id="what is unknown"),
    ],
)
def test_what_cannot_be_asked_is_named(told: TestClient, query: str, pointer: str):
    answer = told.get(f"/v1/facts?{query}")

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_a_cursor_is_good_for_its_own_query_only(told: TestClient):
    cursor = told.get("/v1/facts?limit=2").json()["next_cursor"]

    answer = told.get(f"/v1/facts?limit=2&kind=quantity&cursor={cursor}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/cursor"
