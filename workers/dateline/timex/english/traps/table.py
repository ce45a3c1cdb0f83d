"""What only looks like a time: each rule, and the check that turns its findings down."""

from collections.abc import Sequence

from dateline.timex.chart import Node
from dateline.timex.english.traps import words
from dateline.timex.english.traps.amounts import (
    has_article,
    is_begun,
    is_lasting,
    is_no_length,
    is_now_and_again,
    is_of_a_door,
    is_share,
    is_trait,
)
from dateline.timex.english.traps.beside import lower_at, text_at
from dateline.timex.english.traps.calendar_words import (
    is_bare_weekday,
    is_falling,
    is_no_calendar_name,
)
from dateline.timex.english.traps.names import is_programme, is_publication, is_title
from dateline.timex.english.traps.periods import (
    is_adjective,
    is_award,
    is_every_second,
    is_habit,
    is_joined,
    is_no_clock,
    is_no_day,
    is_no_quarter,
    is_one_day,
    is_ordinal_adjective,
    is_score,
)
from dateline.timex.english.traps.pointers import (
    is_at_last,
    is_connective,
    is_counted_past,
    is_event_relative,
    is_film,
    is_last_of_it,
    is_no_last_unit,
    is_no_prospect,
    is_no_term,
    is_now_and_then,
    is_nowadays,
    is_of_the_day,
    is_of_year,
    is_possessed,
    is_present_day,
    is_soon,
    is_up_to_date,
)
from dateline.timex.english.traps.years import (
    is_advertisement,
    is_age,
    is_age_of_life,
    is_company,
    is_count,
    is_cut_short,
    is_half_month,
    is_heat,
    is_no_decade,
    is_page,
    is_suffix,
)
from dateline.timex.tokens import Kind, Token

_CURRENCY = "$£€¥₽"


def is_trap(tokens: Sequence[Token], node: Node) -> bool:
    """Whether the words around a candidate show that it is no time at all.

    An age is one whole or nothing: of "Mr Li, 52 years old" not the 52 years either.
    """
    rule = node.rule.name if node.rule is not None else ""
    start, end = node.span
    if _is_figure(tokens, start, end) or lower_at(tokens, end) == "old" or _is_war(tokens, end):
        return True
    check = CHECKS.get(rule)
    return check is not None and check(tokens, start, end)


def _is_figure(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Prices and percentages: "$2000", "2027%"."""
    before, after = text_at(tokens, start - 1), text_at(tokens, end)
    last = tokens[end - 1].kind is Kind.NUMBER
    return (before in _CURRENCY and before != "" and tokens[start].glued) or (
        last and (after == "%" or after.lower() in words.AMOUNTS)
    )


def _is_war(tokens: Sequence[Token], end: int) -> bool:
    """ "The Six-Day War", "the Seven Years' War"."""
    at = end + 1 if text_at(tokens, end) in words.QUOTES else end
    return text_at(tokens, at) in ("War", "Wars")


CHECKS = {
    "year and calendar name": is_cut_short,
    "calendar name and year": is_falling,
    "calendar name within": is_falling,
    "decade in words": is_age,
    "year of our era": is_advertisement,
    "age": is_trait,
    "units long": has_article,
    "year": is_count,
    "years": is_page,
    "the years": is_page,
    "century": is_company,
    "first units": is_of_a_door,
    "bare weekday": is_bare_weekday,
    "bare calendar name": is_no_calendar_name,
    "day of the month": is_no_day,
    "day of the month without article": is_no_day,
    "weekday and day of the month": is_ordinal_adjective,
    "numbers of a day": is_half_month,
    "last of its name": is_at_last,
    "last unit": is_no_last_unit,
    "the last unit": is_last_of_it,
    "past units": is_lasting,
    "following of its name": is_connective,
    "that of its name": is_connective,
    "that season": is_connective,
    "that daypart": is_connective,
    "that unit": is_connective,
    "about then": is_possessed,
    "decade": is_no_decade,
    "early in it": is_age_of_life,
    "late in it": is_age_of_life,
    "in the middle of it": is_age_of_life,
    "the early one": is_heat,
    "the middle one": is_heat,
    "the late one": is_heat,
    "in so many units": is_no_prospect,
    "within so many units": is_no_term,
    "hours in figures of a day": is_score,
    "units after a date": is_begun,
    "units earlier": is_event_relative,
    "units later": is_event_relative,
    "the unit before": is_event_relative,
    "the weekday before": is_event_relative,
    "the unit after": is_event_relative,
    "clock time": is_no_clock,
    "span": is_share,
    "about so many units": is_share,
    "so many units": is_no_length,
    "the quarter at hand": is_no_quarter,
    "the year at hand": is_award,
    "the latest quarter": is_joined,
    "the same quarter": is_joined,
    "last year's quarter": is_joined,
    "weekend": is_joined,
    "today": is_nowadays,
    "tomorrow": is_publication,
    "day after tomorrow": is_film,
    "daypart of a day": is_programme,
    "now, undated": is_now_and_then,
    "this unit": is_publication,
    "at this time, undated": is_of_year,
    "in the daypart": is_habit,
    "during the night": is_habit,
    "every unit": is_every_second,
    "how often": is_adjective,
    "the future, undated": is_title,
    "soon, undated": is_soon,
    "some day": is_one_day,
    "lately, undated": is_suffix,
    "earlier in it": is_of_the_day,
    "later in it": is_of_the_day,
    "end of it": is_of_the_day,
    "long or short while": is_now_and_again,
    "to date, undated": is_up_to_date,
    "the present, undated": is_present_day,
    "the past, undated": is_counted_past,
    "shortly, undated": is_soon,
}
