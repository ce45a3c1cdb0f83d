"""What a job does beside live articles, readers, and workers that die."""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from tests.faults.conftest import DRAFT, House, wait_for
from tests.faults.scripted import event
from tests.jobbing import introduce, look, order

from dateline.model.article import Annotations, State
from dateline.model.job import JobState
from dateline.queue import broker
from dateline.store import claims, database, events, jobs, tables
from dateline.store.jobs import Job
from dateline.store.lanes import LIVE, REPROCESS, Lane
from dateline.store.timeline import within
from dateline.wire.contract import LIMIT
from dateline.wire.timeline import TimelineQuery

TOLD = 3
ONCE = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
UNHURRIED = pytest.mark.parametrize(
    "limits", [{"soft_limit": 20, "hard_limit": 30, "lease": 40, "reprocess_chunk": 4}]
)


def publish(house: House, *scripts: str) -> list[str]:
    """One article a script, in which an earlier extractor has read three events; their ids."""
    ids = house.post(*scripts)
    with database.writing(house.engine) as connection:
        read = [
            (claim, Annotations("earlier", events=tuple(_earlier(claim.article_id))))
            for claim in claims.claim(connection, ids, lease=60)
        ]
        events.replace_all(connection, read)
    return ids


def _earlier(article_id: str) -> Iterator[events.Event]:
    for n in range(TOLD):
        yield event(f"{article_id}-earlier", DRAFT.published.on - timedelta(days=n))


def finish(house: House, job: str) -> Job:
    """The job once it is over."""
    wait_for(lambda: look(house.engine, job).is_over)
    return look(house.engine, job)


def readings(house: House) -> list[str]:
    """The articles that were begun to be read, in that order."""
    lines = house.log.read_text().splitlines() if house.log.exists() else []
    return [line.split()[0] for line in lines]


def rung(house: House, lane: Lane) -> int:
    """How many rows of the lane wait in the queue, or for longer."""
    marked = lane.table.select().where(lane.waiting, lane.table.c.rung_at.is_not(None))
    with database.reading(house.engine) as connection:
        return len(connection.execute(marked).all())


@ONCE
@UNHURRIED
def test_live_articles_are_read_before_all_that_a_job_has_waiting(house: House) -> None:
    publish(house, *["nap 0"] * 20)
    introduce(house.engine, "scripted")
    job = order(house.engine)
    wait_for(lambda: rung(house, REPROCESS) == 20)
    live = house.post(*["nap 0"] * 20)
    wait_for(lambda: rung(house, LIVE) == 20)
    with broker.connect(house.server.url) as client:
        waiting = [broker.waiting(client, lane) for lane in (LIVE, REPROCESS)]
    house.start_worker()

    done = finish(house, job)

    assert min(waiting) > 0
    assert (done.state, done.done) == (JobState.DONE, 20)
    assert set(readings(house)[:20]) == set(live)
    assert len(readings(house)) == 40


@ONCE
@UNHURRIED
def test_a_new_article_waits_for_one_message_of_a_running_job_at_most(house: House) -> None:
    publish(house, *["nap 0.2"] * 40)
    job = order(house.engine)
    house.start_worker()
    wait_for(lambda: len(readings(house)) > 2)

    (live,) = house.post("nap 0")
    wait_for(lambda: rung(house, LIVE) == 1 or live in readings(house))
    before = len(readings(house))
    house.settle([live])
    overtaken = look(house.engine, job)

    waited_for = readings(house).index(live) - before
    assert waited_for <= house.settings.reprocess_chunk
    assert overtaken.state is JobState.RUNNING
    assert finish(house, job).done == 40


@pytest.mark.parametrize(
    "limits", [{"concurrency": 2, "soft_limit": 20, "hard_limit": 30, "lease": 40}]
)
def test_readers_see_each_article_whole_while_a_thousand_are_read_again(house: House) -> None:
    ids = publish(house, *["nap 0"] * 1000)
    house.start_worker()
    job = order(house.engine)

    seen: list[dict[str, set[str]]] = []
    while not look(house.engine, job).is_over:
        seen.append(look_at_all(house))
        # Readers leave something of the machine to the workers.
        time.sleep(0.2)
    seen.append(look_at_all(house))

    extractors = [set().union(*answer.values()) for answer in seen]
    assert look(house.engine, job).done == 1000
    assert all(answer.keys() == set(ids) for answer in seen)
    assert all(len(by) == 1 for answer in seen for by in answer.values())
    assert extractors[-1] == {"scripted"}
    assert {"earlier", "scripted"} in extractors


def look_at_all(house: House) -> dict[str, set[str]]:
    """By which extractors each article of the timeline is read; each has all its events."""
    by: dict[str, set[str]] = defaultdict(set)
    told: dict[str, int] = defaultdict(int)
    with database.reading(house.engine) as connection:
        page = within(connection, TimelineQuery(limit=LIMIT))
        while True:
            for entry in page.entries:
                by[entry.article.id].add(entry.extractor)
                told[entry.article.id] += 1
            if page.next is None:
                break
            page = within(connection, TimelineQuery(limit=LIMIT), page.next)
    assert set(told.values()) == {TOLD}
    return by


def test_a_job_goes_on_after_worker_and_relay_were_killed(house: House) -> None:
    ids = publish(house, *["nap 0.05"] * 40)
    job = order(house.engine)
    worker = house.start_worker()
    wait_for(lambda: len(readings(house)) > 10)
    house.kill(worker)
    house.kill(house.relay)
    house.start_relay()
    house.start_worker()

    done = finish(house, job)

    assert (done.state, done.done, done.failed, done.total) == (JobState.DONE, 40, 0, 40)
    assert house.states(ids) == {State.DONE: 40}
    assert look_at_all(house) == {id: {"scripted"} for id in ids}


@pytest.mark.parametrize("limits", [{"max_attempts": 1}])
def test_articles_that_cannot_be_read_again_are_given_up_and_keep_their_events(
    house: House,
) -> None:
    bad = {
        "fail 0": "ValueError: cannot be read",
        "die 0": "worker lost",
        "hang 0": "worker lost",
    }
    good = publish(house, *["nap 0"] * 6)
    dead = publish(house, *bad)
    job = order(house.engine)
    house.start_worker()

    done = finish(house, job)

    with database.reading(house.engine) as connection:
        failures = {one.article_id: one.error for one in jobs.failures(connection, job)}
    assert (done.state, done.done, done.failed) == (JobState.DONE, 6, 3)
    assert failures == dict(zip(dead, bad.values(), strict=True))
    assert house.states([*good, *dead]) == {State.DONE: 9}
    by = look_at_all(house)
    assert [by[id] for id in dead] == [{"earlier"}] * 3
    assert [by[id] for id in good] == [{"scripted"}] * 6


@ONCE
def test_a_cancelled_job_stops_and_what_it_did_stays(house: House) -> None:
    ids = publish(house, *["nap 0.1"] * 60)
    job = order(house.engine)
    house.start_worker()
    wait_for(lambda: look(house.engine, job).done > 2)
    with database.writing(house.engine) as connection:
        jobs.cancel(connection, job)
    wait_for(lambda: not left(house))

    cancelled = look(house.engine, job)
    by = look_at_all(house)
    assert cancelled.state is JobState.CANCELLED
    assert 2 < cancelled.done < 60
    assert sum(one == {"scripted"} for one in by.values()) == cancelled.done
    assert by.keys() == set(ids)


def left(house: House) -> Sequence[object]:
    """What a job has still to do."""
    with database.reading(house.engine) as connection:
        return connection.execute(tables.job_articles.select()).all()
