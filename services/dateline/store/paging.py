"""Pages of a list that is in order: which way it runs, and where the next one goes on."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, literal, tuple_

from dateline.wire.contract import Order


def directed(order: Order, keys: Iterable[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    """The keys, to be ordered by the way that is asked for."""
    return [key if order is Order.ASC else key.desc() for key in keys]


def behind(
    order: Order, keys: Sequence[ColumnElement[Any]], there: Sequence[object]
) -> ColumnElement[bool]:
    """Behind the place that has these values, in the order asked for."""
    # Said of all keys at once and in no other way: so an index in this order is entered there.
    here = tuple_(*keys)
    place = tuple_(*(literal(value, key.type) for value, key in zip(there, keys, strict=True)))
    return here > place if order is Order.ASC else here < place
