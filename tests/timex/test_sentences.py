"""Sentences as an editor would read them, published on Wednesday 26 February 2025."""

from datetime import date

import pytest

from dateline.model.timex import Dct, Resolution, Timex, TimexType
from dateline.timex import tag

WEDNESDAY = date(2025, 2, 26)


def days(text: str, phrase: str, published: date = WEDNESDAY) -> tuple[str, str] | None:
    """First and last day of a phrase, None where it has no place on the calendar."""
    interval = timex(text, phrase, published).interval
    return None if interval is None else (str(interval.earliest), str(interval.latest))


def timex(text: str, phrase: str, published: date = WEDNESDAY) -> Timex:
    """The one timex that is exactly those words."""
    (found,) = [found for found in tag(text, Dct(published)).timexes if found.text == phrase]
    return found


DIRECTIONS = [
    # The two clauses of one sentence look both ways.
    ("The court, which met on Friday, will rule on Tuesday.", "Friday", "2025-02-21"),
    ("The court, which met on Friday, will rule on Tuesday.", "Tuesday", "2025-03-04"),
    ("The union said on Tuesday it would strike on Saturday.", "Tuesday", "2025-02-25"),
    ("The union said on Tuesday it would strike on Saturday.", "Saturday", "2025-03-01"),
    ("A man arrested on Saturday will appear in court on Monday.", "Saturday", "2025-02-22"),
    ("A man arrested on Saturday will appear in court on Monday.", "Monday", "2025-03-03"),
    # Plans in the present and the past.
    ("Starmer is expected to meet with Trump on Thursday.", "Thursday", "2025-02-27"),
    ("The talks are due to resume on Sunday.", "Sunday", "2025-03-02"),
    ("The minister is set to resign on Friday.", "Friday", "2025-02-28"),
    ("He is likely to be freed on Monday.", "Monday", "2025-03-03"),
    ("He was due to appear on Monday but failed to show up.", "Monday", "2025-02-24"),
    ("Parliament has scheduled a vote for Friday.", "Friday", "2025-02-28"),
    ("They agreed to meet again on Thursday.", "Thursday", "2025-02-27"),
    ("The hearing was postponed until Monday.", "Monday", "2025-03-03"),
    ("He has until Friday to respond.", "Friday", "2025-02-28"),
    ("He stayed in hospital until Friday.", "Friday", "2025-02-21"),
    ("The talks, due on Thursday, were postponed.", "Thursday", "2025-02-27"),
    ("The alliance has decided to admit them on Monday.", "Monday", "2025-03-03"),
    ("They said they did not plan to remove him on Monday.", "Monday", "2025-03-03"),
    ("It will double flights between Oslo and Rome by Friday after talks.", "Friday",
     "2025-02-28"),
    # Modality.
    ("The ministers may meet on Friday.", "Friday", "2025-02-28"),
    ("He will not be there on Sunday.", "Sunday", "2025-03-02"),
    # The present that means the future, and the one that does not.
    ("The strike begins Saturday.", "Saturday", "2025-03-01"),
    ("Trump meets Starmer on Thursday.", "Thursday", "2025-02-27"),
    ("The vote is on Friday.", "Friday", "2025-02-28"),
    ("Trump speaks at the White House on Monday. Photo: Reuters", "Monday", "2025-02-24"),
    ("Trump speaks at the White House on Monday.\n\nPhoto: Reuters", "Monday", "2025-02-24"),
    ("Trump speaks at the White House on Monday.\n\nAna Kos\nphoto: AFP", "Monday",
     "2025-03-03"),
    ("He is accused of killing two men on Monday.", "Monday", "2025-02-24"),
    # The past in its forms.
    ("The strike began Saturday.", "Saturday", "2025-02-22"),
    ("Shares fell on Wednesday.", "Wednesday", "2025-02-26"),
    ("He has been missing since Friday.", "Friday", "2025-02-21"),
    ("Had the election been held on Sunday, he would have won.", "Sunday", "2025-02-23"),
    ("He failed to appear on Monday.", "Monday", "2025-02-24"),
    ("Macron and Trump at the White House on Monday", "Monday", "2025-02-24"),
    ("The firm had filed tax reports by Monday.", "Monday", "2025-02-24"),
    ("Until Monday, they had not called him a suspect.", "Monday", "2025-02-24"),
    ("Neither he nor she could be reached on Monday.", "Monday", "2025-02-24"),
    ("The dollar stood at 1.84 marks Monday.", "Monday", "2025-02-24"),
    ("In Sunday's debate, Spitzer attacked him.", "Sunday", "2025-02-23"),
    # A date before its noun.
    ("Ministers face a Friday deadline.", "Friday", "2025-02-28"),
    ("Shares fell ahead of Thursday's decision.", "Thursday", "2025-02-27"),
    ("Thursday's meeting will be crucial.", "Thursday", "2025-02-27"),
    ("Monday's attack killed five.", "Monday", "2025-02-24"),
    ("They would look for ways around Monday's ruling.", "Monday", "2025-02-24"),
    # Pointers.
    ('"That is why this Sunday, when I meet him, I will say so," he said.', "this Sunday",
     "2025-03-02"),
    ("He left last Sunday.", "last Sunday", "2025-02-23"),
    ("He left last Wednesday.", "last Wednesday", "2025-02-19"),
    ("He leaves next Sunday.", "next Sunday", "2025-03-09"),
    # Ranges lean on their beginning.
    ("The fair runs from Thursday to Monday.", "Monday", "2025-03-03"),
    ("They met on January 24 and 25.", "25", "2025-01-25"),
    ("The fair ran from 3 to 5 February.", "3", "2025-02-03"),
    # Partial dates.
    ("He died on March 3.", "March 3", "2024-03-03"),
    ("She will speak on the 3rd.", "the 3rd", "2025-03-03"),
    ("He spoke on the 24th.", "the 24th", "2025-02-24"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [pytest.param(*row, id=f"{row[1]} in: {row[0]}") for row in DIRECTIONS],
)
def test_a_day_is_read_on_the_side_its_clause_looks_to(text: str, phrase: str, day: str) -> None:
    assert days(text, phrase) == (day, day)


STRETCHES = [
    ("Lavrov said last week it was so.", "last week", "2025-02-17", "2025-02-23"),
    ("Talks go on this week.", "this week", "2025-02-24", "2025-03-02"),
    ("It happened last year.", "last year", "2024-01-01", "2024-12-31"),
    ("The 1990s were calm.", "The 1990s", "1990-01-01", "1999-12-31"),
    ("Sales rose in Q2 2025.", "Q2 2025", "2025-04-01", "2025-06-30"),
    ("Sales rose in the third quarter.", "the third quarter", "2024-07-01", "2024-09-30"),
    ("He won in 1998; a year earlier he lost.", "a year earlier", "1997-01-01", "1997-12-31"),
    ("It will open in mid-March.", "mid-March", "2025-03-11", "2025-03-20"),
    ("It will open by the end of March.", "the end of March", "2025-03-21", "2025-03-31"),
    ("It rained over the past three days.", "the past three days", "2025-02-23", "2025-02-25"),
    ("It will rain for the next three days.", "the next three days", "2025-02-27", "2025-03-01"),
    ("They met on Feb. 3-5.", "Feb. 3-5", "2025-02-03", "2025-02-05"),
    ("It was cold in the winter.", "the winter", "2024-12-01", "2025-02-28"),
    ("It happened two weeks ago.", "two weeks ago", "2025-02-10", "2025-02-16"),
    ("He left in early 2024.", "early 2024", "2024-01-01", "2024-04-30"),
    ("It was built in the 20th century.", "the 20th century", "1900-01-01", "1999-12-31"),
    ("The pre-2022 rules hold.", "pre-2022", "None", "2021-12-31"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"), [pytest.param(*row, id=row[1]) for row in STRETCHES]
)
def test_a_stretch_has_its_first_and_last_day(
    text: str, phrase: str, first: str, last: str
) -> None:
    assert days(text, phrase) == (first, last)


NOT_DATES = [
    "Theresa May met April O'Neil and June Smith.",
    "The Sunday Times wrote it, not the Daily Mail.",
    "It may rain, and they march on.",
    "The second man fell in the sun.",
    "They won 3-2 and 21:15.",
    "A Boeing 747 carried 1945 people over 200 miles.",
    "The phone costs $1999, or 40% less.",
    "Growth is 2,3%, and 23629 views.",
    "Call 555-1234 or +44 20 7946 0958.",
    "Room 1984 lies off Route 2020, on page 1999.",
    "The fall of the government.",
    "He took a second look, then a quarter of it.",
    "He lives at 1600 Pennsylvania Avenue.",
    "Version 2.0.2024 of 10.15.7",
    "Her 6-year-old son fell.",
    "He ate 3/4 of it.",
    "Iraq imports about three-quarters of its food.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    dates = [found.text for found in tag(text, Dct(WEDNESDAY)).timexes if found.interval]

    assert dates == []


def test_two_orders_of_day_and_month_are_both_told() -> None:
    found = timex("It opens on 3/4/2025.", "3/4/2025")

    assert found.resolution is Resolution.AMBIGUOUS
    assert str(found.interval.earliest if found.interval else None) == "2025-03-04"
    assert [str(other.interval.earliest) for other in found.alternatives] == ["2025-04-03"]


def test_another_date_of_the_text_settles_the_order() -> None:
    found = timex("It opened on 26/2/2025 and closes on 3/4/2025.", "3/4/2025")

    assert found.resolution is Resolution.RESOLVED
    assert found.value == "2025-04-03"
    assert "26/2/2025 in the same text has the day first" in found.explanation


def test_the_publishers_country_settles_the_order() -> None:
    found = tag("It opens on 3/4/2025.", Dct(WEDNESDAY, country="GB")).timexes[0]

    assert (found.value, found.resolution) == ("2025-04-03", Resolution.RESOLVED)


def test_a_day_that_the_calendar_lacks_is_impossible() -> None:
    found = timex("He was born on 29 February 2015.", "29 February 2015")

    assert (found.resolution, found.interval) == (Resolution.IMPOSSIBLE, None)


def test_a_weekday_that_is_not_that_dates_own_is_inconsistent() -> None:
    found = timex("It was on Monday 25 February 2025.", "Monday 25 February 2025")

    assert (found.resolution, found.interval) == (Resolution.INCONSISTENT, None)
    assert found.value == "2025-02-25"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He recently left.", "PAST_REF"),
        ("He is now free.", "PRESENT_REF"),
        ("It will rain in the coming weeks.", "FUTURE_REF"),
        ("He waited for years.", "PXY"),
        ("He runs every Monday.", "XXXX-WXX-1"),
    ],
)
def test_what_has_no_place_on_the_calendar_is_undated(text: str, value: str) -> None:
    (found,) = tag(text, Dct(WEDNESDAY)).timexes

    assert (found.value, found.interval, found.resolution) == (value, None, Resolution.UNDATED)


def test_the_publication_days_own_weekday_may_be_a_week_later_when_it_looks_ahead() -> None:
    found = timex("He will speak on Wednesday.", "Wednesday")

    assert found.value == "2025-02-26"
    assert [str(other.interval.earliest) for other in found.alternatives] == ["2025-03-05"]


def test_next_friday_may_be_the_coming_one() -> None:
    found = timex("He leaves next Friday.", "next Friday")

    assert found.value == "2025-03-07"
    assert [str(other.interval.earliest) for other in found.alternatives] == ["2025-02-28"]


def test_this_sunday_in_a_translation_may_be_this_week() -> None:
    dct = Dct(WEDNESDAY, translated_from="sr-ME")

    found = tag("I will meet him this Sunday.", dct).timexes[0]

    assert found.value == "2025-03-02"
    assert [
        (str(other.interval.earliest), str(other.interval.latest), "slip" in other.why)
        for other in found.alternatives
    ] == [("2025-02-24", "2025-03-02", True)]


def test_scrambled_figures_are_a_warning_with_what_they_suggest() -> None:
    found = tag("It will spend 2027% of GDP by 2,5, he said.", Dct(WEDNESDAY))

    assert found.timexes == ()
    assert [(w.code, w.suggestion) for w in found.warnings] == [
        ("scrambled_figures", "2.5% of GDP by 2027")
    ]


def test_since_opens_a_stretch() -> None:
    found = timex("He has led it since 2010.", "2010")

    assert [
        (str(other.interval.earliest), other.interval.latest) for other in found.alternatives
    ] == [("2010-01-01", None)]


def test_a_clock_time_belongs_to_the_day_named_before_it() -> None:
    found = timex("He died on March 3, 2024, at home, at 14:30.", "14:30")

    assert (found.type, found.value) == (TimexType.TIME, "2024-03-03T14:30")


def test_a_zone_is_kept_beside_the_local_time() -> None:
    found = timex("He will speak at 3 p.m. GMT on Friday.", "3 p.m. GMT on Friday")

    assert (found.value, found.zone) == ("2025-02-28T15:00", "GMT")


def test_the_newsrooms_zone_is_that_of_a_time_without_one() -> None:
    dct = Dct(WEDNESDAY, zone="Europe/Podgorica")

    assert tag("He will speak at 3 p.m. on Friday.", dct).timexes[0].zone == "Europe/Podgorica"


def test_an_explanation_names_rule_cue_and_anchor() -> None:
    found = timex("Starmer is expected to meet with Trump on Thursday.", "Thursday")

    assert found.rule == "bare weekday"
    assert found.explanation == (
        'bare weekday; "is expected to meet" looks ahead: first Thursday from Wed 26 Feb 2025 on'
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was on 26 February 2025.", "2025-02-26"),
        ("It was in the 1990s.", "199X"),
        ("It was in mid-February 2025.", "2025-02~"),
        ("They met on Feb. 3-5, 2025.", "2025-02-03/2025-02-05"),
        ("The pre-2022 rules hold.", "../2021"),
        ("The post-1959 regime fell.", "1960/.."),
        ("It was in the 20th century.", "19XX"),
        ("It was last week.", "2025-02-17/2025-02-23"),
        ("It was in 2024.", "2024"),
        ("It was around 3 March 2024.", "2024-03-03~"),
        ("It was in the summer of 2024.", "2024-22"),
    ],
)
def test_edtf_says_what_level_one_can(text: str, edtf: str) -> None:
    assert tag(text, Dct(WEDNESDAY)).timexes[0].edtf == edtf


