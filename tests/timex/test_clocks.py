"""Clock times and dayparts that name no day: whose day they are of.

Published on Wednesday 26 February 2025.
"""

from datetime import UTC, date, datetime

import pytest

from dateline.model.timex import Dct
from dateline.timex import tag

WEDNESDAY = date(2025, 2, 26)

VALUES = [
    # The day that was told before, however many amounts of time stand in between.
    ("A fire broke out on Tuesday.\n\nCrews came at 4 a.m. and put it out at noon.",
     ["2025-02-25", "2025-02-25T04:00", "2025-02-25T12:00"]),
    ("The quake struck on Sunday, the worst in ten years. It hit at about 4:17 a.m.",
     ["2025-02-23", "P10Y", "2025-02-23T04:17"]),
    ("On Thursday the minister flew to Rome. In the evening he dined there.",
     ["2025-02-20", "2025-02-20TEV"]),
    ("The army said on Monday it had shot down drones during the night.",
     ["2025-02-24", "2025-02-23TNI"]),
    # Not where the clause looks away from that day, or the story has moved on.
    ("A man was arrested on Monday. He will appear in court at 10 a.m.",
     ["2025-02-24", "2025-02-26T10:00"]),
    ("He fell on Monday. In 1999 he had won. The bell rang at 3 p.m.",
     ["2025-02-24", "1999", "2025-02-26T15:00"]),
    # The day that is told after it.
    ("The blast occurred at about 10:35 a.m. (0735 GMT) Friday.",
     ["2025-02-21T10:35", "2025-02-21T07:35", "2025-02-21"]),
    ("It struck at 3 a.m. local time (0100 GMT) on Tuesday.",
     ["2025-02-25T03:00", "2025-02-25T01:00", "2025-02-25"]),
    ("One bomb went off at 9:15 a.m. and the second at 9:40 a.m. on Monday.",
     ["2025-02-24T09:15", "2025-02-24T09:40"]),
    ("Trains will leave at 6 a.m. and 9 a.m. on Saturday.",
     ["2025-03-01T06:00", "2025-03-01T09:00"]),
    ("Polls will close at 6 p.m. in Dhaka on Sunday.", ["2025-03-02T18:00", "2025-03-02"]),
    ("He was shot at 6 p.m. near the old mill on Sunday.", ["2025-02-23T18:00", "2025-02-23"]),
    ("One man left at noon and the second on Friday.", ["2025-02-26T12:00", "2025-02-21"]),
    ("He called at 6 a.m. She left at 9 a.m. on Saturday.",
     ["2025-02-26T06:00", "2025-02-22T09:00"]),
    # What is to come in the morning, or by night.
    ("He will leave in the morning.", ["2025-02-27TMO"]),
    ("He will speak in the evening.", ["2025-02-26TEV"]),
    ("The bus will leave at 4 in the morning.", ["2025-02-27T04:00"]),
    ("The ban will take effect at 5 a.m.", ["2025-02-27T05:00"]),
    ("Polls will close at 8 p.m.", ["2025-02-26T20:00"]),
    ("The strike will begin at midnight.", ["2025-02-27T00:00"]),
    ("Snow is expected overnight.", ["2025-02-26TNI"]),
    ("It will freeze during the night.", ["2025-02-26TNI"]),
    ("A curfew is in force from 10 p.m. to 5 a.m.", ["2025-02-26T22:00", "2025-02-27T05:00"]),
    # Whose clock it is.
    ("The debate is at 9 p.m. Eastern time on Thursday.", ["2025-02-27T21:00"]),
    ("The launch is set for 10:30 p.m. Pacific Daylight Time Friday.", ["2025-02-28T22:30"]),
    ("Voting ended at 20:00 local time on Sunday.", ["2025-02-23T20:00"]),
    ("The meeting starts at 14:00 Moscow time.", ["2025-02-26T14:00"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), [pytest.param(*row, id=row[0]) for row in VALUES])
def test_a_bare_clock_time_is_of_the_day_that_is_told_of(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, Dct(WEDNESDAY)).timexes] == values


@pytest.mark.parametrize(
    ("hour", "value"), [pytest.param(5, "2025-02-26TMO"), pytest.param(12, "2025-02-27TMO")]
)
def test_a_morning_that_is_not_over_is_still_to_come(hour: int, value: str) -> None:
    at = datetime(2025, 2, 26, hour, tzinfo=UTC)

    (timex,) = tag("He will leave in the morning.", Dct(WEDNESDAY, at=at)).timexes

    assert timex.value == value


def test_the_clock_of_another_zone_says_nothing_of_the_hour_of_publication() -> None:
    at = datetime(2025, 2, 26, 12, tzinfo=UTC)

    (timex,) = tag("The talks will resume at 9 a.m. EST.", Dct(WEDNESDAY, at=at)).timexes

    assert (timex.value, timex.zone) == ("2025-02-26T09:00", "EST")


def test_a_named_clock_gives_its_zone() -> None:
    (timex,) = tag("The meeting starts at 14:00 Moscow time.", Dct(WEDNESDAY)).timexes

    assert timex.zone == "Europe/Moscow"


def test_an_hour_later_than_a_day_is_of_an_hour_that_is_not_told() -> None:
    _, later = tag("He fell on Monday and died an hour later.", Dct(WEDNESDAY)).timexes

    assert later.value == "2025-02-24"
    assert later.explanation.endswith("at an hour that is not told")
