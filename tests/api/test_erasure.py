"""Erasure over HTTP: gone from every answer, and not taken in again."""

from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT

from dateline.model.article import Annotations
from dateline.store import claims, database, events

POSTED = {
    "text": TEXT,
    "published_at": "2025-02-26",
    "language": "en",
    "url": "https://herald.example/1",
}


def told(api: TestClient, engine: Engine) -> str:
    """The id of an article in which a meeting was read."""
    article: str = api.post("/v1/articles", json=POSTED).json()["id"]
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article], lease=60)
        events.replace(connection, claim, Annotations("test", events=(MET,)))
    return article


def test_an_erased_article_is_gone_from_every_answer(api: TestClient, engine: Engine):
    article = told(api, engine)
    at = api.get("/v1/changes").json()["items"][0]["at"]

    erased = api.delete(f"/v1/articles/{article}")

    assert (erased.status_code, erased.content) == (204, b"")
    for path in ("", "/annotations"):
        assert api.get(f"/v1/articles/{article}{path}").status_code == 404
    assert api.get("/v1/events/met").status_code == 404
    assert api.get("/v1/articles").json()["items"] == []
    assert api.get("/v1/timeline").json()["items"] == []
    assert api.get("/v1/timeline", params={"as_of": at}).json()["items"] == []
    assert api.get("/v1/timeline?entity=council").json()["unknown_entities"] == ["council"]
    assert api.delete(f"/v1/articles/{article}").status_code == 404


def test_followers_are_told_that_it_is_gone_and_nothing_else(api: TestClient, engine: Engine):
    article = told(api, engine)

    api.delete(f"/v1/articles/{article}")

    changes = api.get("/v1/changes").json()["items"]
    assert [(one["action"], one["reason"], one["event"], one["fields"]) for one in changes] == [
        ("added", "article", None, []),
        ("withdrawn", "erasure", None, []),
    ]
    assert {one["article"] for one in changes} == {article}


def test_a_repost_of_an_erased_article_is_gone(api: TestClient, engine: Engine):
    article = told(api, engine)
    api.delete(f"/v1/articles/{article}")

    again = api.post("/v1/articles", json=POSTED | {"text": "Another text."})
    line = api.post("/v1/articles/batch", json=[POSTED])

    assert (again.status_code, again.json()["type"]) == (410, "/problems/gone")
    assert '"status":410' in line.text.replace(" ", "")
    assert api.get("/v1/articles").json()["items"] == []


def test_an_erasure_can_be_lifted_once(api: TestClient, engine: Engine):
    article = told(api, engine)
    api.delete(f"/v1/articles/{article}")

    lifted = [api.delete(f"/v1/erasures/{article}").status_code for _ in range(2)]

    assert lifted == [204, 404]
    assert api.post("/v1/articles", json=POSTED).status_code == 202
