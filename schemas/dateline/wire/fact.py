"""Facts: figures, quotations, roles and relations, as the contract shows them."""

from typing import Annotated, Self

from dateline.model.event import Status
from dateline.model.fact import Fact, FactKind, Quantity
from dateline.wire.contract import Answer, Confidence, open_words
from dateline.wire.event import AttributionOut, EventTimeOut, EvidenceOut, MentionOut


class QuantityOut(Answer):
    """A figure, its unit and what it counts; `to` is the upper end of a range."""

    value: float
    to: float | None
    unit: str
    approximate: bool
    counts: str | None

    @classmethod
    def of(cls, quantity: Quantity) -> Self:
        """The quantity as the contract shows it."""
        return cls(
            value=quantity.value,
            to=quantity.to,
            unit=quantity.unit,
            approximate=quantity.approximate,
            counts=quantity.counts,
        )


class FactOut(Answer):
    """Something an article states that is not an event."""

    id: str
    kind: Annotated[str, open_words(FactKind)]
    subject: MentionOut | None
    predicate: str
    object: MentionOut | None
    quantity: QuantityOut | None
    time: EventTimeOut
    status: Status
    attributions: list[AttributionOut]
    evidence: EvidenceOut
    confidence: Confidence

    @classmethod
    def of(cls, fact: Fact) -> Self:
        """The fact as the contract shows it."""
        return cls(
            id=fact.id,
            kind=fact.kind,
            subject=MentionOut.of(fact.subject) if fact.subject else None,
            predicate=fact.predicate,
            object=MentionOut.of(fact.object) if fact.object else None,
            quantity=QuantityOut.of(fact.quantity) if fact.quantity else None,
            time=EventTimeOut.of(fact.time),
            status=fact.status,
            attributions=[AttributionOut.of(attribution) for attribution in fact.attributions],
            evidence=EvidenceOut.of(fact.evidence),
            confidence=fact.confidence,
        )
