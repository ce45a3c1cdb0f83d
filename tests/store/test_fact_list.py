"""The list of facts, on each engine: what is asked for, in order, page by page."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection
from tests.store.conftest import DRAFT, EVENT, Desk, named

from dateline.model.article import Annotations
from dateline.model.event import Attribution, Mode, Status
from dateline.model.fact import Fact, FactKind
from dateline.model.interval import Interval
from dateline.model.provenance import Quoted, Span
from dateline.store import events, fact_list
from dateline.wire.fact import FactsQuery

DAYS = [date(2025, 2, day) for day in (24, 25, 26)]
SAID = Attribution(named("zizek"), Quoted("said", Span(3, 7)), Mode.INDIRECT, None)


def fact(id: str, interval: Interval | None = None, **changes: Any) -> Fact:
    """Something said of nobody."""
    made = Fact(
        id=id,
        kind=FactKind.QUANTITY,
        subject=None,
        predicate="rose",
        object=None,
        time=replace(EVENT.time, interval=interval),
        status=Status.OCCURRED,
        evidence=EVENT.evidence,
        confidence=0.9,
    )
    return replace(made, **changes)


def state(desk: Desk, day: date, *told: Fact, source: str = "herald.example") -> str:
    """An article of that day in which these facts were read; its id."""
    published = replace(DRAFT.published, on=day, at=None)
    url = f"https://{source}/{day}"
    claim = desk.claim(replace(DRAFT, url=url, source=source, published=published))
    events.replace(desk.connection, claim, Annotations("test", facts=told))
    return claim.article_id


@pytest.fixture
def told(connection: Connection, desk: Desk) -> Connection:
    """Facts of three articles, the last one of another publisher."""
    month = Interval.days(date(2025, 1, 1), date(2025, 1, 31))
    state(desk, DAYS[0], fact("undated"), fact("of a month", month, subject=named("vance")))
    both = fact("of two", subject=named("vance"), object=named("kyiv"), attributions=(SAID,))
    state(desk, DAYS[1], replace(both, kind=FactKind.RELATION))
    open_end = Interval.days(date(2025, 2, 20), None)
    last = fact("since", open_end, kind=FactKind.ROLE, status=Status.DENIED)
    state(desk, DAYS[2], replace(last, subject=named("kyiv")), source="radio.example")
    return connection


def found(connection: Connection, **asked: Any) -> list[str]:
    page = fact_list.page(connection, FactsQuery.model_validate(asked))
    return [one.fact.id for one in page.facts]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({}, ["since", "of two", "of a month", "undated"], id="everything"),
        pytest.param({"order": "asc"}, ["undated", "of a month", "of two", "since"], id="oldest"),
        pytest.param({"kind": ["role"]}, ["since"], id="a kind"),
        pytest.param({"kind": ["role", "relation"]}, ["since", "of two"], id="one of two kinds"),
        pytest.param({"status": ["denied"]}, ["since"], id="a status"),
        pytest.param({"source": ["radio.example"]}, ["since"], id="a source"),
        pytest.param({"entity": ["j. d. VANCE"]}, ["of two", "of a month"], id="a subject"),
        pytest.param({"entity": ["e-kyiv"]}, ["since", "of two"], id="an object, by its id"),
        pytest.param({"entity": ["Slavoj Zizek"]}, ["of two"], id="a speaker"),
        pytest.param({"entity": ["Kyiv", "J. D. Vance"]}, ["of two"], id="two who share a fact"),
        pytest.param({"from": "2025-01-31", "to": "2025-02-01"}, ["of a month"], id="a window"),
        pytest.param({"from": "2025-02-21"}, ["since"], id="from a day on"),
        pytest.param({"to": "2025-01-01"}, ["of a month"], id="up to a day"),
        pytest.param({"from": "2026-02-22"}, [], id="too long after an open end"),
        pytest.param({"entity": ["Kyiv"], "from": "2025-02-01"}, ["since"], id="all of these"),
        pytest.param({"entity": ["Nobody"]}, [], id="a name that nobody bears"),
        pytest.param({"article": ["none"]}, [], id="an article that is not there"),
    ],
)
def test_only_the_facts_asked_for_are_listed(
    told: Connection, asked: dict[str, Any], expected: list[str]
):
    assert found(told, **asked) == expected


def test_the_facts_of_an_article_are_found_by_its_id(connection: Connection, desk: Desk):
    article_id = state(desk, DAYS[0], fact("one"))
    state(desk, DAYS[1], fact("two"))

    assert found(connection, article=[article_id]) == ["one"]


def test_a_name_of_several_stands_for_each_of_them(connection: Connection, desk: Desk):
    place = named("kyiv")
    assert place.entity is not None
    club = replace(place, entity=replace(place.entity, id="e-club", type="organization"))
    state(desk, DAYS[0], fact("place", subject=place), fact("club", object=club), fact("none"))

    page = fact_list.page(connection, FactsQuery(entity=["kyiv"], order="asc"))

    assert [one.fact.id for one in page.facts] == ["place", "club"]
    assert [who.id for who in page.entities] == ["e-club", "e-kyiv"]


def test_the_names_that_nobody_bears_are_told(told: Connection):
    page = fact_list.page(told, FactsQuery(entity=["Kyiv", "Nobody"]))

    assert (page.facts, page.unknown) == ((), ("Nobody",))
    assert [who.id for who in page.entities] == ["e-kyiv"]


@pytest.mark.parametrize("asked", [{}, {"entity": ["e-vance"]}], ids=["all", "of one"])
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_the_pages_are_one_answer_of_one_moment(
    connection: Connection, desk: Desk, order: str, asked: dict[str, Any]
):
    many = [fact(f"f{number}", subject=named("vance")) for number in range(5)]
    article_id = state(desk, DAYS[1], *many)
    query = FactsQuery.model_validate({"order": order, "limit": 2} | asked)
    whole = found(connection, order=order, **asked)

    page = fact_list.page(connection, query)
    seen = [one.fact.id for one in page.facts]
    again = f"UPDATE articles SET state = 'queued' WHERE id = '{article_id}'"
    connection.exec_driver_sql(again)
    state(desk, DAYS[1], fact("f1", subject=named("vance"), confidence=0.1))
    state(desk, DAYS[0], fact("first", subject=named("vance")))
    state(desk, DAYS[2], fact("last", subject=named("vance")))
    while page.next:
        page = fact_list.page(connection, query, page.next)
        seen += [one.fact.id for one in page.facts]

    assert seen == whole
    assert set(found(connection)) == {"first", "f1", "last"}
