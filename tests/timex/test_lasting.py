"""Durations with a bound: their own words' or a neighbour's, published on 26 February 2025."""

from datetime import date

import pytest

from dateline.model.timex import Dct, Timex
from dateline.timex import tag
from dateline.timex.evaluate import redated
from dateline.timex.timeml import document

WEDNESDAY = date(2025, 2, 26)


def the(phrase: str, text: str) -> Timex:
    """The one timex that is exactly those words."""
    (found,) = [found for found in tag(text, Dct(WEDNESDAY)).timexes if found.text == phrase]
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "bounds", "days"),
    [
        pytest.param(text, phrase, (begins, ends), (first, last), id=text)
        for text, phrase, begins, ends, first, last in (
            ("It rained over the past three days.", "the past three days", None, "t0",
             "2025-02-23", "2025-02-25"),
            ("It will rain for the next two days.", "the next two days", "t0", None,
             "2025-02-27", "2025-02-28"),
            ("The strike will last for five days from Monday.", "five days", "t2", None,
             "2025-03-03", "2025-03-07"),
            ("The fair, for three weeks starting on March 3, will be free.", "three weeks", "t2",
             None, "2025-03-03", "2025-03-23"),
            ("The shop will be shut from Monday for two days.", "two days", "t1", None,
             "2025-03-03", "2025-03-04"),
            ("Net rose in the nine months ended Sept. 30.", "the nine months", None, "t2",
             "2024-01-01", "2024-09-30"),
            ("Net rose in the year ended March 31, 2024.", "the year", None, "t2", "2023-04-01",
             "2024-03-31"),
            ("Sales fell in the three months to October.", "the three months", None, "t2",
             "2024-08-01", "2024-10-31"),
        )
    ],
)  # fmt: skip
def test_a_bounded_duration_has_a_place(
    text: str, phrase: str, bounds: tuple[str | None, str | None], days: tuple[str, str]
) -> None:
    found = the(phrase, text)

    assert (found.begin_point, found.end_point) == bounds
    assert found.interval is not None
    assert (str(found.interval.earliest), str(found.interval.latest)) == days


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The strike lasted five days.", "five days"),
        ("On Monday he slept for nine hours.", "nine hours"),
        ("He stayed for some weeks from March on.", "some weeks"),
    ],
)
def test_an_unbounded_duration_has_none(text: str, phrase: str) -> None:
    assert the(phrase, text).interval is None


def test_five_days_from_monday_are_a_day_where_nothing_lasts() -> None:
    assert the("Five days from Monday", "Five days from Monday it will open.").value == "2025-03-08"


def test_a_bound_told_after_it_moves_the_duration_with_it() -> None:
    timexes = tag("The strike will last for five days from Monday.", Dct(WEDNESDAY)).timexes

    (strike, monday) = redated(timexes, Dct(date(2025, 3, 12)))

    assert (strike.id, monday.value) == ("t1", "2025-03-17")
    assert strike.interval is not None
    assert str(strike.interval.latest) == "2025-03-21"


def test_a_duration_is_bounded_by_a_range_that_its_end_dates() -> None:
    text = "He was away for two weeks from May to July 2023."
    timexes = tag(text, Dct(WEDNESDAY)).timexes

    again = redated(timexes, Dct(date(2025, 3, 12)))

    assert [str(timex.interval.earliest) for timex in timexes if timex.interval] == [
        "2023-05-01", "2023-05-01", "2023-07-01"
    ]  # fmt: skip
    assert [timex.interval for timex in again] == [timex.interval for timex in timexes]


def test_timeml_names_the_bounds() -> None:
    text = "It rained over the past three days."

    written = document(text, tag(text, Dct(WEDNESDAY)).timexes, WEDNESDAY)

    assert 'value="P3D" endPoint="t0"' in written
