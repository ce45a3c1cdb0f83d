"""Back-pressure: what is accepted is kept, and no more is accepted than can be read in time."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from dateline.api import batch
from dateline.store import bulk

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}
OTHER = {**POST, "url": "https://herald.example/other"}


def wait_a_day(engine: Engine) -> None:
    """Have everything waited for a day already."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE articles SET not_before = not_before - 86400000000"))


def test_beyond_the_backlog_no_more_is_taken_in(api: TestClient, engine: Engine) -> None:
    taken = api.post("/v1/articles", json=POST)
    wait_a_day(engine)

    refused = api.post("/v1/articles", json=OTHER)

    assert (taken.status_code, refused.status_code) == (202, 503)
    assert "86400 seconds" in refused.json()["detail"]
    assert int(refused.headers["Retry-After"]) > 0
    assert len(api.get("/v1/articles").json()["items"]) == 1


def test_in_bulk_none_is_taken_in(api: TestClient, engine: Engine) -> None:
    api.post("/v1/articles", json=POST)
    wait_a_day(engine)

    refused = api.post("/v1/articles/batch", json=[OTHER])

    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert len(api.get("/v1/articles").json()["items"]) == 1


def test_where_a_bulk_post_fills_the_backlog_the_rest_is_told_to_come_back(
    api: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in = bulk.add

    def then_wait_a_day(connection, drafts) -> list:
        taken = take_in(connection, drafts)
        connection.execute(text("UPDATE articles SET not_before = not_before - 86400000000"))
        return taken

    monkeypatch.setattr(batch, "TOGETHER", 1)
    monkeypatch.setattr(bulk, "add", then_wait_a_day)
    answer = api.post("/v1/articles/batch", json=[POST, OTHER])

    taken, refused = map(json.loads, answer.text.splitlines())
    assert (taken["outcome"], refused["outcome"]) == ("accepted", "refused")
    assert refused["problem"]["status"] == 503
