"""Dating events again, from their timexes alone."""

from datetime import date

import pytest

from dateline import timex
from dateline.events import extract
from dateline.events.redating import Redating
from dateline.model.event import Event, Status
from dateline.model.timex import Dct, Timex
from dateline.timex.evaluate import redated

WAS = Dct(date(2025, 2, 26))
NOW = Dct(date(2025, 3, 12))


def read(text: str, dct: Dct, parser) -> tuple[tuple[Timex, ...], tuple[Event, ...]]:
    timexes = timex.tag(text, dct).timexes
    return timexes, extract("a1", text, dct, timexes, parser).events


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council met on Monday.", id="a day"),
        pytest.param("The council met on 3 February 2020.", id="a date of its own"),
        pytest.param("The council will meet on Thursday.", id="a plan"),
        pytest.param("The court will rule by Friday.", id="an end"),
        pytest.param("He has lived in Oslo since last week.", id="a beginning"),
        pytest.param("He has lived in Oslo for two months.", id="until now"),
        pytest.param("The talks were held from Monday to Tuesday.", id="from one to the other"),
        pytest.param("Police shot a man on Monday, two days after the raid.", id="days apart"),
        pytest.param("On Monday, hours after the raid, police shot him.", id="hours apart"),
        pytest.param("The council met on Monday and Tuesday.", id="two days"),
        pytest.param("The strike, which began on Monday, ends on Friday.", id="its phases"),
        pytest.param("The fleet has gathered since the raid on Monday.", id="since an event"),
        pytest.param("The minister resigned.", id="the day of publication"),
        pytest.param("The minister resigned on Monday and left the country.", id="told along"),
        pytest.param("The minister may resign.", id="no date at all"),
    ],
)
def test_an_event_dated_again_reads_as_if_published_that_day(text: str, parser):
    timexes, events = read(text, WAS, parser)
    moved = redated(timexes, NOW)
    _, expected = read(text, NOW, parser)

    redating = Redating(timexes, moved, WAS.day, NOW.day)

    assert [redating.event(event) for event in events] == list(expected)


@pytest.mark.model
def test_what_lies_ahead_of_the_right_day_has_not_happened(parser):
    timexes, (met,) = read("The council met on 3 March 2025.", Dct(date(2025, 3, 12)), parser)
    redating = Redating(timexes, redated(timexes, WAS), date(2025, 3, 12), WAS.day)

    assert (met.status, redating.event(met).status) == (Status.OCCURRED, Status.SCHEDULED)
