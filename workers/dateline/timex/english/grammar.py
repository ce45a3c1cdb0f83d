"""All the rules of English, in the order in which they count."""

from dateline.timex.english import clock, dates, numbers, periods, pointing, sets, vague, written
from dateline.timex.rule import tree

RULES = (
    *numbers.RULES,
    *written.RULES,
    *dates.RULES,
    *pointing.RULES,
    *clock.RULES,
    *sets.RULES,
    *periods.RULES,
    *vague.RULES,
)
TREE = tree(RULES)
