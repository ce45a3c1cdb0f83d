"""Planning: which articles a job has read again, a stretch of the store at a time.

A job goes through the articles twice, in the order of their ids: once to count them, and once to
take them up, never more than there is room for. How far it is stands in its row; a step that finds
somebody else's step done in the meantime does nothing. So a job outlives whoever takes it further,
and a job of a million articles is no long transaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from dateline.model.article import State
from dateline.model.job import JobState
from dateline.store import extractors
from dateline.store.instant import now
from dateline.store.tables import articles, extractions, in_state, job_articles, jobs, revisions
from dateline.wire.job import JobFilter

# How many articles of the store one step looks at.
STRETCH = 2000

# A pace is taken over so many seconds; over many more, somebody was away.
PACE_SECONDS = 2.0
AWAY_SECONDS = 10.0

_OPEN = (State.QUEUED, State.PROCESSING)


@dataclass(frozen=True, slots=True)
class Plan:
    """A job under way: how far it has counted and taken up its articles, None at the beginning.

    `taken_up` are those that wait or are being read, `settled` those that it is through with.
    """

    job_id: str
    filter: JobFilter
    only_outdated: bool
    extractor: str | None
    started_at: datetime | None
    counted_to: str | None
    is_counted: bool
    planned_to: str | None
    is_planned: bool
    taken_up: int
    settled: int
    paced_at: datetime | None
    paced_done: int
    at: datetime

    @property
    def has_begun(self) -> bool:
        """Whether it is known by which extractor the articles are read."""
        return self.started_at is not None

    @property
    def paced_for(self) -> float:
        """Seconds since its pace was taken."""
        return (self.at - self.paced_at).total_seconds() if self.paced_at else 0.0

    @property
    def is_paced(self) -> bool:
        """Whether it is time to take its pace."""
        return self.paced_for > PACE_SECONDS

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return self.is_counted and self.is_planned and not self.taken_up


@dataclass(frozen=True, slots=True)
class Stretch:
    """Articles of a job after one id of the store up to another, None for the end of it."""

    after: str | None
    ids: tuple[str, ...]
    to: str | None


def under_way(connection: Connection) -> list[Plan]:
    """The plans of all jobs that have still something to do, the first ordered first."""
    rows = connection.execute(
        select(
            jobs,
            _number(*_OPEN).label("taken_up"),
            _number(State.FAILED).label("failed"),
            now().label("at"),
        )
        .where(jobs.c.state.in_((JobState.QUEUED, JobState.RUNNING)))
        .order_by(jobs.c.created_at, jobs.c.id)
    )
    return [_plan(row) for row in rows]


def begin(connection: Connection, plan: Plan) -> bool:
    """Start the job, once a worker has said by which extractor articles are read at present.

    Whether there was one.
    """
    name = extractors.current(connection)
    if name is None:
        return False
    start = update(jobs).where(jobs.c.id == plan.job_id, in_state(jobs, "queued"))
    connection.execute(
        start.values(state=JobState.RUNNING, started_at=now(), extractor=name, paced_at=now())
    )
    return True


def stretch(connection: Connection, plan: Plan, after: str | None, most: int = STRETCH) -> Stretch:
    """The job's articles in the next stretch of the store, at most so many."""
    end = connection.scalar(
        select(articles.c.id)
        .where(*_within(after))
        .order_by(articles.c.id)
        .offset(STRETCH - 1)
        .limit(1)
    )
    ids = connection.scalars(
        _OF_JOBS.where(*_conditions(plan), *_within(after, end)).order_by(articles.c.id).limit(most)
    ).all()
    return Stretch(after, tuple(ids), ids[-1] if len(ids) == most else end)


def count(connection: Connection, plan: Plan, counted: Stretch) -> None:
    """Add the articles of the stretch to the job's total."""
    connection.execute(
        update(jobs)
        .where(_is_at(plan, jobs.c.counted_to, counted.after))
        .values(
            total=jobs.c.total + len(counted.ids),
            counted_to=counted.to,
            is_counted=counted.to is None,
        )
    )


def take_up(connection: Connection, plan: Plan, planned: Stretch) -> None:
    """Have the articles of the stretch read, less those that were erased just now."""
    # Held before the job is: whoever erases an article holds them in this order too.
    held = connection.execute(
        select(articles.c.id.label("article_id"), articles.c.characters)
        .where(articles.c.id.in_(planned.ids))
        .order_by(articles.c.id)
        .with_for_update(read=True, key_share=True)
    )
    owed = [
        {"id": f"{plan.job_id}.{row.article_id}", "job_id": plan.job_id, **row._mapping}
        for row in held
    ]
    ahead = connection.execute(
        update(jobs)
        .where(_is_at(plan, jobs.c.planned_to, planned.after))
        .values(planned_to=planned.to, is_planned=planned.to is None)
    )
    if ahead.rowcount and owed:
        wait = insert(job_articles).values(state=State.QUEUED, not_before=now())
        connection.execute(wait, owed)


