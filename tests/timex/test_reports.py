"""Business reports: which period figures are of, and which they are compared with."""

from datetime import date

import pytest

from dateline.model.timex import Dct
from dateline.timex import tag

NOVEMBER = Dct(date(2024, 11, 6))

VALUES = [
    ("Third-quarter net rose to $3 million from $2 million a year ago.", ["2024-Q3", "2023-Q3"]),
    ("Net fell in the third quarter. A year earlier, profit was $2 million.",
     ["2024-Q3", "2023-Q3"]),
    ("Net fell in the third quarter. A year earlier, it bought a ship.", ["2024-Q3", "2023"]),
    ("The third quarter was poor. For the nine months, net rose from $2 million a year earlier.",
     ["2024-Q3", "P9M", "2023"]),
    ("Net for the year ended March 31, 2023, rose from $2 million a year earlier.",
     ["P1Y", "2023-03-31", "2022"]),
    ("In fiscal 2023 net rose from $2 million a year earlier.", ["2023", "2022"]),
    ("In fiscal 2023 net rose from the 2021 period.", ["2023", "2021"]),
    ("Net rose in the fiscal first quarter. Sales for the quarter ended Sept. 29 fell.",
     ["2024-Q1", "2024-Q1", "2024-09-29"]),
    ("Net rose in the third quarter from the 2022 period.", ["2024-Q3", "2022-Q3"]),
    ("Sales for the quarter ended Oct. 31 rose from a year ago.",
     ["2024-Q3", "2024-10-31", "2023-Q3"]),
    ("Net rose in the third quarter and may fall in the fourth quarter. "
     "In the year-ago period it fell.", ["2024-Q3", "2024-Q4", "2023-Q3"]),
    ("Net rose in the fiscal fourth quarter. In the year-ago quarter it fell.",
     ["2024-Q4", "2023-Q4"]),
    ("Profit should rise in the third quarter. It will report third-quarter results.",
     ["2025-Q3", "2024-Q3"]),
    ("Prices rose 3% in October from a year earlier.", ["2024-10", "2023-10"]),
    ("Arrests rose this year from the same period last year.", ["2024", "2023"]),
    ("Sales fell from the same quarter last year.", ["2023-Q3"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), [pytest.param(*row, id=row[0]) for row in VALUES])
def test_a_report_compares_with_the_same_period(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, NOVEMBER).timexes] == values