def test_a_dispatch_is_read_from_its_own_dateline() -> None:
    text = "BELGRADE, February 24 (Beta) -- He said today that he met her on Sunday."

    found = tag(text, Dct(WEDNESDAY)).timexes

    assert [timex.value for timex in found] == ["2025-02-24", "2025-02-24", "2025-02-23"]
    assert [timex.anchor.kind.value for timex in found if timex.anchor] == [
        "publication", "dateline", "dateline",
    ]  # fmt: skip


def test_a_dateline_of_another_season_is_not_believed() -> None:
    found = tag("BELGRADE, October 24 (Beta) -- He met her on Sunday.", Dct(WEDNESDAY)).timexes

    assert [timex.value for timex in found] == ["2024-10-24", "2025-02-23"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He won in June 2016. In February he left.", ["2016-06", "2017-02"]),
        ("In 1998 he won. On March 3 he left.", ["1998", "1998-03-03"]),
        ("It has grown since 1990. In January it was sold.", ["1990", "2025-01"]),
        ("In 1998 he won. In March he will leave.", ["1998", "2025-03"]),
        ("In 1998 he won.\n\nIn January he left.", ["1998", "2025-01"]),
        ("In 2025 he won. In January he left.", ["2025", "2025-01"]),
        ("In 1998 he won. On Monday he left.", ["1998", "2025-02-24"]),
    ],
)
def test_a_story_set_in_another_year_stays_there(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, Dct(WEDNESDAY)).timexes] == values


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("They met on Independence Day.", None, "2024-07-04"),
        ("They met on Independence Day.", "IN", "2024-08-15"),
        ("They met on Labour Day 2023.", "FR", "2023-05-01"),
        ("They met on Labour Day.", "GB", "2024-09-02"),
        ("They met on Mother's Day.", "GB", "2024-03-10"),
        ("They met on Mother's Day.", None, "2024-05-12"),
        ("They met on Thanksgiving.", "XX", "2024-11-28"),
    ],
)
def test_a_national_day_is_the_publishers_own(text: str, country: str | None, day: str) -> None:
    found = tag(text, Dct(WEDNESDAY, country=country)).timexes[0]

    assert found.value == day


def test_a_feast_is_explained_by_its_name() -> None:
    found = tag("They met on Independence Day.", Dct(WEDNESDAY, country="IN")).timexes[0]

    assert "last Independence Day (IN) up to Wed 26 Feb 2025" in found.explanation


def test_a_text_in_another_language_writes_the_day_first() -> None:
    found = tag("Ouvre le 3/4/2025.", Dct(WEDNESDAY, language="fr")).timexes[0]

    assert (found.value, found.resolution) == ("2025-04-03", Resolution.RESOLVED)
