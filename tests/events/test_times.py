"""Times told from other times."""

from datetime import datetime

from dateline.events import times
from dateline.events.times import Side
from dateline.model.event import Basis, EventTime
from dateline.model.interval import Interval

BY_MAY = EventTime(Basis.EXPLICIT, "by May", interval=Interval(None, datetime(2025, 5, 1)))


def test_what_began_nobody_knows_when_bounds_nothing_since_then() -> None:
    assert times.beyond(BY_MAY, Side.SINCE, "embargo") == times.UNDATED


def test_what_ended_at_a_known_time_bounds_what_lay_before_it() -> None:
    before = times.beyond(BY_MAY, Side.BEFORE, "embargo").interval

    assert before == Interval(None, datetime(2025, 5, 1))
