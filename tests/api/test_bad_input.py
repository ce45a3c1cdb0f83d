"""Bad input is answered with a problem that names the field, and nothing is stored."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}
JSON = {"content-type": "application/json"}


def stored(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM articles")))


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in POST.items() if name != field}


@pytest.mark.parametrize(
    ("post", "field"),
    [
        pytest.param(without("published_at"), "published_at", id="no date"),
        pytest.param(POST | {"published_at": "soonish"}, "published_at", id="an unreadable date"),
        pytest.param(POST | {"published_at": "2 hours ago"}, "published_at", id="a relative date"),
        pytest.param(POST | {"published_at": "03/04/2025"}, "published_at", id="an ambiguous date"),
        pytest.param(POST | {"published_at": "20250-01-01"}, "published_at", id="the year 20250"),
        pytest.param(POST | {"published_at": "9999-12-31"}, "published_at", id="a future date"),
        pytest.param(
            POST | {"published_at": "0001-01-01T00:00:00+14:00"}, "published_at", id="year 1 +14:00"
        ),
        pytest.param(POST | {"timezone": "Europe/Atlantis"}, "timezone", id="an unknown zone"),
        pytest.param(POST | {"html": "<p>The council met."}, "text", id="both text and html"),
        pytest.param(without("text"), "text", id="neither text nor html"),
        pytest.param(without("text") | {"html": "<p>"}, "html", id="a page without an article"),
        pytest.param(POST | {"text": ""}, "text", id="empty text"),
        pytest.param(POST | {"text": " \n "}, "text", id="text of spaces"),
        pytest.param(POST | {"text": "a\0b"}, "text", id="NUL in the text"),
        pytest.param(POST | {"text": "a\ud800b"}, "text", id="a lone surrogate in the text"),
        pytest.param(POST | {"text": "a" * 1_000_001}, "text", id="a million characters and one"),
        pytest.param(POST | {"headline": "x"}, "headline", id="an unknown field"),
        pytest.param(POST | {"title": "a\udfff"}, "title", id="a lone surrogate in the title"),
        pytest.param(POST | {"metadata": {"a": 2**63}}, "metadata", id="metadata beyond int64"),
        pytest.param(POST | {"metadata": {"a": "b" * 20_000}}, "metadata", id="20 kB of metadata"),
        pytest.param(
            POST | {"metadata": {"a": [[[[[1]]]]]}}, "metadata", id="metadata six levels deep"
        ),
        pytest.param(POST | {"tags": ["x"] * 51}, "tags", id="51 tags"),
        pytest.param(POST | {"url": "javascript:alert(1)"}, "url", id="a script for an address"),
    ],
)
def test_a_bad_field_is_named(api: TestClient, engine: Engine, post: dict[str, Any], field: str):
    answer = api.post("/v1/articles", content=json.dumps(post), headers=JSON)

    problem = answer.json()
    assert answer.status_code == problem["status"] == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == "/problems/invalid"
    assert problem["instance"] == "/v1/articles"
    assert problem["errors"][0]["pointer"].split("/")[:2] == ["#", field]
    assert stored(engine) == 0


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(b"{", JSON, 400, id="half an object"),
        pytest.param(b'{"text": NaN}', JSON, 400, id="NaN"),
        pytest.param(b'{"metadata": {"a": -Infinity}}', JSON, 400, id="infinity"),
        pytest.param(b"[" * 100_000, JSON, 400, id="a hundred thousand brackets"),
        pytest.param(b'{"metadata": {"a": ' + b"9" * 5000 + b"}}", JSON, 400, id="5000 digits"),
        pytest.param(b'{"text": "\xff"}', JSON, 400, id="not UTF-8"),
        pytest.param(b"text=a", {"content-type": "text/plain"}, 415, id="plain text"),
        pytest.param(
            b"text=a", {"content-type": "application/x-www-form-urlencoded"}, 415, id="a form"
        ),
        pytest.param(b"{}", {}, 415, id="no content type"),
        pytest.param(b"{}", JSON | {"content-encoding": "gzip"}, 415, id="gzip"),
        pytest.param(b"{}", {"content-type": "application/json; charset"}, 422, id="half a type"),
        pytest.param(b"{}", {"content-type": ";;;"}, 415, id="no type at all"),
        pytest.param(b'{"text": "' + b"a" * 60_000_000 + b'"}', JSON, 413, id="60 MB"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    api: TestClient, engine: Engine, body: bytes, headers: dict[str, str], status: int
):
    answer = api.post("/v1/articles", content=body, headers=headers)

    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert stored(engine) == 0


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b'{"text": "a", "published_at": "2025-02-26", "text": "b"}', "#/text"),
        (b'{"metadata": {"a": [0, {"b/c": 1, "d": 2, "b/c": 3}]}}', "#/metadata/a/1/b~1c"),
        (b'{"metadata": {"a": 1, "a": 2}, "metadata": {}}', "#/metadata"),
    ],
)
def test_a_name_that_stands_twice_in_an_object_is_named(
    api: TestClient, engine: Engine, body: bytes, pointer: str
):
    answer = api.post("/v1/articles", content=body, headers=JSON)

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert stored(engine) == 0


def test_a_body_of_undeclared_length_is_not_read_to_the_end(api: TestClient, engine: Engine):
    sent = []

    def chunks():
        for number in range(60):
            sent.append(number)
            yield b"a" * 1_000_000

    answer = api.post("/v1/articles", content=chunks(), headers=JSON)

    assert answer.status_code == 413
    assert "10485760 bytes" in answer.json()["detail"]
    assert stored(engine) == 0


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"7", b""])
def test_a_body_that_is_no_object_is_refused(api: TestClient, engine: Engine, body: bytes):
    answer = api.post("/v1/articles", content=body, headers=JSON)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#"
    assert stored(engine) == 0


def test_the_readings_of_an_ambiguous_date_are_listed(api: TestClient):
    answer = api.post("/v1/articles", json=POST | {"published_at": "03/04/2025"})

    assert answer.json()["errors"] == [
        {
            "pointer": "#/published_at",
            "detail": "could be 2025-03-04 or 2025-04-03",
            "readings": ["2025-03-04", "2025-04-03"],
        }
    ]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/v1/articles/none", 404),
        ("GET", "/v1/articles/none/annotations", 404),
        ("GET", "/v1/articles/%00", 422),
        ("DELETE", "/v1/timeline", 405),
        ("PUT", "/v1/articles", 405),
    ],
)
def test_every_refusal_is_a_problem(api: TestClient, method: str, path: str, status: int):
    answer = api.request(method, path)

    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].startswith("/problems/")


@pytest.mark.parametrize(
    "query", ["limit=99999999999999999999", "from=2025-13-01", "page=2", "q=%C5%BDi%C5", "q=%FF"]
)
def test_a_bad_parameter_is_named(api: TestClient, query: str):
    answer = api.get(f"/v1/timeline?{query}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/" + query.split("=", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": "a\0"}, "text"),
        ({"text": "a" * 1_000_001}, "text"),
        ({"published_at": "yesterday"}, "published_at"),
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"url": "https://example.org"}, "url"),
    ],
)
def test_resolve_names_a_bad_field_too(api: TestClient, change: dict[str, str], field: str):
    answer = api.post("/v1/resolve", json=POST | change)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == f"#/{field}"
