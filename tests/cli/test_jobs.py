"""`dateline reprocess` and `dateline jobs`: ordered, watched, called off."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine
from tests.jobbing import claim, finish, introduce, look, order, proceed, start
from tests.telling import MET, read
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.model.article import Draft, Publication
from dateline.model.errors import ArticleNotFound, JobNotFound
from dateline.model.event import Status
from dateline.model.job import JobState
from dateline.settings import Settings
from dateline.store import articles, database, jobs
from dateline.wire.job import JobFilter, JobsQuery

DRAFT = Draft("text", Publication(date(2025, 2, 26), None, ""), "en", source="herald.example")
DENIED = replace(MET, status=Status.DENIED, summary="The council [/met] on Monday")


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The store that the commands find, with one article in it that is read."""
    monkeypatch.chdir(tmp_path)
    opened = database.open(Settings().database)
    database.migrate(opened)
    with database.writing(opened) as connection:
        article = articles.add(connection, DRAFT).id
    read(opened, article, MET)
    yield opened
    opened.dispose()


def say(*words: str) -> Result:
    """What `dateline` says to these words."""
    return CliRunner().invoke(app, words, catch_exceptions=False)


def work(engine: Engine) -> None:
    """A worker and a relay: they read what is due and find the meeting denied."""
    finish(engine, claim(engine), DENIED)
    proceed(engine)


def ordered(engine: Engine) -> jobs.Job:
    with database.reading(engine) as connection:
        (only,) = jobs.page(connection, JobsQuery()).jobs
    return only


def test_a_job_is_ordered_as_the_options_say(engine: Engine) -> None:
    said = say(
        *("reprocess", "--source", "herald.example", "--language", "en", "--since", "2025-02-01"),
        *("--until", "2025-02-28", "--everything", "--dry-run", "--no-wait"),
    )

    job = ordered(engine)
    assert said.output == f"job {job.id}\n"
    assert (job.order.dry_run, job.order.only_outdated) == (True, False)
    assert job.order.filter == JobFilter(
        source=["herald.example"],
        language=["en"],
        published_from=date(2025, 2, 1),
        published_to=date(2025, 2, 28),
    )


def test_whoever_orders_a_job_stays_until_it_is_done(engine: Engine) -> None:
    start(engine)
    at_work = threading.Timer(0.2, work, [engine])
    at_work.start()

    said = say("reprocess")
    at_work.join()

    assert said.exit_code == 0
    assert "under way already" in said.output
    assert "done: 1 articles read again by later, 0 given up, 0 skipped" in said.output
    assert "events added 0, removed 0, re-dated 0, re-judged 1" in said.output


def test_a_dry_run_shows_what_would_change(engine: Engine) -> None:
    job = start(engine, dry_run=True)
    work(engine)

    said = say("jobs", "watch", job).output

    assert "events that would be added 0, removed 0, re-dated 0, re-judged 1" in said
    assert "rejudged" in said
    assert "[/met]" in said


def test_jobs_are_listed(engine: Engine) -> None:
    job = start(engine)
    work(engine)

    said = say("jobs").output

    # In one piece, also where the terminal is narrow.
    assert job in said
    assert "1 of 1" in said


def test_a_job_is_cancelled_and_whoever_watches_it_is_told(engine: Engine) -> None:
    introduce(engine)
    job = order(engine)

    said = say("jobs", "cancel", job).output
    watched = say("jobs", "watch", job)

    assert said == f"job {job} is cancelled after 0 of ? articles\n"
    assert look(engine, job).state is JobState.CANCELLED
    assert watched.exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["reprocess", "--since", "yesterday"], id="no day"),
        pytest.param(["worker", "--queue", "fast"], id="no queue"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(engine: Engine, words: list[str]) -> None:
    refused = say(*words)

    assert refused.exit_code == 2
    assert "Invalid value for" in refused.output


def test_an_article_that_nobody_posted_is_not_found_and_nothing_is_ordered(engine: Engine) -> None:
    with pytest.raises(ArticleNotFound, match="nobody"):
        say("reprocess", "nobody")

    with database.reading(engine) as connection:
        assert jobs.page(connection, JobsQuery()).jobs == ()


def test_a_job_that_nobody_ordered_is_not_found(engine: Engine) -> None:
    with pytest.raises(JobNotFound):
        say("jobs", "watch", "none")
