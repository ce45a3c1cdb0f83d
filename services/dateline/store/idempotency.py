"""Requests that are done once, however often they are sent: whoever sends one gives it a key.

A key belongs to one route and one body. Its answer is kept for a day, unless an article of which
it speaks is erased before.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select, update

from dateline.model.errors import KeyInUse
from dateline.store import instant
from dateline.store.database import insert_new
from dateline.store.tables import idempotency, idempotency_articles

RETENTION = timedelta(hours=24)
# What a process that died has begun can be begun anew after that; who goes on holds it for longer.
HOLD = timedelta(seconds=60)
# Each new key takes so many of those away that are older than the retention.
SWEPT = 100


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to do what a key stands for, and to say what was answered."""

    name: str
    token: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered to the first request with a key; `body` is a hash of what was sent."""

    body: str
    status: int
    answer: str


def begin(connection: Connection, route: str, key: str) -> Turn | Kept:
    """The right to do it, or what it came to before. Raises KeyInUse while it is under way."""
    turn = Turn(hashlib.sha256(f"{route}\0{key}".encode()).hexdigest(), token_hex(8))
    at = instant.read(connection)
    _make_room(connection, turn.name, at)
    row = {"name": turn.name, "token": turn.token, "begun_at": at, "held_until": at + HOLD}
    insert_new(connection, idempotency, [row])
    found = connection.execute(select(idempotency).where(idempotency.c.name == turn.name)).one()
    if found.token == turn.token:
        return turn
    if found.status is None:
        raise KeyInUse
    return Kept(found.body, found.status, found.answer)


def note(connection: Connection, turn: Turn, article_ids: Iterable[str]) -> None:
    """Note that the answer will speak of these articles, and hold the key for longer."""
    held = update(idempotency).values(held_until=instant.read(connection) + HOLD)
    if connection.execute(held.where(_is(turn))).rowcount:
        rows = [{"name": turn.name, "article_id": one} for one in dict.fromkeys(article_ids)]
        insert_new(connection, idempotency_articles, rows)


def keep(connection: Connection, turn: Turn, kept: Kept) -> None:
    """Keep the answer for whoever asks again; nothing is kept where the turn was lost."""
    values = {"body": kept.body, "status": kept.status, "answer": kept.answer}
    connection.execute(update(idempotency).where(_is(turn)).values(values))


def release(connection: Connection, turn: Turn) -> None:
    """Let the next request with this key be the first, unless the answer of this one is kept."""
    connection.execute(delete(idempotency).where(_is(turn), idempotency.c.status.is_(None)))


def forget_article(connection: Connection, article_id: str) -> None:
    """Forget the answers that speak of an article."""
    speaks = idempotency_articles.c.article_id == article_id
    answers = select(idempotency_articles.c.name).where(speaks)
    connection.execute(delete(idempotency).where(idempotency.c.name.in_(answers)))


def _is(turn: Turn) -> ColumnElement[bool]:
    return and_(idempotency.c.name == turn.name, idempotency.c.token == turn.token)


def _make_room(connection: Connection, name: str, at: datetime) -> None:
    """Forget what the key stood for if that is over, and some of what is older than a day."""
    old = idempotency.c.begun_at <= at - RETENTION
    left = and_(idempotency.c.status.is_(None), idempotency.c.held_until <= at)
    some = select(idempotency.c.name).where(old).order_by(idempotency.c.begun_at).limit(SWEPT)
    connection.execute(
        delete(idempotency).where(
            or_(and_(idempotency.c.name == name, or_(old, left)), idempotency.c.name.in_(some))
        )
    )
