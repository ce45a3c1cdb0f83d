"""Planning: which articles a job has read again, a stretch of the store at a time.

A job goes through the articles twice, in the order of their ids: once to count them, and once to
take them up, never more than there is room for. How far it is stands in its row; a step that finds
somebody else's step done in the meantime does nothing. So a job outlives whoever takes it further,
and a job of a million articles is no long transaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, insert, select, update

from dateline.model.article import State
from dateline.store.instant import now
from dateline.store.plans import Plan
from dateline.store.tables import articles, extractions, in_state, job_articles, jobs, revisions

# How many articles of the store one step looks at.
STRETCH = 1000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Articles of a job after one id of the store up to another, None for the end of it."""

    after: str | None
    ids: tuple[str, ...]
    to: str | None


def stretch(connection: Connection, plan: Plan, after: str | None, most: int = STRETCH) -> Stretch:
    """The job's articles in the next stretch of the store, at most so many."""
    # Articles that are named are found at once.
    end = None if plan.filter.id else _end(connection, after)
    ids = connection.scalars(
        _OF_JOBS.where(*_conditions(plan), *_within(after, end)).order_by(articles.c.id).limit(most)
    ).all()
    return Stretch(after, tuple(ids), ids[-1] if len(ids) == most else end)


def count(connection: Connection, plan: Plan, counted: Stretch) -> None:
    """Add the articles of the stretch to the job's total."""
    connection.execute(
        update(jobs)
        .where(_is_at(plan, jobs.c.counted_to, counted.after), jobs.c.is_counted.is_(False))
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
        .where(_is_at(plan, jobs.c.planned_to, planned.after), jobs.c.is_planned.is_(False))
        .values(planned_to=planned.to, is_planned=planned.to is None)
    )
    if ahead.rowcount and owed:
        wait = insert(job_articles).values(state=State.QUEUED, not_before=now())
        connection.execute(wait, owed)


# Articles that are read and at rest: the others are read as live ones, or were given up as such.
_OF_JOBS: Select[str] = (
    select(articles.c.id)
    .join(extractions, extractions.c.article_id == articles.c.id)
    .join(
        revisions,
        and_(revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision),
    )
    .where(in_state(articles, "done"))
)


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


def _end(connection: Connection, after: str | None) -> str | None:
    """The last article of the stretch after this one; None where the store ends before."""
    behind = select(articles.c.id).where(*_between(articles.c.id, after)).order_by(articles.c.id)
    return connection.scalar(behind.offset(STRETCH - 1).limit(1))


def _within(after: str | None, end: str | None = None) -> Iterator[ColumnElement[bool]]:
    """Every table is told, or PostgreSQL looks through the whole of those that are not."""
    for article_id in (articles.c.id, extractions.c.article_id, revisions.c.article_id):
        yield from _between(article_id, after, end)


def _between(
    article_id: Column[str], after: str | None, end: str | None = None
) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield article_id > after
    if end is not None:
        yield article_id <= end


def _is_at(plan: Plan, cursor: Column[str], at: str | None) -> ColumnElement[bool]:
    """Whether the job runs, and nobody has taken it further."""
    return and_(
        jobs.c.id == plan.job_id, in_state(jobs, "running"), cursor.is_not_distinct_from(at)
    )
