"""Periods of business reports: the year-ago quarter, the latest period, the full year."""

from dateline.model.interval import Granularity
from dateline.timex.algebra import At, Expression, Moved, Shift
from dateline.timex.english.lexicon import Unit
from dateline.timex.english.meaning import NOW, THEN, last, nearest, this
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_OCT = "1989-10-26"
_HALF_A_QUARTER = 45
_COMPARABLE = (Granularity.MONTH, Granularity.WEEK, Granularity.DAY)


def _year_before(of: Expression) -> Expression:
    return Moved(of, -1, Granularity.YEAR)


def _ending(of: Expression) -> Expression | None:
    """The quarter of the calendar that most of the three months before a day lie in."""
    if said_unit(of) not in (Granularity.DAY, Granularity.MONTH):
        return None
    return this("quarter", Moved(of, -_HALF_A_QUARTER, Granularity.DAY))


def _unit_back(unit: Unit) -> Expression | None:
    if unit.unit not in _COMPARABLE or unit.times > 1:
        return None
    return _year_before(this(unit.unit.value, THEN))


def _of_year(year: int) -> Expression:
    return At(f"{year:04}")


RULES = (
    Rule("the quarter at hand", "DATE", "the quarter", lambda: this("quarter", THEN),
         (Example("Net rose in the third quarter. Sales for the quarter fell.", _OCT, "1989-Q3"),
          Example("Sales for the quarter fell.", _OCT, "1989-Q3")),
         ("The quarter-final was lost.",)),
    Rule("the quarter that ended", "DATE", "the quarter >ended|ending >DATE", _ending,
         (Example("Sales for the quarter ended Sept. 30 rose.", _OCT, "1989-Q3"),
          Example("Sales for the quarter ended July 31, 1988, rose.", _OCT, "1988-Q2")),
         ("The quarter ended well.",)),
    Rule("the same quarter", "DATE", "the same|corresponding|comparable quarter",
         lambda: this("quarter", THEN),
         (Example("Net rose in the third quarter. Sales of the same quarter fell.", _OCT,
                  "1989-Q3"),),
         ("The same quarter-final was lost.",)),
    Rule("the latest quarter", "DATE", "the latest quarter", lambda: last("quarter"),
         (Example("Sales fell in the latest quarter.", _OCT, "1989-Q3"),),
         ("The latest quarter-final was lost.",)),
    Rule("the latest period", "DATE", "the latest period", lambda: this("quarter", THEN),
         (Example("Sales fell in the latest period.", _OCT, "1989-Q3"),),
         ("The latest periodical was lost.",)),
    Rule("like another", "LIKE", "the? same|corresponding|comparable|like|equivalent|similar",
         lambda: True,
         (Example("Sales fell from the like quarter a year ago.", _OCT, "1988-Q3"),),
         ("The same man fell.",)),
    Rule("a year back", "BACK", "a year ago|earlier|before|previously", lambda: True,
         (Example("Sales fell from the same quarter a year ago.", _OCT, "1988-Q3"),),
         ("The same quarter a year hence.",)),
    Rule("in the year before", "BACK", "of|in? the? last|previous|prior year", lambda: True,
         (Example("Sales fell from the same quarter of the previous year.", _OCT, "1988-Q3"),),
         ("The same quarter of the next year.",)),
    Rule("the year-ago quarter", "DATE", "the? comparable? year ~ ago|earlier quarter",
         lambda: _year_before(this("quarter", THEN)),
         (Example("Sales fell from the year-ago quarter.", _OCT, "1988-Q3"),
          Example("Net rose in the third quarter. In the year-earlier quarter it fell.",
                  "1990-02-01", "1988-Q3")),
         ("The year ago, quarter for quarter, was lost.",)),
    Rule("the prior-year quarter", "DATE", "the? prior|previous ~ year 's|’s? quarter|period",
         lambda: _year_before(this("quarter", THEN)),
         (Example("Sales fell from the prior-year quarter.", _OCT, "1988-Q3"),),
         ("The prior year was lost.",)),
    Rule("the year-ago period", "DATE", "the? comparable? year ~ ago|earlier period",
         lambda: _year_before(this("quarter", THEN)),
         (Example("Sales fell from the year-earlier period.", _OCT, "1988-Q3"),
          Example("For the nine months, net rose. In the year-ago period it fell.", _OCT, "1988")),
         ("The year ago, periodically, was lost.",)),
    Rule("the quarter a year back", "DATE", "LIKE quarter BACK",
         lambda _, __: _year_before(this("quarter", THEN)),
         (Example("Sales fell from the same quarter last year.", _OCT, "1988-Q3"),),
         ("The same quarter-final was lost last year.",)),
    Rule("that quarter a year back", "DATE", "the quarter BACK",
         lambda _: _year_before(this("quarter", THEN)),
         (Example("For the quarter a year ago, it had a loss.", _OCT, "1988-Q3"),),
         ("The quarter-final was lost last year.",)),
    Rule("last year's quarter", "DATE", "last year 's|’s quarter",
         lambda: _year_before(this("quarter", THEN)),
         (Example("Sales fell from last year's quarter.", _OCT, "1988-Q3"),),
         ("Last year's quarter-final was lost.",)),
    Rule("the same period a year back", "DATE", "LIKE period BACK",
         lambda _, __: Shift(NOW, -1, Granularity.YEAR),
         (Example("Arrests rose from the same period last year.", _OCT, "1988"),
          Example("Net rose in the third quarter from the same period a year earlier.", _OCT,
                  "1988-Q3"),
          Example("Net rose in January from the corresponding period of the previous year.",
                  "1989-02-26", "1988-01")),
         ("The same periodical a year ago.",)),
    Rule("the same unit a year back", "DATE", "LIKE UNIT BACK",
         lambda _, unit, __: _unit_back(unit),
         (Example("Sales rose in September from the same month last year.", _OCT, "1988-09"),),
         ("The same year last year.",)),
    Rule("the same period of a year", "DATE", "LIKE period|quarter of|in? YEAR",
         lambda _, year: _of_year(year),
         (Example("Net rose in the third quarter from the same period of 1987.", _OCT, "1987-Q3"),),
         ("The same periodical of 1987.",)),
    Rule("the year-ago named quarter", "DATE", "the? year ~ ago|earlier REPEAT",
         lambda name: _year_before(nearest(name)),
         (Example("Sales fell from the year-ago third quarter.", _OCT, "1988-Q3"),),
         ("The year ago, third quarter for quarter, was lost.",)),
    Rule("the year-earlier units", "PERIOD", "the? year ~ ago|earlier SPAN", lambda by: by,
         (Example("Net for the year-earlier nine months fell.", _OCT, "P9M"),),
         ("The year ago, nine men fell.",)),
    Rule("year-ago", "DATE", "year ~ ago|earlier", lambda: Shift(NOW, -1, Granularity.YEAR),
         (Example("The year-ago results were poor.", _OCT, "1988"),),
         ("The year was poor.",)),
    Rule("the period of a year", "DATE", "the YEAR period|quarter", _of_year,
         (Example("Sales rose in the 1988 period.", _OCT, "1988"),
          Example("Net rose in the third quarter from the 1987 quarter.", _OCT, "1987-Q3"),
          Example("For the nine months, net rose from the 1987 period.", _OCT, "1987")),
         ("The period of 1988.",)),
    Rule("the latest year", "DATE", "the latest fiscal|financial? year", lambda: last("year"),
         (Example("Sales rose in the latest fiscal year.", _OCT, "1988"),),
         ("The latest years passed.",)),
    Rule("the whole year", "DATE", "the full|whole|entire|fiscal|financial|calendar year",
         lambda: this("year"),
         (Example("Sales for the full year rose.", _OCT, "1989"),),
         ("The whole years passed.",)),
    Rule("the current fiscal year", "DATE", "the|its current fiscal|financial year",
         lambda: this("year"),
         (Example("Sales in the current fiscal year rose.", _OCT, "1989"),),
         ("The current years passed.",)),
    Rule("the week at hand", "DATE", "<for|in|during|throughout|of the week",
         lambda: this("week", THEN),
         (Example("The index rose on Friday. For the week, it fell.", "2025-03-03", "2025-W09"),),
         ("The week was hard.",)),
    Rule("the month at hand", "DATE", "<for|in|during|throughout the month",
         lambda: this("month", THEN),
         (Example("Sales rose in January. For the month, profit fell.", "2025-02-26", "2025-01"),),
         ("The month was hard.",)),
    Rule("the week's own", "DATE", "the week >'s|’s", lambda: this("week", THEN),
         (Example("It rose on Friday. It was the week's best rise.", "2025-03-03", "2025-W09"),),
         ("The weeks of war.",)),
    Rule("the year at hand", "DATE", "<for|in|during|throughout|of the year", lambda: this("year"),
         (Example("Sales for the year rose.", _OCT, "1989"),),
         ("In the years of war.",)),
)  # fmt: skip
