"""What a job makes of an article: swapped whole, compared only, or left to somebody else."""

import time
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine
from tests.jobbing import claim, finish, look, proceed, start
from tests.store.conftest import DRAFT, Desk, happening

from dateline.model.article import State
from dateline.model.change import Action, Reason
from dateline.model.event import Event, Status
from dateline.model.interval import Interval
from dateline.model.job import Difference, JobState
from dateline.store import articles, changes, claims, database, erasure, events, jobs, order
from dateline.store.claims import Retry
from dateline.store.dead_letters import among
from dateline.store.lanes import REPROCESS
from dateline.store.rereading import SAMPLE
from dateline.wire.dead_letter import DeadLetterChoice

MONDAY = Interval.day(date(2025, 2, 24))
TUESDAY = Interval.day(date(2025, 2, 25))

BEFORE = (
    happening("stays", MONDAY),
    happening("moves", MONDAY),
    happening("turns", MONDAY),
    happening("goes", MONDAY),
)
AFTER = (
    happening("stays", MONDAY),
    happening("moves", TUESDAY),
    happening("turns", MONDAY, status=Status.DENIED),
    happening("comes", TUESDAY),
)


def publish(engine: Engine, *told: Event, url: str = "https://herald.example/1") -> str:
    """An article in which an earlier extractor has read these events; its id."""
    with database.writing(engine) as connection:
        return Desk(connection).publish(*told, draft=replace(DRAFT, url=url))


def told(engine: Engine, article: str) -> set[Event]:
    with database.reading(engine) as connection:
        found = events.annotations(connection, article)
    return set(found.events if found else ())


def state(engine: Engine, article: str) -> State:
    with database.reading(engine) as connection:
        return articles.get(connection, article).state


def last_change(engine: Engine) -> int:
    with database.reading(engine) as connection:
        return order.last(connection)


