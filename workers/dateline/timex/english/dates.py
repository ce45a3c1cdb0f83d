"""Calendar names: weekdays, months and their days, years, quarters, seasons, decades."""

from dateline.model.interval import Granularity
from dateline.timex.algebra import (
    After,
    At,
    Before,
    Expression,
    In,
    Last,
    Mod,
    Moved,
    Nearest,
    Next,
    Nth,
    This,
    Vague,
    leaves,
)
from dateline.timex.calendar import FINENESS
from dateline.timex.english.lexicon import Unit
from dateline.timex.english.meaning import (
    THEN,
    full_year,
    in_year,
    last,
    month,
    month_day,
    nearest,
    next_,
    this,
    within,
)
from dateline.timex.repeat import WEEKDAYS, Repeat
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_WED = "2025-02-26"
_HALVES = 2


def _agreeing(name: str, of: Expression) -> Expression | None:
    """A weekday beside a date: nothing where the two disagree."""
    if said_unit(of) is not Granularity.DAY or _is_weekday(of) or THEN in leaves(of):
        # "On Tuesday, two days after the vote" are two times.
        return None
    return In(Repeat(name), of)


def _is_weekday(of: Expression) -> bool:
    return isinstance(of, In | Nearest) and of.repeat.cycle is Granularity.WEEK


def _dated(of: Expression, name: str) -> Expression | None:
    """ "This coming Sunday, March second": the second of March is that Sunday."""
    if not isinstance(of, This | Last | Next | Nearest | In) or of.repeat.name not in WEEKDAYS:
        return None
    if isinstance(of, In) and said_unit(of.of) is not Granularity.WEEK:
        return None
    return In(Repeat(name), of) if Repeat(name).unit is Granularity.DAY else None


def _year(number: int) -> Expression:
    return At(f"{number:04}")


def _year_first(year: int, name: str) -> Expression | None:
    """ "The 1988 second quarter"; a day of the year is not said so."""
    return None if Repeat(name).unit is Granularity.DAY else in_year(name, year)


def _nth_unit(count: int, unit: Unit, of: Expression) -> Expression | None:
    outer = said_unit(of)
    name = unit.unit.value
    if outer is None or unit.times > 3 or unit.letter in "hms":
        # "The 89th minute of Sunday's match".
        return None
    if FINENESS[unit.unit] >= FINENESS[outer]:
        return None
    return Nth(count, Repeat(name), of) if unit.unit is not Granularity.DAYPART else None


def _day_of(day: int, of: Expression) -> Expression | None:
    """ "The 21st of last month"; "the 21st of March" has a rule of its own."""
    if said_unit(of) is not Granularity.MONTH or isinstance(of, Nearest):
        return None
    return within(f"day-{day:02}", of)


def _its_weekend(of: Expression) -> Expression | None:
    """The weekend next to a day: of a Monday or Tuesday the one before."""
    if said_unit(of) is not Granularity.DAY:
        return None
    return This(Repeat("weekend"), Moved(of, -2, Granularity.DAY))


def _decade(text: str) -> Expression:
    digits = "".join(char for char in text if char.isdigit())
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    if year % 100 == 0:
        return At(f"{year // 100:02}")
    return At(f"{year // 10:03}")


def _century(ordinal: int) -> Expression | None:
    return At(f"{ordinal - 1:02}") if 1 <= ordinal <= 30 else None


