"""The timexes of a stretch of text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.provenance import Span
from dateline.model.timex import Dct, inside, standing_at
from dateline.timex import tag

TEXT = "They met on Monday, on 3 March 2024, in May, last year and two days later in the evening."
TIMEXES = tag(TEXT, Dct(date(2025, 2, 26))).timexes
PLACES = st.integers(0, len(TEXT))


@given(PLACES, PLACES)
def test_those_inside_a_stretch_are_found_by_halving_as_by_looking_at_each(one: int, other: int):
    assert len(TIMEXES) >= 5
    first, last = sorted((one, other))
    stretch = Span(first, last + 1)
    assert inside(stretch, TIMEXES) == tuple(t for t in TIMEXES if stretch.covers(t.span))


@given(PLACES)
def test_the_timex_of_a_character_is_found_by_halving_as_by_looking_at_each(place: int):
    there = [t for t in TIMEXES if t.span.start <= place < t.span.end]
    assert standing_at(place, TIMEXES) == (there[0] if there else None)
