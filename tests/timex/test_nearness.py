"""A month or day without its year: the one at hand, unless its own verb says otherwise."""

from datetime import date

import pytest

from dateline.model.timex import Dct, Timex
from dateline.timex import tag


def first(text: str, published: str) -> Timex:
    """The first timex of a text published on that day."""
    return tag(text, Dct(date.fromisoformat(published))).timexes[0]


NEARER = [
    # Its noun is still to come, whatever was done about it.
    ("Fans queued for tickets to the Sept. 14 concert.", "2025-08-20", "2025-09-14"),
    ("Organisers announced that the April 12 final was sold out.", "2025-03-05", "2025-04-12"),
    ("By fixing a Jan. 14 closing date, the agency gave them time.", "2025-01-06", "2025-01-14"),
    ("The January issue went on sale early.", "2025-12-28", "2026-01"),
    ("Officials proposed a June 3 start.", "2025-05-28", "2025-06-03"),
    ("The December deadline looms.", "2025-11-10", "2025-12"),
    # For then: deliveries, orders, flights.
    ("Gold for December delivery fell $4 an ounce.", "2025-10-30", "2025-12"),
    ("Airlines cut their fares for November.", "2025-10-30", "2025-11"),
    # What is told of may be a thing to come.
    ("The ministry told buyers of a cut in supplies in September.", "2025-08-20", "2025-09"),
    ("The board discussed the sale of the plant in June.", "2025-05-20", "2025-06"),
    ("The bank warned of weaker sales in January.", "2025-12-28", "2026-01"),
    ("The council dropped its plan to close two schools in March.", "2025-02-26", "2025-03"),
    # What was to be then may be over by now.
    ("The tariffs, which were to come into force on Feb. 4, were put off.", "2025-02-26",
     "2025-02-04"),
    ("She said the vote would be held on Jan. 14.", "2025-01-20", "2025-01-14"),
    ("They fought a ruling to hand over the child by Jan. 14.", "2025-01-15", "2025-01-14"),
    ("The deadline was extended until 10 January.", "2025-01-15", "2025-01-10"),
    ("The law, effective Jan. 1, bans phones.", "2025-02-26", "2025-01-01"),
    ("He was released on bail until March 21.", "2025-02-26", "2025-03-21"),
    ("The dividend was payable Feb. 20.", "2025-02-26", "2025-02-20"),
    # Nothing looks anywhere.
    ("April 12: final in Cardiff.", "2025-03-05", "2025-04-12"),
]  # fmt: skip
OWN_VERB = [
    ("He was arrested in September.", "2025-08-20", "2024-09"),
    ("In September the ministry told buyers of a cut.", "2025-08-20", "2024-09"),
    ("The plan was announced in September.", "2025-08-20", "2024-09"),
    ("She was born on June 3.", "2025-05-28", "2024-06-03"),
    ("The factory has been idle since September.", "2025-08-20", "2024-09"),
    # What befell, and what is counted, is over.
    ("The June 3 attack killed nine.", "2025-05-28", "2024-06-03"),
    ("The September storm destroyed 40 houses.", "2025-08-20", "2024-09"),
    ("The ministry revised its September exports.", "2025-08-20", "2024-09"),
    # What will be is not over, however near the last one.
    ("The race will be held on Feb. 24.", "2025-02-26", "2026-02-24"),
    # A month may come again as well.
    ("She said the games would be held in February.", "2025-03-05", "2026-02"),
    # Neither is near.
    ("The council discussed the sale of the plant in June.", "2025-02-26", "2024-06"),
    ("The Oct. 3 concert was sold out.", "2025-05-20", "2024-10-03"),
]


@pytest.mark.parametrize(
    ("text", "published", "value"), [pytest.param(*row, id=row[0]) for row in NEARER]
)
def test_a_date_that_its_verb_does_not_hold_is_the_one_at_hand(
    text: str, published: str, value: str
) -> None:
    assert first(text, published).value == value


@pytest.mark.parametrize(
    ("text", "published", "value"), [pytest.param(*row, id=row[0]) for row in OWN_VERB]
)
def test_a_date_that_its_verb_speaks_of_is_on_the_side_of_the_verb(
    text: str, published: str, value: str
) -> None:
    assert first(text, published).value == value


def test_the_nearer_one_is_said_to_be_that_and_the_other_offered() -> None:
    timex = first("Fans queued for tickets to the Sept. 14 concert.", "2025-08-20")

    assert "; the nearer one" in timex.explanation
    assert [str(reading.interval.earliest) for reading in timex.alternatives] == ["2024-09-14"]


def test_a_firm_verb_leaves_the_nearer_one_as_an_alternative() -> None:
    timex = first("The race will be held on Feb. 24.", "2025-02-26")

    assert [str(reading.interval.earliest) for reading in timex.alternatives] == ["2025-02-24"]
