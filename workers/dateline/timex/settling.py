"""Making the choices that a phrase leaves open: its side, and which of two numbers is the month."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import publisher
from dateline.model.interval import Granularity
from dateline.model.timex import Dct, Direction
from dateline.timex import feasts
from dateline.timex.algebra import (
    Either,
    Expression,
    In,
    Last,
    Nearest,
    Next,
    Now,
    This,
    rebuilt,
)
from dateline.timex.calendar import Stretch
from dateline.timex.evaluation import evaluate
from dateline.timex.repeat import Repeat
from dateline.timex.tokens import Kind, Token

# English is written with the month first in these countries, with the day first elsewhere.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH", "GU", "PR"})
_REPORTED = (Granularity.QUARTER, Granularity.HALF)


def sided(
    expression: Expression, side: Direction, at: Stretch, happens: bool = False
) -> Expression:
    """The expression read on the side its clause looks to, past where nothing points."""
    chosen = turned(expression, Direction.PAST if side is Direction.NONE else side)
    if side is not Direction.NONE:
        chosen = _this_way(chosen, side, at)
    if not is_open(expression) or evaluate(chosen, at) is not None:
        return chosen if happens else _nearer(chosen, at)
    # "Tue May 9", "Feb. 29": the other side may be the one that exists.
    other = turned(expression, Direction.FUTURE if side is not Direction.FUTURE else Direction.PAST)
    return other if evaluate(other, at) is not None else chosen


def _this_way(expression: Expression, side: Direction, at: Stretch) -> Expression:
    """ "This Tuesday" is of this week; but where that is over, what will be is on the next one."""
    if not isinstance(expression, This) or expression.of != Now():
        return expression
    if (expression.repeat.unit, expression.repeat.cycle) != (Granularity.DAY, Granularity.WEEK):
        return expression
    found = evaluate(expression, at)
    if found is None:
        return expression
    if side is Direction.FUTURE and found.beyond <= at.first:
        return Next(expression.repeat, Now())
    if side is Direction.PAST and found.first >= at.beyond:
        return Last(expression.repeat, Now())
    return expression


def turned(expression: Expression, side: Direction) -> Expression:
    """The expression with the side that it leaves open chosen."""

    def turn(inner: Expression) -> Expression | None:
        if isinstance(inner, Nearest) and inner.side is Direction.NONE:
            return replace(inner, side=side)
        return None

    return rebuilt(expression, turn)


def _nearer(expression: Expression, at: Stretch) -> Expression:
    """A report of a quarter, even one that is "expected", is of the one that is nearer."""

    def turn(inner: Expression) -> Expression | None:
        if not isinstance(inner, Nearest) or inner.repeat.unit not in _REPORTED:
            return None
        if inner.side is not Direction.FUTURE:
            return None
        back = replace(inner, side=Direction.PAST)
        behind, ahead = evaluate(back, at), evaluate(inner, at)
        if behind is None or ahead is None:
            return None
        return back if at.first - behind.beyond < ahead.first - at.first else None

    return rebuilt(expression, turn)


def is_open(expression: Expression) -> bool:
    """Whether the phrase leaves its side to its clause."""
    return turned(expression, Direction.PAST) != expression


def month_comes_first(tokens: Sequence[Token], dct: Dct) -> tuple[bool, str | None]:
    """The order of numbers in this text's dates, and what shows it; None where nothing does."""
    for token in tokens:
        if token.kind is Kind.NUMERIC and "/" in token.text:
            first, second = (int(part) for part in token.text.split("/")[:2])
            if first > 12 >= second:
                return False, f"{token.text} in the same text has the day first"
            if second > 12 >= first:
                return True, f"{token.text} in the same text has the month first"
    if not dct.language.startswith(("en", "und")):
        return False, f"as written in the language {dct.language}"
    country = dct.country or publisher.region(dct.language)
    if country is not None:
        return country in _MONTH_FIRST, f"as written in {country}"
    if dct.translated_from is not None and dct.translated_from[:2] != "en":
        return False, f"translated from {dct.translated_from}"
    return True, None


def localised(expression: Expression, country: str | None) -> Expression:
    """The expression with its national days those of the publisher's country, where it has them."""

    def turn(inner: Expression) -> Expression | None:
        if country is None or not isinstance(inner, Nearest | In | This | Last | Next):
            return None
        national = feasts.national(inner.repeat.name, country)
        return None if national is None else replace(inner, repeat=Repeat(national))

    return rebuilt(expression, turn)


def ordered(expression: Expression, month_first: bool) -> Expression:
    """The expression with the one order of numbers chosen."""

    def turn(inner: Expression) -> Expression | None:
        if isinstance(inner, Either):
            return inner.month_first if month_first else inner.day_first
        return None

    return rebuilt(expression, turn)


def has_two_orders(expression: Expression) -> bool:
    """Whether some date in it has two readings by the order of its numbers."""
    return ordered(expression, True) != ordered(expression, False)
