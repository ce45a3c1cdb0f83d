"""The OpenAPI document: checked in, current, and true to the contract's style."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from dateline.api import openapi
from dateline.api.app import create
from dateline.settings import Settings

CHECKED_IN = Path(__file__).parents[2] / "schemas" / "openapi.json"


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    return create(Settings(data=tmp_path))


@pytest.fixture
def document(app: FastAPI) -> dict[str, Any]:
    return json.loads(openapi.document(app))


def test_the_document_that_is_checked_in_is_current(app: FastAPI):
    # Otherwise: python -m dateline.api.openapi schemas/openapi.json
    assert CHECKED_IN.read_text(encoding="utf-8") == openapi.document(app)


def test_open_words_say_so(document: dict[str, Any]):
    event = document["components"]["schemas"]["EventOut"]["properties"]

    assert "meeting" in event["type"]["x-open-enum"]
    assert event["type"]["type"] == "string"
    assert "enum" not in event["type"]


def test_every_refusal_that_is_announced_is_a_problem(document: dict[str, Any]):
    refusals = {
        (path, status): list(answer["content"])
        for path, methods in document["paths"].items()
        for method in methods.values()
        for status, answer in method["responses"].items()
        if status >= "400"
    }

    assert set(map(tuple, refusals.values())) == {("application/problem+json",)}


def test_every_request_forbids_what_it_does_not_know(document: dict[str, Any]):
    schemas = document["components"]["schemas"]

    assert {schemas[name]["additionalProperties"] for name in ("ArticleIn", "ResolveIn")} == {False}
