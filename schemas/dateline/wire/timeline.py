"""The timeline: what can be asked of it."""

from typing import Annotated

from pydantic import Field, model_validator

from dateline.model.event import Status
from dateline.wire.contract import Day, Order, Request, Text, Undated

ENTITIES = 10
LIMIT = 500
QUERY = 200

Name = Annotated[Text, Field(min_length=1, max_length=QUERY)]


class TimelineQuery(Request):
    """Which events, in which order: shared by the API, the pages and the exports.

    `entity` holds names or ids, all of which an event must bear; `from_` and `to` are days, both
    included; `cursor` is the `next_cursor` of the page before.
    """

    entity: list[Name] = Field(default_factory=list, max_length=ENTITIES)
    q: Annotated[Text, Field(max_length=QUERY)] | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    status: list[Status] = Field(default_factory=list)
    order: Order = Order.ASC
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Annotated[Text, Field(max_length=2000)] | None = None
    undated: Undated = Undated.EXCLUDE

    @model_validator(mode="after")
    def _from_before_to(self) -> "TimelineQuery":
        if self.from_ and self.to and self.to < self.from_:
            raise ValueError("`to` is before `from`")
        return self
