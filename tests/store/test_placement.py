from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.interval import Interval
from dateline.store.placement import NEVER, OPEN, UNDATED, place, starts_within

PUBLISHED = date(2025, 2, 26)
DAY = date(2025, 2, 24)


@pytest.mark.parametrize(
    ("days", "span_class"),
    [(1, 0), (2, 1), (7, 1), (8, 2), (31, 2), (32, 3), (366, 3), (367, 4), (5000, 4)],
)
def test_spans_are_classed_by_their_length(days: int, span_class: int) -> None:
    interval = Interval.days(DAY, DAY + timedelta(days=days - 1))

    assert place(interval, PUBLISHED).span_class == span_class


def test_an_open_end_lies_beyond_every_day_and_reaches_a_year() -> None:
    found = place(Interval.days(DAY, None), PUBLISHED)

    assert (found.span_class, found.day, found.last_day) == (OPEN, DAY.toordinal(), NEVER)
    assert (found.reach_from, found.reach_to) == (DAY.toordinal(), DAY.toordinal() + 366)


def test_an_open_start_is_ordered_by_its_end_and_reaches_a_year_back() -> None:
    found = place(Interval.days(None, DAY), PUBLISHED)

    assert (found.day, found.last_day) == (DAY.toordinal(), DAY.toordinal())
    assert (found.reach_from, found.reach_to) == (DAY.toordinal() - 366, DAY.toordinal())


def test_what_has_no_day_stands_at_its_publication_among_the_undated() -> None:
    found = place(None, PUBLISHED)

    assert (found.span_class, found.day) == (UNDATED, PUBLISHED.toordinal())


days = st.integers(1, date.max.toordinal())


@given(days, days, days, days, st.sampled_from(["both", "start", "end"]))
def test_whatever_touches_a_window_starts_where_its_class_is_searched(
    first: int, last: int, window_from: int, window_to: int, known: str
) -> None:
    first, last = sorted((first, last))
    window_from, window_to = sorted((window_from, window_to))
    found = place(
        Interval.days(
            date.fromordinal(first) if known != "end" else None,
            date.fromordinal(last) if known != "start" else None,
        ),
        PUBLISHED,
    )

    starts_from, starts_to = starts_within(found.span_class, window_from, window_to)

    touches = found.reach_from <= window_to and found.reach_to >= window_from
    searched = (starts_from or 0) <= found.day and found.day <= (starts_to or NEVER)
    assert searched or not touches
