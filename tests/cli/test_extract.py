"""`dateline extract FILE`: an article's events on the terminal, without any service."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from dateline.cli import extract

pytestmark = pytest.mark.model

TEXT = (
    "Three people were killed in Oslo on Monday, police said.\n\n"
    "The mayor, Ann Lee, will meet the minister on Friday."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_event_is_a_card_with_day_status_and_source(file: Path) -> None:
    out = Console(file=io.StringIO(), width=160)

    extract.cards(file, "2025-02-26", out, language="en", model="auto")

    shown = out.file.getvalue()  # type: ignore[attr-defined] # a StringIO, as given
    killed = next(line for line in shown.splitlines() if "Three people were killed" in line)
    assert killed.split()[:4] == ["24", "February", "2025", "occurred"]
    assert "police (said)" in shown
    meet = next(line for line in shown.splitlines() if "will meet the minister" in line)
    assert meet.split()[:4] == ["28", "February", "2025", "scheduled"]


def test_json_is_what_the_api_answers(file: Path) -> None:
    answer = json.loads(extract.extract(file, "2025-02-26", language="en", model="auto"))

    assert set(answer) >= {"timexes", "events", "facts", "furniture", "warnings", "extractor"}
    killed = next(e for e in answer["events"] if e["trigger"]["text"] == "killed")
    assert (killed["time"]["earliest"], killed["status"]) == ("2025-02-24", "occurred")
    assert killed["article"]["published_on"] == "2025-02-26"
