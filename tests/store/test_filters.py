"""What an event, or the article that tells of it, must be to be in the answer, on each engine."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from dateline.model.event import Basis, EventKind
from dateline.model.interval import Interval
from dateline.store.timeline import beginnings, within
from dateline.wire.timeline import TimelineQuery


@pytest.fixture
def told(connection: Connection, desk: Any) -> Connection:
    """A meeting, a statement and an attack, told by two publishers on three days."""
    on = Interval.day(date(2025, 2, 24))
    meeting = desk.happening("meeting", on)
    statement = replace(
        desk.happening("statement", on), kind=EventKind.STATEMENT, type="statement", confidence=0.5
    )
    inferred = replace(meeting.time, basis=Basis.PUBLICATION)
    attack = replace(desk.happening("attack", on), type="conflict", time=inferred)
    for number, event in enumerate((meeting, statement, attack)):
        published = replace(desk.draft.published, on=date(2025, 2, 26 + number))
        source = "radio.example" if event is attack else "herald.example"
        language = "sr" if event is attack else "en"
        url = f"https://{source}/{number}"
        draft = replace(desk.draft, url=url, source=source, language=language, published=published)
        desk.publish(event, draft=draft)
    return connection


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param({}, {"meeting", "statement", "attack"}, id="everything"),
        pytest.param({"kind": ["statement"]}, {"statement"}, id="a kind"),
        pytest.param({"type": ["meeting"]}, {"meeting"}, id="a type"),
        pytest.param({"type": ["meeting", "conflict"]}, {"meeting", "attack"}, id="two types"),
        pytest.param({"basis": ["publication"]}, {"attack"}, id="a basis"),
        pytest.param({"min_confidence": "0.9"}, {"meeting", "attack"}, id="a confidence"),
        pytest.param({"source": ["radio.example"]}, {"attack"}, id="a source"),
        pytest.param({"language": ["en"]}, {"meeting", "statement"}, id="a language"),
        pytest.param({"published_from": "2025-02-27"}, {"statement", "attack"}, id="since a day"),
        pytest.param({"published_to": "2025-02-27"}, {"meeting", "statement"}, id="until a day"),
        pytest.param(
            {"published_from": "2025-02-27", "published_to": "2025-02-27"},
            {"statement"},
            id="a day",
        ),
        pytest.param({"source": ["herald.example"], "type": ["conflict"]}, set(), id="both"),
        pytest.param({"source": ["nobody"]}, set(), id="nobody"),
    ],
)
def test_only_what_is_asked_for_is_found(told: Connection, asked: dict[str, Any], found: set[str]):
    page = within(told, TimelineQuery.model_validate(asked))

    assert {entry.event.id for entry in page.entries} == found


def test_beginnings_are_counted_within_the_window(connection: Connection, desk: Any):
    long = Interval.days(date(2024, 1, 1), date(2026, 1, 1))
    late = Interval.days(None, date(2025, 3, 10))
    desk.publish(desk.happening("long", long), desk.happening("until", late))
    asked = TimelineQuery.model_validate({"from": "2025-02-01", "to": "2025-03-01"})

    begun, _ = beginnings(connection, asked)

    assert begun == {date(2025, 2, 1): 1, date(2025, 3, 1): 1}
