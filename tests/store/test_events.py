from dataclasses import replace
from datetime import UTC, date

from sqlalchemy import Connection

from dateline.model.article import Annotations, Furniture, TextWarning
from dateline.model.event import Attribution, Mode, Participant, Role, TimexRef
from dateline.model.fact import Fact, FactKind, Quantity
from dateline.model.interval import END_OF_CALENDAR, Granularity, Interval
from dateline.model.provenance import Quoted, Span
from dateline.model.timex import (
    Anchor,
    AnchorKind,
    Direction,
    Reading,
    Resolution,
    Timex,
    TimexType,
)
from dateline.store import articles, claims, events
from dateline.store.timeline import within
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))
TIMEX = Timex(
    id="t1",
    span=Span(19, 25),
    text="Monday",
    type=TimexType.DATE,
    value="2025-02-24",
    interval=MONDAY,
    granularity=Granularity.DAY,
    resolution=Resolution.RESOLVED,
    rule="bare weekday",
    explanation="the Monday before",
    expression="last(monday)",
    anchor=Anchor(AnchorKind.PUBLICATION, Interval.day(date(2025, 2, 26))),
    direction=Direction.PAST,
    alternatives=(Reading(Interval(None, END_OF_CALENDAR), 0.1, "no end"),),
    confidence=0.95,
)


def test_annotations_come_back_exactly_as_written(connection: Connection, desk) -> None:
    claim = desk.claim()
    speaker = Attribution(
        desk.named("zizek"), Quoted("said", Span(3, 7)), Mode.INDIRECT, statement=None
    )
    event = replace(
        desk.event,
        time=replace(desk.event.time, timexes=(TimexRef("t1", "Monday", Span(19, 25)),)),
        participants=(Participant(Role.AGENT, desk.named("vance")),),
        place=desk.named("kyiv"),
        attributions=(speaker,),
    )
    fact = Fact(
        id="f1",
        kind=FactKind.QUANTITY,
        subject=None,
        predicate="rose",
        object=None,
        time=desk.event.time,
        status=desk.event.status,
        evidence=desk.event.evidence,
        confidence=0.1 + 0.2,
        quantity=Quantity(1e300, "percent", True, None),
        attributions=(speaker,),
    )
    written = Annotations(
        extractor="test",
        timexes=(TIMEX,),
        events=(replace(event, id="b"), replace(event, id="a")),
        facts=(fact,),
        furniture=(Furniture("credit", Span(0, 3)),),
        warnings=(TextWarning("figure", "scrambled “2027%”", Span(4, 9)),),
    )

    events.replace(connection, claim, written)

    assert events.annotations(connection, claim.article_id) == written


def test_before_its_extraction_an_article_has_no_annotations(connection: Connection, desk) -> None:
    accepted = articles.add(connection, desk.draft)

    assert events.annotations(connection, accepted.id) is None


def test_a_new_revision_swaps_all_of_the_old_events(connection: Connection, desk) -> None:
    desk.publish(desk.happening("old", MONDAY, "vance"))
    rewritten = replace(desk.draft, text="The council met again.")

    article_id = desk.publish(desk.happening("new", MONDAY, "vance"), draft=rewritten)

    found = events.annotations(connection, article_id)
    page = within(connection, TimelineQuery(entity=["J. D. Vance"], q="council"))
    assert found is not None
    assert [event.id for event in found.events] == ["new"]
    assert [entry.event.id for entry in page.entries] == ["new"]


def test_until_the_new_events_are_there_readers_see_the_old_ones(
    connection: Connection, desk
) -> None:
    article_id = desk.publish(desk.happening("old", MONDAY))

    desk.claim(replace(desk.draft, text="The council met again."))

    found = events.annotations(connection, article_id)
    assert found is not None
    assert [event.id for event in found.events] == ["old"]


def test_an_event_that_reads_as_before_keeps_its_place_in_time(
    connection: Connection, desk
) -> None:
    stays, changes = desk.happening("stays", MONDAY), desk.happening("changes", MONDAY)
    article_id = desk.publish(stays, changes)
    before = events.recorded(connection, article_id)
    requeue(connection, article_id)
    (claim,) = claims.claim(connection, [article_id], lease=60)

    judged_anew = replace(changes, confidence=0.1)
    again = Annotations("test", events=(desk.happening("first", MONDAY), judged_anew, stays))
    events.replace(connection, claim, again)

    after = events.recorded(connection, article_id)
    assert events.annotations(connection, article_id) == again
    assert after["stays"] == before["stays"]
    assert after["stays"].tzinfo is UTC
    assert after["changes"] > before["changes"]


def test_articles_are_written_together_except_for_those_lost_to_others(
    connection: Connection, desk
) -> None:
    read = [
        (desk.claim(replace(desk.draft, url=f"https://herald.example/{name}")), told)
        for name in ("one", "lost", "two")
        for told in [Annotations("test", events=(desk.happening(name, MONDAY, "vance"),))]
    ]
    lost = read[1][0]
    claims.give_back(connection, [lost])

    not_written = events.replace_all(connection, read)

    page = within(connection, TimelineQuery(entity=["J. D. Vance"]))
    assert not_written == [lost]
    assert {entry.event.id for entry in page.entries} == {"one", "two"}
    assert events.annotations(connection, lost.article_id) is None


def test_annotations_written_twice_leave_the_same_rows(connection: Connection, desk) -> None:
    told = (desk.happening("one", MONDAY, "vance"), desk.happening("two", None, "kyiv"))
    article_id = desk.publish(*told)
    before = events.recorded(connection, article_id)
    requeue(connection, article_id)
    (claim,) = claims.claim(connection, [article_id], lease=60)

    events.replace(connection, claim, Annotations("test", events=told))

    assert events.recorded(connection, article_id) == before


def requeue(connection: Connection, article_id: str) -> None:
    """Have a finished article read again."""
    connection.exec_driver_sql(f"UPDATE articles SET state = 'queued' WHERE id = '{article_id}'")
