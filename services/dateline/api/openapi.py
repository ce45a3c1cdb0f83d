"""The OpenAPI document: `python -m dateline.api.openapi FILE` writes it."""

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.wire.problem import Problem

REF = "#/components/schemas/{model}"


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
    # Problems are answered by handlers, of which FastAPI knows nothing.
    problem = Problem.model_json_schema(ref_template=REF)
    found["components"]["schemas"] |= problem.pop("$defs") | {"Problem": problem}
    return found


if __name__ == "__main__":
    from dateline.api.app import create
    from dateline.settings import Settings

    Path(sys.argv[1]).write_text(document(create(Settings())), encoding="utf-8")
