"""What computes reads no clock, file or environment; import contracts cannot see all of that."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = ("schemas/dateline/model", "workers/dateline/timex", "workers/dateline/events")
IMPURE_METHODS = {"now", "today", "utcnow", "read_text", "read_bytes", "getenv", "monotonic"}
# What comes with the package is read once, when it is loaded.
READS_WHAT_IT_SHIPS = {
    "workers/dateline/events/parse.py",  # the model's weights, to check their hashes
    "workers/dateline/events/words/nouns.py",  # its list of nouns
}


def impure_calls(source: str) -> set[str]:
    """Calls of `open` and of methods that read a clock, a file or the environment."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    functions = {call.id for call in calls if isinstance(call, ast.Name)}
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    return (functions & {"open"}) | (methods & IMPURE_METHODS)


def pure_modules() -> list[Path]:
    modules = [path for room in PURE for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in modules if str(path.relative_to(ROOT)) not in READS_WHAT_IT_SHIPS]


@pytest.mark.parametrize("path", pure_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_computes_calls_no_clock_file_or_environment(path: Path) -> None:
    assert impure_calls(path.read_text()) == set()


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        pytest.param("day = date.today()", {"today"}, id="a clock"),
        pytest.param("words = open(path)", {"open"}, id="a file"),
        pytest.param("shop.open()", set(), id="something else that opens"),
    ],
)
def test_the_check_sees(source: str, seen: set[str]) -> None:
    assert impure_calls(source) == seen


@pytest.mark.parametrize("tree", ["schemas", "services", "workers"])
def test_dateline_is_a_namespace_without_an_init_file(tree: str) -> None:
    assert not (ROOT / tree / "dateline" / "__init__.py").exists()
