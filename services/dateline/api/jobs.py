"""Jobs: have articles read again, see how far that is, call it off."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.model.job import Reading
from dateline.store import cursor, database, jobs
from dateline.store.jobs import Failure, Job, Place, Sample
from dateline.wire.contract import STORABLE
from dateline.wire.event import EventTimeOut
from dateline.wire.job import (
    Changed,
    DifferenceOut,
    EventReadingOut,
    JobDetailOut,
    JobFailureOut,
    JobIn,
    JobOut,
    JobsOut,
    JobsQuery,
)

JobId = Annotated[str, Path(max_length=100), STORABLE]

WHERE: dict[str, Any] = {
    "headers": {
        "Location": {
            "description": "where the job is",
            "required": True,
            "schema": {"type": "string"},
        }
    }
}

router = APIRouter(route_class=StrictRoute, tags=["jobs"])


@router.post(
    "/jobs/reprocess",
    status_code=202,
    response_model=JobOut,
    responses={
        200: {"model": JobOut, "description": "This very job is under way already", **WHERE},
        202: {"description": "Safely stored; it is done in the background", **WHERE},
        **problems.responses(400, 413, 415, 422, 503),
    },
)
def reprocess(order: JobIn, response: Response, here: Here) -> JobOut:
    """Have articles read again, behind all that are new; readers see each as before until then."""
    with database.writing(here.engine) as connection:
        job, is_new = jobs.add(connection, order)
    response.status_code = 202 if is_new else 200
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return JobOut(**_job(job))


@router.get("/jobs", responses=problems.responses(410, 422, 503))
def listed(query: Annotated[JobsQuery, Query()], here: Here) -> JobsOut:
    """The jobs, the latest first, a page at a time."""
    now = datetime.now(UTC)
    key = here.settings.signing_key
    after = cursor.unseal(query.cursor, Place, query, key, now) if query.cursor else None
    with database.reading(here.engine) as connection:
        page = jobs.page(connection, query, after)
    return JobsOut(
        items=[JobOut(**_job(job)) for job in page.jobs],
        next_cursor=cursor.seal(page.next, query, key, now) if page.next else None,
    )


@router.get("/jobs/{job_id}", responses=problems.responses(404, 422, 503))
def show(job_id: JobId, here: Here) -> JobDetailOut:
    """How far the job is, and some of what it found."""
    with database.reading(here.engine) as connection:
        job = jobs.get(connection, job_id)
        samples = jobs.samples(connection, job_id)
        failures = jobs.failures(connection, job_id)
    return JobDetailOut(
        **_job(job),
        sample=[_difference(sample) for sample in samples],
        failures=[_failure(failure) for failure in failures],
    )


@router.post("/jobs/{job_id}/cancel", responses=problems.responses(404, 409, 422, 503))
def cancel(job_id: JobId, here: Here) -> JobOut:
    """Let the job read nothing more; what it has changed so far stays."""
    with database.writing(here.engine) as connection:
        job = jobs.cancel(connection, job_id)
    return JobOut(**_job(job))


def _job(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "state": job.state,
        "filter": job.order.filter,
        "only_outdated": job.order.only_outdated,
        "dry_run": job.order.dry_run,
        "extractor": job.extractor,
        "created_at": job.created_at,
        "started_at": job.started_at,
        "finished_at": job.finished_at,
        "total": job.total,
        "done": job.done,
        "failed": job.failed,
        "skipped": job.skipped,
        "changed": Changed(
            added=job.added, removed=job.removed, redated=job.redated, rejudged=job.rejudged
        ),
        "rate": job.rate,
        "eta": job.eta,
    }


def _difference(sample: Sample) -> DifferenceOut:
    return DifferenceOut(
        difference=sample.differing.difference,
        article=sample.article_id,
        event_id=sample.differing.event_id,
        before=_reading(sample.differing.before),
        after=_reading(sample.differing.after),
    )


def _reading(reading: Reading | None) -> EventReadingOut | None:
    if reading is None:
        return None
    time = EventTimeOut.of(reading.time)
    return EventReadingOut(summary=reading.summary, time=time, status=reading.status)


def _failure(failure: Failure) -> JobFailureOut:
    return JobFailureOut(
        article=failure.article_id,
        attempts=failure.attempts,
        error=failure.error,
        failed_at=failure.failed_at,
    )
