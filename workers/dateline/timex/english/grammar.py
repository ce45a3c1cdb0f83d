"""All the rules of English, in the order in which they count."""

from dateline.timex.english import (
    clock,
    comparing,
    dates,
    days,
    named_days,
    numbers,
    periods,
    pointing,
    sets,
    spells,
    vague,
    written,
)
from dateline.timex.rule import tree

RULES = (
    *numbers.RULES,
    *written.RULES,
    *named_days.RULES,
    *dates.RULES,
    *days.RULES,
    *comparing.RULES,
    *pointing.RULES,
    *clock.RULES,
    *spells.RULES,
    *sets.RULES,
    *vague.RULES,
    *periods.RULES,
)
TREE = tree(RULES)
