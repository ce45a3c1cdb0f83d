"""What a phrase meant, as the contract prints it."""

from datetime import date, datetime
from typing import Any

import pytest

from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Span
from dateline.model.timex import (
    Anchor,
    AnchorKind,
    Direction,
    Reading,
    Resolution,
    Timex,
    TimexType,
)
from dateline.wire.timex import TimexOut


def timex(**changes: Any) -> Timex:
    """The word "Thursday", read from Wednesday 26 February 2025."""
    facts: dict[str, Any] = {
        "id": "t1",
        "span": Span(8, 16),
        "text": "Thursday",
        "type": TimexType.DATE,
        "value": "2025-02-27",
        "interval": Interval.day(date(2025, 2, 27)),
        "granularity": Granularity.DAY,
        "resolution": Resolution.RESOLVED,
        "rule": "bare weekday",
        "explanation": "first Thursday after Wed 26 Feb 2025",
        "expression": "next(thursday)",
        "edtf": "2025-02-27",
        "anchor": Anchor(AnchorKind.PUBLICATION, Interval.day(date(2025, 2, 26))),
        "direction": Direction.FUTURE,
    }
    return Timex(**(facts | changes))


def test_a_date_has_inclusive_days():
    shown = TimexOut.of(timex()).model_dump(mode="json")

    assert (shown["start"], shown["end"], shown["text"]) == (8, 16, "Thursday")
    assert (shown["earliest"], shown["latest"]) == ("2025-02-27", "2025-02-27")
    assert shown["anchor"] == {
        "kind": "publication",
        "ref": None,
        "earliest": "2025-02-26",
        "latest": "2025-02-26",
    }
    assert "expression" not in shown


def test_a_time_has_inclusive_local_times_and_its_zone():
    nine = Interval(
        datetime.fromisoformat("2025-02-27T09:00"), datetime.fromisoformat("2025-02-27T09:01")
    )

    shown = TimexOut.of(
        timex(
            type=TimexType.TIME,
            interval=nine,
            granularity=Granularity.MINUTE,
            zone="Europe/Podgorica",
        )
    ).model_dump(mode="json")

    assert (shown["earliest"], shown["latest"]) == ("2025-02-27T09:00:00", "2025-02-27T09:00:59")
    assert shown["zone"] == "Europe/Podgorica"


def test_hours_that_last_have_local_times_too():
    visit = Interval(
        datetime.fromisoformat("2025-02-27T09:00"), datetime.fromisoformat("2025-02-27T11:30")
    )

    shown = TimexOut.of(
        timex(type=TimexType.DURATION, interval=visit, granularity=Granularity.MINUTE)
    ).model_dump(mode="json")

    assert (shown["earliest"], shown["latest"]) == ("2025-02-27T09:00:00", "2025-02-27T11:29:59")


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [
        pytest.param(None, (None, None), id="undated"),
        pytest.param(Interval.days(None, date(2021, 12, 31)), (None, "2021-12-31"), id="until"),
        pytest.param(Interval.days(date(2021, 1, 1), None), ("2021-01-01", None), id="since"),
        pytest.param(Interval.days(date.min, date.max), ("0001-01-01", "9999-12-31"), id="ever"),
    ],
)
def test_an_open_bound_is_null(interval: Interval | None, bounds: tuple[str | None, str | None]):
    shown = TimexOut.of(timex(interval=interval)).model_dump(mode="json")

    assert (shown["earliest"], shown["latest"]) == bounds


def test_other_readings_are_listed():
    other = Reading(Interval.day(date(2025, 3, 6)), 0.2, "the Thursday after")

    shown = TimexOut.of(timex(alternatives=(other,))).model_dump(mode="json")

    assert shown["alternatives"] == [
        {
            "earliest": "2025-03-06",
            "latest": "2025-03-06",
            "confidence": 0.2,
            "why": "the Thursday after",
        }
    ]


def test_another_reading_may_be_finer_than_the_phrase():
    moment = datetime.fromisoformat("2025-02-26T10:05:07")
    now = Reading(Interval(moment, moment.replace(second=8)), 0.5, "the moment of publication")

    shown = TimexOut.of(timex(interval=None, granularity=None, alternatives=(now,))).model_dump(
        mode="json"
    )

    assert shown["alternatives"][0]["earliest"] == "2025-02-26T10:05:07"


@pytest.mark.parametrize("type", [TimexType.DATE, TimexType.TIME])
def test_an_answer_is_read_back_as_it_was_given(type: TimexType):
    shown = TimexOut.of(timex(type=type))

    assert TimexOut.model_validate_json(shown.model_dump_json()) == shown


def test_open_words_are_plain_strings_that_list_what_is_known():
    fields = TimexOut.model_json_schema()["properties"]

    assert fields["type"]["x-open-enum"] == ["DATE", "TIME", "DURATION", "SET"]
    assert fields["rule"] == {"title": "Rule", "type": "string", "x-open-enum": []}
    assert TimexOut.of(timex()).model_copy(update={"type": "EPOCH"}).type == "EPOCH"
