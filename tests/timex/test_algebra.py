"""Expressions as stored text, evaluated on Wednesday 26 February 2025."""

from datetime import date, datetime

import pytest

from dateline.model.interval import Granularity, Interval
from dateline.timex.calendar import Stretch, unit_of, whole_day
from dateline.timex.evaluation import anchor_stretch, evaluate
from dateline.timex.feasts import on
from dateline.timex.named import name_of, stretch_named
from dateline.timex.notation import read, write
from dateline.timex.printing import edtf
from dateline.timex.repeat import Repeat
from dateline.timex.unit import said_unit

WEDNESDAY = whole_day(date(2025, 2, 26))

EVALUATED = [
    ("now", "2025-02-26", "2025-02-26"),
    ("nearest(wednesday, past, now)", "2025-02-26", "2025-02-26"),
    ("nearest(02-29, future, now)", "2028-02-29", "2028-02-29"),
    ("nearest(monday-13, past, now)", "2025-01-13", "2025-01-13"),
    ("nearest(winter, past, now)", "2024-12-01", "2025-02-28"),
    ("this(weekend, now)", "2025-03-01", "2025-03-02"),
    ("this(h2, now)", "2025-07-01", "2025-12-31"),
    ("last(week, now)", "2025-02-17", "2025-02-23"),
    ("next(decade, now)", "2030-01-01", "2039-12-31"),
    ("in(at-24:00, now)", "2025-02-27", "2025-02-27"),
    ("in(night, now)", "2025-02-26", "2025-02-26"),
    ("nth(-1, monday, 2025-01)", "2025-01-27", "2025-01-27"),
    ("nth(2, month, 2025)", "2025-02-01", "2025-02-28"),
    ("nth(-1, day, 2024-02)", "2024-02-29", "2024-02-29"),
    ("nth(1, week, 2021)", "2021-01-04", "2021-01-10"),
    ("nth(-1, week, 2020)", "2020-12-28", "2021-01-03"),
    ("shift(2024-03, 2, day)", "2024-04-02", "2024-04-02"),
    ("shift(now, -2, week)", "2025-02-10", "2025-02-16"),
    ("shift(now, -2, hour)", "2025-02-26", "2025-02-26"),
    ("moved(2024-Q3, -1, year)", "2023-07-01", "2023-09-30"),
    ("past(P2M, now)", "2024-12-26", "2025-02-25"),
    ("coming(P36H, now)", None, None),
    ("coming(PT36H, now)", "2025-02-27", "2025-02-28"),
    ("opening(P2W, 2021)", "2021-01-04", "2021-01-17"),
    ("closing(P3W, 2019)", "2019-12-09", "2019-12-29"),
    ("closing(P3M, 1989)", "1989-10-01", "1989-12-31"),
    ("opening(PXM, 1989)", None, None),
    ("part(2, this(week, now))", "2025-02-28", "2025-03-02"),
    ("part(1, now)", "2025-02-26", "2025-02-26"),
    ("elapsed(this(year, now))", "2025-01-01", "2025-02-25"),
    ("elapsed(2024)", "2024-01-01", "2024-12-31"),
    ("rest(this(year, now))", "2025-02-27", "2025-12-31"),
    ("rest(2024)", "2024-01-01", "2024-12-31"),
    ("between(2025-02-03, 2025-02-05)", "2025-02-03", "2025-02-05"),
    ("between(2025-02-05, 2025-02-03)", None, None),
    ("since(2024)", "2024-01-01", None),
    ("until(2024)", None, "2024-12-31"),
    ("before(2024)", None, "2023-12-31"),
    ("after(2024)", "2025-01-01", None),
    ("either(2025-03-04, 2025-04-03)", "2025-03-04", "2025-03-04"),
    ("mod(APPROX, zoned(GMT, 2025-02-26T10:00))", "2025-02-26", "2025-02-26"),
    ("2025-02-26TMO", "2025-02-26", "2025-02-26"),
    ("2025-W08-WE", "2025-02-22", "2025-02-23"),
    ("00", "0001-01-01", "0099-12-31"),
    ("every(XXXX-WXX-1, EVERY, -)", None, None),
    ("P3D", None, None),
    ("PAST_REF", None, None),
    ("BC0044", None, None),
    ("2015-02-29", None, None),
    ("2025-W54", None, None),
    ("in(monday, 2025-02-25)", None, None),
    ("in(day-31, 2025-02)", None, None),
    ("nth(6, monday, 2025-02)", None, None),
    ("nth(13, month, 2025)", None, None),
    ("nth(9, week, 2025-02)", None, None),
    ("shift(now, 9000, year)", None, None),
    ("next(century, 9950)", None, None),
    *(
        (f"{term}", None, None)
        for term in (
            "this(monday, PAST_REF)", "last(monday, PAST_REF)", "next(monday, PAST_REF)",
            "nearest(monday, past, PAST_REF)", "in(monday, PAST_REF)", "nth(1, day, PAST_REF)",
            "shift(PAST_REF, 1, day)", "moved(PAST_REF, 1, day)", "past(P1D, PAST_REF)",
            "coming(P1D, PAST_REF)", "opening(P1D, PAST_REF)", "closing(P1D, PAST_REF)",
            "part(0, PAST_REF)", "elapsed(PAST_REF)", "rest(PAST_REF)", "between(now, PAST_REF)",
            "since(PAST_REF)", "until(PAST_REF)", "before(PAST_REF)", "after(PAST_REF)",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "first", "last"), [pytest.param(*row, id=row[0]) for row in EVALUATED]
)
def test_an_expression_gives_its_days(written: str, first: str | None, last: str | None) -> None:
    stretch = evaluate(read(written), WEDNESDAY)

    found = None if stretch is None else stretch.interval
    assert (
        None if found is None or found.earliest is None else str(found.earliest),
        None if found is None or found.latest is None else str(found.latest),
    ) == (first, last)
    assert write(read(written)) == written


@pytest.mark.parametrize(
    "written",
    ["", "nothing", "last(week", "last(week now)", "last(week, now, now)", "now now", "last[week]"],
)
def test_what_is_no_expression_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(written)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("now", Granularity.DAY),
        ("2025-W08", Granularity.WEEK),
        ("2025-02-30", None),
        ("last(june, now)", Granularity.MONTH),
        ("shift(now, 1, week)", Granularity.WEEK),
        ("part(0, moved(2024, 1, year))", Granularity.YEAR),
        ("between(2024, 2025-02)", Granularity.MONTH),
        ("P3D", None),
    ],
)
def test_an_expression_knows_its_unit_before_it_is_evaluated(
    written: str, unit: Granularity | None
) -> None:
    assert said_unit(read(written)) == unit


