import itertools
import re
from pathlib import Path

import pytest

from dateline.events.status import TABLE, Judgement, status_of
from dateline.model.event import Certainty, Polarity, Status

DOCUMENT = Path(__file__).parents[2] / "docs" / "factuality.md"
TRUTH = {"yes": True, "no": False}


def documented() -> list[tuple[str, dict[str, object]]]:
    """The rows of the table that readers see."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("| status |"))
    names = [cell.strip() for cell in lines[start].strip("|").split("|")]
    rows = []
    for line in itertools.takewhile(lambda line: line.startswith("|"), lines[start + 2 :]):
        cells = [re.sub(r"`", "", cell).strip() for cell in line.strip("|").split("|")]
        when = {
            name: TRUTH.get(cell, cell)
            for name, cell in zip(names[1:], cells[1:], strict=True)
            if cell
        }
        rows.append((cells[0], when))
    return rows


def test_the_documented_table_is_the_one_that_decides() -> None:
    assert [(row.status.value, dict(row.when)) for row in TABLE] == documented()


@pytest.mark.parametrize(
    ("judgement", "status"),
    [
        (Judgement(denied=True, polarity=Polarity.NEGATIVE), Status.DENIED),
        (Judgement(polarity=Polarity.NEGATIVE, conditional=True), Status.NEGATED),
        (Judgement(polarity=Polarity.NEGATIVE, planned=True), Status.NEGATED),
        (Judgement(conditional=True, planned=True), Status.CONDITIONAL),
        (Judgement(certainty=Certainty.PROBABLE), Status.POSSIBLE),
        (Judgement(certainty=Certainty.PROBABLE, planned=True), Status.SCHEDULED),
        (Judgement(planned=True, ongoing=True), Status.SCHEDULED),
        (Judgement(ongoing=True), Status.ONGOING),
        (Judgement(), Status.OCCURRED),
    ],
)
def test_the_first_row_that_fits_gives_the_status(judgement: Judgement, status: Status) -> None:
    assert status_of(judgement) is status
