from contextlib import suppress
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text
from tests.store.conftest import Desk, happening

from dateline.model.interval import Interval
from dateline.store import database, order
from dateline.store.changes import since
from dateline.store.timeline import within
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))


def test_an_empty_database_is_not_current_until_it_is_migrated(tmp_path: Path) -> None:
    engine = database.open(f"sqlite:///{tmp_path}/new/folder/dateline.sqlite")
    before = database.is_current(engine)

    database.migrate(engine)

    assert (before, database.is_current(engine)) == (False, True)
    engine.dispose()


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    database.migrate(engine)

    assert database.is_current(engine)


def test_the_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))

    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_migrations_can_be_taken_back_and_made_again(engine: Engine) -> None:
    database.migrate(engine, "base")
    left = inspect(engine).get_table_names()
    database.migrate(engine)

    assert left == ["alembic_version"]
    assert database.is_current(engine)


def test_a_step_back_and_forth_keeps_what_is_known(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    with database.writing(engine) as connection:
        Desk(connection).publish(happening("dated", MONDAY, "vance"), happening("undated"))
        before = within(connection, TimelineQuery(undated="include"))

    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    database.migrate(engine)

    with database.reading(engine) as connection:
        assert within(connection, TimelineQuery(undated="include")) == before
        assert len(within(connection, TimelineQuery(entity=["e-vance"], q="council")).entries) == 1
        assert [one.entry for one in since(connection, 0, 10)] == list(before.entries)
        assert order.last(connection) == 2


def test_sqlite_waits_for_the_disk_and_keeps_its_promises(tmp_path: Path) -> None:
    engine = database.open(f"sqlite:///{tmp_path}/dateline.sqlite")

    with database.reading(engine) as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    engine.dispose()


def test_a_failed_transaction_leaves_nothing(engine: Engine) -> None:
    with suppress(ZeroDivisionError), database.writing(engine) as connection:
        connection.execute(text("INSERT INTO entities VALUES ('e', 'E', 'e', 'person')"))
        raise ZeroDivisionError

    with database.reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM entities")).scalar_one() == 0
