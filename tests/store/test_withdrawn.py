"""What a query gave until lately and gives no more: what a calendar has to cancel."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from dateline.model.event import Event, Status
from dateline.model.interval import Interval
from dateline.store import withdrawn
from dateline.wire.contract import Undated
from dateline.wire.timeline import TimelineQuery

EVER = datetime(2000, 1, 1, tzinfo=UTC)
FEBRUARY = TimelineQuery.model_validate({"from": "2025-02-01", "to": "2025-02-28"})
EVERYTHING = TimelineQuery(undated=Undated.INCLUDE)


def on(month: int, day: int) -> Interval:
    return Interval.day(date(2025, month, day))


def gone(
    connection: Connection, query: TimelineQuery = EVERYTHING, moment: datetime = EVER
) -> list[tuple[str, date | None]]:
    """The ids of what is withdrawn, each with the day it was last given for."""
    return [
        (one.entry.event.id, one.entry.event.time.interval.earliest)
        for one in withdrawn.since(connection, query, moment)
    ]


def test_nothing_is_withdrawn_from_what_only_grows(desk, connection: Connection):
    desk.publish(desk.happening("met", on(2, 3)))

    assert gone(connection) == []


def test_an_event_that_is_read_no_more_is_withdrawn(desk, connection: Connection):
    article = desk.publish(desk.happening("met", on(2, 3)), desk.happening("sat", on(2, 4)))
    desk.read_again(article, desk.happening("sat", on(2, 4)))

    (one,) = withdrawn.since(connection, EVERYTHING, EVER)

    assert one.entry.event == desk.happening("met", on(2, 3))
    assert one.entry.article.id == article
    assert one.at > one.entry.recorded_at


def test_an_event_that_came_back_is_not(desk, connection: Connection):
    article = desk.publish(desk.happening("met", on(2, 3)))
    desk.read_again(article)
    desk.read_again(article, desk.happening("met", on(2, 3)))

    assert gone(connection) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(EVERYTHING, [], id="everything still has it"),
        pytest.param(FEBRUARY, [("met", date(2025, 2, 4))], id="February lost it"),
        pytest.param(
            TimelineQuery.model_validate({"from": "2025-03-01"}), [], id="March never lost it"
        ),
    ],
)
def test_an_event_is_withdrawn_from_a_window_that_it_left(
    desk, connection: Connection, query: TimelineQuery, found: list[tuple[str, date]]
):
    article = desk.publish(desk.happening("met", on(2, 3)))
    for month, day in ((2, 4), (3, 5), (3, 6)):
        desk.read_again(article, desk.happening("met", on(month, day)))

    assert gone(connection, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (TimelineQuery(status=[Status.SCHEDULED]), ["met"]),
        (TimelineQuery(status=[Status.SCHEDULED, Status.NEGATED]), []),
        (TimelineQuery(status=[Status.NEGATED]), []),
    ],
)
def test_an_event_that_is_judged_anew_leaves_what_asks_for_its_old_status(
    desk, connection: Connection, query: TimelineQuery, found: list[str]
):
    article = desk.publish(desk.happening("met", on(2, 3), status=Status.SCHEDULED))
    desk.read_again(article, desk.happening("met", on(2, 3), status=Status.NEGATED))

    assert [id for id, _ in gone(connection, query)] == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (TimelineQuery(entity=["J. D. Vance"]), ["met"]),
        (TimelineQuery(entity=["J. D. Vance", "e-kyiv"]), ["met"]),
        (TimelineQuery(entity=["Slavoj Žižek"]), []),
        (TimelineQuery(entity=["Nobody"]), []),
        (TimelineQuery(q="council vance"), ["met"]),
        (TimelineQuery(q="parliament"), []),
    ],
)
def test_only_what_the_query_gave_is_withdrawn(
    desk, connection: Connection, query: TimelineQuery, found: list[str]
):
    article = desk.publish(
        desk.happening("met", on(2, 3), "vance", "kyiv"), desk.happening("sat", on(2, 4), "zizek")
    )
    desk.read_again(article, desk.happening("sat", on(2, 4), "zizek"))

    assert [id for id, _ in gone(connection, query)] == found


def test_what_had_no_date_was_never_in_a_calendar(desk, connection: Connection):
    article = desk.publish(desk.happening("met"))
    desk.read_again(article)

    assert gone(connection) == []


def test_what_was_withdrawn_longer_ago_is_forgotten(desk, connection: Connection):
    article = desk.publish(desk.happening("met", on(2, 3)), desk.happening("sat", on(2, 4)))
    desk.read_again(article, desk.happening("sat", on(2, 4)))
    (first,) = withdrawn.since(connection, EVERYTHING, EVER)
    desk.read_again(article)
    (last,) = withdrawn.since(connection, EVERYTHING, first.at + datetime.resolution)

    assert first.entry.event.id == "met"
    assert last.entry.event.id == "sat"


def test_all_are_found_however_many_are_looked_at_together(
    desk, connection: Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(withdrawn, "BATCH", 2)
    told: list[Event] = [desk.happening(f"met-{day}", on(2, day)) for day in range(1, 8)]
    article = desk.publish(*told)
    desk.read_again(article, told[2])

    assert [id for id, _ in gone(connection)] == [f"met-{day}" for day in (1, 2, 4, 5, 6, 7)]
