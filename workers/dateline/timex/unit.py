"""The unit that an expression is said in, before it is evaluated."""

from dateline.model.interval import Granularity
from dateline.timex import algebra as a
from dateline.timex.named import stretch_named


def said_unit(expression: a.Expression) -> Granularity | None:
    """The unit of the stretch it will point to, None where it points to none.

    >>> from dateline.timex.repeat import Repeat
    >>> said_unit(a.Last(Repeat("week"), a.Now())).value
    'week'
    """
    match expression:
        case a.Now():
            return Granularity.DAY
        case a.At(name):
            stretch = stretch_named(name)
            return None if stretch is None else stretch.unit
        case a.This() | a.Last() | a.Next() | a.Nearest() | a.In() | a.Nth():
            return expression.repeat.unit
        case a.Shift():
            return expression.unit
        case (
            a.Part()
            | a.Elapsed()
            | a.Rest()
            | a.Before()
            | a.After()
            | a.Mod()
            | a.Zoned()
            | a.Moved()
        ):
            return said_unit(expression.of)
        case a.Between(_, last) | a.Either(_, last):
            return said_unit(last)
        case _:
            return None
