"""Articles: posted once, shown as posted, annotated when read."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT, read

from dateline.api.waiting import Waiting

POST: dict[str, Any] = {
    "text": TEXT,
    "published_at": "2025-02-26T08:41:00+01:00",
    "timezone": "Europe/Podgorica",
    "url": "https://herald.example/council",
    "source": "herald.example",
    "title": "Council meets",
    "authors": ["Ana Kos"],
    "tags": ["local"],
    "metadata": {"section": {"name": "city"}},
}


def test_a_new_article_is_accepted_and_says_where_it_is(api: TestClient):
    answer = api.post("/v1/articles", json=POST)

    accepted = answer.json()
    assert answer.status_code == 202
    assert answer.headers["location"] == f"/v1/articles/{accepted['id']}"
    assert (accepted["revision"], accepted["state"]) == (1, "queued")


def test_an_article_is_shown_as_it_was_posted(api: TestClient):
    posted = api.post("/v1/articles", json=POST)

    shown = api.get(posted.headers["location"]).json()

    assert {name: shown[name] for name in POST if name != "published_at"} == {
        name: value for name, value in POST.items() if name != "published_at"
    }
    assert shown["published_on"] == "2025-02-26"
    assert shown["published_at"] == "2025-02-26T07:41:00Z"
    assert shown["published_as_given"] == "2025-02-26T08:41:00+01:00"
    assert shown["language"] == "en"


def test_the_same_post_again_stores_nothing(api: TestClient):
    first = api.post("/v1/articles", json=POST)

    again = api.post("/v1/articles", json=POST)

    assert again.status_code == 200
    assert again.headers["location"] == first.headers["location"]
    assert again.json()["revision"] == 1


def test_a_changed_text_is_a_new_revision(api: TestClient):
    first = api.post("/v1/articles", json=POST)

    changed = api.post("/v1/articles", json=POST | {"text": "The council met on Tuesday."})

    assert changed.status_code == 202
    assert changed.headers["location"] == first.headers["location"]
    assert changed.json()["revision"] == 2


def test_one_post_from_eight_scrapers_at_once_is_one_article(api: TestClient):
    with ThreadPoolExecutor(8) as scrapers:
        answers = list(scrapers.map(lambda _: api.post("/v1/articles", json=POST), range(8)))

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [202]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_identities_that_point_to_two_articles_are_a_conflict(api: TestClient):
    by_id = {"external_id": "7", "source": "herald.example", "url": None}
    api.post("/v1/articles", json=POST)
    api.post("/v1/articles", json=POST | by_id | {"text": "Another."})

    answer = api.post("/v1/articles", json=POST | {"external_id": "7"})

    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/conflict"


def test_a_page_is_posted_as_html(api: TestClient):
    page = (
        '<html><head><meta property="article:published_time" content="2025-02-26"></head><body>'
        "<nav>Home</nav><article><p>The council met on Monday, and it adopted the new budget.</p>"
        "<p>It meets again next week to vote on the bridge over the river.</p></article></body>"
    )
    posted = api.post("/v1/articles", json={"html": page})

    shown = api.get(posted.headers["location"]).json()

    assert posted.status_code == 202
    assert shown["text"].startswith("The council met on Monday")
    assert shown["published_on"] == "2025-02-26"


def test_an_article_that_waits_has_no_annotations_yet(api: TestClient):
    location = api.post("/v1/articles", json=POST).headers["location"]

    answer = api.get(f"{location}/annotations")

    assert answer.status_code == 404
    assert "not been read yet" in answer.json()["detail"]


def test_what_was_read_is_shown_with_its_article(api: TestClient, engine: Engine):
    posted = api.post("/v1/articles", json=POST)
    read(engine, posted.json()["id"], MET)

    shown = api.get(posted.headers["location"] + "/annotations").json()

    (event,) = shown["events"]
    assert event["article"]["title"] == "Council meets"
    assert event["time"]["earliest"] == "2025-02-24"
    assert TEXT[event["trigger"]["start"] : event["trigger"]["end"]] == "met"
    assert event["recorded_at"].endswith("Z")
    assert shown["extractor"] == event["extractor"] == "test"
    assert api.get(posted.headers["location"]).json()["state"] == "done"


@pytest.mark.parametrize("prefer", ["wait=10", "respond-async, wait=10", "Wait = 10; foo"])
def test_a_client_that_prefers_to_wait_gets_the_article_read(
    api: TestClient, engine: Engine, prefer: str
):
    article_id = api.post("/v1/articles", json=POST).json()["id"]
    with ThreadPoolExecutor(1) as worker:
        held = worker.submit(api.post, "/v1/articles", json=POST, headers={"Prefer": prefer})
        read(engine, article_id, MET)

    answer = held.result()
    assert answer.json()["state"] == "done"
    assert answer.headers["preference-applied"] == "wait=10"


def test_a_wait_ends_when_its_time_is_over(api: TestClient):
    answer = api.post("/v1/articles", json=POST, headers={"Prefer": "wait=1"})

    assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    assert answer.headers["preference-applied"] == "wait=1"


def test_beyond_the_room_for_those_who_wait_the_answer_comes_at_once(
    api: TestClient, engine: Engine
):
    api.app.state.waiting = Waiting(engine, most=0)

    answer = api.post("/v1/articles", json=POST, headers={"Prefer": "wait=10"})

    assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    assert "preference-applied" not in answer.headers


@pytest.mark.parametrize("prefer", ["", "wait", "wait=soon", "await=5", "return=minimal"])
def test_other_preferences_are_none_of_ours(api: TestClient, prefer: str):
    answer = api.post("/v1/articles", json=POST, headers={"Prefer": prefer})

    assert answer.status_code == 202
    assert "preference-applied" not in answer.headers


def test_every_answer_bears_the_id_of_its_request(api: TestClient):
    given = "0f8fad5bd9cb469fa16570867728950e"

    assert api.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"] == given
    assert len(api.get("/healthz").headers["x-request-id"]) == 32


def test_the_list_is_newest_first_a_page_at_a_time(api: TestClient):
    posted = [
        api.post("/v1/articles", json=POST | {"url": f"https://herald.example/{n}"}).json()["id"]
        for n in range(3)
    ]

    first = api.get("/v1/articles?limit=2").json()
    second = api.get(f"/v1/articles?limit=2&cursor={first['next_cursor']}").json()

    assert [article["id"] for article in first["items"] + second["items"]] == posted[::-1]
    assert second["next_cursor"] is None
    assert "text" not in first["items"][0]
    assert first["items"][0]["title"] == "Council meets"


def test_the_list_is_asked_by_state_source_and_day(api: TestClient, engine: Engine):
    read(engine, api.post("/v1/articles", json=POST).json()["id"], MET)
    api.post("/v1/articles", json=POST | {"source": "radio.example"})
    asked = "source=herald.example&state=done&published_from=2025-02-26&published_to=2025-02-26"

    found = api.get(f"/v1/articles?{asked}").json()["items"]

    assert [(article["source"], article["state"]) for article in found] == [
        ("herald.example", "done")
    ]
    assert api.get("/v1/articles?state=failed").json()["items"] == []


def test_a_cursor_of_the_timeline_opens_no_list_of_articles(api: TestClient):
    for n in range(2):
        api.post("/v1/articles", json=POST | {"url": f"https://herald.example/{n}"})
    cursor = api.get("/v1/articles?limit=1").json()["next_cursor"]

    answer = api.get(f"/v1/timeline?limit=1&cursor={cursor}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/cursor"


def test_annotations_say_of_which_revision_they_are(api: TestClient, engine: Engine):
    posted = api.post("/v1/articles", json=POST)
    read(engine, posted.json()["id"], MET)
    api.post("/v1/articles", json=POST | {"text": "The council met on Tuesday."})

    shown = api.get(posted.headers["location"] + "/annotations").json()

    assert api.get(posted.headers["location"]).json()["revision"] == 2
    assert shown["revision"] == 1
