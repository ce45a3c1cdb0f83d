"""What a command says of a text it cannot take: one line, naming what is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest


def said(*arguments: str, given: bytes = b"") -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "dateline.cli", *arguments],
        input=given,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    return ended.stderr.decode()


@pytest.mark.parametrize("command", ["tag", "extract"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(b" \n", "text: is empty", id="nothing"),
        pytest.param(b"a\xff", "cannot read -: byte 1 is not utf-8", id="not UTF-8"),
        pytest.param(b"a\0b", "text: character 1 is U+0000, which is no text", id="NUL"),
    ],
)
def test_a_text_that_is_none_is_refused_in_one_line(
    command: str, given: bytes, expected: str
) -> None:
    assert said(command, "-", "--published-at", "2025-02-26", given=given) == (
        f"dateline: {expected}\n"
    )


@pytest.mark.parametrize("command", ["tag", "extract"])
def test_a_file_that_is_not_there_is_named(command: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")

    assert said(command, missing, "--published-at", "2025-02-26") == (
        f"dateline: cannot read {missing}: no such file or directory\n"
    )


@pytest.mark.parametrize("command", ["tag", "extract"])
def test_a_day_that_cannot_be_read_is_named(command: str) -> None:
    assert said(command, "-", "--published-at", "some day", given=b"He left.") == (
        "dateline: 'some day': cannot be read as a date\n"
    )
