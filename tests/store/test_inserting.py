from dataclasses import replace

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from dateline.model.article import Draft
from dateline.store import articles, bulk, inserting, tables
from dateline.store.inserting import put

FEW, MANY = 2, inserting.ENOUGH + 1


def _sources(count: int) -> list[dict[str, object]]:
    return [
        {"id": f"a{n}", "revision": n + 1, "state": "queued", "characters": n} for n in range(count)
    ]


@pytest.mark.parametrize("count", [FEW, MANY])
def test_rows_come_out_as_they_were_put_in(connection: Connection, count: int) -> None:
    rows = _sources(count)

    put(connection, tables.articles, rows, "received_at", "not_before")

    columns = [tables.articles.c[name] for name in rows[0]]
    found = connection.execute(select(*columns).order_by(tables.articles.c.revision)).mappings()
    assert [dict(row) for row in found] == rows


@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_is_not_named_is_the_default_or_nothing(connection: Connection, count: int) -> None:
    put(connection, tables.articles, _sources(count), "received_at", "not_before")

    row = tables.articles.c
    found = connection.execute(select(row.attempts, row.alone, row.shared, row.epoch))
    assert set(map(tuple, found)) == {(0, False, False, None)}


@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_cannot_stand_twice_is_refused(connection: Connection, count: int) -> None:
    rows = _sources(count)
    put(connection, tables.articles, rows, "received_at", "not_before")

    with pytest.raises(IntegrityError), connection.begin_nested():
        put(connection, tables.articles, rows, "received_at", "not_before")


def test_no_rows_are_put_nowhere(connection: Connection) -> None:
    put(connection, tables.articles, [], "received_at")

    assert connection.execute(select(tables.articles)).all() == []


@pytest.mark.parametrize("count", [FEW, MANY])
@pytest.mark.parametrize("said", ["tab\tand\nline", "back\\slash \\N \\.", "“quoted” 東京"])
def test_any_text_is_kept_as_it_is(connection: Connection, desk, said: str, count: int) -> None:
    draft: Draft = replace(desk.draft, text=said, url=None, title=None)

    added = bulk.add(connection, [replace(draft, external_id=str(n)) for n in range(count)])

    kept = [articles.get(connection, each.id).draft for each in added]
    assert {(one.text, one.title, one.published) for one in kept} == {(said, None, draft.published)}
