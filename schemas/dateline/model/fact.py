"""Facts: figures, quotations, roles and relations that an article states."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.event import Attribution, EventTime, Mention, Status
from dateline.model.provenance import Evidence


class FactKind(StrEnum):
    """The four kinds of fact."""

    QUOTE = "quote"
    QUANTITY = "quantity"
    ROLE = "role"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, its unit and what it counts; `counts` is None where the text does not say.

    `to` is the upper end of a range, None for a single figure.
    """

    value: float
    unit: str
    approximate: bool
    counts: str | None
    to: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an article states that is not an event."""

    id: str
    kind: FactKind
    subject: Mention | None
    predicate: str
    object: Mention | None
    time: EventTime
    status: Status
    evidence: Evidence
    confidence: float
    quantity: Quantity | None = None
    attributions: tuple[Attribution, ...] = ()
