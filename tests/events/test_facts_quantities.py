from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.model.fact import Fact, FactKind, Quantity

pytestmark = pytest.mark.model

Read = Callable[..., Found]


def quantities(found: Found) -> list[Quantity]:
    return [fact.quantity for fact in found.facts if fact.quantity is not None]


def figure(fact: Fact) -> tuple[float, str, str | None]:
    assert fact.quantity is not None
    return fact.quantity.value, fact.quantity.unit, fact.quantity.counts


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Five people were killed in a blast.", [(5, "people", "killed")]),
        ("Two dozen soldiers died.", [(24, "people", "killed")]),
        (
            "The blast killed three men and two boys.",
            [(3, "people", "killed"), (2, "people", "killed")],
        ),
        (
            "Three people were killed and five wounded in Kabul.",
            [(3, "people", "killed"), (5, "people", "wounded")],
        ),
        (
            "The crash left at least 12 dead and more than 30 injured.",
            [(12, "people", "killed"), (30, "people", "wounded")],
        ),
        ("Two soldiers are missing.", [(2, "people", "missing")]),
        ("The death toll rose to 31.", [(31, "people", "killed")]),
        ("The fire claimed 12 lives.", [(12, "people", "killed")]),
        ("Officials confirmed 31 deaths.", [(31, "people", "killed")]),
        (
            "The flood killed 12 people, including two children.",
            [(12, "people", "killed"), (2, "people", "killed")],
        ),
        ("The firm paid $45 million for the port.", [(45e6, "USD", "port")]),
        ("It signed a $3 billion deal.", [(3e9, "USD", "deal")]),
        ("It was a deal worth $3.75 million.", [(3.75e6, "USD", "deal")]),
        ("They want a $15 an hour wage.", [(15, "USD", "wage")]),
        ("Ann Lee sold shares worth $4bn.", [(4e9, "USD", "shares")]),
        ("The bridge cost €4bn.", [(4e9, "EUR", "bridge")]),
        ("The package is worth $3 billion.", [(3e9, "USD", "package")]),
        ("The wall is 40 kilometres long.", [(40, "km", "wall")]),
        ("Inflation slowed to 2.4 percent.", [(2.4, "percent", "Inflation")]),
        ("Acme reported a loss of £1.2m.", [(1.2e6, "GBP", "loss")]),
        ("The bridge cost €2 billion.", [(2e9, "EUR", "bridge")]),
        ("Acme bought 300,000 shares of Globex.", [(3e5, "shares", "Globex")]),
        ("The bill won 230 votes.", [(230, "votes", None)]),
        ("The council voted 7 to 2.", [(7, "votes", "for"), (2, "votes", "against")]),
        (
            "The bill was rejected by 220 votes to 215.",
            [(220, "votes", "against"), (215, "votes", "for")],
        ),
        ("About 40 percent of voters stayed home.", [(40, "percent", "voters")]),
        ("The fund holds a 40% stake in the firm.", [(40, "percent", "stake")]),
        ("Unemployment rose to 4.1 percent.", [(4.1, "percent", "Unemployment")]),
        ("Two-thirds of the population voted.", [(0.6667, "fraction", "population")]),
        ("The fire burned 2,500 hectares of forest.", [(2500, "ha", "forest")]),
        ("Acme will cut 300 temporary jobs.", [(300, "count", "temporary jobs")]),
        ("Acme employs some 2,000 staff.", [(2000, "people", "staff")]),
        ("Five of the hostages were freed.", [(5, "people", "hostages")]),
        ("The ship carried 3.000 soldiers.", [(3000, "people", "soldiers")]),
    ],
)
def test_a_figure_with_its_unit_and_what_it_counts(
    read: Read, sentence: str, told: list[tuple[float, str, str | None]]
) -> None:
    assert [figure(fact) for fact in read(sentence).facts] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "United won 3-1.",
        "The Boeing 747 landed at gate 5.",
        "Resolution 1701 and Article 5 apply.",
        "The two leaders met.",
        "It was the 12th edition.",
        "She lives at 12 Harbour Street.",
        "He is 34 years old.",
        "The phone number is 555-0199.",
        "The 300-seat hall burned.",
        "One of them left.",
        "The office is 100 percent committed to it.",
        "They get one-eighth of 1 percent.",
    ],
)
def test_numbers_that_count_nothing(read: Read, sentence: str) -> None:
    assert quantities(read(sentence)) == []


def test_a_figure_within_a_date_counts_nothing(read: Read) -> None:
    found = read("They met two days ago.", {"two days ago": ("2024-05-13", "2024-05-13")})

    assert quantities(found) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 140 percent of voters turned out.",
        "Between 30 and 20 people left.",
        "It hired 2.5 people.",
    ],
)
def test_a_figure_that_cannot_be_right_is_doubted_and_flagged(read: Read, sentence: str) -> None:
    found = read(sentence)

    assert [fact.confidence < 0.5 for fact in found.facts] == [True]
    (warning,) = found.warnings
    assert warning.code == "impossible_figure"
    assert warning.span == found.facts[0].evidence.span


def test_a_year_in_the_place_of_a_share_is_doubted_and_left_to_the_tagger_to_flag(
    read: Read,
) -> None:
    found = read("The port lost 2027% of its trade.")

    assert [fact.confidence < 0.5 for fact in found.facts] == [True]
    assert found.warnings == ()


@pytest.mark.parametrize(
    "sentence",
    ["Debt reached 120 percent of output.", "Women have 2.1 children on average.", "It fell 20%."],
)
def test_an_unusual_figure_is_not_flagged(read: Read, sentence: str) -> None:
    assert read(sentence).warnings == ()


def test_a_range_keeps_both_ends(read: Read) -> None:
    (fact,) = read("Between 20 and 30 people were hurt.").facts

    assert fact.kind is FactKind.QUANTITY
    assert fact.quantity == Quantity(20, "people", True, "wounded", to=30)
    assert fact.evidence.exact == "Between 20 and 30 people"
