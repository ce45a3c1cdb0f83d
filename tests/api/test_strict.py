"""What a route does not know, it refuses; what can be given once is given once."""

import pytest
from fastapi.testclient import TestClient

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}


@pytest.mark.parametrize(
    ("method", "path", "field", "why"),
    [
        ("GET", "/v1/timeline?entitiy=Kos", "entitiy", "is unknown"),
        ("GET", "/v1/timeline?limit=5&limit=6", "limit", "is given more than once"),
        ("GET", "/v1/timeline?from=2025-01-01&from=2025-01-02", "from", "is given more than once"),
        ("GET", "/v1/articles/a?verbose=1", "verbose", "is unknown"),
        ("POST", "/v1/articles?dry_run=true", "dry_run", "is unknown"),
        ("POST", "/v1/resolve?language=en", "language", "is unknown"),
    ],
)
def test_a_parameter_out_of_place_is_named(
    api: TestClient, method: str, path: str, field: str, why: str
):
    answer = api.request(method, path, json=POST if method == "POST" else None)

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": f"#/{field}", "detail": why}]


def test_a_list_may_be_given_more_than_once(api: TestClient):
    answer = api.get("/v1/timeline?status=occurred&status=denied&entity=a&entity=b")

    assert answer.status_code == 200
