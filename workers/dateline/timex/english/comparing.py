"""Periods of business reports: the year-ago quarter, the latest period, the full year."""

from dateline.model.interval import Granularity
from dateline.timex.algebra import At, Expression, Moved, Shift
from dateline.timex.english.meaning import NOW, THEN, last, nearest, this
from dateline.timex.rule import Example, Rule

_OCT = "1989-10-26"


def _year_before(of: Expression) -> Expression:
    return Moved(of, -1, Granularity.YEAR)


def _of_year(year: int) -> Expression:
    return At(f"{year:04}")


RULES = (
    Rule("the quarter at hand", "DATE", "the quarter", lambda: this("quarter", THEN),
         (Example("Net rose in the third quarter. Sales for the quarter fell.", _OCT, "1989-Q3"),
          Example("Sales for the quarter fell.", _OCT, "1989-Q3")),
         ("The quarter-final was lost.",)),
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
    Rule("the year-ago quarter", "DATE", "the? comparable? year ~ ago|earlier quarter|period",
         lambda: _year_before(this("quarter", THEN)),
         (Example("Sales fell from the year-ago quarter.", _OCT, "1988-Q3"),
          Example("Sales fell from the year-earlier period.", _OCT, "1988-Q3")),
         ("The year ago, quarter for quarter, was lost.",)),
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
         (Example("Sales rose in the 1988 period.", _OCT, "1988"),),
         ("The period of 1988.",)),
    Rule("the whole year", "DATE", "the full|whole|entire|fiscal|financial|calendar year",
         lambda: this("year"),
         (Example("Sales for the full year rose.", _OCT, "1989"),),
         ("The whole years passed.",)),
    Rule("the current fiscal year", "DATE", "the|its current fiscal|financial year",
         lambda: this("year"),
         (Example("Sales in the current fiscal year rose.", _OCT, "1989"),),
         ("The current years passed.",)),
    Rule("the year at hand", "DATE", "<for|in|during|throughout|of the year", lambda: this("year"),
         (Example("Sales for the year rose.", _OCT, "1989"),),
         ("In the years of war.",)),
)  # fmt: skip
