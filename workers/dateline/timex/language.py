"""What a language brings: its rules, what its words mean, and how its clauses look at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.timex.chart import Node
from dateline.timex.look import Look
from dateline.timex.rule import State
from dateline.timex.tokens import Token


class Opening(StrEnum):
    """What a word beside a time does to it: "since August", "no later than May"."""

    FROM = "from then on"
    LATER = "some time later"
    EARLIER = "some time earlier"
    UP_TO = "up to then"
    AT_LATEST = "then at the latest"


@dataclass(frozen=True, slots=True)
class Joints:
    """The words beside and between times, each in lower case, joined by spaces.

    `range_ends` make a range of two times that are alike, `ranges` of any two, `range_ends_after`
    of any two behind such an opener. `begins`, `ends` stand between a duration and the time that
    bounds it, `lasts` between the time and the duration. `clocks` begin what joins two clock times
    of one day; `places` begin and `days` end what tells a place between a clock time and its day.
    `says` are the verbs of who is quoted. `opens_before` and `opens_after` make a
    stretch of the time that they stand before or after.
    """

    ranges: frozenset[str]
    range_ends: frozenset[str]
    range_ends_after: Mapping[str, tuple[str, ...]]
    lists: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    lasts: frozenset[str]
    clocks: frozenset[str]
    places: frozenset[str]
    days: frozenset[str]
    says: frozenset[str]
    opens_before: Mapping[str, Opening]
    opens_after: Mapping[str, Opening]


@dataclass(frozen=True, slots=True)
class Language:
    """One language, as the tagger and the reader ask it.

    `tree` holds its rules, `meanings` gives what each token means by itself, `is_trap` tells that a
    match is no time, `look` how the clause around one looks at it, `compares` that it is the
    period compared with.
    """

    tree: State
    meanings: Callable[[Sequence[Token]], Sequence[tuple[tuple[str, Any], ...]]]
    is_trap: Callable[[Sequence[Token], Node], bool]
    look: Callable[[Sequence[Token], int, int], Look]
    compares: Callable[[Sequence[Token], int, Node], bool]
    joints: Joints
