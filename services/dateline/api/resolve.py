"""Resolve: what the temporal expressions of a text mean, without storing anything."""

from datetime import UTC, datetime

from fastapi import APIRouter

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.intake import article as intake
from dateline.intake import limits
from dateline.timex import tag
from dateline.wire.timex import ResolveIn, ResolveOut, TimexOut, WarningOut

router = APIRouter(route_class=StrictRoute, tags=["timexes"])


@router.post("/resolve", responses=problems.responses(400, 413, 415, 422))
def resolve(posted: ResolveIn, here: Here) -> ResolveOut:
    """The temporal expressions of a text, each with its reading and the reason for it."""
    limits.check_text(posted.text, here.settings)
    tagged = tag(posted.text, intake.dct(posted, datetime.now(UTC)))
    return ResolveOut(
        timexes=[TimexOut.of(timex) for timex in tagged.timexes],
        warnings=[WarningOut.of(warning) for warning in tagged.warnings],
    )
