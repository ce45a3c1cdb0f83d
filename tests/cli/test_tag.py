"""`dateline tag` and `dateline eval`, run as a user runs them."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from dateline.cli import corpus
from dateline.cli import eval as evaluation
from dateline.cli.main import app

TEXT = "The court, which met on Friday, will rule on Tuesday & more. It opens on 3/4/2025."
DAY = ("--published-at", "2025-02-26")


def run(*arguments: str, given: str | None = None) -> str:
    """What the command prints, having ended well."""
    ended = CliRunner().invoke(app, list(arguments), input=given)

    assert ended.exit_code == 0, ended.output
    return ended.output


def test_tag_explains_every_phrase_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    told = " ".join(run("tag", str(tmp_path / "a.txt"), *DAY).split())

    assert "21 February 2025 Friday DATE 2025-02-21" in told
    assert '"will rule" looks ahead' in told
    assert "or 3 April 2025" in told


def test_tag_reads_standard_input_and_answers_as_the_api() -> None:
    answer = json.loads(run("tag", "-", *DAY, "--json", given=TEXT))

    assert [timex["value"] for timex in answer["timexes"]] == [
        "2025-02-21",
        "2025-03-04",
        "2025-03-04",
    ]


def test_tag_writes_timeml_that_reads_back(tmp_path: Path) -> None:
    document = run("tag", "-", *DAY, "--timeml", given=TEXT + " \x01")

    (tmp_path / "a.tml").write_text(document, encoding="utf-8")
    (read,) = corpus.read(tmp_path)
    assert read.text == TEXT + " \ufffd"
    assert [(mark.value, read.text[mark.start : mark.end]) for mark in read.timexes] == [
        ("2025-02-21", "Friday"),
        ("2025-03-04", "Tuesday"),
        ("2025-03-04", "3/4/2025"),
    ]
    assert ElementTree.fromstring(document.encode()).find(".//DCT") is not None


def test_tag_warns_of_scrambled_figures() -> None:
    assert "scrambled_figures" in run("tag", "-", *DAY, given="It spent 2027% of GDP by 2,5.")


GOLD = """<?xml version="1.0"?>
<!DOCTYPE TimeML SYSTEM "TimeML.dtd">
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2025-02-26"
 functionInDocument="CREATION_TIME">2025-02-26</TIMEX3></DCT>
<TEXT>It met on <TIMEX3 tid="t1" type="DATE" value="2025-02-21">Friday</TIMEX3>, not
<TIMEX3 tid="t2" type="DATE" value="2025-02-25">on Tuesday</TIMEX3>, and
<EVENT eid="e1">waited</EVENT> for <TIMEX3 tid="t3" type="DATE" value="2024">some time</TIMEX3>
in <TIMEX3 tid="t4" type="DATE" value="2023">2024</TIMEX3>; it left on Monday.</TEXT></TimeML>
"""


def test_eval_counts_as_tempeval_does(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(GOLD, encoding="utf-8")

    told = run("eval", str(tmp_path), "--errors")

    # Four marked, four read; three overlap, two of them word for word, two with the right value.
    assert [line.split() for line in told.splitlines()][1] == [
        "4", "4", "50.0", "75.0", "75.0", "50.0",
    ]  # fmt: skip
    assert "a: '2024': marked 2023, read 2024" in told
    assert "a: missed: 'some time'" in told
    assert "a: not marked: 'Monday'" in told


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("<TimeML>", "no element found"),
        ("<TimeML/>", "no TEXT element"),
        ("<TimeML><TEXT/></TimeML>", "no day of creation"),
    ],
)
def test_a_file_that_is_no_timeml_is_named(tmp_path: Path, written: str, why: str) -> None:
    (tmp_path / "a.tml").write_text(written, encoding="utf-8")

    with pytest.raises(corpus.NotTimeML, match=why):
        list(corpus.read(tmp_path))


def test_eval_of_a_folder_without_documents_gives_no_figures(tmp_path: Path) -> None:
    ended = CliRunner().invoke(app, ["eval", str(tmp_path)])

    assert isinstance(ended.exception, evaluation.NoDocuments)
    assert ended.output == ""


def test_tag_prints_one_form_only() -> None:
    ended = CliRunner().invoke(app, ["tag", "-", *DAY, "--json", "--timeml"], input="It left.")

    assert ended.exit_code == 2
    assert "--json and --timeml exclude each other" in ended.output
