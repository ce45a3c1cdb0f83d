"""Prints how long our functions and modules are: a mirror, not a fence."""

import ast
from pathlib import Path
from statistics import median, quantiles

ROOMS = ("schemas", "services", "workers")


def function_lengths(tree: ast.Module) -> list[int]:
    """Lines of every function, its docstring left out."""
    return [
        (node.end_lineno or node.lineno)
        - node.body[min(has_docstring(node), len(node.body) - 1)].lineno
        + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def has_docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return ast.get_docstring(node) is not None


def main() -> None:
    files = [path for room in ROOMS for path in sorted(Path(room).rglob("*.py"))]
    modules = {path: len(path.read_text().splitlines()) for path in files}
    functions = [n for path in files for n in function_lengths(ast.parse(path.read_text()))]
    print(f"{len(files)} modules, {sum(modules.values())} lines, {len(functions)} functions")
    most = quantiles(functions, n=20)[-1]
    print(f"function: median {median(functions):.0f} lines, 19 of 20 under {most:.0f}")
    print("longest modules:")
    for path, lines in sorted(modules.items(), key=lambda pair: -pair[1])[:8]:
        print(f"  {lines:4d}  {path}")


if __name__ == "__main__":
    main()
