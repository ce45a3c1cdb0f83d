"""Articles: what was posted, and everything that was read in it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from dateline.model import publisher
from dateline.model.event import Event
from dateline.model.fact import Fact
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Timex


class State(StrEnum):
    """How far the extraction of an article has come."""

    QUEUED = "queued"
    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published: the calendar day always, the instant where it is known.

    `as_given` is what was posted; `zone` the newsroom's IANA zone or None.
    """

    on: date
    at: datetime | None
    as_given: str
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as intake understood it, before the store gave it an id."""

    text: str
    published: Publication
    language: str
    translated_from: str | None = None
    url: str | None = None
    external_id: str | None = None
    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    metadata: dict[str, object] = field(default_factory=dict)

    @property
    def dct(self) -> Dct:
        """The day from which the article is read, with what colours its reading."""
        return Dct(
            day=self.published.on,
            at=self.published.at,
            zone=self.published.zone,
            language=self.language,
            translated_from=self.translated_from,
            country=publisher.country(self.source, self.url, self.language),
        )


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the store."""

    id: str
    revision: int
    state: State
    draft: Draft
    attempts: int
    last_error: str | None
    received_at: datetime

    @property
    def etag(self) -> str:
        """Names the revision, as HTTP does (RFC 9110)."""
        return f'"{self.revision}"'


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of page that is not the article's prose: a credit, a counter, a caption."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something in the text that is not what it seems, and what it may have been."""

    code: str
    detail: str
    span: Span
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything that was read in one revision of an article.

    `extractor` names code version, rules and model: the same name gives the same annotations.
    """

    extractor: str
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
