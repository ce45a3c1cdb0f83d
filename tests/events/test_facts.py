from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.events.words.figures import number
from dateline.model.fact import Fact, FactKind
from dateline.model.interval import Interval

pytestmark = pytest.mark.model

Read = Callable[..., Found]


def of_kind(found: Found, kind: FactKind) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind is kind]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3.2 billion", 3.2e9),
        ("twenty-five", 25),
        ("two dozen", 24),
        ("1,250", 1250),
        ("nineteen hundred", 1900),
        ("2,5", None),
        ("one-time", None),
    ],
)
def test_the_value_of_a_figure(words: str, value: float | None) -> None:
    assert number(words.split()) == value


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Five people were killed in a blast.", (5, "people", "casualties", False)),
        ("Two dozen soldiers died.", (24, "soldier", "casualties", False)),
        ("The firm paid $45 million for the port.", (45e6, "USD", "money", False)),
        ("Acme bought 3.2 million shares.", (3.2e6, "share", "shares", False)),
        ("The bill won 230 votes.", (230, "vote", "votes", False)),
        ("About 40 percent of voters stayed home.", (40, "percent", "voter", True)),
    ],
)
def test_a_figure_with_its_unit_and_what_it_counts(
    read: Read, sentence: str, told: tuple[float, str, str, bool]
) -> None:
    (fact,) = of_kind(read(sentence), FactKind.QUANTITY)

    assert fact.quantity is not None
    figure = fact.quantity
    assert (figure.value, figure.unit, figure.counts, figure.approximate) == told


def test_a_figure_has_the_time_and_the_source_of_its_event(read: Read) -> None:
    found = read(
        "Five people were killed on Monday, police said.", {"Monday": ("2024-05-13", "2024-05-13")}
    )

    (fact,) = of_kind(found, FactKind.QUANTITY)
    assert fact.time.interval == found.events[0].time.interval
    assert isinstance(fact.time.interval, Interval)
    assert [a.speaker.text for a in fact.attributions] == ["police"]


@pytest.mark.parametrize("sentence", ["The port lost 2027% of its trade.", "It fell by 2,5."])
def test_a_figure_that_cannot_be_right_is_no_fact(read: Read, sentence: str) -> None:
    assert of_kind(read(sentence), FactKind.QUANTITY) == []


def test_a_figure_within_a_date_counts_nothing(read: Read) -> None:
    found = read("They met two days ago.", {"two days ago": ("2024-05-13", "2024-05-13")})

    assert of_kind(found, FactKind.QUANTITY) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Ana Duvall, a spokeswoman for the Port Authority, left.",
            ("spokeswoman", "Port Authority"),
        ),
        ("Foreign Minister Ilya Brandt left.", ("foreign minister", None)),
        ("Vesna Horvat is the mayor of Oslo.", ("mayor", "Oslo")),
        ("Anna Lund, the mother of Per Lund, left.", ("mother", "Per Lund")),
    ],
)
def test_what_somebody_is_to_something(
    read: Read, sentence: str, told: tuple[str, str | None]
) -> None:
    roles = [f for f in read(sentence).facts if f.kind in (FactKind.ROLE, FactKind.RELATION)]

    assert [(f.predicate, f.object.text if f.object else None) for f in roles] == [told]


def test_a_quotation_is_kept_word_for_word_with_who_said_it_and_when(read: Read) -> None:
    text = "“We will open the port again,” Vesna Horvat said on Monday."

    (quote,) = of_kind(read(text, {"Monday": ("2024-05-13", "2024-05-13")}), FactKind.QUOTE)

    assert quote.subject is not None
    assert quote.object is not None
    assert (quote.subject.text, quote.predicate) == ("Vesna Horvat", "say")
    assert quote.object.text == "We will open the port again,"
    assert [t.text for t in quote.time.timexes] == ["Monday"]
