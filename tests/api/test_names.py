"""Whom one can ask for by name, wherever the timeline is asked."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from tests.telling import COUNCIL, TEXT, met, read

from dateline.model.event import Attribution, Mode, Status
from dateline.model.provenance import Quoted, Span

SAID = Attribution(COUNCIL, Quoted("said", Span(3, 7)), Mode.INDIRECT, None)


@pytest.fixture
def told(api: TestClient, engine: Engine) -> TestClient:
    """An API whose store tells of three meetings: of the council, by the council, at its seat."""
    posted = api.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()
    of, by, at = met(0), replace(met(1, participants=()), attributions=(SAID,)), met(2)
    by = replace(by, status=Status.SCHEDULED)
    read(engine, posted["id"], of, by, replace(at, participants=(), place=COUNCIL))
    return api


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("entity=council", ["met-0", "met-1", "met-2"], id="in any part"),
        pytest.param("speaker=council", ["met-1"], id="a speaker"),
        pytest.param("speaker=e-council&speaker=nobody", ["met-1"], id="one of two"),
        pytest.param("place=council", ["met-2"], id="a place"),
        pytest.param("speaker=council&place=council", [], id="both"),
    ],
)
def test_names_are_asked_for_as_what_they_stand(told: TestClient, query: str, found: list[str]):
    page = told.get(f"/v1/timeline?{query}").json()
    exported = told.get(f"/v1/timeline?{query}&format=ndjson").text
    counted = told.get(f"/v1/timeline/histogram?{query}").json()

    assert [event["id"] for event in page["items"]] == found
    assert [entity["id"] for entity in page["entities"]] == ["e-council"]
    assert len(exported.splitlines()) == len(found)
    assert sum(bucket["count"] for bucket in counted["buckets"]) == len(found)


@pytest.mark.parametrize("path", ["timeline", "timeline/histogram", "agenda"])
@pytest.mark.parametrize("parameter", ["speaker", "place"])
@pytest.mark.parametrize(
    ("values", "where"),
    [
        pytest.param([""], "/0", id="an empty name"),
        pytest.param(["a", "\0"], "/1", id="a name that cannot be kept"),
        pytest.param([str(number) for number in range(11)], "", id="eleven names"),
    ],
)
def test_what_is_no_name_is_told(
    api: TestClient, path: str, parameter: str, values: list[str], where: str
):
    answer = api.get(f"/v1/{path}", params={parameter: values})

    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == [f"#/{parameter}{where}"]


def test_a_speaker_that_nobody_is_is_told(told: TestClient):
    page = told.get("/v1/timeline?speaker=nobody&place=council").json()

    assert page["items"] == []
    assert page["unknown_entities"] == ["nobody"]
