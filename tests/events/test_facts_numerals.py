from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.facts.numerals import Figure, figures


def read(text: str) -> list[Figure]:
    return list(figures(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("300 jobs", (300, None)),
        ("2,500 jobs", (2500, None)),
        ("10 000 jobs", (10000, None)),
        ("1.200.000 jobs", (1200000, None)),
        ("1,50,000 jobs", (150000, None)),
        ("2.5 tonnes", (2.5, "t")),
        ("2,5 tonnes", (2.5, "t")),
        ("1,234.5 km", (1234.5, "km")),
        ("2.5 million people", (2.5e6, None)),
        ("$3 billion", (3e9, "USD")),
        ("US$3bn", (3e9, "USD")),
        ("€300m", (3e8, "EUR")),
        ("£40k", (4e4, "GBP")),
        ("EUR 30 million", (3e7, "EUR")),
        ("30 million euros", (3e7, "EUR")),
        ("a million Swiss francs", (1e6, "CHF")),
        ("61.5%", (61.5, "percent")),
        ("40 per cent", (40, "percent")),
        ("0.5 percentage points", (0.5, "percentage points")),
        ("300m", (300, "m")),
        ("2,500 square kilometres", (2500, "km²")),
        ("a 10-mile stretch", (10, "mi")),
        ("five", (5, None)),
        ("twenty-one", (21, None)),
        ("two hundred and fifty thousand", (250000, None)),
        ("one hundred twenty-three", (123, None)),
        ("half a million", (500000, None)),
        ("two and a half million", (2500000, None)),
        ("a dozen", (12, None)),
        ("two dozen", (24, None)),
        ("three quarters of the seats", (0.75, "fraction")),
        ("half the seats", (0.5, "fraction")),
        ("one in five voters", (0.2, "fraction")),
    ],
)
def test_the_value_and_unit_of_a_figure(text: str, told: tuple[float, str | None]) -> None:
    (figure,) = read(text)

    assert (figure.value, figure.unit) == told


@pytest.mark.parametrize(
    "text",
    [
        "the 12th edition",
        "the 1990s",
        "an F-16",
        "a G7 meeting",
        "COVID-19",
        "call 555-0199-22",
        "at 9:30",
        "24/7",
        "version 3.2.1",
        "won 3-1",
        "a 34-year-old",
        "#1",
        "five six",
    ],
)
def test_what_looks_like_a_figure_and_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("20-30 houses", (20, 30, None)),
        ("20 to 30 percent", (20, 30, "percent")),
        ("between 20 and 30 people", (20, 30, None)),
        ("$2-3 billion", (2e9, 3e9, "USD")),
        ("$1.5 million to $2 million", (1.5e6, 2e6, "USD")),
        ("two to three million", (2e6, 3e6, None)),
    ],
)
def test_a_range_is_one_figure_with_two_ends(
    text: str, ends: tuple[float, float, str | None]
) -> None:
    (figure,) = read(text)

    assert (figure.value, figure.to, figure.unit) == ends
    assert figure.approximate


def test_figures_of_two_kinds_are_no_range() -> None:
    found = read("rose 3.5 percent to $41.20")

    assert [(f.value, f.unit) for f in found] == [(3.5, "percent"), (41.2, "USD")]


def test_a_change_is_no_range() -> None:
    assert [(f.value, f.to) for f in read("rose from 20 to 30 percent")] == [(20, None), (30, None)]


@pytest.mark.parametrize(
    "text",
    [
        "about 300",
        "some 300",
        "nearly 300",
        "more than 300",
        "at least 300",
        "up to 300",
        "as many as 300",
        "an estimated 300",
        "300 or so",
        "~300",
    ],
)
def test_a_hedge_makes_a_figure_approximate(text: str) -> None:
    (figure,) = read(text)

    assert figure.approximate
    assert figure.value == 300


def test_a_figure_without_a_hedge_is_exact() -> None:
    (figure,) = read("exactly 300")

    assert not figure.approximate


@given(st.text("0123456789.,-–$€%m bntwo to and half dozen", max_size=60))
def test_figures_lie_within_the_text_and_never_overlap(text: str) -> None:
    found = read(text)

    assert all(f.number.of(text) for f in found)
    assert all(a.number.end <= b.number.start for a, b in pairwise(found))


@given(st.integers(0, 10**15 - 1))
def test_a_number_with_thousands_parted_keeps_its_value(number: int) -> None:
    (figure,) = read(f"{number:,}")

    assert figure.value == number


def test_a_text_of_nothing_but_numbers_is_read_to_its_end() -> None:
    # Looked for anew after every number, a fraction that never comes would take minutes.
    assert len(read("1 " * 30_000)) == 30_000


def test_a_fraction_stands_among_figures_and_does_not_overlap_them() -> None:
    found = read("Of 300 voters, two-thirds of the women and 40 men left, half of the rest stayed.")

    assert [f.value for f in found] == [300, 0.6667, 40, 0.5]
