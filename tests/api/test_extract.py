"""Extract: the reading of a text, at once and without a trace."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text
from tests.serving import on_sqlite

from dateline.api.app import create

TEXT = (
    "Mayor Ana Perović resigned on Monday. The council met yesterday."
    " Workers will repair the bridge next week."
)
POST = {"text": TEXT, "published_at": "2025-02-26", "language": "en"}


def answered(post: dict[str, Any], folder: Path, **given: Any) -> Any:
    """What a service with these settings answers."""
    settings = on_sqlite(folder, **given)
    with TestClient(create(settings), raise_server_exceptions=False) as api:
        return api.post("/v1/extract", json=post)


@pytest.mark.model
def test_a_text_is_read_from_its_dates_to_its_events(api: TestClient):
    answer = api.post("/v1/extract", json=POST)

    found = answer.json()
    days = {e["trigger"]["text"]: e["time"]["earliest"] for e in found["events"]}
    assert answer.status_code == 200
    assert [timex["text"] for timex in found["timexes"]] == ["Monday", "yesterday", "next week"]
    assert days == {"resigned": "2025-02-24", "met": "2025-02-25", "repair": "2025-03-03"}
    assert [e["status"] for e in found["events"]] == ["occurred", "occurred", "scheduled"]


@pytest.mark.model
def test_the_facts_of_a_text_are_read_too(api: TestClient):
    said = POST | {"text": "“We will rebuild the bridge,” Mayor Ana Perović said on Monday."}

    facts = api.post("/v1/extract", json=said).json()["facts"]

    assert "quote" in {fact["kind"] for fact in facts}


@pytest.mark.model
def test_a_text_reads_as_it_would_in_an_article_and_twice_the_same(api: TestClient):
    once = api.post("/v1/extract", json=POST).json()
    resolved = api.post("/v1/resolve", json=POST).json()

    assert api.post("/v1/extract", json=POST).json() == once
    assert once["timexes"] == resolved["timexes"]


@pytest.mark.model
def test_nothing_is_stored(api: TestClient, engine: Engine):
    api.post("/v1/extract", json=POST)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM articles")) == 0


def test_a_text_that_is_too_long_is_refused_by_name(api: TestClient):
    answer = api.post("/v1/extract", json=POST | {"text": "a" * 20_001})

    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"pointer": "#/text", "detail": "text has 20001 characters, at most 20000 are taken"}
    ]


def test_a_day_that_cannot_be_read_is_refused_by_name(api: TestClient):
    answer = api.post("/v1/extract", json=POST | {"published_at": "recently"})

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["#/published_at"]


def test_without_a_model_it_cannot_be_answered_now(tmp_path: Path):
    answer = answered(POST, tmp_path, model="missing")

    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/unavailable"
    assert answer.json()["detail"] == "no model 'missing' is installed"


@pytest.mark.model
def test_a_text_that_takes_too_long_is_cut_off(tmp_path: Path):
    answer = answered(POST, tmp_path, extract_limit=1e-6)

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
