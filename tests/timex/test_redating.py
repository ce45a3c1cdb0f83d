"""Stored timexes read again as of another day of publication."""

from datetime import UTC, date, datetime

import pytest

from dateline.model.interval import Interval
from dateline.model.timex import AnchorKind, Dct, Resolution
from dateline.timex import tag
from dateline.timex.anchor import of_dct, of_timex
from dateline.timex.evaluate import redated

WAS, NOW = Dct(date(2025, 2, 26)), Dct(date(2025, 3, 12))


def test_what_was_read_from_publication_moves_with_it() -> None:
    timexes = tag("He left on Monday. He returns next week, or in 2026.", WAS).timexes

    again = redated(timexes, NOW)

    assert [timex.value for timex in again] == ["2025-03-10", "2025-W12", "2026"]


def test_what_was_read_from_another_timex_moves_with_that() -> None:
    timexes = tag("He fell ill last Monday and died two days later.", WAS).timexes

    again = redated(timexes, NOW)

    assert [timex.value for timex in again] == ["2025-03-10", "2025-03-12"]
    assert [timex.anchor.ref for timex in again if timex.anchor] == [None, "t1"]


def test_an_ambiguous_order_stays_ambiguous() -> None:
    timexes = tag("It opens on 3/4/2025.", WAS).timexes

    assert redated(timexes, NOW)[0].resolution is Resolution.AMBIGUOUS


def test_a_phrase_counted_from_the_minute_is_counted_from_the_new_one() -> None:
    at = datetime(2025, 2, 26, 10, 5, tzinfo=UTC)
    timexes = tag("It began two hours ago.", Dct(date(2025, 2, 26), at=at)).timexes

    later = redated(timexes, Dct(date(2025, 2, 27), at=at.replace(day=27)))

    assert [timexes[0].value, later[0].value] == ["2025-02-26T08:00", "2025-02-27T08:00"]
    assert redated(timexes, Dct(date(2025, 2, 27)))[0].value == "2025-02-27"


def test_now_may_be_the_moment_of_the_new_publication() -> None:
    at = datetime(2025, 2, 26, 10, 5, 7, tzinfo=UTC)
    timexes = tag("They are talking now.", Dct(date(2025, 2, 26), at=at)).timexes

    (later,) = redated(timexes, NOW)

    assert [timexes[0].interval, later.interval] == [None, None]
    assert timexes[0].alternatives[0].interval.start == datetime(2025, 2, 26, 10, 5, 7)
    assert later.alternatives[0].interval == Interval.day(date(2025, 3, 12))


def test_a_phrase_with_another_anchor_says_so() -> None:
    (first, second) = tag("He won in 1998 and died the following year.", WAS).timexes

    assert second.anchor is not None
    assert (second.anchor.kind, second.anchor.ref) == (AnchorKind.TIMEX, first.id)


def test_only_a_timex_with_an_interval_anchors_another() -> None:
    (undated,) = tag("He recently left.", WAS).timexes

    with pytest.raises(ValueError, match="no anchor without an interval"):
        of_timex(undated)


def test_a_timex_whose_anchor_is_gone_stays_where_it_was() -> None:
    timexes = tag("He fell ill last Monday and died two days later.", WAS).timexes

    assert [timex.value for timex in redated(timexes[1:], NOW)] == ["2025-02-26"]


def test_what_a_dispatch_says_moves_with_its_dateline() -> None:
    timexes = tag("BELGRADE, February 24 (Beta) -- He spoke today.", WAS).timexes

    again = redated(timexes, Dct(date(2024, 2, 26)))

    assert [timex.value for timex in again] == ["2024-02-24", "2024-02-24"]


def test_publication_anchors_on_its_day() -> None:
    assert of_dct(WAS).interval.is_one_day
