"""Jobs on the wire: what is to be read again, how far that has come, and what it changes."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from dateline.model.event import Status
from dateline.model.job import Difference, JobState
from dateline.wire.article import Language, Name
from dateline.wire.contract import LIMIT, STORABLE, Answer, Cursor, Day, Instant, Request
from dateline.wire.event import EventTimeOut
from dateline.wire.timeline import in_order

IDS = 1000


class JobFilter(Request):
    """Which articles: of several values of a field one is enough; the days are both included."""

    id: list[Annotated[str, Field(max_length=100), STORABLE]] = Field(
        default_factory=list, max_length=IDS
    )
    source: list[Name] = Field(default_factory=list, max_length=50)
    language: list[Language] = Field(default_factory=list, max_length=50)
    published_from: Day | None = None
    published_to: Day | None = None

    @field_validator("published_to")
    @classmethod
    def _in_order(cls, to: date | None, info: ValidationInfo) -> date | None:
        return in_order(info.data.get("published_from"), to, "`published_to`", "`published_from`")


class JobIn(Request):
    """What to read again: by default only what another extractor has read than the present one.

    A dry run reads, tells what would change, and changes nothing.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "filter": {"source": ["herald.example"], "published_from": "2025-02-01"},
                    "only_outdated": True,
                    "dry_run": True,
                }
            ]
        }
    )

    filter: JobFilter = Field(default_factory=JobFilter)
    only_outdated: bool = True
    dry_run: bool = False


class JobsQuery(Request):
    """Which jobs, the latest first."""

    state: list[JobState] = Field(default_factory=list)
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None


class Changed(Answer):
    """How many events came, went, or have another time or status; one may have both."""

    added: int
    removed: int
    redated: int
    rejudged: int


class JobOut(Answer):
    """A job, and how far it has come.

    `total` is null until the articles are counted; `skipped` ones were posted anew or erased in the
    meantime and are not the job's any more, `failed` ones keep what was read in them before. `rate`
    is articles a second; `eta` is when it will be done at that rate.
    """

    id: str
    state: JobState
    filter: JobFilter
    only_outdated: bool
    dry_run: bool
    extractor: str | None
    created_at: Instant
    started_at: Instant | None
    finished_at: Instant | None
    total: int | None
    done: int
    failed: int
    skipped: int
    changed: Changed
    rate: float | None
    eta: Instant | None


class EventReadingOut(Answer):
    """An event as it was read: when, and whether it happened."""

    summary: str
    time: EventTimeOut
    status: Status


class DifferenceOut(Answer):
    """An event that reads otherwise: `before` is null where it is new, `after` where it is gone."""

    difference: Difference
    article: str
    event_id: str
    before: EventReadingOut | None
    after: EventReadingOut | None


class JobFailureOut(Answer):
    """An article that the job gave up; what was read in it before stays."""

    article: str
    attempts: int
    error: str
    failed_at: Instant


class JobDetailOut(JobOut):
    """A job with some of the differences that its dry run found, and of the articles given up."""

    sample: list[DifferenceOut]
    failures: list[JobFailureOut]


class JobsOut(Answer):
    """One page of jobs; `next_cursor` is null on the last one."""

    items: list[JobOut]
    next_cursor: str | None
