"""What a phrase means: expressions over stretches of calendar, unevaluated.

The terms are those of SCATE (Bethard and Parker 2016, "A Semantically Compositional Annotation
Scheme for Time Normalization"): repeating intervals, periods, and the ways to point with them.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

from dateline.model.interval import Granularity
from dateline.model.timex import Direction
from dateline.timex.repeat import Repeat


@dataclass(frozen=True, slots=True)
class Now:
    """The anchor: the day of publication."""


@dataclass(frozen=True, slots=True)
class Then:
    """The anchor: an earlier timex of the text."""


@dataclass(frozen=True, slots=True)
class At:
    """A stretch with its own name: `2025-02-26`, `2025-W08`, `2025-Q3`, `199`, `2025-SU`."""

    name: str


@dataclass(frozen=True, slots=True)
class Period:
    """An amount of time, as TIMEX3 writes it: `P3D`, `PT30M`, `PXY` where no number is given."""

    value: str


@dataclass(frozen=True, slots=True)
class This:
    """The occurrence in the same cycle as the start of `of`: the Sunday of its ISO week."""

    repeat: Repeat
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Last:
    """The most recent occurrence that is over before `of` begins."""

    repeat: Repeat
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Next:
    """The first occurrence that begins after `of`."""

    repeat: Repeat
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The occurrence around the start of `of`, else the nearest on that side of it."""

    repeat: Repeat
    side: Direction
    of: "Expression"


@dataclass(frozen=True, slots=True)
class In:
    """The intersection: the first occurrence that begins within `of`."""

    repeat: Repeat
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Nth:
    """The occurrence so many from the start of `of`, or from its end when negative."""

    count: int
    repeat: Repeat
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from `of`, said in that unit: two weeks ago is a week."""

    of: "Expression"
    count: float
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Moved:
    """`of` itself so many units on: a year ago today is a day."""

    of: "Expression"
    count: float
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Past:
    """The stretch of that length before the anchor."""

    period: Period
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Coming:
    """The stretch of that length after the anchor."""

    period: Period
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Opening:
    """The first stretch of that length of `of`."""

    period: Period
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Closing:
    """The last stretch of that length of `of`."""

    period: Period
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Part:
    """A third of `of`: 0 early, 1 mid, 2 late; or a half: 3 the first, 4 the second."""

    which: int
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Elapsed:
    """What is over of `of` by the anchor: earlier this year, the year to date."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Rest:
    """What is still to come of `of` at the anchor: later this week."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one to the end of the other."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True)
class Since:
    """From the start of `of` on."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Until:
    """Up to the end of `of`."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Before:
    """Everything before `of`."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class After:
    """Everything after `of`."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Every:
    """A set: each such occurrence, or one every so often; `quant` and `freq` as in TIMEX3."""

    value: str
    quant: str
    freq: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without a place on the calendar: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Either:
    """Two readings, of which the rest of the text, or its country, will choose one: 3/4/2025."""

    month_first: "Expression"
    day_first: "Expression"


@dataclass(frozen=True, slots=True)
class Zoned:
    """`of`, told in a time zone."""

    zone: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Mod:
    """`of`, with a TIMEX3 modifier."""

    mod: str
    of: "Expression"


Expression: TypeAlias = (
    Now
    | Then
    | At
    | Period
    | This
    | Last
    | Next
    | Nearest
    | In
    | Nth
    | Shift
    | Moved
    | Past
    | Coming
    | Opening
    | Closing
    | Part
    | Elapsed
    | Rest
    | Between
    | Since
    | Until
    | Before
    | After
    | Every
    | Vague
    | Either
    | Zoned
    | Mod
)

# Expressions with a part that they are read from.
_INNER = (
    This, Last, Next, Nearest, In, Nth, Shift, Moved, Past, Coming, Opening, Closing, Part,
    Elapsed, Rest, Since, Until, Before, After, Zoned, Mod,
)  # fmt: skip


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that this one is read from, nearest first."""
    if isinstance(expression, Between):
        return expression.first, expression.last
    if isinstance(expression, Either):
        return expression.month_first, expression.day_first
    return (expression.of,) if isinstance(expression, _INNER) else ()


def rebuilt(
    expression: Expression, change: Callable[[Expression], Expression | None]
) -> Expression:
    """The expression with every part changed for which `change` gives another, outermost first."""
    changed = change(expression)
    if changed is not None:
        return changed
    inner = {
        field.name: rebuilt(getattr(expression, field.name), change)
        for field in fields(expression)
        if field.type == "Expression"
    }
    # Each kind is rebuilt with the fields it has.
    return replace(expression, **inner) if inner else expression  # type: ignore[arg-type]


def within(expression: Expression) -> tuple[Expression, ...]:
    """The expression and everything inside it."""
    return (expression, *(deep for part in parts(expression) for deep in within(part)))


def leaves(expression: Expression) -> tuple[Expression, ...]:
    """What the expression finally rests on: anchors, named stretches, periods."""
    inner = parts(expression)
    if not inner:
        return (expression,)
    return tuple(leaf for part in inner for leaf in leaves(part))
