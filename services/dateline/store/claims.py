"""Claims on articles: taken for a time, then finished, failed, given back or lost.

A claim is a lease with a token. Every change of state compares the token first, so that a worker
that was thought dead can write nothing once another has taken over. All times are the database's.
"""

import os
import secrets
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    or_,
    select,
    update,
)
from sqlalchemy import bindparam as bound
from sqlalchemy.sql.dml import ReturningUpdate

from dateline.model.article import Draft, State
from dateline.model.errors import LeaseLost
from dateline.store.among import among
from dateline.store.articles import draft_of
from dateline.store.instant import microseconds, now, seconds_from_now
from dateline.store.lanes import LIVE, Lane
from dateline.store.tables import articles, revisions

SLACK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to extract one revision of an article; `attempt` counts from 1.

    `id` is that of the row in its lane, by which messages call it: a live article's own.
    """

    id: str
    article_id: str
    revision: int
    token: str
    attempt: int
    draft: Draft
    lane: Lane = LIVE


@dataclass(frozen=True, slots=True)
class Retry:
    """How often a failing article is tried, and how long it rests: doubled after each failure."""

    attempts: int
    backoff: float
    longest: float

    def rest(self, attempt: int) -> float:
        """Seconds before the attempt after this one.

        >>> [Retry(5, 10, 60).rest(attempt) for attempt in (1, 2, 3, 4, 5000)]
        [10.0, 20.0, 40.0, 60, 60]
        """
        return min(self.backoff * float(2 ** min(attempt - 1, 60)), self.longest)


def claim(
    connection: Connection, ids: Sequence[str], lease: float, lane: Lane = LIVE
) -> list[Claim]:
    """Claim those of the articles that are waiting; what somebody else has or had is left out.

    So is, in company, what has to go alone: the message may be an old one that came back.
    """
    in_company = len(ids) > 1
    token = f"{socket.gethostname()}:{os.getpid()}/{secrets.token_hex(8)}"
    taken = connection.execute(
        _taking(lane),
        {"ids": ids, "token": token, "in_company": in_company, "lease": microseconds(lease)},
    )
    claimed = _read(connection, lane, token, taken.scalars().all())
    return [claimed[id_] for id_ in dict.fromkeys(ids) if id_ in claimed]


def renew(connection: Connection, claims: Sequence[Claim], lease: float) -> set[str]:
    """Hold the claims for another lease; the ids of those that are still ours to hold."""
    lane = _lane(claims)
    renewed = (
        update(lane.table)
        .where(held(lane))
        .values(lease_until=seconds_from_now(lease))
        .returning(lane.table.c.id)
    )
    return set(connection.execute(renewed, those(claims)).scalars())


def finish(connection: Connection, claims: Sequence[Claim]) -> set[str]:
    """Mark articles as done, in the same transaction as what was read in them.

    The ids of those that were still ours to finish.
    """
    return set(connection.execute(_FINISHING, those(claims)).scalars())


def fail(connection: Connection, claim: Claim, reason: str, traceback: str, retry: Retry) -> State:
    """Keep the failure: the article rests and waits again, or is given up after the last one."""
    given_up = claim.attempt >= retry.attempts
    state = State.FAILED if given_up else State.QUEUED
    failed = connection.execute(
        update(claim.lane.table)
        .where(held(claim.lane))
        .values(
            state=state,
            last_error=reason,
            traceback=traceback,
            failed_at=now(),
            not_before=seconds_from_now(retry.rest(claim.attempt)),
            alone=True,
            rung_at=None,
            lease_token=None,
            lease_until=None,
        ),
        those([claim]),
    )
    if failed.rowcount != 1:
        raise LeaseLost(claim.article_id)
    return state


def give_back(connection: Connection, claims: Sequence[Claim]) -> None:
    """Put articles back as they were before they were claimed; the attempt does not count."""
    lane = _lane(claims)
    given = (
        update(lane.table)
        .where(held(lane))
        .values(
            state=State.QUEUED,
            attempts=lane.table.c.attempts - 1,
            rung_at=None,
            lease_token=None,
            lease_until=None,
        )
    )
    connection.execute(given, those(claims))


def lapse(connection: Connection, attempts: int, lane: Lane = LIVE) -> int:
    """Take back the claims whose lease ran out, and say how many there were.

    An article that was claimed in company is not to blame for the loss of its worker: the attempt
    does not count, but from then on it is claimed alone. One that was alone at its last attempt
    is given up.
    """
    row = lane.table.c
    guilty = and_(row.shared.is_(False), row.attempts >= attempts)
    lost = connection.execute(
        update(lane.table)
        .where(lane.processing, row.lease_until < now())
        .values(
            state=case((guilty, State.FAILED), else_=State.QUEUED),
            attempts=row.attempts - case((row.shared, 1), else_=0),
            last_error="worker lost",
            # To the end of the line: whoever kills workers must not come first each time.
            not_before=now(),
            failed_at=now(),
            alone=True,
            rung_at=None,
            lease_token=None,
            lease_until=None,
        )
    )
    return lost.rowcount


def hold_all(connection: Connection, lease: float, lane: Lane = LIVE) -> None:
    """Give every claim a lease from now on: the clock leapt, and none has truly run out."""
    all_held = update(lane.table).where(lane.processing)
    connection.execute(all_held.values(lease_until=seconds_from_now(lease)))


def recall(connection: Connection, lease: float, lane: Lane = LIVE) -> None:
    """Bring back what was put off by a clock that was ahead of what it is now.

    A claim holds for a lease at most. Who waits to be read for the first time waits from now on,
    and so does who failed at an instant that is still to come.
    """
    row = lane.table.c
    connection.execute(
        update(lane.table)
        .where(lane.processing, row.lease_until > seconds_from_now(lease + SLACK_SECONDS))
        .values(lease_until=seconds_from_now(lease))
    )
    ahead = seconds_from_now(SLACK_SECONDS)
    connection.execute(
        update(lane.table)
        .where(
            lane.waiting,
            row.not_before > ahead,
            or_(row.failed_at.is_(None), row.failed_at > ahead),
        )
        .values(not_before=now(), rung_at=None)
    )


def held(lane: Lane) -> ColumnElement[bool]:
    """The rows that claims still hold; `those` says which claims, and that they are ours."""
    row = lane.table.c
    return and_(among(row.id, "held"), among(row.lease_token, "tokens"), lane.processing)


def those(claims: Sequence[Claim]) -> dict[str, Sequence[str]]:
    """The parameters of `held` for these claims."""
    return {
        "held": [claim.id for claim in claims],
        "tokens": list({claim.token for claim in claims}),
    }


# What is asked many times a second is written once: to write it costs more than to ask it.
_FINISHING = (
    update(articles)
    .where(held(LIVE))
    .values(state=State.DONE, lease_token=None, lease_until=None, last_error=None, traceback=None)
    .returning(articles.c.id)
)


@cache
def _taking(lane: Lane) -> ReturningUpdate[str]:
    """Give a lease on those of the ids that are waiting."""
    row = lane.table.c
    return (
        update(lane.table)
        .where(
            among(row.id, "ids"),
            lane.served,
            # Not `lane.waiting`: a planner that takes those who wait for few would look through
            # all of them at each message.
            row.state.concat("") == State.QUEUED,
            row.not_before <= now(),
            or_(row.alone.is_(False), bound("in_company", type_=Boolean).is_(False)),
        )
        .values(
            state=State.PROCESSING,
            attempts=row.attempts + 1,
            shared=bound("in_company", type_=Boolean),
            lease_token=bound("token"),
            lease_until=now() + bound("lease", type_=BigInteger),
        )
        .returning(row.id)
    )


@cache
def _taken(lane: Lane) -> Select[Any]:
    """What was taken, as it reads in its present revision."""
    row = lane.table.c
    of_article = and_(
        revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision
    )
    return (
        select(row.id.label("row_id"), row.attempts, revisions)
        .select_from(lane.rows)
        .join(revisions, of_article)
        .where(among(row.id, "ids"))
    )


def _read(connection: Connection, lane: Lane, token: str, ids: Sequence[str]) -> dict[str, Claim]:
    """What was claimed with this token."""
    rows = connection.execute(_taken(lane), {"ids": ids})
    return {
        row.row_id: Claim(
            row.row_id, row.article_id, row.revision, token, row.attempts, draft_of(row), lane
        )
        for row in rows
    }


def _lane(claims: Iterable[Claim]) -> Lane:
    """The lane of claims that were made together."""
    return next((claim.lane for claim in claims), LIVE)
