"""Whom a query names, and as what they stand in the events, on each engine."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, select
from tests.store.conftest import Desk, happening, named

from dateline.model.event import Attribution, Entity, Mention, Mode
from dateline.model.interval import Interval
from dateline.model.provenance import Quoted, Span
from dateline.store import bearers, database
from dateline.store.tables import mentions
from dateline.store.timeline import beginnings, ever, within
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))
TUESDAY = Interval.day(date(2025, 2, 25))


def said_by(name: str) -> Attribution:
    return Attribution(named(name), Quoted("said", Span(3, 7)), Mode.INDIRECT, None)


def tell(desk: Desk) -> None:
    """Meetings at which somebody stands as each of the parts, or as two of them."""
    desk.publish(
        happening("of vance", MONDAY, "vance"),
        replace(happening("at kyiv", MONDAY, "vance"), place=named("kyiv")),
        replace(happening("says vance", TUESDAY, "kyiv"), attributions=(said_by("vance"),)),
        replace(happening("says zizek", TUESDAY), attributions=(said_by("zizek"),)),
        replace(happening("of and says vance", TUESDAY, "vance"), attributions=(said_by("vance"),)),
    )


@pytest.fixture
def told(connection: Connection, desk: Desk) -> Connection:
    tell(desk)
    return connection


CASES = [
    pytest.param(
        {"entity": ["J. D. Vance"]},
        {"of vance", "at kyiv", "says vance", "of and says vance"},
        id="in any part",
    ),
    pytest.param({"speaker": ["j. d. vance"]}, {"says vance", "of and says vance"}, id="a speaker"),
    pytest.param({"speaker": ["e-kyiv"]}, set(), id="no speaker"),
    pytest.param({"place": ["e-kyiv"]}, {"at kyiv"}, id="a place, by its id"),
    pytest.param({"place": ["J. D. Vance"]}, set(), id="no place"),
    pytest.param(
        {"speaker": ["J. D. Vance", "Slavoj Zizek"]},
        {"says vance", "says zizek", "of and says vance"},
        id="one of two speakers",
    ),
    pytest.param({"speaker": ["Slavoj Zizek", "Nobody"]}, {"says zizek"}, id="one is unknown"),
    pytest.param({"speaker": ["Nobody"]}, set(), id="all are unknown"),
    pytest.param({"entity": ["Kyiv"], "speaker": ["J. D. Vance"]}, {"says vance"}, id="of and by"),
    pytest.param({"entity": ["J. D. Vance"], "place": ["Kyiv"]}, {"at kyiv"}, id="of and at"),
    pytest.param({"speaker": ["J. D. Vance"], "place": ["Kyiv"]}, set(), id="by and at"),
    pytest.param({"entity": ["J. D. Vance", "Kyiv", "Nobody"]}, set(), id="all of entity, always"),
    pytest.param({"speaker": ["J. D. Vance"], "to": "2025-02-24"}, set(), id="by then"),
]


@pytest.mark.parametrize(("asked", "expected"), CASES)
def test_only_events_in_which_they_stand_so_are_found(
    told: Connection, asked: dict[str, Any], expected: set[str]
):
    query = TimelineQuery.model_validate(asked)

    page = within(told, query)
    counts, _ = beginnings(told, query)
    versions = told.execute(ever(told, query))

    assert {entry.event.id for entry in page.entries} == expected
    assert sum(counts.values()) == len(expected)
    assert {row.id for row in versions} == expected


def test_the_answer_tells_whom_the_names_stand_for(told: Connection):
    query = TimelineQuery(entity=["J. D. Vance"], speaker=["Zizek", "Slavoj Žižek"], place=["Kyiv"])

    found = bearers.of(told, query, past=None)

    assert [who.id for who in found.entities] == ["e-vance", "e-zizek", "e-kyiv"]
    assert found.unknown == ("Zizek",)
    assert not found.nobody


def test_a_name_of_several_stands_for_each_of_them(connection: Connection, desk: Desk):
    club = Mention("Kyiv", Span(0, 4), Entity("e-club", "Kyiv", "organization"))
    says_club = replace(said_by("kyiv"), speaker=club)
    desk.publish(
        replace(happening("city", MONDAY), attributions=(said_by("kyiv"),)),
        replace(happening("club", MONDAY), attributions=(says_club,)),
        happening("of kyiv", MONDAY, "kyiv"),
    )

    page = within(connection, TimelineQuery(speaker=["Kyiv"]))

    assert {entry.event.id for entry in page.entries} == {"city", "club"}


def test_a_step_back_and_forth_keeps_who_stands_as_what(engine: Engine):
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    standing = select(mentions.c.event, mentions.c.entity_id, mentions.c.parts).order_by(
        mentions.c.event, mentions.c.entity_id
    )
    with database.writing(engine) as connection:
        tell(Desk(connection))
        before = connection.execute(standing).all()

    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
    database.migrate(engine)

    with database.reading(engine) as connection:
        assert {row.parts for row in before} == {1, 2, 4, 5}
        assert connection.execute(standing).all() == before
