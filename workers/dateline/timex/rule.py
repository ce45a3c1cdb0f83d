"""Rules: rows that combine the meanings of words into an expression."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

# What a rule makes: a timex of these kinds, or a piece for other rules under any other name.
# What is ALONE is a date that nothing joins: "Friday, the fourth man".
TIMEXES = ("DATE", "TIME", "PERIOD", "SET", "REF", "ALONE")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, published on a day, and what the rule's timex in it must be.

    `value` is TIMEX3's; `earliest` and `latest` may be left out where there is no interval.
    """

    text: str
    published: str
    value: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a pattern over words and meanings, and the meaning of the whole.

    In a pattern, lower-case words stand for themselves (`ago`, `a|an`), names in capitals for
    whatever the lexicon or another rule gives that name (`COUNT`, `WEEKDAY|HOLIDAY`). `?` makes
    an element optional, `~` stands for a hyphen that may be there, and words marked `<` or `>` must
    stand before or after the timex without being part of it (`<in PERIOD`). `means` gets one
    argument for each name, in order, None for one that is left out; it answers None to turn the
    match down. Order in a table is preference: of two rules that make the same of the same words,
    the first counts.
    """

    name: str
    yields: str
    pattern: str
    means: Callable[..., Any]
    examples: tuple[Example, ...] = ()
    not_these: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through a pattern: symbols in order, and which argument each fills, if any."""

    symbols: tuple[str, ...]
    slots: tuple[int | None, ...]
    width: int
    sides: tuple[str, ...] = ()


_ELEMENT = re.compile(r"(?P<side>[<>]?)(?P<body>[^\s?]+)(?P<optional>\??)")


def is_name(symbol: str) -> bool:
    """Whether a symbol stands for a meaning, not for itself."""
    return symbol.isupper()


def variants(rule: Rule) -> Iterator[Variant]:
    """Every way through the rule's pattern.

    >>> [v.symbols for v in variants(Rule("x", "DATE", "the? end of DATE", lambda date: date))]
    [('the', 'end', 'of', 'DATE'), ('end', 'of', 'DATE')]
    """
    choices: list[list[_Step | None]] = []
    width = 0
    for element in rule.pattern.split():
        found = _ELEMENT.fullmatch(element)
        if found is None:
            raise ValueError(f"not a pattern: {rule.pattern!r}")
        body, side = found["body"], found["side"]
        slot = width if is_name(body) else None
        width += is_name(body)
        steps: list[_Step | None] = [_Step(word, slot, side) for word in body.split("|")]
        if body == "~":
            steps = [_Step("-", None, side), None]
        choices.append([*steps, None] if found["optional"] else steps)
    for chosen in product(*choices):
        kept = [step for step in chosen if step is not None]
        if kept:
            yield Variant(
                tuple(step.symbol for step in kept),
                tuple(step.slot for step in kept),
                width,
                tuple(step.side for step in kept),
            )


@dataclass(frozen=True, slots=True)
class _Step:
    symbol: str
    slot: int | None
    side: str


@dataclass(slots=True)
class State:
    """A place in the tree of all patterns: what may come next, and the rules that end here."""

    following: dict[str, "State"] = field(default_factory=dict)
    ending: list[tuple[Rule, Variant]] = field(default_factory=list)


def tree(rules: tuple[Rule, ...]) -> State:
    """All patterns as one tree of symbols, so that shared beginnings are read once."""
    root = State()
    for rule in rules:
        for variant in variants(rule):
            state = root
            for symbol in variant.symbols:
                state = state.following.setdefault(symbol, State())
            state.ending.append((rule, variant))
    return root
