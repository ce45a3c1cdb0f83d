"""Sentences at the edges of rules: what each guard keeps out or lets in."""

from datetime import date

import pytest

from dateline.model.timex import Dct
from dateline.timex import tag
from dateline.timex.rule import Rule, variants

WEDNESDAY = Dct(date(2025, 2, 26))

VALUES = [
    # Ranges, told in words.
    ("The fair runs from Friday to Tuesday, from next Monday to Friday.",
     ["2025-02-28", "2025-03-04", "2025-03-03", "2025-03-07"]),
    ("It ran from May to October 2020.", ["2020-05", "2020-10"]),
    ("It ran from recently to 2020.", ["PAST_REF", "2020"]),
    # Weekdays that choose the year of their date.
    ("They will meet on Sunday, January 26.", ["2025-01-26"]),
    ("They met on Monday the 13th.", ["2025-01-13"]),
    # Comparisons and reports.
    ("Net rose in the third quarter to $3 million from $2 million a year ago.",
     ["2024-Q3", "2023-Q3"]),
    ("It expects to report fourth-quarter results.", ["2024-Q4"]),
    ("It will report first-quarter results.", ["2025-Q1"]),
    ("Sales fell in June. In the year-ago period they rose.", ["2024-06", "2023-06"]),
    # Clock times.
    ("He left at 5 on Monday evening.", ["2025-02-24TEV"]),
    ("He left at 5:30 on Monday evening.", ["2025-02-24T17:30"]),
    ("He left on Monday evening at 5:30.", ["2025-02-24T17:30"]),
    ("He left on Monday night at 2:15.", ["2025-02-24T02:15"]),
    ("He left late Monday night at 11:15 p.m.", ["2025-02-24T23:15"]),
    ("For the people high noon came on Monday.", ["2025-02-24"]),
    ("The film High Noon ran on Monday.", ["2025-02-24"]),
    ("It was open between 9:00 and 17:00.", ["2025-02-26T09:00", "2025-02-26T17:00"]),
    ("He left at 13 pm on Monday.", ["2025-02-24"]),
    ("It cost 10:61 then.", []),
    # Decades, centuries, eras.
    ("It was built in the 1900s and the '90s.", ["19", "199"]),
    ("It sold for 79 AD in an ad 79 long.", []),
    # Periods.
    ("It lasted two years and three months.", ["P2Y3M"]),
    ("It lasted two hours and thirty minutes.", ["PT2H30M"]),
    ("It lasted three months and two years.", ["P3M", "P2Y"]),
    ("It lasted two and a half days and a half.", ["P2.5D"]),
    ("Sales fell over the last quarter.", ["2024-Q4"]),
    ("It fell in the past few weeks.", ["PXW"]),
    ("It lasted about several days.", ["PXD"]),
    ("Five days ago this month he left.", ["2025-02"]),
    ("A few days later he left.", ["PXD"]),
    ("The trial may still last six weeks.", ["P6W"]),
    ("It was the third in as many days.", []),
    ("It lasted just over two years.", ["P2Y"]),
    ("Prices rose in the year to January.", ["P1Y", "2025-01"]),
    # What counts from a date that nothing names.
    ("Two days later, the plane crashed.", ["PAST_REF"]),
    ("Two days later, they will meet.", ["2025-02-28"]),
    # Halves.
    ("The second half of March and the first half of the 1980s.", ["2025-03", "198"]),
    # The attacks of 2001.
    ("Since 9/11, and in the post-9/11 era.", ["2001-09-11", "2001-09-11"]),
    # Sets.
    ("He runs each summer, every May 3 and every Q3.", ["XXXX-SU", "XXXX-05-03", "XXXX-Q3"]),
    # Written dates.
    ("Filed 2/29/2023 and 30/2/2024.", ["2023-02-29", "2024-02-30"]),
    ("Filed on 13/13 or on 5/5.", ["2024-05-05"]),
    ("They met Feb. 5-3.", ["2025-02-05"]),
    ("They met 3-5 February 2024, and from 1,200 to 1,300 days.",
     ["P3D", "P1300D"]),
    ("Filed 02/26/2025, due 3/4/2025.", ["2025-02-26", "2025-03-04"]),
    ("The 2015-2010 war.", ["2015", "2010"]),
    # What only looks like one.
    ("The Theresa May memoir.", []),
    ("A class of '98 rock songs, '90 Minutes' of it.", ["1998"]),
    ("It sold 1945, then 1946 pieces.", ["1945"]),
    ("It is 1,945 and 2025s.", []),
    ("On Monday the first of three fell.", ["2025-02-24"]),
    ("He came as soon as he could and soon after left.", []),
    ("He will soon leave.", ["FUTURE_REF"]),
    ("The Fall of Rome.", []),
    ("He scored in the first half; they lost the game in the fourth quarter.", []),
    ("Profit fell in the first half and in the fourth quarter.", ["2025-H1", "2024-Q4"]),
    ("Highs will be in the 80s, then in the mid-80s.", []),
    ("He watched Saturday Night Live and The Day After Tomorrow.", []),
    ("It is for Monday morning quarterbacks and a Sunday school.", []),
    ("Now and then he read \"1984: The Novel\" or Nineteen Eighty-Four.", []),
    ("Call 555-2020; it may 3 times ring.", []),
    ("It grows 8% annually, makes 10,000 units annually and trades an average daily volume.", []),
    ("It meets annually. Today's youth is open 24 hours a day.", ["P1Y"]),
    ("It ate three-quarters of its food on the show \"This Week\".", []),
    ("The DEC appeal for H1 N1 by Father Christmas is up to date.", []),
    ("They are hoping to have finished by June.", ["2025-06"]),
    ("The club has postponed Sunday's shows to July 31.", ["2025-03-02", "2025-07-31"]),
    ("It will grow less than forecast in July.", ["2024-07"]),
    ("The show Larry King Now ran in the present-day city.", []),
    ("For the first time in eight years they will win; it is the coldest day in a decade.",
     ["P8Y", "P10Y"]),
    ("He will win this Monday. He won this Friday.", ["2025-03-03", "2025-02-21"]),
    ("He will win this Friday. He won this Monday.", ["2025-02-28", "2025-02-24"]),
    ("Once in a while he left shortly thereafter.", []),
    ("He left later in the day. At the end of the day it counts.", []),
    ("The World Cup 2010 was lost; he ran Windows 2000.", ["2010"]),
    ("The quarter of voters who made her Person of the Year pay thousands of dollars an hour.", []),
    ("The Johnny-come-lately was player of the year.", []),
    ("One day he will come. It lasted one day.", ["FUTURE_REF", "P1D"]),
    ("The month-long strike; a month-long strike.", ["P1M", "P1M"]),
    ("Every second man fell, every second.", ["PT1S"]),
    ("He spoke of the January 6 attack.", ["2025-01-06"]),
    ("He lost at last year's summit, at last week in, week out.", ["2024"]),
    ("Sales went up 2024% in total.", []),
    ("The hit show A1999x and x-1999 ran.", []),
    ("Ann April of Spain spoke.", []),
    ("He fell in the early hours of Monday.", ["2025-02-24"]),
    ("After weeks of talks he left.", ["PXW"]),
    ("A quarter of a weekend of talks passed.", []),
    ("A day passed. A week passed.", ["P1D", "P1W"]),
    ("It opens four months from tomorrow.", ["2025-06-27"]),
    ("He left at 13 in the afternoon, at 5 o'clock.", ["2025-02-26TAF", "2025-02-26T05:00"]),
    ("He left in the second year of March.", ["2024-03"]),
    ("He left in March of the week of May 5, 2024.", ["2024-03", "2024-W18"]),
    ("Early recently, and late days after that.", ["PAST_REF", "PXD"]),
    ("He fell in the last few weeks or so.", ["PXW"]),
    ("The late-November crash and the early days.", ["2024-11"]),
    ("It ran 2h and 3 hrs.", ["PT3H"]),
    ("He failed to try to leave on Monday.", ["2025-02-24"]),
    ("He was due to try to leave on Friday, he said to.", ["2025-02-28"]),
    ("He had been expected to leave on Friday.", ["2025-02-28"]),
    ("They met in the coming two quarters and the past two quarters.", ["P2Q", "P2Q"]),
    ("BELGRADE, February 30 (Beta) -- He met her.", ["XXXX-02-30"]),
    ("He recently left. In January he died.", ["PAST_REF", "2025-01"]),
    ("In 2016 he fell. A day later he died.", ["2016", "PAST_REF"]),
    ("In a year when all will be well, we rest.", ["P1Y"]),
    ("He was at the March on Washington, the 1963 March for Jobs.", ["1963"]),
    ("Once in my early 20s, at Mar-a-Lago, I met him.", []),
    ("It met on 3 March 2025, 4 March 2025, and 5 March.",
     ["2025-03-03", "2025-03-04", "2024-03-05"]),
    ("It met on Monday, 3 March 2024, 4 March 2024.", ["2024-03-03", "2024-03-04"]),
    ("He will speak on Tuesday and Wednesday.", ["2025-03-04", "2025-03-05"]),
    ("He spoke on Tuesday and Wednesday.", ["2025-02-25", "2025-02-26"]),
    ("Deals were made on Friday and Thursday.", ["2025-02-21", "2025-02-20"]),
    ("The 2024/25 season ended.", ["P2Y"]),
    ("The Future Fund paid an everyday guy.", []),
    # Amounts that look like years, and marches.
    ("The ship carried 2027 containers.", []),
    ("About 1900 boats sank.", []),
    ("The firm posted 1988 sales of $3 million.", ["1988"]),
    ("They spoke of the 1992 riots.", ["1992"]),
    ("The novel 1984 was banned.", []),
    ("An annual March for Life took place.", []),
    ("He may march second in the parade.", []),
    ("The Seven Years' War and the Six-Day War are taught.", []),
    ("Friday, the parrot, escaped.", []),
    ("Friday, the last day of the trial, passed quietly.", ["2025-02-21"]),
    ("He scored in the 89th minute of Sunday's match.", ["2025-02-23"]),
    ("They trailed 14-3 in the second quarter.", []),
    ("One man left at noon and the second on Friday.", ["2025-02-26T12:00", "2025-02-21"]),
    ("The firm, Winter & Sons, and Monday.com closed.", []),
    ("May's elections will be a test.", ["2025-05"]),
    ("Mrs May's government fell.", []),
    ("It rose from 1990 to 2010 points.", []),
    ("The meeting on the 14th was short.", ["2025-02-14"]),
    ("The probe 2024 YR4 flew by.", []),
    ("The vote is due six months earlier than planned.", ["P6M"]),
    ("He was to be tried in March but the case was dropped.", ["2025-03"]),
    ("The bank had until Monday to respond.", ["2025-02-24"]),
    ("The bank had until Thursday to respond.", ["2025-02-27"]),
    # Sets, and halves of things.
    ("He calls every night and each week.", ["XXXX-XX-XXTNI", "P1W"]),
    ("They ruled for a quarter of a century, or a century and a half.", ["P25Y", "P150Y"]),
    ("The war broke out in 1914. That summer they were at sea.", ["1914", "1914-SU"]),
    # Stories that go on in their own year, and years that have hardly begun.
    ("It fell on 14 August 2018. Two weeks later he quit, and by October he was gone.",
     ["2018-08-14", "2018-W35", "2018-10"]),
    ("For the full year, it earned $11 million.", ["2024"]),
    ("It expects to earn $11 million for the full year.", ["2025"]),
    ("A year ago on Sunday, the war began.", ["2024-02-23"]),
    ("A decision came as early as Monday.", ["2025-02-24"]),
    ("A decision may come as early as Monday.", ["2025-03-03"]),
    ("Until Tuesday, nobody knew.", ["2025-02-25"]),
    ("Until Tuesday, nobody will know.", ["2025-03-04"]),
    ("It passed in the wee hours of Friday.", ["2025-02-21"]),
    # A feast with capitals, any such day without.
    ("They will vote on Election Day.", ["2025-11-04"]),
    ("They will vote on election day.", []),
    # Figures of files, pages and firms; any such day; before the calendar.
    ("Order no. 2019/1937 was signed.", []),
    ("He read pp. 1990-1995.", []),
    ("The 21st Century Fox deal closed in the 21st century.", ["20"]),
    ("It was a Tuesday, I think.", []),
    ("He faces a Tuesday deadline.", ["2025-03-04"]),
    ("It was warm 150 million years ago.", ["PAST_REF"]),
    ("Opening hours were cut.", []),
    ("Wait a minute, Mr Postman.", []),
    # A year that goes on in the same breath, and one that is told at the end of a list.
    ("From March 3, 2023, to April 5 he was away.", ["2023-03-03", "2023-04-05"]),
    ("She was jailed in May 2022 and freed in August.", ["2022-05", "2022-08"]),
    ("She was jailed in May 2022 and will be freed in August.", ["2022-05", "2025-08"]),
    ("The vote of November 2020 and the riot of January 6 split us.", ["2020-11", "2021-01-06"]),
    ("He was hired in 2015 and fired in January.", ["2015", "2025-01"]),
    ("The man who left in May 2022, and who died in June, was rich.", ["2022-05", "2024-06"]),
    ("It was tested in January, March and June 2022.", ["2022-01", "2022-03", "2022-06"]),
    ("It met on 3 March, 4 March and 5 April 2022.", ["2022-03-03", "2022-03-04", "2022-04-05"]),
    ("In 2019, January and June 2022 it rained.", ["2019", "2022-01", "2022-06"]),
    ("On Friday and on 5 April 2022 it rained.", ["2025-02-21", "2022-04-05"]),
    # Plans of what was then to come: the nearer side.
    ("He had been scheduled to fly home on Tuesday.", ["2025-02-25"]),
    ("He had been scheduled to fly home on Thursday.", ["2025-02-27"]),
    ("One fell on Monday and one that night.", ["2025-02-24", "2025-02-24TNI"]),
    ("It will melt by the afternoon.", ["2025-02-26TAF"]),
    # Counted from nothing that is told.
    ("Two hours later the roof caved in.", ["PAST_REF"]),
    ("It was the third this month.", ["2025-02"]),
    # Terms and ranges of amounts.
    ("It must be done within nine months.", ["P9M"]),
    ("Police came within two days.", ["P2D"]),
    ("Clashes broke out hours after the vote.", ["PTXH"]),
    ("Open Saturday 12-4.", ["PT4H"]),
    ("They won on Saturday 12-4.", ["2025-02-22"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), [pytest.param(*row, id=row[0]) for row in VALUES])
def test_a_sentence_has_just_these_values(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, WEDNESDAY).timexes] == values


