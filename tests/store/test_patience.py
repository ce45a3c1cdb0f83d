"""Questions are broken off when they take too long, and nothing else is."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from dateline.store import database
from dateline.store.patience import Patience

COUNTED = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :n)"
ENDLESS = {
    "sqlite": "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n FROM n) SELECT sum(n) FROM n",
    "postgresql": "SELECT pg_sleep(600)",
}


@pytest.fixture
def hasty(engine: Engine) -> Iterator[Engine]:
    """The same store, opened by one who does not wait."""
    found = database.open(engine.url.render_as_string(hide_password=False), limit=0.1)
    yield found
    found.dispose()


def test_a_question_without_end_is_broken_off(hasty: Engine) -> None:
    with pytest.raises(OperationalError), database.reading(hasty) as connection:
        connection.execute(text(ENDLESS[hasty.dialect.name]))

    with database.reading(hasty) as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1


def test_what_is_written_has_all_the_time_it_needs(hasty: Engine) -> None:
    with database.reading(hasty) as connection:
        connection.execute(text("SELECT 1"))

    with database.writing(hasty) as connection:
        rows = connection.execute(text(f"{COUNTED} SELECT count(*) FROM n"), {"n": 2_000_000})

    assert rows.scalar_one() == 2_000_000


def test_a_rest_between_two_rows_hardly_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 3600.5, 3601.0, 3602.1])
    monkeypatch.setattr("dateline.store.patience.monotonic", lambda: next(clock))
    patience = Patience(2.5)

    assert [patience.is_over() for _ in range(4)] == [False, False, False, True]
