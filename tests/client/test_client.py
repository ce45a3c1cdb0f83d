"""The client against the real service: post, look, walk through the timeline."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.client import Dateline, Refused
from dateline.model.article import Annotations, State
from dateline.model.event import (
    Basis,
    Certainty,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Polarity,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.settings import Settings
from dateline.store import claims, database, events
from dateline.wire.article import ArticleIn
from dateline.wire.contract import Order

TEXT = "The council met on Monday."
ARTICLE = ArticleIn(text=TEXT, published_at="26.02.2025. 08:41", language="sr", source="Herald")
MET = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="The council met on Monday",
    time=EventTime(Basis.EXPLICIT, "Monday before", Interval.day(date(2025, 2, 24))),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence(TEXT, "", "", Span(0, 26)),
    confidence=0.9,
)


@pytest.fixture
def dateline(address: str) -> Iterator[Dateline]:
    with Dateline(address) as client:
        yield client


def read(settings: Settings, article_id: str, days: int) -> None:
    """What a worker does, with one meeting a day in the article."""
    met = [
        replace(
            MET,
            id=f"met-{day:04}",
            time=replace(MET.time, interval=Interval.day(date(2020, 1, 1) + timedelta(days=day))),
        )
        for day in range(days)
    ]
    engine = database.open(settings.database)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        events.replace(connection, claim, Annotations("test", events=tuple(met)))
    engine.dispose()


def test_an_article_is_posted_once_however_often(dateline: Dateline):
    first = dateline.submit(ARTICLE)
    again = dateline.submit(ARTICLE, wait=0)

    assert again == first
    assert dateline.article(first.id).published_on == date(2025, 2, 26)


def test_what_was_read_comes_back_typed(dateline: Dateline, settings: Settings):
    article_id = dateline.submit(ARTICLE).id
    read(settings, article_id, days=1)

    annotations = dateline.annotations(article_id)

    assert dateline.article(article_id).state is State.DONE
    assert annotations.events[0].time.earliest == date(2020, 1, 1)
    assert annotations.events[0].status is Status.OCCURRED


@pytest.mark.parametrize("order", Order)
def test_the_timeline_goes_on_over_its_pages(dateline: Dateline, settings: Settings, order: Order):
    read(settings, dateline.submit(ARTICLE).id, days=620)

    found = [event.time.earliest for event in dateline.timeline(q="council", order=order)]

    days = [date(2020, 1, 1) + timedelta(days=day) for day in range(620)]
    assert found == (days if order is Order.ASC else days[::-1])


def test_a_window_and_a_status_are_asked_for(dateline: Dateline, settings: Settings):
    read(settings, dateline.submit(ARTICLE).id, days=10)

    window = dateline.timeline(from_=date(2020, 1, 3), to=date(2020, 1, 4))

    assert [event.id for event in window] == ["met-0002", "met-0003"]
    assert list(dateline.timeline(status=[Status.DENIED])) == []


def test_a_refusal_names_the_field(dateline: Dateline):
    with pytest.raises(Refused, match="could be") as refused:
        dateline.submit(ArticleIn(text=TEXT, published_at="03/04/2025", language="en"))

    errors = refused.value.problem.errors
    assert errors is not None
    assert errors[0].pointer == "#/published_at"


def test_an_article_that_is_not_there_is_refused(dateline: Dateline):
    with pytest.raises(Refused) as refused:
        dateline.article("none")

    assert refused.value.problem.status == 404
