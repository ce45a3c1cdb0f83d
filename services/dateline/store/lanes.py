"""Lanes: live articles wait to be read in one, those that a job has read again in another.

The rows of both have the same columns, so that claims are the same for both. Each lane has a queue
of its own, by its name.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, Table, select, true

from dateline.store.tables import articles, in_state, job_articles, jobs, processing, queued


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """A table whose rows are owed: which of them are served, which wait, which are being read.

    `rows` are those of the table beside their articles.
    """

    name: str
    table: Table
    rows: FromClause
    served: ColumnElement[bool]
    waiting: ColumnElement[bool]
    processing: ColumnElement[bool]


LIVE = Lane("extract", articles, articles, true(), queued, processing)
# What is left of a job that does not run any more waits for nothing.
_RUNNING = job_articles.c.job_id.in_(select(jobs.c.id).where(in_state(jobs, "running")))
REPROCESS = Lane(
    "reprocess",
    job_articles,
    job_articles.join(articles),
    _RUNNING,
    in_state(job_articles, "queued") & _RUNNING,
    in_state(job_articles, "processing"),
)
# The order in which they are served.
LANES = (LIVE, REPROCESS)
