"""What the queue has still to hear of, and what it was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    Select,
    Update,
    bindparam,
    or_,
    select,
    update,
)

from dateline.store.among import among
from dateline.store.instant import microseconds, now
from dateline.store.lanes import LIVE, Lane


@dataclass(frozen=True, slots=True)
class Due:
    """An article that the queue has to hear of; `alone` where it may take others along.

    `id` is that of its row in the lane.
    """

    id: str
    characters: int
    alone: bool


def due(
    connection: Connection, limit: int, patience: float, epoch: str, lane: Lane = LIVE
) -> list[Due]:
    """Articles to ring for, longest waiting first.

    Those never rung for, those rung for more than `patience` seconds ago, and those whose bell
    was lost with an earlier `epoch` of the broker. Held until the transaction ends, so that no
    two relays ring for the same one.
    """
    asked = {"most": limit, "patience": microseconds(patience), "epoch": epoch}
    rows = connection.execute(_owed(lane), asked)
    return [Due(row.id, row.characters, row.alone) for row in rows]


def mark(connection: Connection, ids: Iterable[str], epoch: str, lane: Lane = LIVE) -> None:
    """Note that the bell was rung for these articles."""
    connection.execute(_rung(lane), {"ids": ids, "heard_in": epoch})


def unmark(connection: Connection, ids: Iterable[str], lane: Lane = LIVE) -> None:
    """Note that the bell for these articles was not heard: they are due again."""
    unheard = update(lane.table).where(among(lane.table.c.id, "ids"), lane.waiting)
    connection.execute(unheard.values(rung_at=None), {"ids": ids})


@cache
def _owed(lane: Lane) -> Select[Any]:
    """What is due, for so many at most."""
    row = lane.table.c
    unheard = or_(
        row.rung_at.is_(None),
        row.rung_at <= now() - bindparam("patience", type_=BigInteger),
        row.epoch != bindparam("epoch"),
    )
    return (
        select(row.id, row.characters, row.alone)
        .where(lane.waiting, row.not_before <= now(), unheard)
        .order_by(row.not_before)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )


@cache
def _rung(lane: Lane) -> Update:
    rung = update(lane.table).where(among(lane.table.c.id, "ids"))
    return rung.values(rung_at=now(), epoch=bindparam("heard_in"))
