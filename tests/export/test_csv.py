"""CSV: what the standard library reads back, and what a spreadsheet must not run."""

import csv
import io
from dataclasses import replace

import pytest

from dateline.export import csv as export
from dateline.export.view import View
from dateline.store.timeline import Entry


@pytest.fixture
def rows(entries: list[Entry], view: View) -> dict[str, dict[str, str]]:
    text = "".join(export.write(entries, view))
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def test_every_event_is_one_row_of_all_columns(entries: list[Entry], view: View):
    text = "".join(export.write(entries, view))

    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert header == list(export.COLUMNS)
    assert [row[0] for row in rows] == [entry.event.id for entry in entries]
    assert {len(row) for row in rows} == {len(header)}


def test_an_empty_answer_is_the_header_alone(view: View):
    assert list(export.write([], view)) == [",".join(export.COLUMNS) + "\r\n"]


@pytest.mark.parametrize(
    ("id", "column", "cell"),
    [
        ("met", "earliest", "2025-02-24"),
        ("met", "latest", "2025-02-24"),
        ("week", "latest", "2025-02-23"),
        ("since", "latest", ""),
        ("until", "earliest", ""),
        ("undated", "earliest", ""),
        ("undated", "source", ""),
        ("nine", "earliest", "2025-02-27T09:00:00"),
        ("nine", "latest", "2025-02-27T09:00:59"),
        ("about", "approximate", "true"),
        ("met", "approximate", "false"),
        ("is-denied", "status", "denied"),
        ("met", "participants", "agent: Council"),
        ("met", "place", "Kyiv"),
        ("undated", "speakers", "Ana Žižić"),
        ("met", "confidence", "0.9"),
        ("met", "url", "https://herald.example/1?a=1&b=ž"),
        ("met", "published_on", "2025-02-26"),
        ("met", "recorded_at", "2025-02-26T09:00:00.250000+00:00"),
    ],
)
def test_a_cell_says_what_the_contract_says(
    rows: dict[str, dict[str, str]], id: str, column: str, cell: str
):
    assert rows[id][column] == cell


def test_line_breaks_and_quotes_come_back_as_they_were(
    entries: list[Entry], rows: dict[str, dict[str, str]]
):
    told = next(entry.event for entry in entries if entry.event.id == "nasty")

    assert rows["nasty"]["evidence"] == f"'{told.evidence.exact}"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "\x0b="])
def test_no_cell_begins_like_a_formula(entries: list[Entry], view: View, sign: str):
    harmful = f"{sign}1+cmd|'/C calc'!A0"
    entry = replace(entries[0], event=replace(entries[0].event, summary=harmful))

    text = "".join(export.write([entry], view))

    (row,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert row["summary"] == f"'{harmful}"
