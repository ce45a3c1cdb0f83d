"""Laws that hold for any text, any day, any expression."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.interval import Granularity
from dateline.model.timex import Dct
from dateline.timex import evaluate, tag
from dateline.timex.calendar import shift, unit_at, whole_day
from dateline.timex.english.lexicon import WORDS
from dateline.timex.evaluation import anchor_stretch
from dateline.timex.evaluation import evaluate as stretch_of
from dateline.timex.named import name_of, stretch_named
from dateline.timex.notation import read, write

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEWS_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FILLERS = (
    "the of in on and to , . - 's ago later last next this will said every 3 24 1998 5:30 p.m. '98"
)
PHRASES = st.lists(
    st.sampled_from(sorted(WORDS) + FILLERS.split() + ["2025-02-30", "3/4/2025", "\n\n"]),
    max_size=30,
).map(" ".join)


@given(st.text(max_size=200), DAYS)
def test_no_text_and_no_day_raises(text: str, day: date) -> None:
    for timex in tag(text, Dct(day)).timexes:
        assert timex.span.of(text) == timex.text


@settings(max_examples=400)
@given(PHRASES, DAYS)
def test_spans_quote_the_text_and_never_overlap(text: str, day: date) -> None:
    timexes = tag(text, Dct(day)).timexes

    assert [timex.span.of(text) for timex in timexes] == [timex.text for timex in timexes]
    assert all(a.span.end <= b.span.start for a, b in pairwise(timexes))


@given(PHRASES, NEWS_DAYS)
def test_the_same_text_gives_the_same_answer(text: str, day: date) -> None:
    assert tag(text, Dct(day)) == tag(text, Dct(day))


@settings(max_examples=400)
@given(PHRASES, NEWS_DAYS)
def test_a_stored_expression_evaluates_to_the_same_answer(text: str, day: date) -> None:
    for timex in tag(text, Dct(day)).timexes:
        origin = anchor_stretch(timex.anchor.interval) if timex.anchor else whole_day(day)
        stretch = stretch_of(read(timex.expression), origin)

        assert (None if stretch is None else stretch.interval) == timex.interval
        assert write(read(timex.expression)) == timex.expression


@given(PHRASES, NEWS_DAYS)
def test_dating_anew_on_the_same_day_changes_nothing(text: str, day: date) -> None:
    dct = Dct(day)
    timexes = tag(text, dct).timexes

    again = evaluate.redated(timexes, dct)

    assert [t.interval for t in again] == [t.interval for t in timexes]
    assert [t.value for t in again] == [t.value for t in timexes]


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)),
    st.sampled_from([Granularity.DAY, Granularity.WEEK, Granularity.HOUR]),
    st.integers(-500, 500),
)
def test_shifting_there_and_back_returns(moment: datetime, unit: Granularity, count: int) -> None:
    assert shift(shift(moment, unit, count), unit, -count) == moment


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)),
    st.sampled_from(
        [unit for unit in Granularity if unit not in (Granularity.DAYPART, Granularity.HOUR)]
    ),
)
def test_a_stretch_is_named_and_found_by_its_name(moment: datetime, unit: Granularity) -> None:
    whole = unit_at(moment, unit)

    found = stretch_named(name_of(whole))

    assert found is not None
    assert (found.start, found.end) == (whole.start, whole.end)


@given(NEWS_DAYS, st.sampled_from(["monday", "thursday", "sunday"]))
def test_a_bare_weekday_lies_within_a_week(day: date, name: str) -> None:
    for words, low, high in (("He left on", -6, 0), ("He will leave on", 0, 6)):
        found = tag(f"{words} {name.capitalize()}.", Dct(day)).timexes[0]

        assert found.interval is not None
        assert found.interval.earliest is not None
        assert timedelta(days=low) <= found.interval.earliest - day <= timedelta(days=high)