@pytest.mark.parametrize(
    "name",
    [
        "2025", "2025-02", "2025-02-26", "2025-W08", "2025-W08-WE", "2025-Q3", "2025-H1", "2025-SU",
        "199", "19", "2025-02-26T15:00", "2025-02-26T15:30", "2025-02-26T15:30:10",
        "2025-02-26TMO", "2025-02-26TDT", "0999", "2025-WI",
    ],
)  # fmt: skip
def test_a_stretch_prints_as_it_was_named(name: str) -> None:
    stretch = stretch_named(name)

    assert stretch is not None
    assert name_of(stretch) == name


@pytest.mark.parametrize("name", ["", "2025-13", "2025-02-26Z", "P3D", "20251"])
def test_what_names_no_stretch_is_none(name: str) -> None:
    assert stretch_named(name) is None


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2025, 2, 26), date(2025, 2, 26), Granularity.DAY),
        (date(2025, 2, 24), date(2025, 3, 2), Granularity.WEEK),
        (date(2025, 7, 1), date(2025, 9, 30), Granularity.QUARTER),
        (date(2025, 6, 1), date(2025, 8, 31), Granularity.SEASON),
        (date(2000, 1, 1), date(2099, 12, 31), Granularity.CENTURY),
        (date(2025, 2, 3), date(2025, 2, 5), Granularity.DAY),
        (None, date(2025, 2, 5), Granularity.DAY),
    ],
)
def test_an_interval_is_said_in_the_unit_it_is_one_of(
    first: date | None, last: date, unit: Granularity
) -> None:
    interval = Interval.days(first, last)

    assert unit_of(interval) is unit
    assert anchor_stretch(interval).unit is unit


def test_the_calendar_ends_with_the_year_9999() -> None:
    last = evaluate(read("9999-12-31"), WEDNESDAY)

    assert last is not None
    assert last.interval.latest == date(9999, 12, 31)
    assert Repeat("night").within(datetime(9999, 12, 31)) is not None


def test_reading_from_an_open_past_begins_at_its_end() -> None:
    stretch = Stretch(None, datetime(2025, 1, 1), Granularity.YEAR)

    assert stretch.first == datetime(2025, 1, 1)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2025, date(2025, 4, 20)),
        ("orthodox-easter", 2024, date(2024, 5, 5)),
        ("good-friday", 2024, date(2024, 3, 29)),
        ("memorial-day", 2024, date(2024, 5, 27)),
        ("black-friday", 2024, date(2024, 11, 29)),
        ("election-day", 2024, date(2024, 11, 5)),
        ("election-day", 2016, date(2016, 11, 8)),
        ("mothering-sunday", 2025, date(2025, 3, 30)),
        ("remembrance-sunday", 2025, date(2025, 11, 9)),
        ("holi", 2025, date(2025, 3, 14)),
        ("eid-al-fitr", 2024, date(2024, 4, 10)),
        ("diwali", 2024, date(2024, 10, 31)),
        ("nobodys-day", 2024, None),
    ],
)
def test_a_feast_has_its_day(name: str, year: int, day: date | None) -> None:
    assert on(name, year) == day


@pytest.mark.parametrize(
    ("written", "edtf_text"),
    [
        ("2025-Q3", "2025-07-01/2025-09-30"),
        ("since(2025-02-03)", "2025-02-03/.."),
        ("until(2025-02-03)", "../2025-02-03"),
        ("part(0, 2025-W08)", "2025-02-17/2025-02-18"),
        ("part(0, 2024)", "2024~"),
        ("2024-WI", "2024-24"),
        ("19", "19XX"),
        ("2025-02-26T10:00", "2025-02-26"),
        ("PAST_REF", None),
    ],
)
def test_edtf_of_an_expression(written: str, edtf_text: str | None) -> None:
    approximate = written.startswith("part")

    assert edtf(evaluate(read(written), WEDNESDAY), approximate) == edtf_text
