"""The timeline: what can be asked of it, and what it answers."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    JsonValue,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from dateline.model.event import Basis, EventKind, Status
from dateline.wire.article import Language
from dateline.wire.contract import (
    LIMIT,
    STORABLE,
    Answer,
    Confidence,
    Cursor,
    Day,
    Generic,
    Instant,
    Order,
    Request,
    Undated,
)
from dateline.wire.event import TYPES, EntityOut, EventOut

RFC3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})"
)

Name = Annotated[str, Field(min_length=1, max_length=500), STORABLE]


def _rfc3339(given: object) -> object:
    # Left to itself, Pydantic reads 1740000000 as an instant, and takes a day for its midnight.
    if isinstance(given, str) and not RFC3339.fullmatch(given):
        raise ValueError("not an instant (RFC 3339: YYYY-MM-DDThh:mm:ssZ or with an offset)")
    return given


PastInstant = Annotated[Instant, BeforeValidator(_rfc3339)]


def _known_type(word: str) -> str:
    if word not in TYPES:
        raise ValueError(f"no type of event: {', '.join(TYPES)} are known")
    return word


Type = Annotated[
    str, AfterValidator(_known_type), WithJsonSchema({"type": "string", "enum": list(TYPES)})
]


class Format(StrEnum):
    """What the timeline is written in: `json` a page at a time, everything else whole."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    ICS = "ics"
    ATOM = "atom"
    TIMELINEJS = "timelinejs"
    JSONLD = "jsonld"


def in_order(first: date | None, last: date | None, last_name: str, first_name: str) -> date | None:
    """The last day, unless it comes before the first one."""
    if first and last and last < first:
        raise ValueError(f"{last_name} is before {first_name}")
    return last


class EventFilter(Request):
    """What an event, or the article that tells of it, must be.

    `entity` holds names or ids, all of which an event must bear, as participant, place or speaker;
    of several values of any other parameter one is enough. `speaker` is whoever an event is
    attributed to.
    """

    entity: list[Name] = Field(default_factory=list)
    speaker: list[Name] = Field(default_factory=list)
    place: list[Name] = Field(default_factory=list)
    q: Annotated[str, STORABLE] | None = None
    status: list[Status] = Field(default_factory=list)
    kind: list[EventKind] = Field(default_factory=list)
    type: list[Type] = Field(default_factory=list, max_length=len(TYPES))
    basis: list[Basis] = Field(default_factory=list)
    source: list[Name] = Field(default_factory=list, max_length=50)
    language: list[Language] = Field(default_factory=list, max_length=50)
    published_from: Day | None = None
    published_to: Day | None = None
    min_confidence: Confidence | None = None

    @field_validator("published_to")
    @classmethod
    def _published_in_order(cls, to: date | None, info: ValidationInfo) -> date | None:
        return in_order(info.data.get("published_from"), to, "`published_to`", "`published_from`")


class WindowFilter(EventFilter):
    """The same within some days, both included, as it was known at an instant of the past."""

    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    as_of: PastInstant | None = None

    @field_validator("to")
    @classmethod
    def _in_order(cls, to: date | None, info: ValidationInfo) -> date | None:
        return in_order(info.data.get("from_"), to, "`to`", "`from`")


class TimelineQuery(WindowFilter):
    """Which events, in which order: shared by the API, the pages and the exports.

    `generic` asks for generic and habitual mentions too ("he visits her every Sunday"), which have
    no time. `cursor` is the `next_cursor` of the page before. Without a `format`, the `Accept`
    header of the request decides.
    """

    order: Order = Order.ASC
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None
    undated: Undated = Undated.EXCLUDE
    generic: Generic = Generic.EXCLUDE
    format: Format | None = None


class AgendaQuery(EventFilter):
    """Which of the events that are not over today; `to` is the last day looked at."""

    to: Day | None = None
    status: list[Status] = Field(default_factory=lambda: [Status.SCHEDULED])
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None

    def on(self, today: date) -> TimelineQuery:
        """The question to the timeline that this is, asked on that day."""
        asked = self.model_dump(exclude={"cursor"}, exclude_unset=True)
        return TimelineQuery.model_validate(asked | {"from": today, "status": self.status})


class By(StrEnum):
    """The stretches that are counted; weeks are ISO weeks."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class HistogramQuery(WindowFilter):
    """What is counted, and by which stretch of the calendar."""

    by: By = By.MONTH

    def as_timeline(self) -> TimelineQuery:
        """The question to the timeline whose answer is counted."""
        asked = self.model_dump(by_alias=True, exclude={"by"}, exclude_unset=True)
        return TimelineQuery.model_validate(asked)


class TimelineOut(Answer):
    """One page of the timeline.

    `entities` are those that a name in the query stands for, `unknown_entities` the names that
    nobody bears; `next_cursor` is null on the last page.
    """

    items: list[EventOut]
    next_cursor: str | None
    entities: list[EntityOut]
    unknown_entities: list[str]


class Slides(Answer):
    """An export for TimelineJS: https://timeline.knightlab.com/docs/json-format.html."""

    title: dict[str, JsonValue]
    events: list[dict[str, JsonValue]]


class Bucket(Answer):
    """A stretch of the calendar, both days included, and how many events begin in it."""

    start: date
    end: date
    count: int


class HistogramOut(Answer):
    """The stretches in which something begins, in order; the others are left out.

    An event that began before the window counts on the window's first day.
    """

    by: By
    buckets: list[Bucket]
    entities: list[EntityOut]
    unknown_entities: list[str]
