"""Health: the process lives; it is ready when the store is."""

from pathlib import Path

from fastapi.testclient import TestClient

from dateline.api.app import create
from dateline.settings import Settings


def test_the_process_lives(api: TestClient):
    assert api.get("/healthz").json() == {"status": "ok"}


def test_without_a_broker_articles_are_still_accepted(api: TestClient):
    answer = api.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "degraded", "degraded": ["broker"]}


def test_a_store_without_tables_is_not_ready(tmp_path: Path):
    with TestClient(create(Settings(data=tmp_path, database_url=None))) as api:
        answer = api.get("/readyz")

    assert answer.status_code == answer.json()["status"] == 503
    assert "dateline migrate" in answer.json()["detail"]
