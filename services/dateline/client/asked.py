"""What can be asked of the timeline, as keyword arguments."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict

from dateline.model.event import Basis, EventKind, Status
from dateline.wire.contract import Generic, Order, Undated


class Asked(TypedDict, total=False):
    """The fields of `wire.timeline.TimelineQuery`, but for those that cut its answer into pages."""

    entity: Sequence[str]
    speaker: Sequence[str]
    place: Sequence[str]
    q: str
    from_: date
    to: date
    status: Sequence[Status]
    kind: Sequence[EventKind]
    type: Sequence[str]
    basis: Sequence[Basis]
    source: Sequence[str]
    language: Sequence[str]
    published_from: date
    published_to: date
    min_confidence: float
    as_of: datetime
    order: Order
    undated: Undated
    generic: Generic
