"""The data folder, and one clear line when it cannot be used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import folder


def test_a_second_dateline_on_the_same_folder_is_refused_and_told_by_whom(tmp_path: Path) -> None:
    with (
        folder.hold(tmp_path / "data"),
        pytest.raises(folder.FolderUnusable, match=f"as process {os.getpid()}"),
        folder.hold(tmp_path / "data"),
    ):
        pass


def test_a_folder_that_was_left_can_be_taken_again(tmp_path: Path) -> None:
    with folder.hold(tmp_path / "data"):
        pass

    with folder.hold(tmp_path / "data") as held:
        assert (held / "logs").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(folder.FolderUnusable, match=r"file/data cannot be used: not a directory"):
        folder.hold(tmp_path / "file" / "data").__enter__()


@pytest.mark.root
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    program = f"""
import os, pathlib
from dateline.cli import folder
os.setuid(65534)
folder.hold(pathlib.Path({str(tmp_path / "data")!r})).__enter__()
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )

    assert "cannot be used: permission denied (set DATELINE_DATA)" in ended.stderr
