"""Every row of every rule table, by its own examples."""

from datetime import date, datetime

import pytest

from dateline.model.timex import Dct
from dateline.timex import tag
from dateline.timex.chart import Node
from dateline.timex.english.grammar import RULES
from dateline.timex.english.language import ENGLISH
from dateline.timex.english.traps.table import CHECKS
from dateline.timex.named import stretch_named
from dateline.timex.rule import Example
from dateline.timex.tagger import found_in
from dateline.timex.tokens import tokenise

EXAMPLES = [
    pytest.param(rule.name, example, id=f"{rule.name}: {example.text}")
    for rule in RULES
    for example in rule.examples
]
NOT_THESE = [
    pytest.param(rule.name, text, id=f"{rule.name}: {text}")
    for rule in RULES
    for text in rule.not_these
]


def rules_in(node: Node) -> set[str]:
    """The rules that a timex was made with."""
    own = {node.rule.name} if node.rule is not None else set()
    return own.union(*(rules_in(child) for child in node.children))


def days_of(example: Example) -> tuple[str, str] | None:
    """The interval an example names, or the one its value stands for."""
    if example.earliest is not None and example.latest is not None:
        return example.earliest, example.latest
    return None


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_reads_its_examples(rule: str, example: Example) -> None:
    dct = Dct(date.fromisoformat(example.published))

    found = [
        timex
        for timex, node in zip(
            tag(example.text, dct).timexes, found_in(tokenise(example.text), ENGLISH), strict=True
        )
        if rule in rules_in(node)
    ]

    assert [timex.value for timex in found][-1:] == [example.value]


@pytest.mark.parametrize(
    ("rule", "example"), [row for row in EXAMPLES if days_of(row.values[1]) is not None]
)
def test_a_rule_gives_the_days_its_example_names(rule: str, example: Example) -> None:
    dct = Dct(date.fromisoformat(example.published))

    intervals = [timex.interval for timex in tag(example.text, dct).timexes if timex.interval]

    assert days_of(example) in [(str(i.earliest), str(i.latest)) for i in intervals]


@pytest.mark.parametrize(("rule", "text"), NOT_THESE)
def test_a_rule_leaves_its_counterexamples_alone(rule: str, text: str) -> None:
    used = {name for node in found_in(tokenise(text), ENGLISH) for name in rules_in(node)}

    assert rule not in used


def test_every_rule_has_an_example_and_a_counterexample() -> None:
    bare = [rule.name for rule in RULES if not rule.examples or not rule.not_these]

    assert bare == []


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(set(names)) == sorted(names)


def test_every_trap_is_one_of_a_rule() -> None:
    assert CHECKS.keys() <= {rule.name for rule in RULES}


def test_a_year_named_by_its_value_is_the_whole_year() -> None:
    whole = stretch_named("2024")

    assert whole is not None
    assert (whole.start, whole.end) == (datetime(2024, 1, 1), datetime(2025, 1, 1))
