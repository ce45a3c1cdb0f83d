"""Days and spans of days, as a reader would write them."""

from datetime import date, datetime

import pytest

from dateline.model import days
from dateline.model.event import Basis, EventTime
from dateline.model.interval import Granularity, Interval


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2025-02-27", "2025-02-27", "27 February 2025"),
        ("2025-02-17", "2025-02-23", "17–23 February 2025"),
        ("2025-02-24", "2025-03-02", "24 February – 2 March 2025"),
        ("2024-12-30", "2025-01-05", "30 December 2024 – 5 January 2025"),
        ("2025-02-01", "2025-02-28", "February 2025"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("2025-01-01", "2025-03-31", "1 January – 31 March 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1970-01-01", "1979-12-31", "1970s"),
        ("1971-01-01", "1980-12-31", "1 January 1971 – 31 December 1980"),
        ("9999-12-01", "9999-12-31", "December 9999"),
        (None, "2021-12-31", "until 31 December 2021"),
        ("2021-01-01", None, "from 1 January 2021"),
    ],
)
def test_a_span_is_written_as_briefly_as_can_be(first: str | None, last: str | None, written: str):
    interval = Interval.days(first and date.fromisoformat(first), last and date.fromisoformat(last))

    assert days.span(interval) == written


def test_no_interval_is_no_date():
    assert days.span(None) == "no date"


@pytest.mark.parametrize(
    ("granularity", "clock"), [(Granularity.MINUTE, "09:05"), (Granularity.DAY, None)]
)
def test_a_clock_is_shown_where_one_was_said(granularity: Granularity, clock: str | None):
    nine = Interval(datetime.fromisoformat("2025-02-27T09:05"), None)

    assert days.clock(EventTime(Basis.EXPLICIT, "", nine, granularity=granularity)) == clock
