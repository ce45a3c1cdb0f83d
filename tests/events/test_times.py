"""Times told from other times."""

from datetime import date

from dateline.events import times
from dateline.events.times import Side
from dateline.model.event import Basis, EventTime
from dateline.model.interval import Interval

APRIL_ENDS = Interval.day(date(2025, 4, 30)).end
BY_MAY = EventTime(Basis.EXPLICIT, "by May", interval=Interval(None, APRIL_ENDS))


def test_what_began_nobody_knows_when_bounds_nothing_since_then() -> None:
    assert times.beyond(BY_MAY, Side.SINCE, "embargo") == times.UNDATED


def test_what_ended_at_a_known_time_bounds_what_lay_before_it() -> None:
    before = times.beyond(BY_MAY, Side.BEFORE, "embargo").interval

    assert before == Interval(None, APRIL_ENDS)
