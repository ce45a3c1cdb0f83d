"""Idempotency-Key: sent again, a request is answered in the same words and done once."""

import gzip
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from dateline.store import database, idempotency

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}
OTHER = POST | {"text": "The court ruled on Tuesday."}
NDJSON = {"content-type": "application/x-ndjson"}


def keyed(key: str = "k", **more: str) -> dict[str, str]:
    return {"idempotency-key": key} | more


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")))


def lines(*posts: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(post).encode() + b"\n" for post in posts)


def test_the_same_post_has_the_same_answer(api: TestClient, engine: Engine):
    first = api.post("/v1/articles", json=POST, headers=keyed())
    again = api.post("/v1/articles", json=POST, headers=keyed())
    without = api.post("/v1/articles", json=POST)

    assert (first.status_code, again.status_code, without.status_code) == (202, 202, 200)
    assert again.content == first.content
    assert again.headers["location"] == first.headers["location"]
    assert count(engine, "articles") == 1


def test_the_same_key_with_another_body_is_refused(api: TestClient, engine: Engine):
    api.post("/v1/articles", json=POST, headers=keyed())

    answer = api.post("/v1/articles", json=OTHER, headers=keyed())

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/idempotency-key"
    assert count(engine, "articles") == 1


@pytest.mark.parametrize("path", ["/v1/articles", "/v1/articles/batch"])
def test_while_the_first_is_under_way_the_second_is_in_conflict(
    api: TestClient, engine: Engine, path: str
):
    with database.writing(engine) as connection:
        idempotency.begin(connection, path.removeprefix("/v1"), "k")

    answer = api.post(path, json=[POST] if path.endswith("batch") else POST, headers=keyed())

    assert answer.status_code == answer.json()["status"] == 409
    assert count(engine, "articles") == 0


def test_a_quoted_key_is_the_same_as_a_bare_one(api: TestClient):
    first = api.post("/v1/articles", json=POST, headers=keyed('"8e03978e-40d5"'))
    again = api.post("/v1/articles", json=POST, headers=keyed("8e03978e-40d5"))

    assert (again.status_code, again.content) == (202, first.content)


@pytest.mark.parametrize("key", ["", '""', "a" * 256, "\u00e9"])
def test_a_key_that_is_none_is_refused(api: TestClient, engine: Engine, key: str):
    answer = api.post("/v1/articles", json=POST, headers={"idempotency-key": key.encode("latin-1")})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/idempotency-key"
    assert count(engine, "articles") == 0


def test_what_is_refused_leaves_its_key_free(api: TestClient, engine: Engine):
    refused = api.post("/v1/articles", json=POST | {"published_at": "soonish"}, headers=keyed())
    answer = api.post("/v1/articles", json=POST, headers=keyed())

    assert (refused.status_code, answer.status_code) == (422, 202)
    assert count(engine, "idempotency") == 1


def test_what_is_erased_is_not_answered_any_more(api: TestClient):
    article = api.post("/v1/articles", json=POST, headers=keyed()).json()["id"]
    api.delete(f"/v1/articles/{article}")

    answer = api.post("/v1/articles", json=POST, headers=keyed())

    assert answer.status_code == 410


def test_a_batch_is_answered_in_the_same_words(api: TestClient, engine: Engine):
    body = lines(POST, {"text": "no date"}, OTHER)

    first = api.post("/v1/articles/batch", content=body, headers=keyed(**NDJSON))
    again = api.post(
        "/v1/articles/batch",
        content=gzip.compress(body),
        headers=keyed(**NDJSON) | {"content-encoding": "gzip"},
    )

    assert [json.loads(line)["outcome"] for line in again.text.splitlines()] == [
        "accepted",
        "refused",
        "accepted",
    ]
    assert again.content == first.content
    assert count(engine, "articles") == 2


def test_another_batch_with_the_same_key_is_refused(api: TestClient, engine: Engine):
    api.post("/v1/articles/batch", content=lines(POST), headers=keyed(**NDJSON))

    answer = api.post("/v1/articles/batch", content=lines(POST, OTHER), headers=keyed(**NDJSON))

    assert answer.status_code == 422
    assert count(engine, "articles") == 1


def test_a_batch_that_breaks_off_may_be_sent_again_with_its_key(api: TestClient, engine: Engine):
    body = gzip.compress(lines(*({**POST, "external_id": str(n)} for n in range(300))))
    headers = keyed(**NDJSON) | {"content-encoding": "gzip"}

    broken = api.post("/v1/articles/batch", content=body[:-9], headers=headers)
    whole = api.post("/v1/articles/batch", content=body, headers=headers)

    assert json.loads(broken.text.splitlines()[-1])["outcome"] == "refused"
    assert len(whole.text.splitlines()) == count(engine, "articles") == 300


def test_an_erased_line_takes_the_answer_to_its_batch_along(api: TestClient):
    body = lines(POST, OTHER)
    first = api.post("/v1/articles/batch", content=body, headers=keyed(**NDJSON))
    erased = json.loads(first.text.splitlines()[0])["article"]["id"]
    api.delete(f"/v1/articles/{erased}")

    again = api.post("/v1/articles/batch", content=body, headers=keyed(**NDJSON))

    outcomes = [json.loads(line) for line in again.text.splitlines()]
    assert [one["outcome"] for one in outcomes] == ["refused", "known"]
    assert outcomes[0]["problem"]["status"] == 410
