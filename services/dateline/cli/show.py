"""Prints a short timeline in the terminal."""

from datetime import date
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.model import days
from dateline.model.interval import Interval

STYLES = {
    "occurred": "green",
    "ongoing": "green",
    "scheduled": "cyan",
    "possible": "yellow",
    "conditional": "yellow",
    "negated": "red",
    "denied": "red",
}
ROWS = 24
ASKED_FOR = 100
WHEN_WIDTH = 20
STATUS_WIDTH = 11
SAYS_WIDTH = 18


def timeline(api: httpx.Client, console: Console) -> None:
    """The latest events, but for who said what, in the order in which they happen."""
    answer = api.get("/v1/timeline", params={"order": "desc", "limit": ASKED_FOR})
    answer.raise_for_status()
    # What one clause tells by two words is one line.
    told: dict[tuple[str, ...], list[str]] = {}
    for event in answer.json()["items"]:
        if event["kind"] != "statement":
            told.setdefault(_line(event), []).append(event["trigger"]["text"])
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("when", width=WHEN_WIDTH)
    table.add_column("status", width=STATUS_WIDTH)
    table.add_column("event", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("who says so", no_wrap=True, overflow="ellipsis", width=SAYS_WIDTH)
    for (when, status, summary, says), triggers in reversed(list(told.items())[:ROWS]):
        event = Text(summary)
        event.highlight_words(triggers, style="bold")
        table.add_row(when, Text(status, STYLES[status]), event, says)
    console.print()
    console.print(table)


def _line(event: dict[str, Any]) -> tuple[str, ...]:
    speakers = [attribution["speaker"]["text"] for attribution in event["attributions"]]
    says = speakers[-1] if speakers else event["article"]["source"] or "the article"
    return _when(event["time"]), event["status"], event["summary"], says


def _when(time: dict[str, Any]) -> str:
    written = days.span(Interval.days(_day(time["earliest"]), _day(time["latest"])))
    return " ".join(word[:3] if word in days.MONTHS else word for word in written.split(" "))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written[:10]) if written else None
