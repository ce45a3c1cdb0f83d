"""Events: what is said to happen, when, by whom, and whether it did."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Resolution


class EventKind(StrEnum):
    """The three kinds of thing that a trigger can name."""

    OCCURRENCE = "occurrence"
    STATEMENT = "statement"
    STATE = "state"


class Genericity(StrEnum):
    """Mentions of no particular event: "wars are costly", "he swims every day"."""

    GENERIC = "generic"
    HABITUAL = "habitual"


class Role(StrEnum):
    """What somebody or something does in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    COUNTERPART = "counterpart"
    RECIPIENT = "recipient"
    OTHER = "other"


class Polarity(StrEnum):
    """FactBank's first axis (Saurí and Pustejovsky 2009)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """FactBank's second axis."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether it happened, in one word for a reader."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    DENIED = "denied"


class Basis(StrEnum):
    """Where an event's time comes from."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    PUBLICATION = "publication"
    NONE = "none"


class Mode(StrEnum):
    """How a source's words are given."""

    DIRECT_QUOTE = "direct_quote"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody, something or somewhere with a name; the id follows from the normalised name."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something; `entity` is None where no name is known."""

    text: str
    span: Span
    entity: Entity | None


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention and its part in the event."""

    role: Role
    mention: Mention


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names the event."""

    text: str
    lemma: str
    span: Span


@dataclass(frozen=True, slots=True)
class TimexRef:
    """A timex that dates an event."""

    id: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event happens, and what says so; without evidence there is no interval."""

    basis: Basis
    explanation: str
    interval: Interval | None = None
    edtf: str | None = None
    granularity: Granularity | None = None
    resolution: Resolution = Resolution.UNDATED
    approximate: bool = False
    timexes: tuple[TimexRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Factuality:
    """How firmly the innermost source commits to the event."""

    polarity: Polarity
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so; `statement` is the id of the event of saying, None where nothing names it."""

    speaker: Mention
    cue: Quoted
    mode: Mode
    statement: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of something that is said to happen.

    `id` names the mention: it stays the same when the event is dated or judged anew.
    `attributions` run from the outermost source in; `content` are the ids of the events that a
    statement reports.
    """

    id: str
    kind: EventKind
    type: str
    trigger: Trigger
    summary: str
    time: EventTime
    factuality: Factuality
    status: Status
    evidence: Evidence
    confidence: float
    participants: tuple[Participant, ...] = ()
    place: Mention | None = None
    genericity: Genericity | None = None
    attributions: tuple[Attribution, ...] = ()
    content: tuple[str, ...] = ()
