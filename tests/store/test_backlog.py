import os
from dataclasses import replace

from sqlalchemy import Connection

from dateline.store import articles, claims
from dateline.store.backlog import age, backlog, check
from dateline.store.claims import Retry


def test_an_idle_store_owes_nothing(connection: Connection) -> None:
    found = backlog(connection)

    assert (found.waiting, found.resting, found.running, found.dead) == (0, 0, 0, 0)
    assert (found.age, found.workers, found.done_last_minute) == (None, (), 0)


def test_every_article_is_counted_where_it_stands(connection: Connection, desk) -> None:
    drafts = [replace(desk.draft, url=f"https://herald.example/{n}") for n in range(5)]
    desk.publish(draft=drafts[0])
    desk.claim(drafts[1])
    claims.fail(connection, desk.claim(drafts[2]), "", "", Retry(attempts=1, backoff=1, longest=1))
    claims.fail(
        connection, desk.claim(drafts[3]), "", "", Retry(attempts=2, backoff=60, longest=60)
    )
    articles.add(connection, drafts[4])

    found = backlog(connection)

    assert (found.waiting, found.resting, found.running, found.dead) == (1, 1, 1, 1)
    assert found.done_last_minute == 1
    assert found.age is not None
    assert 0 <= found.age.total_seconds() < 60
    assert [worker.rpartition(":")[2] for worker in found.workers] == [str(os.getpid())]


def test_an_article_that_rests_is_not_waiting(connection: Connection, desk) -> None:
    claims.fail(connection, desk.claim(), "", "", Retry(attempts=2, backoff=60, longest=60))

    assert age(connection) is None
    check(connection, longest=0.001)
