from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection, text

from dateline.api.app import create
from dateline.settings import Settings
from dateline.store import timeline

ENDLESS = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n FROM n) SELECT sum(n) FROM n"


@pytest.fixture
def hasty(settings: Settings) -> Iterator[TestClient]:
    """The application, for whom a tenth of a second is long."""
    with TestClient(create(settings.model_copy(update={"query_limit": 0.1}))) as client:
        yield client


def test_a_question_that_takes_too_long_is_answered_with_a_problem(
    hasty: TestClient, monkeypatch: pytest.MonkeyPatch
):
    def forever(connection: Connection, *_: Any) -> None:
        connection.execute(text(ENDLESS))

    monkeypatch.setattr(timeline, "within", forever)

    answer = hasty.get("/v1/timeline")

    assert answer.status_code == answer.json()["status"] == 503
    assert int(answer.headers["retry-after"]) > 0
