"""Resolve: the reading of a text's dates, at once and without a trace."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text


@pytest.mark.parametrize(
    ("sentence", "phrase", "day"),
    [
        ("The minister is expected to meet them on Thursday.", "Thursday", "2025-02-27"),
        ("The minister met them on Thursday.", "Thursday", "2025-02-20"),
        ("He resigned yesterday.", "yesterday", "2025-02-25"),
    ],
)
def test_a_phrase_is_read_from_the_publication_day(
    api: TestClient, sentence: str, phrase: str, day: str
):
    answer = api.post("/v1/resolve", json={"text": sentence, "published_at": "2025-02-26"})

    (timex,) = answer.json()["timexes"]
    assert answer.status_code == 200
    assert sentence[timex["start"] : timex["end"]] == timex["text"] == phrase
    assert (timex["earliest"], timex["latest"]) == (day, day)
    assert timex["explanation"]


def test_nothing_is_stored(api: TestClient, engine: Engine):
    api.post("/v1/resolve", json={"text": "He left on Monday.", "published_at": "2025-02-26"})

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM articles")) == 0


def test_the_day_is_that_of_the_newsroom(api: TestClient):
    late = {
        "text": "He resigned today.",
        "published_at": "2025-02-26T23:30:00Z",
        "timezone": "Asia/Tokyo",
    }

    (timex,) = api.post("/v1/resolve", json=late).json()["timexes"]

    assert timex["earliest"] == "2025-02-27"
