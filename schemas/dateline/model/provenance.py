"""Where in an article something stands, and the words that prove it."""

from dataclasses import dataclass
from typing import Self

# How much text a W3C text-quote selector carries on either side.
_CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets into the article's text in Unicode code points, end excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quoted:
    """Some words of the article and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that says it: W3C Web Annotation text-quote and text-position selectors.

    https://www.w3.org/TR/annotation-model/#selectors
    """

    exact: str
    prefix: str
    suffix: str
    span: Span

    @classmethod
    def of(cls, span: Span, text: str) -> Self:
        """The passage there, with some of what stands before and behind it."""
        before = text[max(0, span.start - _CONTEXT) : span.start]
        return cls(span.of(text), before, text[span.end : span.end + _CONTEXT], span)
