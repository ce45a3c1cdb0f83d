"""Lanes: live articles wait to be read in one, those that a job has read again in another.

The rows of both have the same columns, so that claims are the same for both. Each lane has a queue
of its own, by its name.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, Table, select

from dateline.store.tables import articles, in_state, job_articles, jobs, processing, queued


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """A table whose rows are owed: which of them wait, which are being read.

    `rows` are those of the table beside their articles.
    """

    name: str
    table: Table
    rows: FromClause
    waiting: ColumnElement[bool]
    processing: ColumnElement[bool]


LIVE = Lane("extract", articles, articles, queued, processing)
# What is left of a job that does not run any more waits for nothing.
_RUNNING = select(jobs.c.id).where(in_state(jobs, "running"))
REPROCESS = Lane(
    "reprocess",
    job_articles,
    job_articles.join(articles),
    in_state(job_articles, "queued") & job_articles.c.job_id.in_(_RUNNING),
    in_state(job_articles, "processing"),
)
# The order in which they are served.
LANES = (LIVE, REPROCESS)