def test_what_was_read_before_is_swapped_and_counted(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    since = last_change(engine)
    job = start(engine)

    lost = finish(engine, claim(engine), *AFTER)
    proceed(engine)

    found = look(engine, job)
    assert (lost, found.state, found.done) == ([], JobState.DONE, 1)
    assert (found.added, found.removed, found.redated, found.rejudged) == (1, 1, 1, 1)
    assert told(engine, article) == set(AFTER)
    with database.reading(engine) as connection:
        entries = changes.since(connection, since, 10)
    assert {entry.reason for entry in entries} == {Reason.REPROCESS}
    assert {entry.event_id: entry.action for entry in entries} == {
        "goes": Action.WITHDRAWN,
        "moves": Action.CHANGED,
        "turns": Action.CHANGED,
        "comes": Action.ADDED,
    }


def test_a_dry_run_counts_and_shows_the_same_and_changes_nothing(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    with database.reading(engine) as connection:
        before = events.annotations(connection, article)
        recorded = events.recorded(connection, article)
    since = last_change(engine)
    job = start(engine, dry_run=True)

    finish(engine, claim(engine), *AFTER)
    proceed(engine)

    found = look(engine, job)
    assert (found.added, found.removed, found.redated, found.rejudged) == (1, 1, 1, 1)
    with database.reading(engine) as connection:
        samples = jobs.samples(connection, job)
        assert events.annotations(connection, article) == before
        assert events.recorded(connection, article) == recorded
    assert {one.differing.difference: one.differing.event_id for one in samples} == {
        Difference.ADDED: "comes",
        Difference.REMOVED: "goes",
        Difference.REDATED: "moves",
        Difference.REJUDGED: "turns",
    }
    assert last_change(engine) == since


def test_the_sample_is_bounded_and_the_counts_are_not(engine: Engine) -> None:
    for n in range(2):
        publish(engine, url=f"https://herald.example/{n}")
    job = start(engine, dry_run=True)
    for one in claim(engine):
        finish(engine, [one], *(happening(f"{one.article_id}-{n}", MONDAY) for n in range(SAMPLE)))

    with database.reading(engine) as connection:
        samples = jobs.samples(connection, job)
    assert (len(samples), look(engine, job).added) == (SAMPLE, 2 * SAMPLE)


def test_whoever_lost_the_lease_writes_nothing(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    late = claim(engine)
    with database.writing(engine) as connection:
        claims.give_back(connection, late)
    current = claim(engine)

    lost = finish(engine, late, extractor="late")

    assert lost == late
    assert told(engine, article) == set(BEFORE)
    assert look(engine, job).done == 0
    assert finish(engine, current, *AFTER) == []


def test_a_job_cancelled_while_its_articles_are_read_writes_nothing(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    claimed = claim(engine)
    with database.writing(engine) as connection:
        jobs.cancel(connection, job)

    lost = finish(engine, claimed, *AFTER)

    assert lost == claimed
    assert told(engine, article) == set(BEFORE)
    assert (look(engine, job).done, look(engine, job).state) == (0, JobState.CANCELLED)


def test_an_article_corrected_meanwhile_is_read_as_it_is_now(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    stale = claim(engine)
    with database.writing(engine) as connection:
        held = articles.hold(connection, article)
        articles.correct(connection, held, replace(held.draft, title="Corrected"), {"title"})

    first = finish(engine, stale, *AFTER)
    between = told(engine, article)
    again = claim(engine)
    finish(engine, again, *AFTER)

    assert (first, between) == ([], set(BEFORE))
    assert [(one.revision, one.attempt, one.draft.title) for one in again] == [(2, 1, "Corrected")]
    assert (told(engine, article), look(engine, job).done) == (set(AFTER), 1)


def test_an_article_posted_anew_is_left_to_the_live_queue(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    stale = claim(engine)
    with database.writing(engine) as connection:
        articles.add(connection, replace(DRAFT, text="The council fell."))

    finish(engine, stale, *AFTER)
    proceed(engine)

    found = look(engine, job)
    assert (told(engine, article), state(engine, article)) == (set(BEFORE), State.QUEUED)
    assert (found.state, found.total, found.done, found.skipped) == (JobState.DONE, 1, 0, 1)


def test_an_article_erased_meanwhile_is_skipped(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    claimed = claim(engine)
    with database.writing(engine) as connection:
        erasure.erase(connection, article)

    lost = finish(engine, claimed, *AFTER)
    proceed(engine)

    found = look(engine, job)
    assert (lost, found.state, found.total, found.skipped) == (claimed, JobState.DONE, 1, 1)


def test_an_article_that_cannot_be_read_again_keeps_what_it_had(engine: Engine) -> None:
    bad = publish(engine, *BEFORE)
    good = publish(engine, url="https://herald.example/2")
    job = start(engine)
    for one in claim(engine):
        if one.article_id == good:
            finish(engine, [one])
            continue
        with database.writing(engine) as connection:
            claims.fail(connection, one, "ValueError: no sense", "Traceback", Retry(1, 1, 1))
    proceed(engine)

    found = look(engine, job)
    assert (found.state, found.done, found.failed, found.total) == (JobState.DONE, 1, 1, 2)
    assert (told(engine, bad), state(engine, bad)) == (set(BEFORE), State.DONE)
    with database.reading(engine) as connection:
        (failure,) = jobs.failures(connection, job)
        assert among(connection, DeadLetterChoice(), 10).letters == ()
    assert (failure.article_id, failure.error) == (bad, "ValueError: no sense")


def test_a_worker_lost_at_the_last_attempt_is_the_end_of_it(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    job = start(engine)
    with database.writing(engine) as connection:
        claims.claim(connection, [f"{job}.{article}"], 0.001, REPROCESS)
    time.sleep(0.005)

    with database.writing(engine) as connection:
        claims.lapse(connection, 1, REPROCESS)
    proceed(engine)

    found = look(engine, job)
    assert (found.state, found.failed, state(engine, article)) == (JobState.DONE, 1, State.DONE)


def test_two_jobs_may_have_the_same_article_read_at_once(engine: Engine) -> None:
    article = publish(engine, *BEFORE)
    first = start(engine)
    second = start(engine, filter={"id": [article]})

    lost = finish(engine, claim(engine), *AFTER)

    assert lost == []
    assert told(engine, article) == set(AFTER)
    assert (look(engine, first).done, look(engine, second).done) == (1, 1)


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_reads_as_before_is_no_difference(engine: Engine, dry_run: bool) -> None:
    publish(engine, *BEFORE)
    since = last_change(engine)
    job = start(engine, dry_run=dry_run)

    finish(engine, claim(engine), *BEFORE)

    found = look(engine, job)
    assert (found.added, found.removed, found.redated, found.rejudged) == (0, 0, 0, 0)
    assert last_change(engine) == since
