"""`dateline eval`: how well the dates of a corpus are read, by figures one can compare.

The figures are TempEval-3's (UzZaman et al. 2013, Task A): a timex is found when it overlaps one
that people marked, strictly when the words are the same; type and value count among the found.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dateline.cli import corpus
from dateline.cli.corpus import Document, Marked
from dateline.model.errors import DatelineError
from dateline.model.timex import Dct, Timex
from dateline.timex import tag

_WORST = 10


class NoDocuments(DatelineError):
    """A folder with nothing to compare."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no .tml file lies under {folder}")


@dataclass(slots=True)
class Score:
    """Counts over some documents."""

    gold: int = 0
    system: int = 0
    found: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0
    # Per rule: how many timexes it made, and how many of them have the right value.
    rules: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def f1(self, count: int) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        return 200 * count / (self.gold + self.system) if self.gold + self.system else 100.0


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(exists=True, file_okay=False, help="A folder of TimeML documents (.tml)."),
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List every error.")] = False,
) -> None:
    """Compare what is read with a corpus of TimeML."""
    console = Console()
    total, worst = Score(), []
    for document in corpus.read(folder):
        before = len(total.errors)
        _score(document, total)
        worst.append((len(total.errors) - before, document.name))
    if not worst:
        raise NoDocuments(folder)
    _print_figures(total, console)
    _print_rules(total, console)
    _print_worst(sorted(worst, reverse=True)[:_WORST], console)
    if errors:
        for line in total.errors:
            print(line)


def _score(document: Document, total: Score) -> None:
    system = tag(document.text, Dct(document.published)).timexes
    total.gold += len(document.timexes)
    total.system += len(system)
    total.rules.update(timex.rule for timex in system)
    pairs = _pairs(document.timexes, system)
    for marked, timex in pairs:
        _compare(document, marked, timex, total)
    known = {timex.id for _, timex in pairs}
    told = {marked.start for marked, _ in pairs}
    for timex in system:
        if timex.id not in known:
            total.errors.append(f"{document.name}: not marked: {timex.text!r} {timex.value}")
    for marked in document.timexes:
        if marked.start not in told:
            total.errors.append(f"{document.name}: missed: {_words(document, marked)!r}")


def _pairs(gold: Sequence[Marked], system: Sequence[Timex]) -> list[tuple[Marked, Timex]]:
    """Each marked timex with the first read one that overlaps it, from left to right."""
    pairs = []
    rest = list(system)
    for marked in gold:
        while rest and rest[0].span.end <= marked.start:
            rest.pop(0)
        if rest and rest[0].span.start < marked.end:
            pairs.append((marked, rest.pop(0)))
    return pairs


def _compare(document: Document, marked: Marked, timex: Timex, total: Score) -> None:
    total.found += 1
    total.strict += (marked.start, marked.end) == (timex.span.start, timex.span.end)
    total.type += marked.type == timex.type.value
    if marked.value == timex.value:
        total.value += 1
        total.right[timex.rule] += 1
    else:
        words = _words(document, marked)
        total.errors.append(
            f"{document.name}: {words!r}: marked {marked.value}, read {timex.value} "
            f"({timex.explanation})"
        )


def _words(document: Document, marked: Marked) -> str:
    return " ".join(document.text[marked.start : marked.end].split())


def _print_figures(total: Score, console: Console) -> None:
    table = Table("marked", "read", "strict F1", "relaxed F1", "type F1", "value F1", box=None)
    figures = (total.strict, total.found, total.type, total.value)
    table.add_row(
        str(total.gold), str(total.system), *(f"{total.f1(count):.1f}" for count in figures)
    )
    console.print(table)


def _print_rules(total: Score, console: Console) -> None:
    table = Table("rule", "timexes", "right value", box=None)
    for rule, count in total.rules.most_common():
        table.add_row(rule, str(count), f"{100 * total.right[rule] / count:.0f} %")
    console.print(table)


def _print_worst(worst: Sequence[tuple[int, str]], console: Console) -> None:
    table = Table("document", "errors", box=None)
    for errors, name in worst:
        table.add_row(name, str(errors))
    console.print(table)
