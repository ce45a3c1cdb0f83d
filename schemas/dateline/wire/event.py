"""Events: what is said to happen, as the contract shows it."""

from typing import Annotated, Self

from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Genericity,
    Mention,
    Mode,
    Participant,
    Polarity,
    Role,
    Status,
    TimexRef,
    Trigger,
)
from dateline.model.interval import Granularity
from dateline.model.provenance import Evidence, Quoted
from dateline.model.timex import Resolution
from dateline.wire.article import ArticleRef
from dateline.wire.contract import Answer, Confidence, Instant, Moment, open_words
from dateline.wire.timex import TIMES_OF_DAY, bounds

TYPES = (
    "statement",
    "meeting",
    "conflict",
    "crime",
    "disaster",
    "accident",
    "election",
    "law",
    "court",
    "agreement",
    "economy",
    "business",
    "movement",
    "protest",
    "appointment",
    "death",
    "health",
    "science",
    "sport",
    "culture",
    "other",
)


class QuotedOut(Answer):
    """Some words of the article and where they stand."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, quoted: Quoted) -> Self:
        """The words with their offsets side by side."""
        return cls(text=quoted.text, start=quoted.span.start, end=quoted.span.end)


class EntityOut(Answer):
    """Somebody, something or somewhere with a name."""

    id: str
    name: str
    type: Annotated[str, open_words(("person", "organization", "place", "other"))]

    @classmethod
    def of(cls, entity: Entity) -> Self:
        """The entity as the contract shows it."""
        return cls(id=entity.id, name=entity.name, type=entity.type)


class MentionOut(Answer):
    """Words that stand for somebody or something, and who that is where it is known."""

    text: str
    start: int
    end: int
    entity: EntityOut | None

    @classmethod
    def of(cls, mention: Mention) -> Self:
        """The words with their entity."""
        return cls(
            text=mention.text,
            start=mention.span.start,
            end=mention.span.end,
            entity=EntityOut.of(mention.entity) if mention.entity else None,
        )


class ParticipantOut(Answer):
    """Somebody or something in the event, and its part there."""

    role: Role
    text: str
    start: int
    end: int
    entity: EntityOut | None

    @classmethod
    def of(cls, participant: Participant) -> Self:
        """The mention with its role."""
        mention = participant.mention
        return cls(
            role=participant.role,
            text=mention.text,
            start=mention.span.start,
            end=mention.span.end,
            entity=EntityOut.of(mention.entity) if mention.entity else None,
        )


class TriggerOut(Answer):
    """The word that names the event."""

    text: str
    lemma: str
    start: int
    end: int

    @classmethod
    def of(cls, trigger: Trigger) -> Self:
        """The trigger as the contract shows it."""
        return cls(
            text=trigger.text,
            lemma=trigger.lemma,
            start=trigger.span.start,
            end=trigger.span.end,
        )


class TimexRefOut(Answer):
    """A timex that dates the event."""

    id: str
    text: str
    start: int
    end: int

    @classmethod
    def of(cls, timex: TimexRef) -> Self:
        """The reference as the contract shows it."""
        return cls(id=timex.id, text=timex.text, start=timex.span.start, end=timex.span.end)


class EventTimeOut(Answer):
    """When it happens, and what says so."""

    earliest: Moment | None
    latest: Moment | None
    edtf: str | None
    granularity: Annotated[str, open_words(Granularity)] | None
    resolution: Resolution
    approximate: bool
    explanation: str
    timexes: list[TimexRefOut]
    basis: Annotated[str, open_words(Basis)]

    @classmethod
    def of(cls, time: EventTime) -> Self:
        """The time, bounded in days unless a time of day is known."""
        earliest, latest = bounds(time.interval, timed=time.granularity in TIMES_OF_DAY)
        return cls(
            earliest=earliest,
            latest=latest,
            edtf=time.edtf,
            granularity=time.granularity,
            resolution=time.resolution,
            approximate=time.approximate,
            explanation=time.explanation,
            timexes=[TimexRefOut.of(timex) for timex in time.timexes],
            basis=time.basis,
        )


class FactualityOut(Answer):
    """How firmly the innermost source commits to it."""

    polarity: Polarity
    certainty: Certainty

    @classmethod
    def of(cls, factuality: Factuality) -> Self:
        """Both axes of FactBank."""
        return cls(polarity=factuality.polarity, certainty=factuality.certainty)


class AttributionOut(Answer):
    """Who says so, with which words; `statement` is the id of the event of saying."""

    speaker: MentionOut
    cue: QuotedOut
    mode: Mode
    statement: str | None

    @classmethod
    def of(cls, attribution: Attribution) -> Self:
        """The attribution as the contract shows it."""
        return cls(
            speaker=MentionOut.of(attribution.speaker),
            cue=QuotedOut.of(attribution.cue),
            mode=attribution.mode,
            statement=attribution.statement,
        )


class EvidenceOut(Answer):
    """The passage that says it: W3C Web Annotation text-quote and text-position selectors."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """The passage with the words around it."""
        return cls(
            exact=evidence.exact,
            prefix=evidence.prefix,
            suffix=evidence.suffix,
            start=evidence.span.start,
            end=evidence.span.end,
        )


class ReadEvent(Answer):
    """One mention of something that is said to happen, as it was read in a text."""

    id: str
    kind: Annotated[str, open_words(EventKind)]
    type: Annotated[str, open_words(TYPES)]
    genericity: Genericity | None
    trigger: TriggerOut
    summary: str
    participants: list[ParticipantOut]
    place: MentionOut | None
    time: EventTimeOut
    factuality: FactualityOut
    status: Status
    attributions: list[AttributionOut]
    content: list[str]
    evidence: EvidenceOut
    confidence: Confidence

    @classmethod
    def read(cls, event: Event) -> Self:
        """The event as the contract shows it."""
        return cls(
            id=event.id,
            kind=event.kind,
            type=event.type,
            genericity=event.genericity,
            trigger=TriggerOut.of(event.trigger),
            summary=event.summary,
            participants=[ParticipantOut.of(one) for one in event.participants],
            place=MentionOut.of(event.place) if event.place else None,
            time=EventTimeOut.of(event.time),
            factuality=FactualityOut.of(event.factuality),
            status=event.status,
            attributions=[AttributionOut.of(attribution) for attribution in event.attributions],
            content=list(event.content),
            evidence=EvidenceOut.of(event.evidence),
            confidence=event.confidence,
        )


class EventOut(ReadEvent):
    """One mention of something that is said to happen, with the article that says so."""

    article: ArticleRef
    extractor: str
    recorded_at: Instant

    @classmethod
    def of(cls, event: Event, *, article: ArticleRef, extractor: str, recorded_at: Instant) -> Self:
        """The event with the article it stands in and when it was learned."""
        shown = dict(ReadEvent.read(event))
        return cls(**shown, article=article, extractor=extractor, recorded_at=recorded_at)
