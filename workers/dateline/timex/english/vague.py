"""Times without a place on the calendar: now, recently, soon, in the past, in the future."""

from dateline.timex.algebra import Vague
from dateline.timex.rule import Example, Rule

_WED = "2025-02-26"
PRESENT = (
    "now", "right now", "currently", "current", "at present", "presently", "nowadays",
    "these days", "at the moment", "at this time", "the present", "to date",
)  # fmt: skip
PAST = (
    "recently", "the past", "lately", "more recently", "long ago", "not long ago", "some time ago",
    "a long time ago", "a while ago",
)  # fmt: skip
FUTURE = (
    "soon", "the future", "the near future", "near future", "shortly", "the near term",
    "the short term", "the long term", "a later date", "a later time",
)  # fmt: skip


def _row(words: str, value: str) -> Rule:
    return Rule(f"{words}, undated", "REF", words, lambda: Vague(value),
                (Example(f"{words.capitalize()}, they will agree.", _WED, value),),
                (f"They left{words.replace(' ', '')}.",))  # fmt: skip


RULES = (
    Rule("coming, no number", "REF", "the? coming UNITS", lambda _: Vague("FUTURE_REF"),
         (Example("It will rain in the coming weeks.", _WED, "FUTURE_REF"),),
         ("The coming men left.",)),
    Rule("future, no number", "REF", "future UNITS", lambda _: Vague("FUTURE_REF"),
         (Example("Payments will fall in future years.", _WED, "FUTURE_REF"),),
         ("Future payments will fall.",)),
    Rule("some day", "REF", "some|one day", lambda: Vague("FUTURE_REF"),
         (Example("One day it will open.", _WED, "FUTURE_REF"),
          Example("It may open some day.", _WED, "FUTURE_REF")),
         ("It lasted one day.",)),
    *(_row(words, "PRESENT_REF") for words in PRESENT),
    *(_row(words, "PAST_REF") for words in PAST),
    *(_row(words, "FUTURE_REF") for words in FUTURE),
)  # fmt: skip
