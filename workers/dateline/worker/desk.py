"""Where articles are worked on: claimed, read within their limits, written down or given up."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from dateline.model.article import Annotations, Draft
from dateline.model.errors import LeaseLost
from dateline.settings import Settings
from dateline.store import claims, database, events
from dateline.store.claims import Claim, Retry
from dateline.worker.limits import Drain, Interrupted, limited, sparing

log = logging.getLogger(__name__)

# The store's own troubles: none of them is the article's fault.
STORE_ERRORS = (OperationalError, InterfaceError)
STORE_WAIT_SECONDS = 0.5

Result = TypeVar("Result")


class Reader(Protocol):
    """Whatever can read an article."""

    def extract(self, article_id: str, draft: Draft) -> Annotations:
        """Everything that can be read in the article."""


class Desk:
    """One process of a worker: a reader, a store, and the word that it is time to stop."""

    def __init__(self, settings: Settings, reader: Reader, drain: Drain) -> None:
        self.settings = settings
        self.reader = reader
        self.drain = drain
        self.retry = Retry(settings.max_attempts, settings.backoff, settings.max_backoff)

    @cached_property
    def engine(self) -> Engine:
        """The store; opened at the first article, since connections cannot be shared by a fork."""
        return database.open(self.settings.database)

    def claims(self, ids: Sequence[str]) -> Iterator[Claim]:
        """Those of the articles that wait to be read, claimed together and held until their turn.

        Once the worker has to stop, the rest is given back.
        """
        lease = self.settings.lease
        waiting = self._write(lambda connection: claims.claim(connection, ids, lease))
        renewed = time.monotonic()
        while waiting:
            if self.drain.has_begun:
                return self._give_back(waiting)
            if time.monotonic() - renewed > lease - self.settings.hard_limit:
                waiting = self._renew(waiting)
                renewed = time.monotonic()
            yield from waiting[:1]
            waiting = waiting[1:]
        return None

    @contextmanager
    def answering(self, claim: Claim) -> Iterator[None]:
        """Keep what goes wrong inside as this article's failure, where it is its fault."""
        try:
            yield
        except LeaseLost:
            log.warning("article %s was taken over by another worker", claim.article_id)
        except Interrupted:
            self._give_back([claim])
        except STORE_ERRORS:
            raise
        except Exception as error:
            log.warning("article %s failed: %s", claim.article_id, type(error).__name__)
            self._fail(claim, error)

    def read(self, claim: Claim) -> Annotations:
        """What the article says, within the limits that an article has."""
        limits = limited(self.settings.soft_limit, self.settings.hard_limit, self.drain)
        with sparing(self.settings.max_memory), limits:
            return self.reader.extract(claim.article_id, claim.draft)

    def finish(self, claim: Claim, annotations: Annotations) -> None:
        """Write down what was read; the article is done."""
        self._write(lambda connection: events.replace(connection, claim, annotations))
        log.info("article %s: %d events", claim.article_id, len(annotations.events))

    def _renew(self, waiting: Sequence[Claim]) -> list[Claim]:
        """Hold the articles for another lease; those that are still ours."""
        held = self._write(
            lambda connection: claims.renew(connection, waiting, self.settings.lease)
        )
        return [claim for claim in waiting if claim.article_id in held]

    def _give_back(self, given: Sequence[Claim]) -> None:
        self._write(lambda connection: claims.give_back(connection, given))

    def _fail(self, claim: Claim, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"
        trace = "".join(traceback.format_exception(error))
        try:
            self._write(
                lambda connection: claims.fail(connection, claim, reason, trace, self.retry)
            )
        except LeaseLost:
            log.warning("article %s was taken over by another worker", claim.article_id)

    def _write(self, change: Callable[[Connection], Result]) -> Result:
        """Change the store; while it is away, wait for it, unless the worker has to stop.

        By then the lease may have run out. Whoever took the article over is found out then too.
        """
        while True:
            try:
                with database.writing(self.engine) as connection:
                    return change(connection)
            except STORE_ERRORS as error:
                if self.drain.is_over:
                    raise
                log.warning("the store is away: %s", type(error.orig).__name__)
            time.sleep(STORE_WAIT_SECONDS)
