"""Ranges: their ends, and the stretch between them, published on Wednesday 26 February 2025."""

from datetime import UTC, date, datetime

import pytest

from dateline.model.interval import Interval
from dateline.model.timex import Dct, Timex
from dateline.timex import tag

WEDNESDAY = date(2025, 2, 26)


def timex(text: str, phrase: str) -> Timex:
    """The one timex that is exactly those words."""
    (found,) = [found for found in tag(text, Dct(WEDNESDAY)).timexes if found.text == phrase]
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        pytest.param(text, phrase, value, id=f"{phrase}: {text}")
        for text, phrase, value in (
            ("The museum was closed April 9th through 17th.", "17th", "2024-04-17"),
            ("The fair will run from November 28 to the 3rd.", "the 3rd", "2025-12-03"),
            ("Sales rose from March 2021 to May.", "May", "2021-05"),
            ("He bought 500 shares from Feb. 3 to Tuesday.", "Tuesday", "2025-02-25"),
            ("A deal must be struck between now and May 21.", "May 21", "2025-05-21"),
        )
    ],
)
def test_the_end_of_a_range_follows_its_beginning(text: str, phrase: str, value: str) -> None:
    assert timex(text, phrase).value == value


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        pytest.param(text, phrase, first, last, id=text)
        for text, phrase, first, last in (
            ("He was away from May to July 2023.", "July 2023", "2023-05-01", "2023-07-31"),
            ("He led it in 2014 through May 2018.", "May 2018", "2014-01-01", "2018-05-31"),
            ("They met Nov 18-Dec 19, 2015.", "Dec 19, 2015", "2015-11-18", "2015-12-19"),
            ("Prices fell between Jan 2024 and now.", "now", "2024-01-01", "2025-02-26"),
        )
    ],
)
def test_the_stretch_of_a_range_is_a_reading_of_its_end(
    text: str, phrase: str, first: str, last: str
) -> None:
    stretches = [
        (str(reading.interval.earliest), str(reading.interval.latest))
        for reading in timex(text, phrase).alternatives
    ]

    assert (first, last) in stretches


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        pytest.param(text, phrase, first, last, id=text)
        for text, phrase, first, last in (
            ("He left before the end of 2023.", "the end of 2023", "None", "2023-12-31"),
            ("He left after the start of 2023.", "the start of 2023", "2023-01-01", "None"),
            ("He left before 2023.", "2023", "None", "2022-12-31"),
            ("It will end no later than May 2026.", "May 2026", "None", "2026-05-31"),
            ("It will end in May 2026 or later.", "May 2026", "2026-05-01", "None"),
            ("Cars of 2019 and earlier were sold.", "2019", "None", "2019-12-31"),
        )
    ],
)
def test_before_and_after_open_a_stretch(text: str, phrase: str, first: str, last: str) -> None:
    (reading,) = timex(text, phrase).alternatives

    assert (str(reading.interval.earliest), str(reading.interval.latest)) == (first, last)


def test_after_a_clock_time_is_from_it_on() -> None:
    (reading,) = timex("Polls closed after 9 p.m. on Sunday.", "9 p.m. on Sunday").alternatives

    assert reading.interval.start == datetime(2025, 2, 23, 21)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("It rained over the past two hours.", "08:05", "10:05", id="past"),
        pytest.param("It will rain for the next 20 minutes.", "10:05", "10:25", id="coming"),
        pytest.param("It will rain in the next hour.", "10:05", "11:05", id="the next one"),
    ],
)
def test_hours_are_counted_from_the_minute_of_publication(text: str, first: str, last: str) -> None:
    dct = Dct(WEDNESDAY, at=datetime(2025, 2, 26, 10, 5, tzinfo=UTC))

    (found,) = tag(text, dct).timexes

    assert found.interval is not None
    assert found.interval.start == datetime.fromisoformat(f"2025-02-26T{first}")
    assert found.interval.end == datetime.fromisoformat(f"2025-02-26T{last}")


def test_hours_from_an_unknown_minute_lie_on_the_day_of_publication() -> None:
    (found,) = tag("It will rain for the next two hours.", Dct(WEDNESDAY)).timexes

    assert found.value == "PT2H"
    assert found.interval == Interval.day(WEDNESDAY)


def test_hours_with_both_ends_open_no_stretch() -> None:
    (talks,) = tag("They met from 9 a.m. to noon on Monday.", Dct(WEDNESDAY)).timexes

    assert talks.alternatives == ()
    assert "from 09:00 in last Monday" in talks.explanation
    assert "up to 12:00 in last Monday" in talks.explanation
