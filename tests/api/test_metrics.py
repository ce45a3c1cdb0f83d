"""What Prometheus reads: requests by operation, and what is owed."""

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from dateline.api.app import create
from dateline.settings import Settings

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}


def samples(api: TestClient) -> dict[tuple[str, str, str], float]:
    """The value of each sample, by its name, operation and status."""
    families = text_string_to_metric_families(api.get("/metrics").text)
    found = (sample for family in families for sample in family.samples)
    return {
        (one.name, one.labels.get("operation", ""), one.labels.get("status", "")): one.value
        for one in found
    }


def test_requests_are_counted_by_operation_and_status(api: TestClient):
    for wanted in ("a", "b"):
        api.get(f"/v1/articles/{wanted}")
    api.get("/v1/timeline?limit=0")
    api.get("/nowhere/1")
    api.get("/nowhere/2")

    found = samples(api)

    count = "dateline_http_request_seconds_count"
    assert found[count, "articles.show", "404"] == 2
    assert found[count, "timeline.show", "422"] == 1
    assert found[count, "none", "404"] == 2


def test_what_waits_to_be_read_is_told(api: TestClient):
    before = samples(api)
    api.post("/v1/articles", json=POST)

    after = samples(api)

    name = ("dateline_queue_waiting", "", "")
    assert (before[name], after[name]) == (0, 1)
    assert after["dateline_queue_dead", "", ""] == 0


def test_without_a_store_requests_are_told_all_the_same():
    nowhere = Settings(database_url="postgresql://127.0.0.1:1/none", redis_url=None)
    with TestClient(create(nowhere), raise_server_exceptions=False) as api:
        api.get("/v1/timeline")

        found = samples(api)

    assert found["dateline_http_request_seconds_count", "timeline.show", "503"] == 1
    assert not any(name.startswith("dateline_queue") for name, _, _ in found)
