"""What all requests have in common, and all answers."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Request(BaseModel):
    """What a client sends: a field we do not know is a mistake, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(BaseModel):
    """What a client is given; fields may be added within `/v1`."""

    model_config = ConfigDict(frozen=True)


def _storable(text: str) -> str:
    # PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8 at all.
    unstorable = UNSTORABLE.search(text)
    if unstorable:
        raise ValueError(
            f"character {unstorable.start()} is U+{ord(unstorable[0]):04X}, which is no text"
        )
    return text


STORABLE = AfterValidator(_storable)
"""Marks text that every store can keep."""


def _iso_day(given: object) -> object:
    # Left to itself, Pydantic reads 1740000000 as a day: a count of seconds, no ISO date.
    if isinstance(given, date):
        return given
    if not isinstance(given, str) or not ISO_DAY.fullmatch(given):
        raise ValueError("not an ISO 8601 date (YYYY-MM-DD)")
    return given


Day = Annotated[date, BeforeValidator(_iso_day)]
"""A calendar day, written as ISO 8601 and no other way."""


Instant = AwareDatetime
"""An instant, written as RFC 3339."""

Confidence = Annotated[float, Field(ge=0, le=1)]

LocalTime = Annotated[
    datetime,
    WithJsonSchema({"type": "string", "examples": ["2025-02-27T09:00:00"]}),
]
Moment = LocalTime | date
"""A bound of an interval: a day, or a local date-time where the phrase names a time of day."""


def open_words(words: Iterable[str] = ()) -> Any:
    """A plain string on the wire; the words known today are listed, and more may come."""
    known = [str(word) for word in words]
    return WithJsonSchema({"type": "string", "x-open-enum": known})


LIMIT = 500
"""The most items on one page of any list."""

Cursor = Annotated[str, Field(max_length=2000), STORABLE]
"""The `next_cursor` of the page before."""


class Order(StrEnum):
    """Which end of a list comes first."""

    ASC = "asc"
    DESC = "desc"


class Undated(StrEnum):
    """Whether events that no day is known for are listed, after the dated ones."""

    EXCLUDE = "exclude"
    INCLUDE = "include"


class Generic(StrEnum):
    """Whether what is said of no particular event is listed, after the dated events."""

    EXCLUDE = "exclude"
    INCLUDE = "include"
