"""Corrections over HTTP: what was posted wrong is set right, and events move with it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import Engine
from tests.telling import MET, TEXT

from dateline import timex
from dateline.model.article import Annotations
from dateline.model.event import Event, TimexRef
from dateline.model.timex import Dct
from dateline.store import claims, database, events

POSTED = {
    "text": TEXT,
    "published_at": "2025-02-26",
    "language": "en",
    "url": "https://herald.example/1",
    "source": "herald.example",
    "title": "Council meets",
}
MERGE = {"Content-Type": "application/merge-patch+json"}


def read(engine: Engine, article_id: str, day: date) -> None:
    """Have the article read as of that day: one meeting, dated by "Monday"."""
    tagged = timex.tag(TEXT, Dct(day))
    (monday,) = tagged.timexes
    refs = (TimexRef(monday.id, monday.text, monday.span),)
    when = replace(
        MET.time,
        interval=monday.interval,
        edtf=monday.edtf,
        explanation=monday.explanation,
        timexes=refs,
    )
    told: tuple[Event, ...] = (replace(MET, time=when),)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        events.replace(connection, claim, Annotations("test", tagged.timexes, told))


@pytest.fixture
def article(api: TestClient, engine: Engine) -> str:
    """The id of an article that was read."""
    posted: str = api.post("/v1/articles", json=POSTED).json()["id"]
    read(engine, posted, date(2025, 2, 26))
    return posted


def patch(api: TestClient, article: str, change: dict[str, Any], **sent: Any) -> Response:
    headers = MERGE | sent.pop("headers", {})
    return api.patch(f"/v1/articles/{article}", json=change, headers=headers, **sent)


def days(api: TestClient) -> list[str]:
    return [event["time"]["earliest"] for event in api.get("/v1/timeline").json()["items"]]


def test_another_day_of_publication_moves_what_was_dated_by_it(api: TestClient, article: str):
    answer = patch(api, article, {"published_at": "2025-03-05"})

    assert answer.status_code == 200
    changed = answer.json()["changed"]
    (moved,), (event,) = changed["timexes"], changed["events"]
    assert (moved["earliest"], moved["anchor"]["earliest"]) == ("2025-03-03", "2025-03-05")
    assert "Wed 5 Mar 2025" in moved["explanation"]
    assert (event["time"]["earliest"], event["time"]["latest"]) == ("2025-03-03", "2025-03-03")
    assert event["time"]["explanation"] == moved["explanation"]
    assert event["article"]["published_on"] == "2025-03-05"
    assert api.get("/v1/timeline").json()["items"] == [event]
    shown = api.get(f"/v1/articles/{article}").json()
    assert (shown["published_on"], shown["published_as_given"], shown["state"]) == (
        "2025-03-05",
        "2025-03-05",
        "done",
    )
    annotations = api.get(f"/v1/articles/{article}/annotations").json()
    assert annotations["timexes"] == [moved]


def test_a_corrected_article_is_dated_as_if_it_had_been_posted_so(
    api: TestClient, engine: Engine, article: str
):
    patch(api, article, {"published_at": "2025-03-05"})
    corrected = api.get(f"/v1/articles/{article}/annotations").json()

    anew = POSTED | {"url": "https://herald.example/2", "published_at": "2025-03-05"}
    other = api.post("/v1/articles", json=anew).json()["id"]
    with database.writing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM events")
    read(engine, other, date(2025, 3, 5))

    as_posted = api.get(f"/v1/articles/{other}/annotations").json()
    assert corrected["timexes"] == as_posted["timexes"]
    assert corrected["events"][0]["time"] == as_posted["events"][0]["time"]


def test_a_dry_run_answers_the_same_and_changes_nothing(api: TestClient, article: str):
    change = {"published_at": "2025-03-05", "title": "Council met"}
    before = api.get(f"/v1/articles/{article}").json(), api.get("/v1/timeline").json()
    seen = api.get("/v1/changes").json()

    tried = patch(api, article, change, params={"dry_run": "true"}).json()

    assert (
        api.get(f"/v1/articles/{article}").json(),
        api.get("/v1/timeline").json(),
    ) == before
    assert api.get("/v1/changes").json()["items"] == seen["items"]
    done = patch(api, article, change).json()
    for answer in (tried, done):
        for event in answer["changed"]["events"]:
            del event["recorded_at"]
    assert tried == done


def test_followers_are_told_of_a_correction(api: TestClient, article: str):
    patch(api, article, {"title": "Council met"})

    told = api.get("/v1/changes").json()["items"][-1]
    assert (told["action"], told["reason"], told["fields"]) == (
        "changed",
        "correction",
        ["article"],
    )
    assert told["event"]["article"]["title"] == "Council met"


def test_what_was_corrected_stays_so_when_the_article_is_posted_again(
    api: TestClient, article: str
):
    patch(api, article, {"published_at": "2025-03-05", "title": "Council met"})

    same = api.post("/v1/articles", json=POSTED)
    rewritten = api.post("/v1/articles", json=POSTED | {"text": TEXT + " Again."})

    assert (same.status_code, rewritten.status_code) == (200, 202)
    shown = api.get(f"/v1/articles/{article}").json()
    assert (shown["published_on"], shown["title"], shown["text"]) == (
        "2025-03-05",
        "Council met",
        TEXT + " Again.",
    )
    known = api.post("/v1/articles", json=POSTED | {"text": TEXT + " Again."})
    assert known.status_code == 200


def test_null_takes_a_correction_back(api: TestClient, article: str):
    patch(api, article, {"published_at": "2025-03-05", "title": "Council met"})
    moved = days(api)

    patch(api, article, {"published_at": None, "timezone": None})

    shown = api.get(f"/v1/articles/{article}").json()
    assert (moved, days(api)) == (["2025-03-03"], ["2025-02-24"])
    assert (shown["published_on"], shown["title"]) == ("2025-02-26", "Council met")


def test_the_day_is_that_of_the_instant_in_the_newsroom(api: TestClient, article: str):
    patch(api, article, {"published_at": "2025-03-04T23:30:00Z"})
    utc = api.get(f"/v1/articles/{article}").json()["published_on"]

    patch(api, article, {"timezone": "Europe/Podgorica"})

    shown = api.get(f"/v1/articles/{article}").json()
    assert (utc, shown["published_on"]) == ("2025-03-04", "2025-03-05")
    assert shown["timezone"] == "Europe/Podgorica"


def test_in_another_language_an_article_is_read_again(api: TestClient, article: str):
    answer = patch(api, article, {"language": "sr"}).json()

    assert answer["state"] == "queued"
    assert answer["changed"] == {"timexes": [], "events": []}
    assert days(api) == ["2025-02-24"]


def test_a_corrected_address_leads_to_the_article(api: TestClient, article: str):
    patch(api, article, {"url": "https://herald.example/right"})

    again = api.post("/v1/articles", json=POSTED | {"url": "https://herald.example/right"})

    assert (again.status_code, again.json()["id"]) == (200, article)


def test_an_address_of_another_article_is_a_conflict(api: TestClient, article: str):
    api.post("/v1/articles", json=POSTED | {"url": "https://herald.example/2"})

    answer = patch(api, article, {"url": "https://herald.example/2"})

    assert answer.status_code == 409
    assert api.get(f"/v1/articles/{article}").json()["url"] == POSTED["url"]


def test_a_correction_is_of_the_revision_that_was_seen(api: TestClient, article: str):
    tag = api.get(f"/v1/articles/{article}").headers["ETag"]

    first = patch(api, article, {"title": "One"}, headers={"If-Match": tag})
    second = patch(api, article, {"title": "Two"}, headers={"If-Match": tag})
    third = patch(api, article, {"title": "Two"}, headers={"If-Match": first.headers["ETag"]})

    assert [answer.status_code for answer in (first, second, third)] == [200, 412, 200]
    assert third.headers["ETag"] == api.get(f"/v1/articles/{article}").headers["ETag"]


def test_correcting_nothing_makes_no_revision(api: TestClient, article: str):
    answers = [patch(api, article, change).json() for change in ({}, {"title": None})]

    assert [answer["revision"] for answer in answers] == [1, 1]
    assert answers[0]["changed"] == {"timexes": [], "events": []}


def test_an_article_that_waits_is_read_with_its_corrections(api: TestClient, engine: Engine):
    posted = api.post("/v1/articles", json=POSTED).json()["id"]
    with database.writing(engine) as connection:
        (stale,) = claims.claim(connection, [posted], lease=60)

    answer = patch(api, posted, {"published_at": "2025-03-05"}).json()

    assert (answer["state"], answer["revision"]) == ("queued", 2)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [posted], lease=60)
        assert claims.renew(connection, [stale], lease=60) == set()
    assert claim.draft.published.on == date(2025, 3, 5)


def test_the_past_shows_what_was_shown_before_a_correction(api: TestClient, article: str):
    at = api.get("/v1/changes").json()["items"][-1]["at"]
    before = api.get("/v1/timeline").json()

    patch(api, article, {"published_at": "2025-03-05", "title": "Council met"})

    assert api.get("/v1/timeline", params={"as_of": at}).json() == before


@pytest.mark.parametrize(
    ("change", "status"),
    [
        pytest.param({"text": "Other."}, 422, id="the text itself"),
        pytest.param({"published_at": "3/4/2025"}, 422, id="a date with two readings"),
        pytest.param({"published_at": "2125-01-01"}, 422, id="a date in the future"),
        pytest.param({"timezone": "Mars/Olympus"}, 422, id="a zone that is none"),
        pytest.param({"url": "javascript:alert(1)"}, 422, id="no address"),
        pytest.param([], 422, id="no object"),
    ],
)
def test_what_cannot_be_corrected_is_refused(
    api: TestClient, article: str, change: Any, status: int
):
    assert patch(api, article, change).status_code == status


def test_only_a_merge_patch_is_taken(api: TestClient, article: str):
    plain = api.patch(f"/v1/articles/{article}", json={"title": "One"})
    unknown = patch(api, "nothing", {"title": "One"})

    assert (plain.status_code, unknown.status_code) == (415, 404)
