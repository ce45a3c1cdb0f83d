"""Jobs over HTTP: ordered, listed, looked at, cancelled."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.jobbing import claim, finish, introduce, proceed
from tests.telling import MET, read

from dateline.model.event import Status

TEXT = "The council met on Monday."
OUTDATED = {"filter": {"source": ["herald.example"]}}


@pytest.fixture
def article(api: TestClient, engine: Engine) -> str:
    """An article that an earlier extractor has read; its id."""
    posted = {"text": TEXT, "published_at": "2025-02-26", "source": "herald.example"}
    id_ = str(api.post("/v1/articles", json=posted).json()["id"])
    read(engine, id_, MET)
    introduce(engine)
    return id_


def order(api: TestClient, **more: object) -> str:
    """The id of a job that was just ordered."""
    return str(api.post("/v1/jobs/reprocess", json={**OUTDATED, **more}).json()["id"])


def reread(engine: Engine) -> None:
    """A worker's part: read what is due again, and find the meeting denied."""
    finish(engine, claim(engine), replace(MET, status=Status.DENIED))
    proceed(engine)


def test_a_job_is_accepted_and_waits_for_a_worker(api: TestClient) -> None:
    answer = api.post("/v1/jobs/reprocess", json={})

    job = answer.json()
    assert answer.status_code == 202
    assert answer.headers["Location"] == f"/v1/jobs/{job['id']}"
    assert (job["state"], job["total"], job["only_outdated"]) == ("queued", None, True)


def test_the_same_order_is_the_same_job_until_it_is_over(api: TestClient) -> None:
    first = api.post("/v1/jobs/reprocess", json=OUTDATED)
    again = api.post("/v1/jobs/reprocess", json=OUTDATED)
    api.post(f"/v1/jobs/{first.json()['id']}/cancel")
    anew = api.post("/v1/jobs/reprocess", json=OUTDATED)

    ids = [answer.json()["id"] for answer in (first, again, anew)]
    assert [answer.status_code for answer in (first, again, anew)] == [202, 200, 202]
    assert ids[0] == ids[1] != ids[2]


def test_a_job_tells_how_far_it_is_and_what_it_changed(
    api: TestClient, engine: Engine, article: str
) -> None:
    job = order(api)
    proceed(engine)
    under_way = api.get(f"/v1/jobs/{job}").json()
    reread(engine)

    done = api.get(f"/v1/jobs/{job}").json()
    assert [under_way[name] for name in ("state", "total", "done")] == ["running", 1, 0]
    assert [done[name] for name in ("state", "total", "done", "failed")] == ["done", 1, 1, 0]
    assert done["changed"] == {"added": 0, "removed": 0, "redated": 0, "rejudged": 1}
    assert (done["extractor"], done["sample"]) == ("later", [])
    event = api.get("/v1/timeline").json()["items"][0]
    assert (event["status"], event["extractor"]) == ("denied", "later")


def test_a_dry_run_shows_what_would_change_and_changes_nothing(
    api: TestClient, engine: Engine, article: str
) -> None:
    before = api.get("/v1/timeline").json()
    job = order(api, dry_run=True)
    proceed(engine)
    reread(engine)

    done = api.get(f"/v1/jobs/{job}").json()
    (sample,) = done["sample"]
    assert done["changed"]["rejudged"] == 1
    assert (sample["difference"], sample["article"]) == ("rejudged", article)
    assert (sample["before"]["status"], sample["after"]["status"]) == ("occurred", "denied")
    assert sample["before"]["time"] == sample["after"]["time"]
    assert api.get("/v1/timeline").json() == before


def test_an_erased_article_vanishes_from_the_sample(
    api: TestClient, engine: Engine, article: str
) -> None:
    job = order(api, dry_run=True)
    proceed(engine)
    reread(engine)

    api.delete(f"/v1/articles/{article}")

    assert api.get(f"/v1/jobs/{job}").json()["sample"] == []


def test_a_cancelled_job_stays_so(api: TestClient) -> None:
    job = order(api)

    answers = [api.post(f"/v1/jobs/{job}/cancel") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert {answer.json()["state"] for answer in answers} == {"cancelled"}


def test_a_job_that_is_done_cannot_be_cancelled(
    api: TestClient, engine: Engine, article: str
) -> None:
    job = order(api)
    proceed(engine)
    reread(engine)

    refused = api.post(f"/v1/jobs/{job}/cancel")

    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/conflict")


def test_jobs_are_listed_the_latest_first_a_page_at_a_time(api: TestClient) -> None:
    ids = [order(api, filter={"id": [str(n)]}) for n in range(3)]
    api.post(f"/v1/jobs/{ids[0]}/cancel")

    first = api.get("/v1/jobs", params={"limit": 2}).json()
    second = api.get("/v1/jobs", params={"limit": 2, "cursor": first["next_cursor"]}).json()
    cancelled = api.get("/v1/jobs", params={"state": "cancelled"}).json()

    assert [job["id"] for job in first["items"] + second["items"]] == ids[::-1]
    assert second["next_cursor"] is None
    assert [job["id"] for job in cancelled["items"]] == ids[:1]


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        pytest.param({"filter": {"sauce": ["x"]}}, "#/filter/sauce", id="an unknown field"),
        pytest.param({"filter": {"language": ["english"]}}, "#/filter/language/0", id="a language"),
        pytest.param(
            {"filter": {"published_from": "26/02/2025"}}, "#/filter/published_from", id="a day"
        ),
        pytest.param(
            {"filter": {"published_from": "2025-02-26", "published_to": "2025-02-25"}},
            "#/filter/published_to",
            id="days the wrong way round",
        ),
        pytest.param({"filter": {"id": ["x"] * 1001}}, "#/filter/id", id="too many ids"),
        pytest.param({"filter": {"source": ["a\0b"]}}, "#/filter/source/0", id="no text"),
        pytest.param({"dry_run": "perhaps"}, "#/dry_run", id="neither true nor false"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(
    api: TestClient, wrong: dict[str, object], pointer: str
) -> None:
    refused = api.post("/v1/jobs/reprocess", json=wrong)

    assert refused.status_code == 422
    assert [error["pointer"] for error in refused.json()["errors"]] == [pointer]


def test_a_job_that_nobody_ordered_is_not_found(api: TestClient) -> None:
    answers = [api.get("/v1/jobs/none"), api.post("/v1/jobs/none/cancel")]

    assert [answer.status_code for answer in answers] == [404, 404]
