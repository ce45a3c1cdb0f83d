"""`dateline store` moves, backs up and restores; what cannot be done is one line."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.store.conftest import DRAFT
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.settings import Settings
from dateline.store import articles, database, tables


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that holds one article."""
    monkeypatch.chdir(tmp_path)
    engine = database.open(Settings().database)
    database.migrate(engine)
    with database.writing(engine) as connection:
        articles.add(connection, DRAFT)
    engine.dispose()


def held(url: str) -> int:
    """How many articles a store holds."""
    engine = database.open(url)
    with database.reading(engine) as connection:
        count = connection.execute(select(func.count()).select_from(tables.articles)).scalar_one()
    engine.dispose()
    return count


def say(*words: str) -> str:
    """What `dateline store` says to these words."""
    return CliRunner().invoke(app, ["store", *words], catch_exceptions=False).output


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """`dateline store` as a process of its own."""
    command = [sys.executable, "-m", "dateline.cli", "store", *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_what_is_being_done_is_shown_on_a_terminal_only() -> None:
    ended = run("backup", "today")

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_store_that_is_not_there_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", "mistyped")

    ended = run("backup", "today")

    assert ended.returncode == 1
    assert re.fullmatch(r"dateline: there is no store at \S+/mistyped/\S+ \(.*\)\n", ended.stderr)
    assert not Path("mistyped/dateline.sqlite").exists()


def test_a_store_is_copied() -> None:
    said = say("copy", "--to", "sqlite:///other.sqlite")

    assert "copied and verified" in said
    assert held("sqlite:///other.sqlite") == 1


def test_a_store_is_backed_up_and_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    say("backup", "today")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///new.sqlite")

    said = say("restore", "today")

    assert "restored and verified" in said
    assert held("sqlite:///new.sqlite") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["copy", "--to", "nonsense"], "--to is no address of a database"),
        (["copy", "--to", "postgresql://localhost:port/a"], "--to is no address of a database"),
        (["copy", "--to", "mysql://localhost/a"], "--to is of neither SQLite nor PostgreSQL"),
        (["copy", "--to", "postgresql://ana:secret@127.0.0.1:1/a"], "Connection refused"),
        (["restore", "nowhere"], "there is no such file"),
        (["restore", "data/dateline.sqlite"], "holds something already; --replace replaces it"),
        (["backup", "data/dateline.sqlite"], "is there already; --overwrite replaces it"),
        (["backup", "no/such/folder/file"], "there is no folder no/such/folder"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: list[str], why: str) -> None:
    ended = run(*words)

    assert ended.returncode == 1
    assert why in ended.stderr
    assert "secret" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert held(Settings().database) == 1
