"""A backup is one file that holds the whole store, and gives it back on either engine."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from tests.databases import empty_store
from tests.store.conftest import DRAFT, Desk, happening

from dateline.model.errors import FileInTheWay, NoBackup, StoreNotEmpty, StoreNotReady
from dateline.model.interval import Interval
from dateline.store import articles, database, owed
from dateline.store.backup import back_up, restore
from dateline.store.timeline import Page, within
from dateline.store.transfer import tally
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))


def untold(_what: str, _done: int, _total: int) -> None:
    pass


def publish(engine: Engine, *names: str) -> None:
    with database.writing(engine) as connection:
        for name in names:
            draft = replace(DRAFT, url=f"https://herald.example/{name}")
            Desk(connection).publish(happening(name, MONDAY, "zizek"), draft=draft)


def timeline(engine: Engine) -> Page:
    with database.reading(engine) as connection:
        return within(connection, TimelineQuery(q="council"))


def told(engine: Engine) -> list[str]:
    return [entry.event.id for entry in timeline(engine).entries]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "today"


@pytest.fixture(autouse=True)
def folder(file: Path) -> None:
    file.parent.mkdir()


def test_what_is_backed_up_is_given_back(engine: Engine, file: Path):
    publish(engine, "one", "two")
    before = timeline(engine)
    written = back_up(engine, file, untold)
    publish(engine, "three")

    restored = restore(file, engine, untold, replace=True)

    assert timeline(engine) == before
    assert restored == written
    assert [path.name for path in file.parent.iterdir()] == ["today"]


def test_a_backup_is_restored_on_the_other_engine_too(engine: Engine, file: Path, tmp_path: Path):
    publish(engine, "one")
    back_up(engine, file, untold)
    other = empty_store(f"sqlite:///{tmp_path}/other.sqlite")

    restore(file, other, untold)

    assert timeline(other) == timeline(engine)
    other.dispose()


def test_what_happens_meanwhile_is_in_the_next_backup(engine: Engine, file: Path):
    publish(engine, "one")
    late = iter(["late"])

    def go_on(what: str, _done: int, _total: int) -> None:
        if what == "copying":
            publish(engine, *late)

    back_up(engine, file, go_on)
    seen = told(engine)
    restore(file, engine, untold, replace=True)

    assert (sorted(seen), told(engine)) == (["late", "one"], ["one"])


def test_a_store_that_holds_something_is_not_replaced_unasked(engine: Engine, file: Path):
    publish(engine, "one")
    back_up(engine, file, untold)

    with pytest.raises(StoreNotEmpty):
        restore(file, engine, untold)

    assert told(engine) == ["one"]


def test_a_file_is_not_overwritten_unasked(engine: Engine, file: Path):
    file.write_text("mine")

    with pytest.raises(FileInTheWay):
        back_up(engine, file, untold)

    assert file.read_text() == "mine"
    assert back_up(engine, file, untold, overwrite=True)


@pytest.mark.parametrize("stage", ["copying", "verifying"])
def test_a_backup_that_breaks_off_leaves_the_one_before(engine: Engine, file: Path, stage: str):
    publish(engine, "one")
    back_up(engine, file, untold)
    before = file.read_bytes()

    def interrupt(what: str, _done: int, _total: int) -> None:
        if what == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(engine, file, interrupt, overwrite=True)

    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["today"]


def test_what_a_killed_backup_left_is_not_in_the_way(engine: Engine, file: Path):
    publish(engine, "one")
    file.with_name("today.partial").write_text("half a backup")

    back_up(engine, file, untold)

    assert [path.name for path in file.parent.iterdir()] == ["today"]


def test_nobody_else_may_read_a_backup(engine: Engine, file: Path):
    back_up(engine, file, untold)

    assert file.stat().st_mode & 0o777 == 0o600


def test_a_store_without_tables_is_not_backed_up(file: Path, tmp_path: Path):
    empty = database.open(f"sqlite:///{tmp_path}/empty.sqlite")

    with pytest.raises(StoreNotReady):
        back_up(empty, file, untold)

    assert list(file.parent.iterdir()) == []
    empty.dispose()


def test_an_older_backup_is_brought_up_to_date(engine: Engine, file: Path):
    publish(engine, "one")
    back_up(engine, file, untold)
    _take_back(file, "0007")
    old = file.read_bytes()

    restore(file, engine, untold, replace=True)

    assert told(engine) == ["one"]
    assert file.read_bytes() == old


def _take_back(file: Path, revision: str) -> None:
    """Make a backup one of an older version."""
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    older = database.open(f"sqlite:///{file}")
    with database.writing(older) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    older.dispose()


def _spoil(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def _damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        pytest.param(Path.unlink, "there is no such file", id="none"),
        pytest.param(lambda file: file.write_text("text"), "it is no SQLite database", id="text"),
        pytest.param(_damage, "it is damaged", id="damaged"),
        pytest.param(
            lambda file: _spoil(file, "DROP TABLE alembic_version"),
            "it holds no store",
            id="another database",
        ),
        pytest.param(
            lambda file: _spoil(file, "UPDATE alembic_version SET version_num = '9999'"),
            "it was made by a later version",
            id="the future",
        ),
    ],
)
def test_what_is_no_backup_is_refused(engine: Engine, file: Path, spoil, why: str):
    publish(engine, "one")
    back_up(engine, file, untold)
    spoil(file)

    with pytest.raises(NoBackup) as refused:
        restore(file, engine, untold, replace=True)

    assert refused.value.why == why
    assert told(engine) == ["one"]


def test_the_queue_of_a_restored_store_goes_on(engine: Engine, file: Path):
    with database.writing(engine) as connection:
        waiting = articles.add(connection, DRAFT).id
        Desk(connection).claim(replace(DRAFT, url="https://herald.example/claimed"))
    back_up(engine, file, untold)
    restore(file, engine, untold, replace=True)

    with database.writing(engine) as connection:
        due = owed.due(connection, limit=10, patience=60, epoch="another")

    assert [one.id for one in due] == [waiting]


def test_a_backup_holds_every_row(engine: Engine, file: Path):
    publish(engine, "one", "two")
    with database.reading(engine) as connection:
        rows = sum(one.rows for one in tally(connection, "", untold).values())

    assert back_up(engine, file, untold) == rows
