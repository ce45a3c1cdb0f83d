"""Phrases that name the period compared with: "up from $2 million a year ago"."""

from collections.abc import Sequence

from dateline.timex.chart import Node
from dateline.timex.clause import sentence
from dateline.timex.english import cues
from dateline.timex.tokens import Token

_YEARS_BACK = ("units ago", "units earlier")
_ALWAYS = frozenset(
    {
        "year-ago",
        "the year-ago period",
        "the same period a year back",
        "the same period of a year",
        "the period of a year",
    }
)
# So many tokens before and behind it tell of a comparison.
_BEFORE, _BEHIND = 16, 8


def compares(tokens: Sequence[Token], start: int, node: Node) -> bool:
    """Whether a phrase is the period that another is compared with."""
    rule, end = node.rule_name, node.end
    if rule not in _YEARS_BACK or tokens[end - 2].lower != "year":
        return rule in _ALWAYS
    first = max(sentence(tokens, start, start)[0], start - _BEFORE)
    before = {token.lower for token in tokens[first:start]}
    behind = {token.lower for token in tokens[end : end + _BEHIND]} if first == start else set()
    return not (cues.COMPARING.isdisjoint(before) and cues.REPORTED.isdisjoint(behind))
