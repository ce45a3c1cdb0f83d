"""deploy/setup.sh says in one line what keeps it from installing."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What setup.sh needs of a clone, without an environment."""
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def command(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def setup(clone: Path, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    for tool in ("bash", "dirname", "cat", "cksum", "grep", "awk", "tail"):
        found = shutil.which(tool)
        assert found is not None
        (path / tool).symlink_to(found)
    return subprocess.run(
        [clone / "deploy/setup.sh", "run"],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": str(path), "HOME": str(clone), **environment},
    )


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("path")


def test_a_python_too_old_is_refused_in_one_line(clone: Path, path: Path) -> None:
    command(path, "python3", 'case "$1" in -V) echo "Python 3.9.2";; *) exit 1;; esac')

    ended = setup(clone, path)

    assert ended.returncode == 1
    assert (
        ended.stderr == "dateline: python3 is Python 3.9.2; Dateline runs on Python 3.11 to 3.13\n"
    )


def test_no_python_at_all_is_one_line(clone: Path, path: Path) -> None:
    ended = setup(clone, path)

    assert ended.returncode == 1
    assert ended.stderr == ("dateline: no python3 on PATH; Dateline runs on Python 3.11 to 3.13\n")


def test_a_python_without_venv_is_told_what_to_install(clone: Path, path: Path) -> None:
    command(path, "python3", 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')

    ended = setup(clone, path)

    assert ended.returncode == 1
    assert ended.stderr == (
        "dateline: python3 has no venv module:"
        " install it (Debian: apt install python3-venv) or install uv\n"
    )


def test_a_chosen_python_that_does_not_exist_is_named(clone: Path, path: Path) -> None:
    ended = setup(clone, path, PYTHON="python2.4")

    assert ended.returncode == 1
    assert ended.stderr == "dateline: PYTHON=python2.4 is not a command\n"


def test_an_environment_that_holds_the_lock_is_left_alone(clone: Path, path: Path) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    for name in ("python", "dateline"):
        command(clone / ".venv/bin", name, "exit 1")
    inputs = ("deploy/lock/dev.txt", "pyproject.toml", "deploy/setup.sh")
    together = b"".join((clone / name).read_bytes() for name in inputs)
    mark = subprocess.run(["cksum"], input=together, capture_output=True, check=True).stdout
    (clone / ".venv/installed-dev").write_bytes(mark)

    ended = setup(clone, path)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert not os.path.lexists(clone / ".venv/installed-run")
