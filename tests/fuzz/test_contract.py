"""No request that anybody could make breaks the service, and every answer is as announced."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

# A word with each operation, the same one every time; `make fuzz` talks longer and varies.
BRIEF = 20
EXAMPLES = int(os.environ.get("DATELINE_FUZZ", BRIEF))

NEEDS = {"/v1/extract": pytest.mark.model}

DOCUMENT = Path(__file__).parents[2] / "schemas" / "openapi.json"
OPERATIONS = [
    pytest.param(
        path,
        method,
        mode,
        id=f"{operation['operationId']}, {mode.value}",
        marks=NEEDS.get(path, ()),
    )
    for path, methods in json.loads(DOCUMENT.read_text(encoding="utf-8"))["paths"].items()
    for method, operation in methods.items()
    for mode in GenerationMode
    # Where nothing is asked for, nothing can be asked for wrongly.
    if mode is GenerationMode.POSITIVE or path.startswith("/v1")
]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS)
def test_every_answer_is_as_announced(
    contract: BaseSchema, path: str, method: str, mode: GenerationMode
):
    @given(case=contract[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        derandomize=EXAMPLES == BRIEF,
        suppress_health_check=list(HealthCheck),
    )
    def check(case: Case) -> None:
        # Nobody reads articles here: who prefers to wait would wait for nothing.
        case.headers.pop("prefer", None)
        case.call_and_validate(checks=CHECKS)

    check()
