"""HEAD is answered wherever GET is; a method that is not known is told which others are."""

import json
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from tests.serving import served

from dateline.settings import Settings

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}
DOCUMENT = Path(__file__).parents[2] / "schemas" / "openapi.json"
PATHS = json.loads(DOCUMENT.read_text(encoding="utf-8"))["paths"]
PAGES = ["/", "/articles/nobody", "/static/dateline.css", "/openapi.json"]


@pytest.mark.parametrize(
    "path", [*(path for path, methods in PATHS.items() if "get" in methods), *PAGES]
)
def test_head_is_get_without_the_body(api: TestClient, path: str):
    get, head = api.get(path), api.head(path)

    assert head.status_code == get.status_code
    assert head.headers["content-type"] == get.headers["content-type"]
    assert (get.content != b"", head.content) == (True, b"")


def test_head_of_an_export_ends_over_a_real_socket(settings: Settings):
    with served(settings) as address, httpx.Client(base_url=address) as client:
        client.post("/v1/articles", json=POST)

        heads = [client.head("/v1/timeline?format=csv"), client.head("/v1/articles")]

        assert [head.status_code for head in heads] == [200, 200]
        assert heads[0].headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "/v1/articles", "GET, HEAD, POST"),
        ("PUT", "/v1/articles/a", "DELETE, GET, HEAD, PATCH"),
        ("GET", "/v1/resolve", "POST"),
        ("OPTIONS", "/v1/timeline", "GET, HEAD"),
        ("POST", "/", "GET, HEAD"),
        ("DELETE", "/static/dateline.css", "GET, HEAD"),
        ("HEAD", "/v1/extract", "POST"),
    ],
)
def test_a_method_that_is_not_known_is_told_all_that_are(
    api: TestClient, method: str, path: str, allow: str
):
    answer = api.request(method, path)

    assert (answer.status_code, answer.headers["allow"]) == (405, allow)
