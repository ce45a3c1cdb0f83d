"""What computes reads no clock, file or environment; import contracts cannot see all of that."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = ("schemas/dateline/model", "workers/dateline/timex", "workers/dateline/events")
IMPURE_CALLS = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "getenv", "monotonic"}


def called_names(source: str) -> set[str]:
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        call.attr if isinstance(call, ast.Attribute) else call.id
        for call in calls
        if isinstance(call, ast.Attribute | ast.Name)
    }


def pure_modules() -> list[Path]:
    return [path for room in PURE for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", pure_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_computes_calls_no_clock_file_or_environment(path: Path) -> None:
    assert not called_names(path.read_text()) & IMPURE_CALLS


def test_the_check_sees_a_clock() -> None:
    assert called_names("day = date.today()") & IMPURE_CALLS


@pytest.mark.parametrize("tree", ["schemas", "services", "workers"])
def test_dateline_is_a_namespace_without_an_init_file(tree: str) -> None:
    assert not (ROOT / tree / "dateline" / "__init__.py").exists()
