"""A parser for all tests, and timexes made by hand, so that events are tested by themselves."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from dateline.events.extract import Found, extract
from dateline.events.parse import Parser, load
from dateline.model.event import Event
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Resolution, Timex, TimexType

WEDNESDAY = date(2024, 5, 15)

Read = Callable[..., Found]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load()


def by_hand(text: str, dates: Mapping[str, tuple[str, str]]) -> list[Timex]:
    """A timex for each phrase, wherever it stands in the text, in text order."""
    found = []
    for phrase, (earliest, latest) in dates.items():
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
        at = text.find(phrase)
        while at >= 0:
            found.append((at, phrase, Interval.days(first, last)))
            at = text.find(phrase, at + 1)
    return [
        Timex(
            id=f"t{n}",
            span=Span(at, at + len(phrase)),
            text=phrase,
            type=TimexType.DATE,
            value=interval.start.date().isoformat() if interval.start else "",
            interval=interval,
            granularity=Granularity.DAY if interval.is_one_day else Granularity.WEEK,
            resolution=Resolution.RESOLVED,
            rule="by hand",
            explanation="by hand",
            expression="",
        )
        for n, (at, phrase, interval) in enumerate(sorted(found, key=lambda f: f[0]), 1)
    ]


@pytest.fixture
def read(parser: Parser) -> Read:
    def extracted(
        text: str, dates: Mapping[str, tuple[str, str]] | None = None, article: str = "a"
    ) -> Found:
        return extract(article, text, Dct(WEDNESDAY), by_hand(text, dates or {}), parser)

    return extracted


def one(found: Found, trigger: str) -> Event:
    """The event of a trigger that occurs once."""
    (event,) = [event for event in found.events if event.trigger.text == trigger]
    return event


@pytest.fixture
def event(read: Read) -> Callable[..., Event]:
    def single(
        text: str, trigger: str, dates: Mapping[str, tuple[str, str]] | None = None
    ) -> Event:
        return one(read(text, dates), trigger)

    return single
