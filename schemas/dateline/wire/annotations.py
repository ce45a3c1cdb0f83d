"""Annotations: everything that was read in an article."""

from collections.abc import Mapping
from typing import Annotated, Self

from dateline.model.article import Annotations, Furniture
from dateline.wire.article import ArticleRef
from dateline.wire.contract import Answer, Instant, open_words
from dateline.wire.event import EventOut, ReadEvent
from dateline.wire.fact import FactOut
from dateline.wire.timex import TimexOut, WarningOut


class FurnitureOut(Answer):
    """A stretch of page that is not the article's prose."""

    kind: Annotated[str, open_words()]
    start: int
    end: int

    @classmethod
    def of(cls, furniture: Furniture) -> Self:
        """The stretch with its offsets side by side."""
        return cls(kind=furniture.kind, start=furniture.span.start, end=furniture.span.end)


class AnnotationsOut(Answer):
    """Everything that was read in one revision of an article, each in text order.

    While a newer revision waits to be read, these are still those of the one before: offsets
    are into the text of `revision`.
    """

    revision: int
    extractor: str
    timexes: list[TimexOut]
    events: list[EventOut]
    facts: list[FactOut]
    furniture: list[FurnitureOut]
    warnings: list[WarningOut]

    @classmethod
    def of(
        cls,
        annotations: Annotations,
        *,
        article: ArticleRef,
        revision: int,
        recorded: Mapping[str, Instant],
    ) -> Self:
        """The annotations with the article they stand in and when each event was learned."""
        return cls(
            revision=revision,
            extractor=annotations.extractor,
            timexes=[TimexOut.of(timex) for timex in annotations.timexes],
            events=[
                EventOut.of(
                    event,
                    article=article,
                    extractor=annotations.extractor,
                    recorded_at=recorded[event.id],
                )
                for event in annotations.events
            ],
            facts=[FactOut.of(fact) for fact in annotations.facts],
            furniture=[FurnitureOut.of(stretch) for stretch in annotations.furniture],
            warnings=[WarningOut.of(warning) for warning in annotations.warnings],
        )


class ExtractOut(Answer):
    """Everything that was read in a text that is not stored, each in text order."""

    extractor: str
    timexes: list[TimexOut]
    events: list[ReadEvent]
    facts: list[FactOut]
    furniture: list[FurnitureOut]
    warnings: list[WarningOut]

    @classmethod
    def of(cls, annotations: Annotations) -> Self:
        """The annotations as the contract shows them."""
        return cls(
            extractor=annotations.extractor,
            timexes=[TimexOut.of(timex) for timex in annotations.timexes],
            events=[ReadEvent.read(event) for event in annotations.events],
            facts=[FactOut.of(fact) for fact in annotations.facts],
            furniture=[FurnitureOut.of(stretch) for stretch in annotations.furniture],
            warnings=[WarningOut.of(warning) for warning in annotations.warnings],
        )
