"""Corrections: what a person knows better about an article than what was posted."""

from typing import Annotated

from pydantic import Field

from dateline.model.article import State
from dateline.wire.article import Given, Language, Name, Url, Zone
from dateline.wire.contract import STORABLE, Answer, Request
from dateline.wire.event import EventOut
from dateline.wire.timex import TimexOut


class CorrectionIn(Request):
    """A merge patch (RFC 7396): a field that is there is corrected, null takes a correction back.

    What was corrected stays so, whatever is posted later.
    """

    published_at: Given | None = None
    timezone: Zone | None = None
    title: Annotated[str, Field(max_length=1000), STORABLE] | None = None
    url: Url | None = None
    source: Name | None = None
    language: Language | None = None


class Differences(Answer):
    """The timexes and events that read otherwise after a correction."""

    timexes: list[TimexOut]
    events: list[EventOut]


class CorrectedOut(Answer):
    """What a correction came to.

    In another language the article has to be read again: then it is `queued`, and what changes is
    told by `/v1/changes` once it is done.
    """

    id: str
    revision: int
    state: State
    changed: Differences
