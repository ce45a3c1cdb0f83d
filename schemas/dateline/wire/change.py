"""Changes: what became of events, for those who keep a copy of the timeline."""

from typing import Annotated

from pydantic import Field

from dateline.model.change import Action, Reason
from dateline.wire.contract import LIMIT, Answer, Cursor, Instant, Request, open_words
from dateline.wire.event import EventOut


class ChangesQuery(Request):
    """Where to go on; without a `cursor`, at the beginning."""

    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None


class ChangeOut(Answer):
    """One step of the timeline.

    `event` is the event as it reads from then on; null where it was withdrawn, or where its article
    is erased since. `fields` names what reads otherwise in a changed one.
    """

    seq: int
    at: Instant
    action: Action
    reason: Annotated[str, open_words(Reason)]
    article: str
    revision: int
    event_id: str
    event: EventOut | None
    fields: list[str]


class ChangesOut(Answer):
    """Changes in the order in which they became visible; come back with `next_cursor` for more."""

    items: list[ChangeOut]
    next_cursor: str
