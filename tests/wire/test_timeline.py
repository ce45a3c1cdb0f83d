"""What the timeline can be asked, and what it refuses."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from dateline.model.event import Status
from dateline.wire.contract import Order, Undated
from dateline.wire.timeline import TimelineQuery


def test_an_empty_query_asks_for_the_first_fifty_dated_events():
    query = TimelineQuery()

    assert (query.limit, query.order, query.undated) == (50, Order.ASC, Undated.EXCLUDE)


def test_every_parameter_is_read():
    asked = {
        "entity": ["Lavrov", "Moscow"],
        "q": "ceasefire",
        "from": "2025-02-17",
        "to": "2025-02-23",
        "status": ["occurred", "scheduled"],
        "order": "desc",
        "limit": "500",
        "cursor": "abc",
        "undated": "include",
    }

    query = TimelineQuery.model_validate(asked)

    assert query.entity == ["Lavrov", "Moscow"]
    assert (query.from_, query.to) == (date(2025, 2, 17), date(2025, 2, 23))
    assert query.status == [Status.OCCURRED, Status.SCHEDULED]
    assert query.limit == 500


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        pytest.param({"frm": "2025-01-01"}, "frm", id="an unknown parameter"),
        pytest.param({"from_": "2025-01-01"}, "from_", id="the name that only Python knows"),
        pytest.param({"from": "1740000000"}, "from", id="seconds are no day"),
        pytest.param({"from": "2025-02-29"}, "from", id="a day that never was"),
        pytest.param({"to": "20250-01-01"}, "to", id="the year 20250"),
        pytest.param({"status": ["cancelled"]}, "status", id="an unknown status"),
        pytest.param({"limit": "501"}, "limit", id="more than the limit"),
        pytest.param({"limit": "0"}, "limit", id="a page of nothing"),
        pytest.param({"limit": str(2**64)}, "limit", id="beyond int64"),
        pytest.param({"q": "a\0b"}, "q", id="NUL"),
        pytest.param({"q": "a\ud800b"}, "q", id="a lone surrogate"),
        pytest.param({"entity": [""]}, "entity", id="an entity without a name"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(asked: dict[str, Any], field: str):
    with pytest.raises(ValidationError) as refused:
        TimelineQuery.model_validate(asked)

    assert refused.value.errors()[0]["loc"][0] == field


def test_a_window_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValidationError, match="`to` is before `from`"):
        TimelineQuery.model_validate({"from": "2025-02-02", "to": "2025-02-01"})


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"kind": ["rumour"]}, "kind"),
        ({"type": ["eclipse"]}, "type"),
        ({"basis": ["guess"]}, "basis"),
        ({"language": ["English"]}, "language"),
        ({"min_confidence": "1.1"}, "min_confidence"),
        ({"min_confidence": "nan"}, "min_confidence"),
        ({"published_from": "2025-02-02", "published_to": "2025-02-01"}, "published_to"),
    ],
)
def test_what_cannot_be_filtered_by_is_refused_by_name(asked: dict[str, Any], field: str):
    with pytest.raises(ValidationError) as refused:
        TimelineQuery.model_validate(asked)

    assert refused.value.errors()[0]["loc"][0] == field
