"""Temporal expressions: the phrase, what it means, and why it means that."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Span


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Resolution(StrEnum):
    """How the phrase stands to the calendar."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNDATED = "undated"
    IMPOSSIBLE = "impossible"
    INCONSISTENT = "inconsistent"


class Direction(StrEnum):
    """The side of the anchor on which the phrase was read."""

    PAST = "past"
    FUTURE = "future"
    SAME = "same"
    NONE = "none"


class AnchorKind(StrEnum):
    """What an expression was read from."""

    PUBLICATION = "publication"
    DATELINE = "dateline"
    TIMEX = "timex"


@dataclass(frozen=True, slots=True)
class Dct:
    """Document creation time: the day an article was published, and what colours its reading.

    `at` is the aware instant where it is known, `zone` the newsroom's IANA zone, `language` and
    `translated_from` BCP 47 tags, `country` the ISO 3166 code of the publisher's country.
    """

    day: date
    at: datetime | None = None
    zone: str | None = None
    language: str = "en"
    translated_from: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression was read from; `ref` is a timex id when the kind is timex."""

    kind: AnchorKind
    interval: Interval
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of an ambiguous phrase."""

    interval: Interval
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Timex:
    """One temporal expression, found and resolved.

    `value`, `mod`, `quant`, `freq`, `begin_point`, `end_point` are TIMEX3's (TimeML 1.2.1).
    `interval` is what the phrase covers by editorial sense, None where it has no place on the
    calendar (see `resolution`); `expression` is the unevaluated meaning as stored text, from
    which the phrase can be read again on another anchor.
    """

    id: str
    span: Span
    text: str
    type: TimexType
    value: str
    interval: Interval | None
    granularity: Granularity | None
    resolution: Resolution
    rule: str
    explanation: str
    expression: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    edtf: str | None = None
    zone: str | None = None
    approximate: bool = False
    anchor: Anchor | None = None
    direction: Direction = Direction.NONE
    alternatives: tuple[Reading, ...] = ()
    confidence: float = 1.0


def inside(span: Span, timexes: Sequence[Timex]) -> Sequence[Timex]:
    """Those of an article's timexes, given in order, that stand wholly inside a stretch of it."""
    first = bisect_left(timexes, span.start, key=lambda timex: timex.span.start)
    return timexes[first : bisect_right(timexes, span.end, first, key=lambda t: t.span.end)]


def standing_at(place: int, timexes: Sequence[Timex]) -> Timex | None:
    """The one of an article's timexes, given in order, that a character belongs to."""
    before = bisect_right(timexes, place, key=lambda timex: timex.span.start)
    last = timexes[before - 1] if before else None
    return last if last is not None and place < last.span.end else None
