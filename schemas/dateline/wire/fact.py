"""Facts: figures, quotations, roles and relations, as the contract shows them."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator

from dateline.model.event import Status
from dateline.model.fact import Fact, FactKind, Quantity
from dateline.wire.article import ArticleRef
from dateline.wire.contract import (
    LIMIT,
    STORABLE,
    Answer,
    Confidence,
    Cursor,
    Day,
    Instant,
    Order,
    Request,
    open_words,
)
from dateline.wire.event import AttributionOut, EntityOut, EventTimeOut, EvidenceOut, MentionOut
from dateline.wire.timeline import Name, in_order


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


class FactsQuery(Request):
    """Which facts, those of the articles published last first.

    `entity` holds names or ids, all of which must stand in a fact, as its subject, object or
    speaker; of several values of any other parameter one is enough. Within days, both included,
    only dated facts are found.
    """

    kind: list[FactKind] = Field(default_factory=list)
    entity: list[Name] = Field(default_factory=list)
    status: list[Status] = Field(default_factory=list)
    source: list[Name] = Field(default_factory=list, max_length=50)
    article: list[Annotated[str, Field(max_length=100), STORABLE]] = Field(
        default_factory=list, max_length=50
    )
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    order: Order = Order.DESC
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None

    @field_validator("to")
    @classmethod
    def _in_order(cls, to: date | None, info: ValidationInfo) -> date | None:
        return in_order(info.data.get("from_"), to, "`to`", "`from`")


class StatedFact(FactOut):
    """A fact with the article that states it, and when that was learned."""

    article: ArticleRef
    extractor: str
    recorded_at: Instant

    @classmethod
    def in_article(
        cls, fact: Fact, *, article: ArticleRef, extractor: str, recorded_at: Instant
    ) -> Self:
        """The fact as a list of facts shows it."""
        shown = dict(FactOut.of(fact))
        return cls(**shown, article=article, extractor=extractor, recorded_at=recorded_at)


class FactsOut(Answer):
    """One page of facts.

    `entities` are those that a name in the query stands for, `unknown_entities` the names that
    nobody bears; `next_cursor` is null on the last page.
    """

    items: list[StatedFact]
    next_cursor: str | None
    entities: list[EntityOut]
    unknown_entities: list[str]
