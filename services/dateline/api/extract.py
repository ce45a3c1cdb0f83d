"""Extract: what a text says to have happened and when, without storing anything."""

from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from dateline.api import problems, reading
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.intake import article as intake
from dateline.intake import limits
from dateline.wire.annotations import ExtractOut
from dateline.wire.timex import ResolveIn

router = APIRouter(route_class=StrictRoute, tags=["events"])


@router.post("/extract", responses=problems.responses(400, 413, 415, 422, 503))
async def extract(posted: ResolveIn, here: Here) -> ExtractOut:
    """The dates, events and facts of a text, each as it would be read in an article."""
    limits.check_extract(posted.text, here.settings)
    dct = await run_in_threadpool(intake.dct, posted, datetime.now(UTC))
    found = await here.pool.run(reading.read, here.settings.model, posted.text, dct)
    return await run_in_threadpool(ExtractOut.of, found)
