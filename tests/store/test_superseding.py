"""A reprocess in bulk, as the bench makes it, leaves the rows that the swap leaves."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.timeline import filling, invented, superseding
from bench.timeline.invented import EVENTS_EACH
from sqlalchemy import Connection, Engine, select

from dateline.model.change import Reason
from dateline.store import database, search
from dateline.store.tables import metadata

ARTICLES, TOGETHER = 8, 3
COUNT = ARTICLES * EVENTS_EACH
WHEN = ("at", "recorded_at")


def everything(connection: Connection) -> Mapping[str, Sequence[tuple[Any, ...]]]:
    """All rows of every table and shelf, but for the instants at which they were written."""
    tables = {
        table.name: [column for column in table.columns if column.name not in WHEN]
        for table in metadata.sorted_tables
    }
    rows = {
        name: sorted(map(tuple, connection.execute(select(*columns))), key=repr)
        for name, columns in tables.items()
    }
    shelves = {
        shelf: sorted(row for rows in search.stock(connection, shelf, 100) for row in rows)
        for shelf in search.SHELVES
    }
    return rows | shelves


def test_a_reprocess_in_bulk_leaves_what_the_swap_leaves(engine: Engine) -> None:
    filling.fill(engine, COUNT)
    stories = [invented.read_again(story, 1) for story in invented.stories(COUNT)]
    with engine.execution_options(writing=True).connect() as connection:
        for some in (stories[:3], stories[3:6], stories[6:]):
            filling.tell(connection, some, Reason.REPROCESS)
        swapped = everything(connection)
        connection.rollback()

    superseding.supersede(engine, COUNT, 1, TOGETHER)

    with database.reading(engine) as connection:
        in_bulk = everything(connection)
    for name, rows in swapped.items():
        assert in_bulk[name] == rows, name
    assert len(in_bulk["events"]) == 2 * COUNT
