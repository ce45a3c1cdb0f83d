"""Planning a job: which articles it takes up, and when."""

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, update
from tests.jobbing import claim, finish, introduce, look, order, proceed, start
from tests.store.conftest import DRAFT, Desk, happening

from dateline.model.article import Publication
from dateline.model.job import JobState
from dateline.queue.tending import tend
from dateline.store import articles, database, erasure, jobs, planning, plans, tables
from dateline.store.instant import seconds_from_now
from dateline.wire.job import JobIn

STRETCH = 4


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small store is a large one to this job."""
    monkeypatch.setattr(planning, "STRETCH", STRETCH)


def publish(engine: Engine, count: int) -> list[str]:
    """So many articles that an earlier extractor has read; their ids."""
    with database.writing(engine) as connection:
        desk = Desk(connection)
        drafts = [replace(DRAFT, url=f"https://herald.example/{n}") for n in range(count)]
        return [desk.publish(happening(f"met-{n}"), draft=draft) for n, draft in enumerate(drafts)]


def articles_of(engine: Engine) -> list[str]:
    return [claimed.article_id for claimed in claim(engine)]


def test_a_job_waits_until_it_is_known_who_reads(engine: Engine) -> None:
    publish(engine, 1)
    job = order(engine)

    proceed(engine)
    before = look(engine, job)
    introduce(engine)
    proceed(engine)
    after = look(engine, job)

    assert (before.state, before.extractor) == (JobState.QUEUED, None)
    assert (after.state, after.extractor, after.total) == (JobState.RUNNING, "later", 1)


def test_a_job_takes_up_every_article_once_and_few_at_a_time(engine: Engine) -> None:
    ids = publish(engine, 3 * STRETCH + 1)
    job = start(engine, window=3)

    taken: list[str] = []
    rounds = 0
    while not look(engine, job).is_over:
        claimed = claim(engine)
        taken += [one.article_id for one in claimed]
        rounds += 1
        assert 0 < len(claimed) <= 3
        finish(engine, claimed)
        proceed(engine, window=3)

    found = look(engine, job)
    assert sorted(taken) == sorted(ids)
    assert rounds >= math.ceil(len(ids) / 3)
    assert (found.state, found.total, found.done) == (JobState.DONE, len(ids), len(ids))


def test_a_job_without_articles_is_done_at_once(engine: Engine) -> None:
    job = start(engine)

    found = look(engine, job)
    assert (found.state, found.total, found.done) == (JobState.DONE, 0, 0)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param({}, "abcd", id="all that is outdated"),
        pytest.param({"source": ["herald.example", "none.example"]}, "ab", id="by source"),
        pytest.param({"language": ["de"]}, "bd", id="by language"),
        pytest.param({"published_from": "2025-02-27"}, "cd", id="from a day on"),
        pytest.param({"published_to": "2025-02-27"}, "abc", id="until a day"),
        pytest.param({"source": ["post.example"], "language": ["en"]}, "c", id="by two at once"),
        pytest.param({"source": ["none.example"]}, "", id="by what nobody has"),
    ],
)
def test_a_filter_chooses_the_articles(
    engine: Engine, chosen: dict[str, Any], expected: str
) -> None:
    drafts = {
        "a": replace(DRAFT, source="herald.example", language="en", published=on(26)),
        "b": replace(DRAFT, source="herald.example", language="de", published=on(26)),
        "c": replace(DRAFT, source="post.example", language="en", published=on(27)),
        "d": replace(DRAFT, source="post.example", language="de", published=on(28)),
    }
    with database.writing(engine) as connection:
        desk = Desk(connection)
        names = {
            desk.publish(draft=replace(draft, url=f"https://x.example/{name}")): name
            for name, draft in drafts.items()
        }

    start(engine, filter=chosen)

    assert names_of(articles_of(engine), names) == expected


def on(day: int) -> Publication:
    return Publication(date(2025, 2, day), None, "")


def names_of(ids: Iterable[str], names: dict[str, str]) -> str:
    return "".join(sorted(names[id_] for id_ in ids))


def test_articles_are_chosen_by_their_ids(engine: Engine) -> None:
    ids = publish(engine, 2 * STRETCH)

    start(engine, filter={"id": [ids[1], ids[5], "unknown"]})

    assert sorted(articles_of(engine)) == sorted([ids[1], ids[5]])


def test_what_the_present_extractor_has_read_is_read_again_only_when_asked(engine: Engine) -> None:
    publish(engine, 2)
    introduce(engine, "test")
    job = order(engine)
    proceed(engine)
    everything = order(engine, only_outdated=False)
    proceed(engine)

    assert look(engine, job).total == 0
    assert look(engine, everything).total == 2


def test_what_has_still_to_be_read_or_was_read_since_is_left_out(engine: Engine) -> None:
    stale, read_since, revised = publish(engine, 3)
    introduce(engine)
    job = order(engine, only_outdated=False)
    tend(engine, window=0)
    with database.writing(engine) as connection:
        desk = Desk(connection)
        desk.read_again(read_since)
        articles.add(
            connection, replace(DRAFT, url="https://herald.example/2", text="The council fell.")
        )
    proceed(engine)

    assert articles_of(engine) == [stale]
    assert look(engine, job).state is JobState.RUNNING
    assert revised != stale


@pytest.mark.parametrize("most", [1, 10], ids=["one of them", "to the end of the store"])
def test_two_relays_count_and_take_up_nothing_twice(engine: Engine, most: int) -> None:
    publish(engine, 2)
    introduce(engine)
    order(engine)
    tend(engine, window=0)
    with database.reading(engine) as connection:
        (plan,) = plans.under_way(connection)
        stretch = planning.stretch(connection, plan, None, most)
    forget_count(engine)

    for _ in range(2):
        with database.writing(engine) as connection:
            planning.take_up(connection, plan, stretch)
            planning.count(connection, plan, stretch)

    with database.reading(engine) as connection:
        (after,) = plans.under_way(connection)
        total = connection.execute(tables.jobs.select()).one().total
    assert after.taken_up == total == min(most, 2)


def forget_count(engine: Engine) -> None:
    """As if the job had not been counted yet."""
    with database.writing(engine) as connection:
        anew = {"counted_to": None, "is_counted": False, "total": 0}
        connection.execute(update(tables.jobs).values(anew))


def test_what_is_erased_before_it_is_taken_up_is_left_out(engine: Engine) -> None:
    gone, stays = publish(engine, 2)
    introduce(engine)
    order(engine)
    tend(engine, window=0)
    with database.reading(engine) as connection:
        (plan,) = plans.under_way(connection)
        stretch = planning.stretch(connection, plan, plan.planned_to, 10)
    with database.writing(engine) as connection:
        erasure.erase(connection, gone)

    with database.writing(engine) as connection:
        planning.take_up(connection, plan, stretch)

    assert sorted(stretch.ids) == sorted([gone, stays])
    assert articles_of(engine) == [stays]


def test_a_cancelled_job_reads_nothing_more_and_leaves_nothing_behind(engine: Engine) -> None:
    publish(engine, 3)
    job = start(engine, window=2)
    with database.writing(engine) as connection:
        cancelled = jobs.cancel(connection, job)

    claimed = claim(engine)
    proceed(engine)

    assert (cancelled.state, claimed) == (JobState.CANCELLED, [])
    with database.reading(engine) as connection:
        assert not plans.leftovers(connection)
        assert connection.execute(tables.job_articles.select()).all() == []


def test_the_rate_of_a_job_tells_when_it_will_be_done(engine: Engine) -> None:
    publish(engine, 10)
    job = start(engine, window=5)
    finish(engine, claim(engine))
    with database.writing(engine) as connection:
        connection.execute(update(tables.jobs).values(paced_at=seconds_from_now(-4)))

    tend(engine, window=0)

    found = look(engine, job)
    assert found.rate == pytest.approx(5 / 4, rel=0.5)
    assert found.eta is not None
    assert (found.eta - found.at).total_seconds() == pytest.approx(5 / found.rate)


def test_no_pace_is_taken_over_a_time_when_nobody_looked(engine: Engine) -> None:
    publish(engine, 10)
    job = start(engine, window=5)
    finish(engine, claim(engine))
    with database.writing(engine) as connection:
        connection.execute(update(tables.jobs).values(paced_at=seconds_from_now(-3600)))

    tend(engine, window=0)

    found = look(engine, job)
    assert (found.rate, found.eta) == (None, None)


def test_the_same_order_under_way_is_the_same_job(engine: Engine) -> None:
    first = order(engine, filter={"source": ["a"]})

    with database.writing(engine) as connection:
        again = jobs.add(connection, JobIn.model_validate({"filter": {"source": ["a"]}}))
        other = jobs.add(connection, JobIn.model_validate({"dry_run": True}))

    assert (again[0].id, again[1]) == (first, False)
    assert (other[0].id != first, other[1]) == (True, True)