def pace(connection: Connection, plan: Plan) -> None:
    """Note how fast the job goes."""
    connection.execute(
        update(jobs)
        .where(jobs.c.id == plan.job_id, jobs.c.paced_at == plan.paced_at)
        .values(paced_at=plan.at, paced_done=plan.settled, rate=_rate(plan))
    )


def close(connection: Connection, plan: Plan) -> None:
    """Finish the job, unless there is something left to do after all.

    Its total is what it took up: articles may have come and gone since they were counted.
    """
    seconds = (plan.at - plan.started_at).total_seconds() if plan.started_at else 0
    connection.execute(
        update(jobs)
        .where(
            jobs.c.id == plan.job_id,
            in_state(jobs, "running"),
            ~exists().where(_its(*_OPEN)),
        )
        .values(
            state=JobState.DONE,
            finished_at=now(),
            total=plan.settled,
            rate=plan.settled / seconds if seconds else None,
        )
    )


def leftovers(connection: Connection) -> bool:
    """Whether something waits that a cancelled job had taken up."""
    return bool(connection.scalar(select(exists().where(_LEFT_OVER))))


def sweep(connection: Connection) -> None:
    """Let go of what cancelled jobs had taken up."""
    connection.execute(delete(job_articles).where(_LEFT_OVER))


_LEFT_OVER = and_(
    job_articles.c.job_id.in_(select(jobs.c.id).where(in_state(jobs, "cancelled"))),
    job_articles.c.state.in_(_OPEN),
)
# Articles that are read and at rest: the others will be read by the present extractor anyway.
_OF_JOBS: Select[str] = (
    select(articles.c.id)
    .join(extractions, extractions.c.article_id == articles.c.id)
    .join(
        revisions,
        and_(revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision),
    )
    .where(in_state(articles, "done"))
)


def _its(*states: State) -> ColumnElement[bool]:
    """An article that a job has taken up and that is in one of these states."""
    return and_(job_articles.c.job_id == jobs.c.id, job_articles.c.state.in_(states))


def _number(*states: State) -> ScalarSelect[int]:
    return select(func.count()).where(_its(*states)).correlate(jobs).scalar_subquery()


def _conditions(plan: Plan) -> Iterator[ColumnElement[bool]]:
    # What was read since the job began was read by the present extractor.
    yield extractions.c.recorded_at <= plan.started_at
    if plan.only_outdated:
        yield extractions.c.extractor != plan.extractor
    chosen = plan.filter
    if chosen.id:
        yield articles.c.id.in_(chosen.id)
    if chosen.source:
        yield revisions.c.source.in_(chosen.source)
    if chosen.language:
        yield revisions.c.language.in_(chosen.language)
    if chosen.published_from:
        yield revisions.c.published_on >= chosen.published_from
    if chosen.published_to:
        yield revisions.c.published_on <= chosen.published_to


def _within(after: str | None, end: str | None = None) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield articles.c.id > after
    if end is not None:
        yield articles.c.id <= end


def _is_at(plan: Plan, cursor: Column[str], at: str | None) -> ColumnElement[bool]:
    """Whether the job runs, and nobody has taken it further."""
    return and_(
        jobs.c.id == plan.job_id, in_state(jobs, "running"), cursor.is_not_distinct_from(at)
    )


def _rate(plan: Plan) -> float | None:
    """Articles a second since the pace was taken; None where nobody has looked for long."""
    seconds = plan.paced_for
    return None if seconds > AWAY_SECONDS else (plan.settled - plan.paced_done) / seconds


def _plan(row: Row[Any]) -> Plan:
    return Plan(
        job_id=row.id,
        filter=JobFilter.model_validate_json(row.filter),
        only_outdated=row.only_outdated,
        extractor=row.extractor,
        started_at=row.started_at,
        counted_to=row.counted_to,
        is_counted=row.is_counted,
        planned_to=row.planned_to,
        is_planned=row.is_planned,
        taken_up=row.taken_up,
        settled=row.done + row.skipped + row.failed,
        paced_at=row.paced_at,
        paced_done=row.paced_done,
        at=row.at,
    )
