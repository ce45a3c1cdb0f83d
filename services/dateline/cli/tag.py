"""`dateline tag`: the dates of one text, with the reason for each."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from dateline.cli import texts
from dateline.intake import article as intake
from dateline.model import days
from dateline.model.timex import Resolution, Timex
from dateline.timex import Tagged
from dateline.timex import tag as tagged
from dateline.timex.timeml import document
from dateline.wire.timex import ResolveIn, ResolveOut, TimexOut, WarningOut

_STYLES = {
    Resolution.RESOLVED: "green",
    Resolution.AMBIGUOUS: "yellow",
    Resolution.UNDATED: "dim",
    Resolution.IMPOSSIBLE: "red",
    Resolution.INCONSISTENT: "red",
}
_WHEN_WIDTH = 28


def tag(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    *,
    published_at: Annotated[str, typer.Option(help="The day it was published, as printed.")],
    timezone: Annotated[str | None, typer.Option(help="IANA zone of the newsroom.")] = None,
    language: Annotated[str | None, typer.Option(help="BCP 47; detected when missing.")] = None,
    translated_from: Annotated[str | None, typer.Option(help="BCP 47, of a translation.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As the API answers.")] = False,
    as_timeml: Annotated[bool, typer.Option("--timeml", help="As a TimeML document.")] = False,
) -> None:
    """Show what each date phrase of a text means, and why."""
    if as_json and as_timeml:
        raise typer.BadParameter("--json and --timeml exclude each other")
    text = texts.read(file)
    posted = ResolveIn(
        text=text,
        published_at=published_at,
        timezone=timezone,
        language=language,
        translated_from=translated_from,
    )
    dct = intake.dct(posted, datetime.now(UTC))
    found = tagged(text, dct)
    if as_json:
        print(_json(found))
    elif as_timeml:
        print(document(text, found.timexes, dct.day), end="")
    else:
        _show(text, found, Console())


def _json(found: Tagged) -> str:
    answer = ResolveOut(
        timexes=[TimexOut.of(timex) for timex in found.timexes],
        warnings=[WarningOut.of(warning) for warning in found.warnings],
    )
    return answer.model_dump_json(indent=2)


def _show(text: str, found: Tagged, console: Console) -> None:
    """The text with its phrases marked, then a line and a reason for each."""
    marked = Text(text)
    for timex in found.timexes:
        marked.stylize(f"bold {_STYLES[timex.resolution]}", timex.span.start, timex.span.end)
    console.print(marked)
    for timex in found.timexes:
        console.print(_line(timex))
        console.print(Text(f"{'':<{_WHEN_WIDTH}} {timex.explanation}", "dim"))
        for other in timex.alternatives:
            told = f"{'':<{_WHEN_WIDTH}} or {days.span(other.interval)}: {other.why}"
            console.print(Text(told, "dim"))
    for warning in found.warnings:
        console.print(Text(f"{warning.code}: {warning.detail}", "yellow"))


def _line(timex: Timex) -> Text:
    when = timex.resolution.value if timex.interval is None else days.span(timex.interval)
    line = Text(f"{when:<{_WHEN_WIDTH}} ", _STYLES[timex.resolution])
    line.append(timex.text, "bold")
    line.append(f"  {timex.type.value} {timex.value}", "dim")
    return line
