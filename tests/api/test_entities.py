"""Entities over HTTP: the name to ask the timeline for."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import MET, TEXT, read

from dateline.model.event import Entity, Mention, Participant, Role
from dateline.model.provenance import Span

NAMES = ["Slavoj Žižek", "Žižek", "Marija Žižek Kos", "Port Avery", "50% Club"]


def standing(name: str) -> Participant:
    return Participant(Role.AGENT, Mention(name, Span(0, 3), Entity(f"e-{name}", name, "person")))


@pytest.fixture
def named(api: TestClient, engine: Engine) -> TestClient:
    """A store that knows some names."""
    article = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    read(engine, article["id"], replace(MET, participants=tuple(map(standing, NAMES))))
    return api


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("zizek", ["Žižek", "Slavoj Žižek", "Marija Žižek Kos"]),
        ("ŽIŽ", ["Žižek", "Slavoj Žižek", "Marija Žižek Kos"]),
        ("port av", ["Port Avery"]),
        ("ery", []),
        ("50%", ["50% Club"]),
        ("%", []),
        ("_", []),
    ],
)
def test_a_name_is_found_by_the_beginnings_of_its_words(
    named: TestClient, q: str, found: list[str]
):
    answer = named.get("/v1/entities", params={"q": q})

    assert [entity["name"] for entity in answer.json()["items"]] == found


def test_the_list_comes_in_pages(named: TestClient):
    seen, cursor = [], None
    for _ in range(3):
        asked = {"q": "zizek", "limit": 1} | ({"cursor": cursor} if cursor else {})
        page = named.get("/v1/entities", params=asked).json()
        seen += [entity["name"] for entity in page["items"]]
        cursor = page["next_cursor"]

    assert seen == ["Žižek", "Slavoj Žižek", "Marija Žižek Kos"]
    assert cursor is None


def test_who_stands_in_no_event_any_more_is_not_found(named: TestClient, engine: Engine):
    revised = named.post(
        "/v1/articles",
        json={"text": TEXT, "published_at": "2025-02-27", "url": "https://a.example"},
    ).json()
    read(engine, revised["id"], replace(MET, id="other", participants=(standing("Ana Kos"),)))
    named.post(
        "/v1/articles",
        json={"text": TEXT + " ", "published_at": "2025-02-27", "url": "https://a.example"},
    )
    read(engine, revised["id"])

    assert named.get("/v1/entities?q=ana").json()["items"] == []


def test_a_search_needs_words(named: TestClient):
    answer = named.get("/v1/entities")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/q"