@pytest.mark.parametrize(
    ("phrase", "language", "first", "last"),
    [
        ("He left last Sunday.", "hr", "2025-02-17", "2025-02-23"),
        ("He leaves next Sunday.", "id", "2025-03-03", "2025-03-09"),
        ("He leaves this Saturday.", "hy", "2025-02-24", "2025-03-02"),
    ],
)
def test_a_slip_of_translation_is_another_reading(
    phrase: str, language: str, first: str, last: str
) -> None:
    dct = Dct(date(2025, 2, 26), translated_from=language)

    found = [other.interval for other in tag(phrase, dct).timexes[0].alternatives]

    assert (first, last) in [(str(i.earliest), str(i.latest)) for i in found]


def test_a_text_that_is_no_translation_has_no_such_slip() -> None:
    (found,) = tag("He leaves this Saturday.", WEDNESDAY).timexes

    assert found.alternatives == ()


def test_a_translation_writes_the_day_first() -> None:
    dct = Dct(date(2025, 2, 26), translated_from="sr")

    assert tag("It opens on 3/4/2025.", dct).timexes[0].value == "2025-04-03"


def test_a_pattern_that_cannot_be_read_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not a pattern"):
        list(variants(Rule("broken", "DATE", "DATE??", lambda date: date)))


def test_phrases_do_not_cross_a_paragraph() -> None:
    found = tag("It met last\n\nFriday the talks began", WEDNESDAY).timexes

    assert [timex.text for timex in found] == ["Friday"]


