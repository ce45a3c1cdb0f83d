"""Events to tell of, and a worker's part played: meetings of a council, one a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine

from dateline.model.article import Annotations
from dateline.model.event import (
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Participant,
    Polarity,
    Role,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.store import claims, database, events

TEXT = "The council met on Monday."
FIRST = date(2025, 2, 24)
COUNCIL = Mention("The council", Span(0, 11), Entity("e-council", "Council", "organization"))
MET = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="The council met on Monday",
    time=EventTime(Basis.EXPLICIT, "Monday before", Interval.day(FIRST)),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence(TEXT, "", "", Span(0, 26)),
    confidence=0.9,
    participants=(Participant(Role.AGENT, COUNCIL),),
)


def met(day: int, **changes: Any) -> Event:
    """A meeting of the council, so many days after the first."""
    on = Interval.day(FIRST + timedelta(days=day))
    return replace(MET, id=f"met-{day}", time=replace(MET.time, interval=on), **changes)


def read(engine: Engine, article_id: str, *told: Event, **more: Any) -> None:
    """Have these events, and whatever more, found in the article."""
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        events.replace(connection, claim, Annotations("test", events=told, **more))
