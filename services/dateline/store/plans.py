"""Plans: jobs under way, from their beginning to their end, whoever takes them further."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    and_,
    delete,
    exists,
    func,
    select,
    update,
)

from dateline.model.article import State
from dateline.model.job import JobState
from dateline.store import extractors
from dateline.store.instant import now
from dateline.store.jobs import UNFINISHED
from dateline.store.tables import in_state, job_articles, jobs
from dateline.wire.job import JobFilter

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


def under_way(connection: Connection) -> list[Plan]:
    """The plans of all jobs that have still something to do, the first ordered first."""
    rows = connection.execute(
        select(
            jobs,
            _number(*_OPEN).label("taken_up"),
            _number(State.FAILED).label("failed"),
            now().label("at"),
        )
        .where(jobs.c.state.in_(UNFINISHED))
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


def _its(*states: State) -> ColumnElement[bool]:
    """An article that a job has taken up and that is in one of these states."""
    return and_(job_articles.c.job_id == jobs.c.id, job_articles.c.state.in_(states))


def _number(*states: State) -> ScalarSelect[int]:
    return select(func.count()).where(_its(*states)).correlate(jobs).scalar_subquery()


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
