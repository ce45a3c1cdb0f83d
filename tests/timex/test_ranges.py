"""Ranges: their ends, and the stretch between them, published on Wednesday 26 February 2025."""

from datetime import date

import pytest

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
