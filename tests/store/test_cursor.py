"""Cursors open for those who were given them, and for nobody else."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from dateline.model.errors import BadCursor, StaleCursor
from dateline.store import cursor
from dateline.store.asked import Position
from dateline.wire.timeline import TimelineQuery

KEY = b"a key of this test"
NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
HERE = Position(True, 739303, 739303, datetime(2025, 2, 26, tzinfo=UTC), "ev1", known=7)
QUERY = TimelineQuery.model_validate({"entity": ["Lavrov"], "order": "desc"})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A position in another list."""

    id: str


def sealed() -> str:
    return cursor.seal(HERE, QUERY, KEY, NOW)


def test_a_cursor_gives_back_its_position():
    assert cursor.unseal(sealed(), Position, QUERY, KEY, NOW) == HERE


def test_the_size_of_a_page_may_change_on_the_way():
    larger = QUERY.model_copy(update={"limit": 500, "cursor": sealed()})

    assert cursor.unseal(sealed(), Position, larger, KEY, NOW) == HERE


@pytest.mark.parametrize("field", [{"order": "asc"}, {"entity": ["Macron"]}, {"q": "ceasefire"}])
def test_a_cursor_belongs_to_one_query(field: dict[str, object]):
    other = TimelineQuery.model_validate(QUERY.model_dump(by_alias=True, exclude_none=True) | field)

    with pytest.raises(BadCursor):
        cursor.unseal(sealed(), Position, other, KEY, NOW)


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param("", id="empty"),
        pytest.param("abc", id="too short"),
        pytest.param("Ж", id="not ASCII"),
        pytest.param("a" * 1000, id="letters"),
        pytest.param(sealed()[:-4] + "AAAA", id="another position"),
        pytest.param("AAAA" + sealed()[4:], id="another signature"),
    ],
)
def test_a_forged_cursor_is_refused(forged: str):
    with pytest.raises(BadCursor):
        cursor.unseal(forged, Position, QUERY, KEY, NOW)


def test_a_cursor_belongs_to_one_kind_of_list():
    with pytest.raises(BadCursor):
        cursor.unseal(sealed(), Elsewhere, QUERY, KEY, NOW)


def test_a_cursor_signed_with_another_key_is_refused():
    with pytest.raises(BadCursor):
        cursor.unseal(sealed(), Position, QUERY, b"another key", NOW)


def test_a_cursor_is_good_for_a_day():
    day = timedelta(hours=24)

    assert cursor.unseal(sealed(), Position, QUERY, KEY, NOW + day) == HERE
    with pytest.raises(StaleCursor):
        cursor.unseal(sealed(), Position, QUERY, KEY, NOW + day + timedelta(seconds=1))
