"""One table of all that was measured: a line for each kind of question, side by side by size."""

from collections.abc import Iterator, Sequence

from bench.timeline.measuring import Measured

KIND = 33
HEAD = "    p50     p99 x p50 x p99  http"


def lines(columns: Sequence[tuple[str, Sequence[Measured]]]) -> Iterator[str]:
    """The table, of columns with what was measured in each, kind by kind."""
    yield f"{'':{KIND}}" + "".join(f" |{name:^{len(HEAD)}}" for name, _ in columns) + " | growth"
    yield f"{'':{KIND}}" + f" |{HEAD}" * len(columns) + " |"
    for cells in zip(*(measured for _, measured in columns), strict=True):
        growth = " ".join(f"{_growth(cells[0], cell):5.2f}" for cell in cells[1:])
        yield f"{cells[0].kind:{KIND}} |{' |'.join(map(_cell, cells))} | {growth}"


def line(measured: Measured) -> str:
    """What was measured of one kind."""
    return f"{measured.kind:{KIND}}  {_cell(measured)}"


def _cell(measured: Measured) -> str:
    asked = measured.asked
    return (
        f"{asked.at(0.5):7.2f} {asked.at(0.99):7.2f} {measured.by_p50:5.1f} {measured.by_p99:5.1f}"
        f" {measured.served.at(0.99):5.0f}"
    )


def _growth(first: Measured, then: Measured) -> float:
    return then.asked.at(0.99) / first.asked.at(0.99)
