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
    STORABLE,
    Answer,
    Confidence,
    Day,
    Instant,
    Order,
    Request,
    Undated,
)
from dateline.wire.event import TYPES, EntityOut, EventOut

LIMIT = 500

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


class TimelineQuery(Request):
    """Which events, in which order: shared by the API, the pages and the exports.

    `entity` holds names or ids, all of which an event must bear; of several values of any other
    parameter one is enough. `from_` and `to` are days, both included; `as_of` asks for what was
    known at that instant. `cursor` is the `next_cursor` of the page before. Without a `format`,
    the `Accept` header of the request decides.
    """

    entity: list[Name] = Field(default_factory=list)
    q: Annotated[str, STORABLE] | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    status: list[Status] = Field(default_factory=list)
    kind: list[EventKind] = Field(default_factory=list)
    type: list[Type] = Field(default_factory=list, max_length=len(TYPES))
    basis: list[Basis] = Field(default_factory=list)
    source: list[Name] = Field(default_factory=list, max_length=50)
    language: list[Language] = Field(default_factory=list, max_length=50)
    published_from: Day | None = None
    published_to: Day | None = None
    min_confidence: Confidence | None = None
    order: Order = Order.ASC
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Annotated[str, Field(max_length=2000), STORABLE] | None = None
    undated: Undated = Undated.EXCLUDE
    as_of: PastInstant | None = None
    format: Format | None = None

    @field_validator("to", "published_to")
    @classmethod
    def _from_before_to(cls, to: date | None, info: ValidationInfo) -> date | None:
        name = "from" if info.field_name == "to" else "published_from"
        first = info.data.get("from_" if name == "from" else name)
        if to and first and to < first:
            raise ValueError(f"`{info.field_name}` is before `{name}`")
        return to


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
