"""The OpenAPI document: `python -m dateline.api.openapi [FILE]` writes it."""

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from dateline.wire.batch import BatchLine
from dateline.wire.problem import Problem

REF = "#/components/schemas/{model}"

# What is answered where FastAPI does not look: by handlers, and line by line.
UNSEEN: tuple[type[BaseModel], ...] = (Problem, BatchLine)


def install(app: FastAPI) -> None:
    """Let this application describe itself."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _describe(app)
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]  # FastAPI's own way to extend it


def document(app: FastAPI) -> str:
    """The document as it is checked in."""
    return json.dumps(app.openapi(), indent=2, ensure_ascii=False) + "\n"


def _describe(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title=app.title, version=app.version, summary=app.summary, routes=app.routes
    )
    _, unseen = models_json_schema([(model, "serialization") for model in UNSEEN], ref_template=REF)
    found["components"]["schemas"] |= unseen["$defs"]
    return found


if __name__ == "__main__":
    from dateline.api.app import create
    from dateline.settings import Settings

    (path,) = sys.argv[1:] or ["schemas/openapi.json"]
    Path(path).write_text(document(create(Settings())), encoding="utf-8")
