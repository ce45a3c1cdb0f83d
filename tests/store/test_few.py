"""What was published lately, or is told with confidence, is found as on a walk through all."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection

from dateline.model.interval import Interval
from dateline.store import few, order
from dateline.store.timeline import within
from dateline.wire.timeline import TimelineQuery

ON = date(2025, 2, 26)
# Kiritimati's Wednesday begins when it is Tuesday in London, Baker Island's ends on its Thursday.
ZONES = {"first": (14, 0), "last": (-12, 23)}


@pytest.fixture
def told(connection: Connection, desk: Any) -> Connection:
    """Events that were published on one day at the ends of the world, and on the next day."""
    for id, (offset, hour) in ZONES.items():
        at = datetime(2025, 2, 26, hour, 30, tzinfo=timezone(timedelta(hours=offset)))
        publish(desk, id, ON, at)
    publish(desk, "next", ON + timedelta(1), None, confidence=0.5)
    return connection


def publish(desk: Any, id: str, on: date, at: datetime | None, confidence: float = 0.9) -> None:
    published = replace(desk.draft.published, on=on, at=at)
    draft = replace(desk.draft, url=f"https://herald.example/{id}", published=published)
    event = desk.happening(id, Interval.day(ON))
    desk.publish(replace(event, confidence=confidence), draft=draft)


def found(connection: Connection, known: int | None = None, **asked: Any) -> set[str]:
    query = TimelineQuery.model_validate(asked)
    return {entry.event.id for entry in within(connection, query, known=known).entries}


@pytest.mark.parametrize("few_are", [0, 1, few.FEW])
@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param({"published_from": ON}, {"first", "last", "next"}, id="from that day"),
        pytest.param({"published_to": ON}, {"first", "last"}, id="until that day"),
        pytest.param({"published_from": ON, "published_to": ON}, {"first", "last"}, id="that day"),
        pytest.param({"published_from": ON + timedelta(1)}, {"next"}, id="from the next day"),
        pytest.param({"published_to": ON - timedelta(1)}, set(), id="until the day before"),
        pytest.param({"published_from": date.min}, {"first", "last", "next"}, id="from year 1"),
        pytest.param({"published_to": date.max}, {"first", "last", "next"}, id="until year 9999"),
        pytest.param({"min_confidence": 0.6}, {"first", "last"}, id="some confidence"),
        pytest.param({"min_confidence": 0.95}, set(), id="more than there is"),
        pytest.param(
            {"min_confidence": 0.5, "published_from": ON + timedelta(1)}, {"next"}, id="both"
        ),
    ],
)
def test_few_or_many_the_answer_is_the_same(
    told: Connection,
    monkeypatch: pytest.MonkeyPatch,
    few_are: int,
    asked: dict[str, Any],
    answer: set[str],
) -> None:
    monkeypatch.setattr(few, "FEW", few_are)

    assert found(told, **asked) == answer


def test_the_past_is_looked_through_too(connection: Connection, desk: Any) -> None:
    publish(desk, "once", ON, None)
    known = order.last(connection)
    publish(desk, "now", ON, None)

    assert found(connection, published_from=ON) == {"once", "now"}
    assert found(connection, known, published_from=ON) == {"once"}
