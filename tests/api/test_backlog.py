"""Back-pressure: what is accepted is kept, and no more is accepted than can be read in time."""

import json

from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

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


def test_in_bulk_each_line_is_told_to_come_back(api: TestClient, engine: Engine) -> None:
    api.post("/v1/articles", json=POST)
    wait_a_day(engine)

    answer = api.post("/v1/articles/batch", json=[OTHER])

    (line,) = map(json.loads, answer.text.splitlines())
    assert (line["outcome"], line["problem"]["status"]) == ("refused", 503)