def test_a_feast_at_hand_is_the_one_that_comes() -> None:
    december = Dct(date(2025, 12, 20))
    texts = ("The group ran a Christmas ad.", "He died on Christmas Day.", "An Easter ad ran.")

    found = [tag(text, december).timexes[0].value for text in texts]

    assert found == ["2025-12-25", "2024-12-25", "2025-04-20"]


def test_that_day_needs_a_day() -> None:
    found = tag("In 1987 trades were made that day.", WEDNESDAY).timexes

    assert [(timex.value, timex.interval is None) for timex in found] == [
        ("1987", False),
        ("PAST_REF", True),
    ]


def test_a_term_lasts_from_publication_on() -> None:
    (ahead,) = tag("It must be done within nine months.", WEDNESDAY).timexes
    (behind,) = tag("It was done within nine months.", WEDNESDAY).timexes
    (of,) = tag("It must be done within nine months of the vote.", WEDNESDAY).timexes

    assert ahead.interval is not None
    assert (str(ahead.interval.latest), ahead.begin_point) == ("2025-11-26", "t0")
    assert (behind.interval, of.interval) == (None, None)


def test_a_range_of_amounts_is_so_much_at_most() -> None:
    (days,) = tag("It takes two to six days.", WEDNESDAY).timexes
    (weeks,) = tag("It takes two or three weeks.", WEDNESDAY).timexes

    assert (days.text, days.value, days.mod) == ("two to six days", "P6D", "EQUAL_OR_LESS")
    assert (weeks.value, weeks.mod) == ("P3W", "APPROX")
