"""Our EDTF, read by the `edtf` library where it can: it finds no days in open ends."""

import warnings
from datetime import date

import pytest

from dateline.model.timex import Dct
from dateline.timex import tag

with warnings.catch_warnings():
    # Its grammar names alternatives as pyparsing no longer likes.
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

WEDNESDAY = Dct(date(2025, 2, 26))


@pytest.mark.parametrize(
    "text",
    [
        "It was on 26 February 2025.",
        "He left last week.",
        "They met on Feb. 3-5, 2025.",
        "It was in 2024.",
        "It was in June 1998.",
        "Sales rose in Q3 2024.",
        "It happened on 29 February 2024.",
        "He left over the weekend.",
        "Prices fell in the 1990s.",
        "It was built in the 20th century.",
        "It was the summer of 2024.",
    ],
)
def test_another_reader_finds_the_same_days(text: str) -> None:
    (found,) = tag(text, WEDNESDAY).timexes

    read = parse_edtf(found.edtf)

    assert found.interval is not None
    first, last = found.interval.earliest, found.interval.latest
    assert first is not None
    assert last is not None
    assert tuple(read.lower_strict()[:3]) == (first.year, first.month, first.day)
    assert tuple(read.upper_strict()[:3]) == (last.year, last.month, last.day)


@pytest.mark.parametrize(
    "text",
    ["It was in mid-February 2025.", "It was around 3 March 2024.", "In early 2024 it fell."],
)
def test_another_reader_sees_that_it_is_about_then(text: str) -> None:
    (found,) = tag(text, WEDNESDAY).timexes

    assert parse_edtf(found.edtf).is_approximate
