"""Timexes: what a phrase meant."""

from datetime import timedelta
from typing import Annotated, Self

from dateline.model.article import TextWarning
from dateline.model.interval import Granularity, Interval
from dateline.model.timex import (
    Anchor,
    AnchorKind,
    Direction,
    Reading,
    Resolution,
    Timex,
    TimexType,
)
from dateline.wire.article import Given, Language, WrittenText, Zone
from dateline.wire.contract import Answer, Confidence, Moment, Request, open_words

TIMES_OF_DAY = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.DAYPART}


def bounds(interval: Interval | None, *, timed: bool) -> tuple[Moment | None, Moment | None]:
    """The first and the last moment inside: days, or local times to the second."""
    if interval is None:
        return None, None
    if not timed:
        return interval.earliest, interval.latest
    last = None if interval.end is None else interval.end - timedelta.resolution
    return interval.start, last and last.replace(microsecond=0)


class ResolveIn(Request):
    """A text to read the temporal expressions of; nothing is stored."""

    text: WrittenText
    published_at: Given
    timezone: Zone | None = None
    language: Language | None = None
    translated_from: Language | None = None


class AnchorOut(Answer):
    """What a relative expression was read from."""

    kind: Annotated[str, open_words(AnchorKind)]
    ref: str | None
    earliest: Moment | None
    latest: Moment | None

    @classmethod
    def of(cls, anchor: Anchor) -> Self:
        """The anchor, its interval in days."""
        earliest, latest = bounds(anchor.interval, timed=False)
        return cls(kind=anchor.kind, ref=anchor.ref, earliest=earliest, latest=latest)


class ReadingOut(Answer):
    """Another reading of an ambiguous phrase."""

    earliest: Moment | None
    latest: Moment | None
    confidence: Confidence
    why: str

    @classmethod
    def of(cls, reading: Reading, *, timed: bool) -> Self:
        """The reading, bounded as finely as the phrase it belongs to, or by the clock itself."""
        earliest, latest = bounds(reading.interval, timed=timed or not reading.interval.in_days)
        return cls(earliest=earliest, latest=latest, confidence=reading.confidence, why=reading.why)


class TimexOut(Answer):
    """One temporal expression, found and resolved."""

    id: str
    text: str
    start: int
    end: int
    type: Annotated[str, open_words(TimexType)]
    value: str
    mod: str | None
    quant: str | None
    freq: str | None
    begin_point: str | None
    end_point: str | None
    edtf: str | None
    earliest: Moment | None
    latest: Moment | None
    zone: str | None
    granularity: Annotated[str, open_words(Granularity)] | None
    resolution: Resolution
    approximate: bool
    anchor: AnchorOut | None
    direction: Direction
    rule: Annotated[str, open_words()]
    explanation: str
    alternatives: list[ReadingOut]
    confidence: Confidence

    @classmethod
    def of(cls, timex: Timex) -> Self:
        """The timex as the contract shows it."""
        timed = timex.granularity in TIMES_OF_DAY
        earliest, latest = bounds(timex.interval, timed=timed)
        return cls(
            id=timex.id,
            text=timex.text,
            start=timex.span.start,
            end=timex.span.end,
            type=timex.type,
            value=timex.value,
            mod=timex.mod,
            quant=timex.quant,
            freq=timex.freq,
            begin_point=timex.begin_point,
            end_point=timex.end_point,
            edtf=timex.edtf,
            earliest=earliest,
            latest=latest,
            zone=timex.zone,
            granularity=timex.granularity,
            resolution=timex.resolution,
            approximate=timex.approximate,
            anchor=AnchorOut.of(timex.anchor) if timex.anchor else None,
            direction=timex.direction,
            rule=timex.rule,
            explanation=timex.explanation,
            alternatives=[ReadingOut.of(reading, timed=timed) for reading in timex.alternatives],
            confidence=timex.confidence,
        )


class WarningOut(Answer):
    """Something in the text that is not what it seems, and what it may have been."""

    code: Annotated[str, open_words()]
    detail: str
    start: int
    end: int
    suggestion: str | None

    @classmethod
    def of(cls, warning: TextWarning) -> Self:
        """The warning as the contract shows it."""
        return cls(
            code=warning.code,
            detail=warning.detail,
            start=warning.span.start,
            end=warning.span.end,
            suggestion=warning.suggestion,
        )


class ResolveOut(Answer):
    """The temporal expressions of a text, in text order."""

    timexes: list[TimexOut]
    warnings: list[WarningOut]
