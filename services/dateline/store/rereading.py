"""Rereading: what becomes of articles that a job has had read again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, delete, insert, select, update

from dateline.model.article import Annotations, State
from dateline.model.job import Difference, Differing, differences
from dateline.store import claims, events
from dateline.store.claims import Claim
from dateline.store.jobs import DIFFERING
from dateline.store.lanes import REPROCESS
from dateline.store.tables import articles, in_state, job_articles, job_samples, jobs

# Differences of each kind that the sample of a dry run holds.
SAMPLE = 25

Read = tuple[Claim, Annotations]
# What reads otherwise, kind by kind, with the id of its article.
Found = Mapping[Difference, Sequence[tuple[str, Differing]]]


def replace_all(connection: Connection, read: Sequence[Read]) -> list[Claim]:
    """Swap what was read before in each article for these annotations; a dry run only compares.

    Readers see the old ones until the transaction ends, then the new ones: never a mixture.
    Nothing is written for claims that were lost, or whose job was cancelled: they are what comes
    back. An article that was corrected meanwhile is read once more.
    """
    # Articles, then jobs, then the order of changes: whoever erases an article holds them so too.
    present = _hold_articles(connection, [claim.article_id for claim, _ in read])
    corrected = {claim.id: claim for claim, _ in read if _is_corrected(claim, present)}
    claims.give_back(connection, list(corrected.values()))
    taken = _take_out(connection, [each for each in read if each[0].id not in corrected])
    running = _hold_jobs(connection, taken)
    again = [each for job in running for each in _settle(connection, job, taken[job.id], present)]
    # Two jobs may have had the same article read.
    each_once = {claim.article_id: (claim, told) for claim, told in again}
    events.write(connection, list(each_once.values()))
    kept = corrected.keys() | {claim.id for job in running for claim, _ in taken[job.id]}
    return [claim for claim, _ in read if claim.id not in kept]


def _hold_articles(connection: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The articles as they are, which nobody revises in the meantime."""
    held: CursorResult[Any] = connection.execute(
        select(articles.c.id, articles.c.revision, articles.c.state)
        .where(articles.c.id.in_(ids))
        .order_by(articles.c.id)
        .with_for_update(key_share=True)
    )
    return {row.id: row for row in held}


def _is_corrected(claim: Claim, present: Mapping[str, Row[Any]]) -> bool:
    """Whether the article has another revision by now, and nobody else is to read it."""
    article = present.get(claim.article_id)
    return (
        article is not None and article.state == State.DONE and article.revision != claim.revision
    )


def _take_out(connection: Connection, read: Sequence[Read]) -> dict[str, list[Read]]:
    """Take out of the lane what is still ours, job by job."""
    if not read:
        return {}
    gone = delete(job_articles).where(claims.held(REPROCESS))
    rows = connection.execute(
        gone.returning(job_articles.c.id, job_articles.c.job_id),
        claims.those([claim for claim, _ in read]),
    )
    job_of = {row.id: row.job_id for row in rows}
    taken = defaultdict(list)
    for claim, annotations in read:
        if claim.id in job_of:
            taken[job_of[claim.id]].append((claim, annotations))
    return taken


def _hold_jobs(connection: Connection, ids: Iterable[str]) -> Sequence[Row[Any]]:
    """Those of the jobs that have not been cancelled; nobody else counts for them meanwhile."""
    held = select(jobs).where(jobs.c.id.in_(ids), in_state(jobs, "running")).order_by(jobs.c.id)
    return connection.execute(held.with_for_update()).all()


def _settle(
    connection: Connection, job: Row[Any], read: Sequence[Read], present: Mapping[str, Row[Any]]
) -> list[Read]:
    """Count what was read for the job; what comes back is to be written.

    An article that waits to be read as a live one, or was given up as one, is left to that.
    """
    again = [each for each in read if present[each[0].article_id].state == State.DONE]
    found = _differing(connection, again)
    more = {str(kind): len(those) for kind, those in found.items()}
    more |= {"done": len(again), "skipped": len(read) - len(again)}
    counted = {name: jobs.c[name] + number for name, number in more.items()}
    connection.execute(update(jobs).where(jobs.c.id == job.id).values(counted))
    if not job.dry_run:
        return again
    _show(connection, job, found)
    return []


def _differing(connection: Connection, read: Sequence[Read]) -> Found:
    before = events.told(connection, [claim.article_id for claim, _ in read])
    found = defaultdict(list)
    for claim, annotations in read:
        for one in differences(before.get(claim.article_id, ()), annotations.events):
            found[one.difference].append((claim.article_id, one))
    return found


def _show(connection: Connection, job: Row[Any], found: Found) -> None:
    """Keep some of the differences for people to look at, of each kind."""
    rows = [
        {
            "job_id": job.id,
            "difference": kind,
            "event_id": one.event_id,
            "article_id": article_id,
            "body": DIFFERING.dump_json(one).decode(),
        }
        for kind, those in found.items()
        for article_id, one in those[: max(0, SAMPLE - getattr(job, kind))]
    ]
    if rows:
        connection.execute(insert(job_samples), rows)
