"""Facts as they are kept: swapped with the events, and gone with their article."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, select
from tests.store.conftest import DRAFT, EVENT, Desk, happening, named

from dateline.model.article import Annotations
from dateline.model.event import Attribution, EventTime, Mode
from dateline.model.fact import Fact, FactKind
from dateline.model.interval import Interval
from dateline.model.provenance import Quoted, Span
from dateline.store import database, entities, erasure, events, fact_list, order
from dateline.store.tables import facts
from dateline.wire.fact import FactsQuery

MONDAY = Interval.day(date(2025, 2, 24))
ROLE = Fact(
    id="role",
    kind=FactKind.ROLE,
    subject=named("vance"),
    predicate="vice-president",
    object=None,
    time=EVENT.time,
    status=EVENT.status,
    evidence=EVENT.evidence,
    confidence=0.9,
)


def stated(id: str, who: str = "vance", *, interval: Interval | None = MONDAY) -> Fact:
    """A role of somebody, held then."""
    return replace(ROLE, id=id, subject=named(who), time=replace(EVENT.time, interval=interval))


def state(desk: Desk, *told: Fact, draft: Any = DRAFT, extractor: str = "test") -> str:
    """An article in which these facts were read; its id."""
    claim = desk.claim(draft)
    events.replace(desk.connection, claim, Annotations(extractor, facts=told))
    return claim.article_id


def state_again(desk: Desk, article_id: str, *told: Fact) -> None:
    again = f"UPDATE articles SET state = 'queued' WHERE id = '{article_id}'"
    desk.connection.exec_driver_sql(again)
    state(desk, *told, extractor="newer")


def found(connection: Connection, **asked: Any) -> list[str]:
    page = fact_list.page(connection, FactsQuery.model_validate(asked))
    return [one.fact.id for one in page.facts]


def test_facts_come_back_as_written_in_the_order_of_the_text(connection: Connection, desk: Desk):
    early, late = (
        replace(ROLE, id=id, evidence=replace(EVENT.evidence, span=Span(start, 26)))
        for id, start in (("early", 0), ("late", 5))
    )

    article_id = state(desk, late, early)

    read = events.annotations(connection, article_id)
    assert read is not None
    assert read.facts == (early, late)


def test_a_fact_that_reads_as_before_is_as_old_as_before(connection: Connection, desk: Desk):
    article_id = state(desk, stated("stays"), stated("changes"), stated("goes"))
    before = {one.fact.id: one for one in fact_list.page(connection, FactsQuery()).facts}

    state_again(desk, article_id, stated("comes"), stated("stays"), stated("changes", "zizek"))

    after = {one.fact.id: one for one in fact_list.page(connection, FactsQuery()).facts}
    assert after.keys() == {"stays", "changes", "comes"}
    assert after["stays"] == before["stays"]
    assert after["changes"].recorded_at > before["changes"].recorded_at
    assert after["changes"].extractor == "newer"


def test_facts_that_are_read_again_as_they_were_leave_no_new_rows(
    connection: Connection, desk: Desk
):
    article_id = state(desk, stated("one"), stated("two"))
    before = connection.execute(select(facts)).all(), order.last(connection)

    state_again(desk, article_id, stated("one"), stated("two"))

    assert (connection.execute(select(facts)).all(), order.last(connection)) == before


def test_a_new_title_of_the_article_is_shown_with_the_old_fact(connection: Connection, desk: Desk):
    state(desk, stated("one"))

    state(desk, stated("one"), draft=replace(DRAFT, title="Council meets", text="It met again."))

    (shown,) = fact_list.page(connection, FactsQuery()).facts
    assert shown.article.title == "Council meets"


def test_who_stands_in_nothing_but_an_erased_fact_is_forgotten(connection: Connection, desk: Desk):
    speaker = Attribution(named("kyiv"), Quoted("said", Span(3, 7)), Mode.INDIRECT, None)
    fact = replace(stated("one", "zizek"), object=named("vance"), attributions=(speaker,))
    article_id = state(desk, fact)
    desk.publish(happening("met", MONDAY, "vance"), draft=replace(DRAFT, url="https://a.example"))
    state(desk, stated("other", "kyiv"), draft=replace(DRAFT, url="https://b.example"))

    erasure.erase(connection, article_id)

    assert found(connection) == ["other"]
    assert entities.called(connection, "Slavoj Žižek") == []
    assert len(entities.called(connection, "J. D. Vance")) == 1
    assert len(entities.called(connection, "Kyiv")) == 1


@pytest.mark.parametrize("interval", [MONDAY, None, Interval.days(None, date(2025, 2, 24))])
def test_a_step_back_and_forth_keeps_the_facts(engine: Engine, interval: Interval | None):
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    with database.writing(engine) as connection:
        desk = Desk(connection)
        article_id = state(desk, stated("old", interval=interval))
        state_again(desk, article_id, stated("new", interval=interval), stated("twin", "zizek"))
        before = fact_list.page(connection, FactsQuery(entity=["J. D. Vance"]))
        read = events.annotations(connection, article_id)

    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
    database.migrate(engine)

    with database.reading(engine) as connection:
        after = fact_list.page(connection, FactsQuery(entity=["J. D. Vance"]))
        assert [one.fact for one in after.facts] == [one.fact for one in before.facts]
        assert [one.article for one in after.facts] == [one.article for one in before.facts]
        assert events.annotations(connection, article_id) == read


def test_the_time_of_a_fact_may_be_unknown(connection: Connection, desk: Desk):
    unknown = EventTime(EVENT.time.basis, "no date")

    state(desk, replace(ROLE, time=unknown))

    assert found(connection) == ["role"]
    assert found(connection, to="9999-12-31") == []
