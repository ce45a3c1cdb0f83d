"""Finding entities by the beginnings of their names, on each engine."""

from typing import Any

from sqlalchemy import Connection

from dateline.store import entities
from dateline.store.entities import Place


def test_a_word_inside_a_name_begins_it_too(connection: Connection, desk: Any):
    desk.publish(desk.happening("met", None, "vance", "zizek", "kyiv"))

    assert [who.id for who in entities.beginning(connection, "ziz", 10)] == ["e-zizek"]
    assert [who.id for who in entities.beginning(connection, "J. D.", 10)] == ["e-vance"]
    assert entities.beginning(connection, "yiv", 10) == []


def test_the_list_goes_on_behind_a_place(connection: Connection, desk: Any):
    desk.publish(desk.happening("met", None, "vance", "zizek", "kyiv"))
    everybody = entities.beginning(connection, "", 10)

    behind = entities.beginning(connection, "", 10, Place.of(everybody[0]))

    assert [who.id for who in everybody] == ["e-kyiv", "e-vance", "e-zizek"]
    assert behind == everybody[1:]
