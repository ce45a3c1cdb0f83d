"""Bulk posts: a line of answer for each line; one bad line never costs another."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text
from tests.databases import empty_store

from dateline.api.app import create
from dateline.settings import Settings

NDJSON = {"content-type": "application/x-ndjson"}
ARRAY = {"content-type": "application/json"}
GZIP = NDJSON | {"content-encoding": "gzip"}


def article(number: int, **changes: Any) -> dict[str, Any]:
    url = f"https://herald.example/{number}"
    post = {"text": f"Council meeting {number} was on Monday.", "published_at": "2025-02-26"}
    return post | {"url": url} | changes


def lines(posts: Iterable[object]) -> bytes:
    return b"".join(json.dumps(post).encode() + b"\n" for post in posts)


def answered(answer: Any) -> list[tuple[int, str]]:
    return [(one["line"], one["outcome"]) for one in map(json.loads, answer.text.splitlines())]


def stored(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM articles")))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(lines([article(1), article(2)]), NDJSON, id="lines"),
        pytest.param(json.dumps([article(1), article(2)]).encode(), ARRAY, id="an array"),
    ],
)
def test_a_byte_order_mark_costs_no_article(api: TestClient, body: bytes, headers: dict[str, str]):
    answer = api.post("/v1/articles/batch", content=b"\xef\xbb\xbf" + body, headers=headers)

    assert answered(answer) == [(1, "accepted"), (2, "accepted")]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[TestClient]:
    """An application with little patience for large batches."""
    settings = Settings(
        data=tmp_path,
        database_url=None,
        redis_url=None,
        max_batch=20_000,
        max_batch_lines=20,
        max_batch_line=1000,
        max_body=2000,
    )
    empty_store(settings.database).dispose()
    with TestClient(create(settings), raise_server_exceptions=False) as client:
        yield client


def test_each_line_is_answered_in_order(api: TestClient, engine: Engine):
    answer = api.post("/v1/articles/batch", content=lines(map(article, range(250))), headers=NDJSON)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answered(answer) == [(number, "accepted") for number in range(1, 251)]
    assert stored(engine) == 250


def test_what_is_known_is_stored_once(api: TestClient, engine: Engine):
    body = lines([article(1), article(2), article(1)])

    first = api.post("/v1/articles/batch", content=body, headers=NDJSON)
    again = api.post("/v1/articles/batch", content=body, headers=NDJSON)

    assert answered(first) == [(1, "accepted"), (2, "accepted"), (3, "known")]
    assert answered(again) == [(1, "known"), (2, "known"), (3, "known")]
    assert stored(engine) == 2


@pytest.mark.parametrize(
    ("bad", "status", "pointer"),
    [
        pytest.param(b'{"text": ', 400, None, id="half an object"),
        pytest.param(b'{"text": NaN}', 400, None, id="NaN"),
        pytest.param(b"\xff\xfe", 400, None, id="not UTF-8"),
        pytest.param(b"[" * 100_000, 400, None, id="a hundred thousand brackets"),
        pytest.param(b"7", 422, "#", id="a number"),
        pytest.param(b'{"text": "a"}', 422, "#/published_at", id="no date"),
        pytest.param(
            b'{"text": "a\\u0000", "published_at": "2025-02-26"}', 422, "#/text", id="NUL"
        ),
        pytest.param(
            b'{"text": "a", "published_at": "2025-02-26", "x": 1}', 422, "#/x", id="unknown field"
        ),
        pytest.param(b'{"text": "a", "text": "b"}', 422, "#/text", id="a field twice"),
        pytest.param(b'{"text": "' + b"a" * 3_000_000 + b'"}', 413, None, id="3 MB"),
    ],
)
def test_a_bad_line_costs_no_other(
    api: TestClient, engine: Engine, bad: bytes, status: int, pointer: str | None
):
    body = lines([article(1)]) + bad + b"\n" + lines([article(2)])

    answer = api.post("/v1/articles/batch", content=body, headers=NDJSON)

    assert answered(answer) == [(1, "accepted"), (2, "refused"), (3, "accepted")]
    problem = json.loads(answer.text.splitlines()[1])["problem"]
    assert problem["status"] == status
    assert (problem["errors"][0]["pointer"] if "errors" in problem else None) == pointer
    assert stored(engine) == 2


def test_a_contradiction_costs_no_other_line(api: TestClient, engine: Engine):
    herald = {"source": "herald.example"}
    posts = [
        article(1, **herald),
        article(2, **herald, external_id="two"),
        article(1, **herald, external_id="two"),
        article(3, **herald),
    ]

    answer = api.post("/v1/articles/batch", content=lines(posts), headers=NDJSON)

    assert [outcome for _, outcome in answered(answer)] == [
        "accepted",
        "accepted",
        "refused",
        "accepted",
    ]
    assert json.loads(answer.text.splitlines()[2])["problem"]["status"] == 409
    assert stored(engine) == 3


def test_lines_may_end_as_they_like(api: TestClient):
    body = b"\n\r\n" + lines([article(1)]).replace(b"\n", b"\r\n") + b"  \n"
    body += json.dumps(article(2)).encode()

    answer = api.post("/v1/articles/batch", content=body, headers=NDJSON)

    assert answered(answer) == [(3, "accepted"), (5, "accepted")]


def test_lines_are_read_however_they_are_cut(api: TestClient):
    body = lines(article(number, title="Žižek 🗞") for number in range(5))
    chunks = (body[start : start + 7] for start in range(0, len(body), 7))

    answer = api.post("/v1/articles/batch", content=chunks, headers=NDJSON)

    assert answered(answer) == [(number, "accepted") for number in range(1, 6)]


def test_gzip_is_welcome(api: TestClient):
    body = gzip.compress(lines(map(article, range(3))))

    answer = api.post("/v1/articles/batch", content=body, headers=GZIP)

    assert answered(answer) == [(1, "accepted"), (2, "accepted"), (3, "accepted")]


def test_an_array_is_taken_too(api: TestClient):
    answer = api.post("/v1/articles/batch", json=[article(1), {"text": "a"}, article(2)])

    assert answered(answer) == [(1, "accepted"), (2, "refused"), (3, "accepted")]


@pytest.mark.parametrize(
    ("bad", "status"),
    [
        pytest.param(b"7", 422, id="a number"),
        pytest.param(b"", 400, id="a comma too many"),
        pytest.param(b'{"text": NaN}', 400, id="NaN"),
        pytest.param(b'{"text": "a"]}', 400, id="the wrong bracket"),
        pytest.param(b'{"text": "a", "text": "b"}', 422, id="a field twice"),
        pytest.param(b'{"text": "' + b"a" * 3_000_000 + b'"}', 413, id="3 MB"),
    ],
)
def test_a_bad_member_of_an_array_costs_no_other(
    api: TestClient, engine: Engine, bad: bytes, status: int
):
    one, two = (json.dumps(article(number)).encode() for number in (1, 2))

    answer = api.post(
        "/v1/articles/batch", content=b"[" + b",".join([one, bad, two]) + b"]", headers=ARRAY
    )

    assert answered(answer) == [(1, "accepted"), (2, "refused"), (3, "accepted")]
    assert json.loads(answer.text.splitlines()[1])["problem"]["status"] == status
    assert stored(engine) == 2


def test_what_came_before_the_end_of_an_array_is_kept(api: TestClient, engine: Engine):
    body = b"[" + json.dumps(article(1)).encode() + b', {"text": '

    answer = api.post("/v1/articles/batch", content=body, headers=ARRAY)

    assert answered(answer) == [(1, "accepted"), (2, "refused")]
    assert stored(engine) == 1


def test_nothing_is_answered_with_nothing(api: TestClient):
    answer = api.post("/v1/articles/batch", content=b"", headers=NDJSON)

    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(b"not gzip", GZIP, 400, id="not gzip"),
        pytest.param(gzip.compress(b"{}")[:-9], GZIP, 400, id="half a gzip"),
        pytest.param(gzip.compress(b"\n" * 20_001), GZIP, 413, id="a gzip bomb"),
        pytest.param(b"\n" * 20_001, NDJSON, 413, id="too large"),
        pytest.param(b"{}", ARRAY, 400, id="no array"),
        pytest.param(b"[", ARRAY, 400, id="half an array"),
        pytest.param(b"7", ARRAY, 400, id="a number"),
        pytest.param(b"", ARRAY, 400, id="nothing"),
        pytest.param(b"[" + b" " * 20_000 + b"]", ARRAY, 413, id="a large array"),
        pytest.param(b"{}", {"content-type": "text/plain"}, 415, id="plain text"),
        pytest.param(b"{}", NDJSON | {"content-encoding": "br"}, 415, id="brotli"),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(
    small: TestClient, engine: Engine, body: bytes, headers: dict[str, str], status: int
):
    answer = small.post("/v1/articles/batch", content=body, headers=headers)

    assert answer.status_code == answer.json()["status"] == status
    assert stored(engine) == 0


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(lines(map(article, range(25))), NDJSON, 413, id="too many lines"),
        pytest.param(
            gzip.compress(lines(map(article, range(20))))[:-9], GZIP, 400, id="gzip that breaks off"
        ),
        pytest.param(
            gzip.compress(lines(map(article, range(20))) + b"\n" * 20_000),
            GZIP,
            413,
            id="gzip that swells",
        ),
    ],
)
def test_what_came_before_the_end_of_patience_is_kept(
    small: TestClient, engine: Engine, body: bytes, headers: dict[str, str], status: int
):
    answer = small.post("/v1/articles/batch", content=body, headers=headers)

    outcomes = answered(answer)
    assert answer.status_code == 200
    assert outcomes[-1] == (len(outcomes), "refused")
    assert json.loads(answer.text.splitlines()[-1])["problem"]["status"] == status
    assert stored(engine) == len(outcomes) - 1 == 20
