from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from dateline.model.article import Draft, Publication
from dateline.store import articles, claims, database
from dateline.store.claims import Retry

DRAFT = Draft("text", Publication(date(2025, 2, 26), None, ""), "en", source="herald.example")


@pytest.fixture
def dead(engine: Engine) -> list[str]:
    """The ids of three articles that were given up, the first one first."""
    with database.writing(engine) as connection:
        ids = [articles.add(connection, replace(DRAFT, external_id=str(n))).id for n in range(3)]
        for claim in claims.claim(connection, ids, lease=60):
            claims.fail(connection, claim, "ValueError: unreadable", "Traceback", Retry(1, 1, 1))
    return ids


def test_dead_letters_are_listed_a_page_at_a_time(api: TestClient, dead: list[str]) -> None:
    first = api.get("/v1/dead-letters", params={"limit": 2}).json()
    second = api.get("/v1/dead-letters", params={"limit": 2, "cursor": first["next_cursor"]}).json()

    assert sorted(item["id"] for item in first["items"] + second["items"]) == sorted(dead)
    assert second["next_cursor"] is None
    assert {item["error"] for item in first["items"]} == {"ValueError: unreadable"}


def test_a_cursor_of_another_choice_is_refused(api: TestClient, dead: list[str]) -> None:
    page = api.get("/v1/dead-letters", params={"limit": 1}).json()

    answer = api.get("/v1/dead-letters", params={"cursor": page["next_cursor"], "error": "Value"})

    assert answer.status_code == 422


def test_one_is_tried_again_and_another_let_be(api: TestClient, dead: list[str]) -> None:
    retried = api.post("/v1/dead-letters/retry", json={"id": [dead[0]]})
    discarded = api.post("/v1/dead-letters/discard", json={"id": [dead[1]]})

    left = api.get("/v1/dead-letters").json()["items"]
    states = [api.get(f"/v1/articles/{id}").json()["state"] for id in dead]
    assert (retried.json(), discarded.json()) == ({"count": 1}, {"count": 1})
    assert [letter["id"] for letter in left] == [dead[2]]
    assert states == ["queued", "failed", "failed"]


def test_all_are_tried_again_only_when_that_is_said(api: TestClient, dead: list[str]) -> None:
    vague = api.post("/v1/dead-letters/retry", json={})
    clear = api.post("/v1/dead-letters/retry", json={"all": True})

    assert (vague.status_code, clear.json()) == (422, {"count": 3})