RULES = (
    Rule("month name", "MON", "MONTH", lambda number: number,
         (Example("Talks began in January.", _WED, "2025-01"),),
         ("January Jones won on Friday.",)),
    Rule("month abbreviation", "MON", "MONTHAB .?", lambda number: number,
         (Example("It fell on Nov. 9, 2019.", _WED, "2019-11-09"),),
         ("Dec lost on Friday.",)),
    Rule("weekday name", "DOW", "WEEKDAY", lambda name: name,
         (Example("He resigned on Monday.", _WED, "2025-02-24"),),
         ("The Sunday Times wrote it.",)),
    Rule("month of the year", "REPEAT", "MON", month,
         (Example("Talks ended in December.", _WED, "2024-12"),),
         ("Theresa May left on Friday.",)),
    Rule("month and day", "REPEAT", "MON|MODEST the? DAY|DAYTH", month_day,
         (Example("He died on March 3.", _WED, "2024-03-03"),
          Example("He died on Dec31.", "2025-01-02", "2024-12-31"),
          Example("He died on Dec. 31.", "2025-01-02", "2024-12-31")),
         ("May 300 people came on Friday.",)),
    Rule("day and month", "REPEAT", "DAY|DAYTH of? MON|MODEST",
         lambda day, number: month_day(number, day),
         (Example("He died on 3 March.", _WED, "2024-03-03"),
          Example("He died on 31st December.", "2025-01-02", "2024-12-31")),
         ("Some 300 May voters left on Friday.",)),
    Rule("day, month and year in words", "DATE", "TEN|TEEN ~ DIGIT? MON|MODEST ,? YEAR",
         lambda tens, ones, number, year: in_year(month_day(number, tens + (ones or 0)), year)
         if tens + (ones or 0) <= 31 else None,
         (Example("He died on twenty five January nineteen eighty six.", _WED, "1986-01-25"),
          Example("He died on fifteen August 1993.", _WED, "1993-08-15")),
         ("Some forty five January 2024 voters left.",)),
    Rule("the day of a month", "REPEAT", "the DAYTH of MON|MODEST",
         lambda day, number: month_day(number, day),
         (Example("He died on the 3rd of March.", _WED, "2024-03-03"),),
         ("He was the third of 300 on Friday.",)),
    Rule("quarter", "REPEAT", "the? fiscal? ~ ORDINAL quarter",
         lambda n: f"q{n}" if n <= 4 else None,
         (Example("Sales fell in the third quarter.", _WED, "2024-Q3"),),
         ("It was his fifth quarter.",)),
    Rule("fiscal quarter", "REPEAT", "the? ORDINAL fiscal quarter",
         lambda n: f"q{n}" if n <= 4 else None,
         (Example("Sales fell in the first fiscal quarter of 2024.", _WED, "2024-Q1"),),
         ("It was his fifth fiscal quarter.",)),
    Rule("quarter as an adjective", "REPEAT", "fiscal? ~ ORDINAL - quarter",
         lambda n: f"q{n}" if n <= 4 else None,
         (Example("The third-quarter loss was small.", _WED, "2024-Q3"),),
         ("It was his fifth-quarter loss.",)),
    Rule("quarter in short", "REPEAT", "CODE", lambda name: name,
         (Example("Sales fell in Q3.", _WED, "2024-Q3"),
          Example("Sales fell in Q2 2025.", _WED, "2025-Q2"),
          Example("Sales fell in H1 2024.", _WED, "2024-H1")),
         ("The Audi Q8 left on Friday.",)),
    Rule("last half of the year", "REPEAT", "the? last|latter half", lambda: "h2",
         (Example("Sales fell in the last half of 2023.", _WED, "2023-H2"),),
         ("They scored in the last half of the match.",)),
    Rule("half of the year", "REPEAT", "the? ORDINAL ~ half",
         lambda n: f"h{n}" if n <= 2 else None,
         (Example("Sales fell in the first half of 2024.", _WED, "2024-H1"),),
         ("They scored twice in the first half of the match.",)),
    Rule("half of what is at hand", "DATE", "the? ORDINAL ~ half of HORIZON",
         lambda n, of: within(f"h{n}", of) if n <= _HALVES else None,
         (Example("Sales will rise in the second half of the year.", _WED, "2025-H2"),
          Example("Sales rose in the first half of the decade.", _WED, "202")),
         ("They scored in the second half of the match.",)),
    Rule("season", "REPEAT", "the? SEASON", lambda name: name,
         (Example("He left in the summer.", _WED, "2024-SU"),),
         ("They fall on Friday.",)),
    # Standing alone.
    Rule("bare weekday", "DATE", "DOW", nearest,
         (Example("He resigned on Monday.", _WED, "2025-02-24"),
          Example("She will speak on Thursday.", _WED, "2025-02-27"),
          Example("Shares fell on Wednesday.", _WED, "2025-02-26")),
         ("The Sunday Times wrote it.", "The Sun rose.")),
    Rule("bare calendar name", "DATE", "REPEAT", nearest,
         (Example("He will leave in June.", _WED, "2025-06"),
          Example("The winter was cold.", "2025-01-10", "2024-WI")),
         ("Theresa May left.",)),
    Rule("abbreviated weekday", "DOW", "WD .", lambda name: name,
         (Example("He resigned on Thurs. after talks.", _WED, "2025-02-20"),),
         ("He sat in the sun. It shone on Friday.",)),
    Rule("abbreviated weekday of a week", "DATE", "DATE on? WD",
         lambda of, name: within(name, of) if said_unit(of) is Granularity.WEEK else None,
         (Example("He leaves next week on Tue with her.", _WED, "2025-03-04"),),
         ("He left in 2024 on Tue.",)),
    Rule("weekday abbreviation", "DATE", "WD .? ,? REPEAT",
         lambda name, of: _agreeing(name, nearest(of)),
         (Example("He resigned Thurs., Feb. 6.", _WED, "2025-02-06"),),
         ("The sun shone on Feb. 6.",)),
    Rule("weekday abbreviation and date", "DATE", "WD .? ,? DATE", _agreeing,
         (Example("He resigned Thurs., Feb. 6, 2025.", _WED, "2025-02-06"),
          Example("Sun May 18, 2025 was long.", _WED, "2025-05-18")),
         ("The sun in May 2025.",)),
    Rule("calendar name and year", "DATE", "REPEAT ,|of|in|- YEAR", in_year,
         (Example("He died on Feb. 29, 2024.", _WED, "2024-02-29"),
          Example("It was the summer of 1998.", _WED, "1998-SU")),
         ("They left in May.", "Sales will fall in 2026.")),
    Rule("calendar name before its year", "DATE", "REPEAT YEAR", in_year,
         (Example("It was in October 1998.", _WED, "1998-10"),
          Example("It was on 31 December 1999.", _WED, "1999-12-31")),
         ("They left in May.",)),
    Rule("year and calendar name", "DATE", "the? YEAR 's|’s? REPEAT", _year_first,
         (Example("Profit rose in the 1988 second quarter.", _WED, "1988-Q2"),),
         ("In 1988 Mondays were quiet.",)),
    Rule("calendar name within", "DATE", "REPEAT of|in DATE", within,
         (Example("He left in March of last year.", _WED, "2024-03"),),
         ("The winter of discontent.",)),
    Rule("calendar name then year", "DATE", "REPEAT DATE",
         lambda name, of: within(name, of) if said_unit(of) is Granularity.YEAR else None,
         (Example("He left in June last year.", _WED, "2024-06"),),
         ("The winter Monday broke.",)),
    Rule("calendar name of one's own", "DATE", "DATE 's|’s REPEAT",
         lambda of, name: within(name, of),
         (Example("Next year's first quarter looks good.", _WED, "2026-Q1"),),
         ("Last year's rise.",)),
    Rule("weekday and day of the month", "ALONE", "DOW|WD the? DAYTH|DAY",
         lambda name, day: nearest(f"{name}-{day:02}"),
         (Example("He left on Monday the 24th.", _WED, "2025-02-24"),),
         ("On Monday the first of May passed.",)),
    Rule("pointed weekday and date", "DATE", "DATE , REPEAT",
         _dated,
         (Example("It opens this coming Sunday, March second.", _WED, "2025-03-02"),),
         ("It opened on Sunday, summer came.",)),
    Rule("weekday and date", "DATE", "DOW ,? DATE",
         _agreeing,
         (Example("It opens on Monday, March 3.", _WED, "2025-03-03"),
          Example("It opened on Tuesday 31 December 2024.", _WED, "2024-12-31")),
         ("On Monday 250 people left.", "He left on Monday, two days after the raid.")),
    Rule("weekday of a week", "DATE", "DOW of DATE", within,
         (Example("He left on Monday of last week.", _WED, "2025-02-17"),),
         ("The Monday of his life.",)),
    Rule("weekday, then its week", "DATE", "DOW DATE",
         lambda name, of: within(name, of) if said_unit(of) is Granularity.WEEK else None,
         (Example("He will speak on Tuesday next week.", _WED, "2025-03-04"),),
         ("He met him on Tuesday 2024 times.",)),
    Rule("day of a month said otherwise", "DATE", "the DAYTH of DATE|HORIZON", _day_of,
         (Example("He left on the 21st of last month.", _WED, "2025-01-21"),
          Example("He will leave on the 28th of the month.", _WED, "2025-02-28")),
         ("He was the 21st of his line.",)),
    Rule("a week's weekday", "DATE", "DATE on|-? DOW",
         lambda of, name: within(name, of) if said_unit(of) is Granularity.WEEK else None,
         (Example("He will speak next week on Tuesday.", _WED, "2025-03-04"),),
         ("He met him in 2024 on Tuesday.",)),
    Rule("year", "DATE", "YEAR", _year,
         (Example("The war ended in 1945.", _WED, "1945"),
          Example("It will open in 2030.", _WED, "2030")),
         ("Police seized 1945 pieces.", "It costs $2000.", "Room 1945 was empty.")),
    Rule("the year", "DATE", "the? calendar? year|years YEAR", _year,
         (Example("The year 2000 was quiet.", _WED, "2000"),),
         ("The year of change.",)),
    Rule("fiscal year", "DATE", "the? fiscal|fy|financial year? YEAR", _year,
         (Example("Profit for fiscal 1989 rose.", _WED, "1989"),),
         ("The fiscal policy of 1989.",)),
    Rule("fiscal year in short", "DATE", "FY", _year,
         (Example("Profit for FY2025 rose.", _WED, "2025"),),
         ("The FYI on 2025.",)),
    Rule("year before our era", "REF", "NUM bc|bce|b.c.", lambda n: Vague(f"BC{round(n):04}"),
         (Example("He died in 44 BC.", _WED, "BC0044"),),
         ("The BC coast.",)),
    Rule("year of our era", "DATE", "ad|a.d. NUM", lambda n: _year(round(n)) if n < 2200 else None,
         (Example("It erupted in AD 79.", _WED, "0079"),),
         ("The ad 79 times.",)),
    Rule("decade", "DATE", "the? DECADE", _decade,
         (Example("Prices fell in the 1990s.", _WED, "199"),
          Example("Prices fell in the '80s.", _WED, "198")),
         ("A man in his 80s fell.",)),
    Rule("decade in words", "DATE", "the? NINETIES", lambda tens: At(f"19{tens // 10}"),
         (Example("Prices fell in the nineties.", _WED, "199"),),
         ("A man in his nineties fell.",)),
    Rule("century", "DATE", "the? ORDINAL ~ century", _century,
         (Example("It was built in the 20th century.", _WED, "19"),),
         ("The 40th century fox.",)),
    # With a pointer.
    Rule("last of its name", "DATE", "last REPEAT|DOW", last,
         (Example("He left last March.", _WED, "2024-03"),
          Example("He left last Friday.", _WED, "2025-02-21"),
          Example("He left last Wednesday.", _WED, "2025-02-19")),
         ("At last May left.",)),
    Rule("past of its name", "DATE", "this? past REPEAT|DOW", last,
         (Example("He left this past spring.", _WED, "2024-SP"),),
         ("He went past on Friday.",)),
    Rule("this of its name", "DATE", "this REPEAT|DOW", this,
         (Example("I meet him this Sunday.", _WED, "2025-03-02"),
          Example("He leaves this summer.", _WED, "2025-SU")),
         ("This may be so.",)),
    Rule("next weekday", "DATE", "next DOW", lambda name: within(name, next_("week")),
         (Example("It opens next Friday.", _WED, "2025-03-07"),
          Example("It opens next Monday.", "2025-12-30", "2026-01-05")),
         ("The next, Friday, he left.",)),
    Rule("next of its name", "DATE", "next|upcoming|coming REPEAT", next_,
         (Example("He returns next June.", _WED, "2025-06"),),
         ("The next, in June, he left.",)),
    Rule("coming weekday", "DATE", "this? coming|upcoming DOW", next_,
         (Example("It opens this coming Sunday.", _WED, "2025-03-02"),),
         ("The coming, Friday, is his.",)),
    Rule("following of its name", "DATE", "the? following REPEAT|DOW",
         lambda name: next_(name, THEN),
         (Example("He fell ill on January 6 and died the following Friday.", _WED, "2025-01-10"),),
         ("Following Friday's vote he left.",)),
    Rule("previous of its name", "DATE", "the? previous|preceding REPEAT|DOW",
         lambda name: last(name, THEN),
         (Example("He fell ill on January 10 after a meal the previous Friday.", _WED,
                  "2025-01-03"),),
         ("The previous, Friday, he left.",)),
    Rule("the weekday before", "ALONE", "the DOW before|earlier", lambda name: last(name, THEN),
         (Example("He died on Monday, March 4, 2024; the Friday before he had been well.", _WED,
                  "2024-03-01"),),
         ("The Friday, before he left, was dull.",)),
    Rule("the weekday before a date", "DATE", "the DOW before DATE", last,
         (Example("He left on the Friday before Christmas.", _WED, "2024-12-20"),),
         ("He left on the Friday before the vote.",)),
    Rule("the weekday after a date", "DATE", "the DOW after DATE", next_,
         (Example("He left on the Friday after Christmas.", _WED, "2024-12-27"),),
         ("He left on the Friday after the vote.",)),
    Rule("that of its name", "DATE", "that DOW", lambda name: this(name, THEN),
         (Example("He spoke in the week of January 6 and left that Friday.", _WED, "2025-01-10"),),
         ("He said that Friday's vote was lost.",)),
    Rule("day of the month", "ALONE", "the DAYTH", lambda day: nearest(f"day-{day:02}"),
         (Example("He left on the 24th.", _WED, "2025-02-24"),
          Example("He will leave on the 3rd.", _WED, "2025-03-03")),
         ("He was the first to leave.", "It is the 50th anniversary.")),
    Rule("day of the month without article", "ALONE", "<on DAYTH",
         lambda day: nearest(f"day-{day:02}"),
         (Example("He left on 24th.", _WED, "2025-02-24"),),
         ("He lived on 24th Street.",)),
    Rule("week by its number", "DATE", "the? week NUM",
         lambda n: nearest(f"week-{n:02}") if isinstance(n, int) and 1 <= n <= 53 else None,
         (Example("Sales fell in week 5.", _WED, "2025-W05"),),
         ("The week 55 men left.",)),
    Rule("so-manieth unit of it", "DATE", "the? ORDINAL UNIT of|in DATE|HORIZON", _nth_unit,
         (Example("It opened in the first week of 2021.", _WED, "2021-W01"),
          Example("It opens in the second week of March.", _WED, "2025-W11"),
          Example("It opened on the first day of March 2024.", _WED, "2024-03-01")),
         ("It was the first week of his life.",)),
    Rule("last unit of it", "DATE", "the? last|final UNIT of|in DATE|HORIZON",
         lambda unit, of: _nth_unit(-1, unit, of),
         (Example("It opened in the last week of 2016.", _WED, "2016-W52"),
          Example("It opened on the last day of February 2024.", _WED, "2024-02-29")),
         ("It was the last week of his life.",)),
    Rule("so-manieth weekday of it", "DATE", "the? ORDINAL DOW of|in DATE|HORIZON",
         lambda n, name, of: Nth(n, Repeat(name), of) if n <= 5 else None,
         (Example("It opened on the third Monday of January 2025.", _WED, "2025-01-20"),),
         ("It was the first Monday of his life.",)),
    Rule("last weekday of it", "DATE", "the? last DOW of|in DATE|HORIZON",
         lambda name, of: Nth(-1, Repeat(name), of),
         (Example("It opened on the last Friday of May 2024.", _WED, "2024-05-31"),),
         ("It was the last Monday of his life.",)),
    Rule("weekend of a date", "DATE", "the? weekend of DATE",
         _its_weekend,
         (Example("He left on the weekend of March 2, 2024.", _WED, "2024-W09-WE"),),
         ("The weekend of his life.",)),
    Rule("feast weekend", "DATE", "REPEAT weekend",
         lambda name: _its_weekend(nearest(name)),
         (Example("He left on Easter weekend.", _WED, "2024-W13-WE"),),
         ("He left on the weekend.",)),
    Rule("feast weekend of a year", "DATE", "REPEAT weekend ,|of|in? YEAR",
         lambda name, year: _its_weekend(in_year(name, year)),
         (Example("He left on Halloween weekend 2021.", _WED, "2021-W43-WE"),),
         ("He left on the weekend in 2021.",)),
    Rule("weekend of a dated feast", "DATE", "REPEAT ,|of|in? YEAR weekend",
         lambda name, year: _its_weekend(in_year(name, year)),
         (Example("He left on Labor Day 2021 weekend.", _WED, "2021-W35-WE"),),
         ("He left in 2021 on a weekend.",)),
    Rule("that season", "DATE", "that|same SEASON", lambda name: this(name, THEN),
         (Example("He won in 1998 and died that summer.", _WED, "1998-SU"),),
         ("He said that winter would come on Friday.",)),
    Rule("that weekend", "DATE", "that weekend", lambda: this("weekend", THEN),
         (Example("He fell on Friday, February 7, and died that weekend.", _WED, "2025-W06-WE"),),
         ("He said that weekends pass.",)),
    Rule("week that begins", "DATE", "the week beginning|starting|of|ending on? DATE",
         lambda of: this("week", of) if said_unit(of) is Granularity.DAY else None,
         (Example("He left in the week beginning March 4, 2024.", _WED, "2024-W10"),),
         ("The week beginning to end.",)),
    Rule("month known by its preposition", "DATE",
         "<in|of|since|until|by|during|last|next|before|after MODEST",
         lambda number: nearest(month(number)),
         (Example("he left in may.", _WED, "2024-05"),),
         ("It may be so.",)),
    Rule("beyond a year", "DATE", "post ~ YEAR", lambda year: Mod("AFTER", After(_year(year))),
         (Example("The post-1959 regime fell.", _WED, "1959"),),
         ("The post of 1959.",)),
    Rule("ahead of a year", "DATE", "pre ~ YEAR", lambda year: Mod("BEFORE", Before(_year(year))),
         (Example("The pre-1959 regime fell.", _WED, "1959"),),
         ("The pre-war regime.",)),
)  # fmt: skip
