"""Days told together under one month: "January 24 and 25", "3, 4 and 5 March", "May 3 to 5"."""

from dateline.timex.english.meaning import in_year, month_day, nearest
from dateline.timex.rule import Example, Rule

_WED = "2025-02-26"
# The same words where they only stand beside the day: behind it, and before it.
_AFTER, _BEFORE = ">and|or|to|through|until|till", "<and|or|to|through|until|till"


RULES = (
    Rule("day by its number", "DAYNO", "the? DAY|DAYTH", lambda day: day,
         (Example("They will meet from the 3rd to the 5th of March.", _WED, "2025-03-03"),),
         ("They met 32 men.",)),
    Rule("more days", "MORE", ", DAYNO MORE?", lambda day, _: day,
         (Example("They met on February 3, 4 and 5.", _WED, "2025-02-05"),),
         ("They met on February 3, and 4 left.",)),
    Rule("first of some days and their year", "DATE",
         f"MON|MODEST DAYNO >MORE? >,? {_AFTER} >DAYNO >,? >YEAR",
         lambda number, day, _, __, year: in_year(month_day(number, day), year),
         (Example("They met on January 24 and 25, 2023.", _WED, "2023-01-24"),
          Example("They met from January 24 until 25, 2023.", _WED, "2023-01-24")),
         ("They met on January 24 and in 2023.",)),
    Rule("another day between", "DATE",
         f"<MON|MODEST <DAYNO <MORE? <, DAYNO >MORE? >,? {_AFTER} >DAYNO",
         lambda number, _, __, day, ___, ____: nearest(month_day(number, day)),
         (Example("They met on February 3, 4 and 5.", _WED, "2025-02-04"),),
         ("On March 3, 4 people died.",)),
    Rule("another day between and year", "DATE",
         f"<MON|MODEST <DAYNO <MORE? <, DAYNO >MORE? >,? {_AFTER} >DAYNO >,? >YEAR",
         lambda number, _, __, day, ___, ____, year: in_year(month_day(number, day), year),
         (Example("They met on February 3, 4 and 5, 2023.", _WED, "2023-02-04"),),
         ("On March 3, 4 people died in 2023.",)),
    Rule("another day of the month", "DATE", f"<MON|MODEST <DAYNO <MORE? <,? {_BEFORE} DAYNO",
         lambda number, first, _, day: nearest(month_day(number, day)) if first < day else None,
         (Example("They met on January 24 and 25.", _WED, "2025-01-25"),
          Example("They will meet from March 3 to 5.", _WED, "2025-03-05")),
         ("They met on January 24 and left.",)),
    Rule("another day of the month and year", "DATE",
         f"<MON|MODEST <DAYNO <MORE? <,? {_BEFORE} DAYNO ,? YEAR",
         lambda number, first, _, day, year: in_year(month_day(number, day), year)
         if first < day else None,
         (Example("They met on January 24 and 25, 2023.", _WED, "2023-01-25"),),
         ("They met on January 24 and left.",)),
    Rule("day before its month", "DATE",
         f"DAYNO >MORE? >,? {_AFTER} >DAYNO >of? >MON|MODEST",
         lambda day, _, __, number: nearest(month_day(number, day)),
         (Example("They will meet from 3 to 5 March.", _WED, "2025-03-03"),
          Example("They met on 3, 4 and 5 February.", _WED, "2025-02-04")),
         ("They met 3 of 5 men in March.",)),
    Rule("day before its month and year", "DATE",
         f"DAYNO >MORE? >,? {_AFTER} >DAYNO >of? >MON|MODEST >YEAR",
         lambda day, _, __, number, year: in_year(month_day(number, day), year),
         (Example("They met from 3 to 5 March 2023.", _WED, "2023-03-03"),),
         ("They met 3 of 5 men in March 2023.",)),
)  # fmt: skip
