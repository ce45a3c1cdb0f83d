"""Jobs: ordered, looked at, cancelled. What they do lies in `planning` and `rereading`."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)

from dateline.model.errors import JobNotFound, JobOver
from dateline.model.job import Differing, JobState
from dateline.store.instant import now
from dateline.store.tables import in_state, job_articles, job_samples, jobs
from dateline.wire.job import JobFilter, JobIn, JobsQuery

UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
MOST_FAILURES = 100

DIFFERING = TypeAdapter(Differing)


@dataclass(frozen=True, slots=True)
class Job:
    """A job and how far it has come.

    `total` is None until its articles are counted, `rate` until its pace is known: in articles a
    second. The changes are numbers of events; `at` is when all this was so.
    """

    id: str
    state: JobState
    order: JobIn
    extractor: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    total: int | None
    done: int
    failed: int
    skipped: int
    added: int
    removed: int
    redated: int
    rejudged: int
    rate: float | None
    at: datetime

    @property
    def is_over(self) -> bool:
        """Whether it will do nothing more."""
        return self.state not in UNFINISHED

    @property
    def settled(self) -> int:
        """How many articles it has nothing more to do with."""
        return self.done + self.failed + self.skipped

    @property
    def eta(self) -> datetime | None:
        """When it will be done if it goes on like this; None where that cannot be told."""
        if self.state is not JobState.RUNNING or self.total is None or not self.rate:
            return None
        return self.at + timedelta(seconds=(self.total - self.settled) / self.rate)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that a job gave up, and why."""

    article_id: str
    attempts: int
    error: str
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class Sample:
    """A difference that a job found, and in which article."""

    article_id: str
    differing: Differing


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list a job stands."""

    created_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some jobs, the latest first; `next` is None on the last page."""

    jobs: tuple[Job, ...]
    next: Place | None


def add(connection: Connection, order: JobIn) -> tuple[Job, bool]:
    """The job for this order, and whether it is new: the same order under way is the same job."""
    asked = _asked(order)
    same = and_(*(jobs.c[name] == value for name, value in asked.items()))
    known = connection.scalar(select(jobs.c.id).where(same, jobs.c.state.in_(UNFINISHED)))
    if known is not None:
        return get(connection, known), False
    id_ = secrets.token_hex(8)
    new = insert(jobs).values(id=id_, state=JobState.QUEUED, created_at=now(), **asked)
    connection.execute(new)
    return get(connection, id_), True


def get(connection: Connection, job_id: str) -> Job:
    """The job. Raises JobNotFound."""
    row = connection.execute(_JOBS.where(jobs.c.id == job_id)).one_or_none()
    if row is None:
        raise JobNotFound(job_id)
    return _job(row)


def page(connection: Connection, query: JobsQuery, after: Place | None = None) -> Page:
    """The jobs that answer the query, from the place on."""
    rows = connection.execute(
        _JOBS.where(*_conditions(query, after))
        .order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
        .limit(query.limit + 1)
    ).all()
    shown = tuple(map(_job, rows[: query.limit]))
    more = len(rows) > query.limit
    return Page(shown, Place(shown[-1].created_at, shown[-1].id) if more else None)


def cancel(connection: Connection, job_id: str) -> Job:
    """Let the job read nothing more; what it has changed stays so. Raises JobNotFound, JobOver."""
    connection.execute(
        update(jobs)
        .where(jobs.c.id == job_id, jobs.c.state.in_(UNFINISHED))
        .values(state=JobState.CANCELLED, finished_at=now())
    )
    found = get(connection, job_id)
    if found.state is JobState.DONE:
        raise JobOver(job_id)
    return found


def samples(connection: Connection, job_id: str) -> list[Sample]:
    """Some of the differences that a dry run found, of each kind."""
    rows = connection.execute(
        select(job_samples.c.article_id, job_samples.c.body)
        .where(job_samples.c.job_id == job_id)
        .order_by(job_samples.c.difference, job_samples.c.event_id)
    )
    return [Sample(row.article_id, DIFFERING.validate_json(row.body)) for row in rows]


def failures(connection: Connection, job_id: str) -> list[Failure]:
    """The articles that the job gave up last, as many as anybody wants to look at."""
    rows = connection.execute(
        select(
            job_articles.c.article_id,
            job_articles.c.attempts,
            job_articles.c.last_error,
            job_articles.c.failed_at,
        )
        .where(job_articles.c.job_id == job_id, in_state(job_articles, "failed"))
        .order_by(job_articles.c.failed_at.desc(), job_articles.c.id)
        .limit(MOST_FAILURES)
    )
    return [Failure(*row) for row in rows]


def forget(connection: Connection, article_id: str) -> None:
    """Have no job wait for this article: it is erased."""
    its = select(job_articles.c.job_id).where(job_articles.c.article_id == article_id)
    connection.execute(update(jobs).where(jobs.c.id.in_(its)).values(skipped=jobs.c.skipped + 1))


_FAILED = (
    select(func.count())
    .where(job_articles.c.job_id == jobs.c.id, in_state(job_articles, "failed"))
    .scalar_subquery()
)
_JOBS = select(jobs, _FAILED.label("failed"), now().label("at"))


def _asked(order: JobIn) -> dict[str, Any]:
    return {
        "filter": order.filter.model_dump_json(exclude_defaults=True),
        "only_outdated": order.only_outdated,
        "dry_run": order.dry_run,
    }


def _conditions(query: JobsQuery, after: Place | None) -> Iterator[ColumnElement[bool]]:
    if query.state:
        yield jobs.c.state.in_(query.state)
    if after:
        there = (literal(after.created_at, jobs.c.created_at.type), literal(after.id))
        yield tuple_(jobs.c.created_at, jobs.c.id) < tuple_(*there)


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        state=JobState(row.state),
        order=JobIn(
            filter=JobFilter.model_validate_json(row.filter),
            only_outdated=row.only_outdated,
            dry_run=row.dry_run,
        ),
        extractor=row.extractor,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        total=row.total if row.is_counted else None,
        done=row.done,
        failed=row.failed,
        skipped=row.skipped,
        added=row.added,
        removed=row.removed,
        redated=row.redated,
        rejudged=row.rejudged,
        rate=row.rate,
        at=row.at,
    )
