"""The timeline in the terminal: a line for each thing told."""

from io import StringIO
from typing import Any

import httpx
from rich.console import Console

from dateline.cli import show


def told(trigger: str, **changes: Any) -> dict[str, Any]:
    return {
        "kind": "occurrence",
        "status": "scheduled",
        "summary": "Work is due to begin in April",
        "trigger": {"text": trigger},
        "attributions": [],
        "article": {"source": "Herald"},
        "time": {"earliest": "2025-04-01", "latest": "2025-04-30"},
    } | changes


def shown(*events: dict[str, Any]) -> list[str]:
    """The lines of the table under its head."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"items": list(events)}))
    out = StringIO()
    with httpx.Client(transport=transport, base_url="http://dateline.example") as api:
        show.timeline(api, Console(file=out, width=100))
    return [" ".join(line.split()) for line in out.getvalue().splitlines()[2:]]


def test_what_one_clause_tells_by_two_words_is_one_line() -> None:
    assert shown(told("Work"), told("begin")) == [
        "Apr 2025 scheduled Work is due to begin in April Herald"
    ]


def test_what_is_told_otherwise_is_another_line_and_the_latest_comes_last() -> None:
    later = {"earliest": "2025-05-02", "latest": "2025-05-02"}

    lines = shown(told("open", time=later, summary="It opens"), told("begin", status="possible"))

    assert [line.split(" ")[0:2] for line in lines] == [["Apr", "2025"], ["2", "May"]]


def test_who_said_it_is_no_event_of_its_own() -> None:
    said = {"speaker": {"text": "Ana Kos"}}

    lines = shown(told("begin", attributions=[said]), told("said", kind="statement"))

    assert lines == ["Apr 2025 scheduled Work is due to begin in April Ana Kos"]
