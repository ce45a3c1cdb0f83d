"""Where articles are worked on: claimed, read within their limits, written down or given up."""

import logging
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from dateline.model.article import Annotations, Draft
from dateline.model.errors import LeaseLost, StoreNotReady, Unstorable
from dateline.settings import Settings
from dateline.store import claims, database, events, extractors, rereading
from dateline.store.claims import Claim, Retry
from dateline.store.lanes import LIVE, REPROCESS, Lane
from dateline.worker.limits import Drain, Interrupted, Limits

log = logging.getLogger(__name__)

# The store's own troubles: none of them is the article's fault.
STORE_ERRORS = (OperationalError, InterfaceError, StoreNotReady)
STORE_WAIT_SECONDS = 0.5

# What is written in one transaction: so many articles, read within so many seconds.
TOGETHER = 50
TOGETHER_SECONDS = 0.1

# An article that was read, and what it says.
Reading = tuple[Claim, Annotations]

Result = TypeVar("Result")


# How what was read is written down in each lane; what comes back are the claims that were lost.
REPLACE = {LIVE: events.replace_all, REPROCESS: rereading.replace_all}


class Reader(Protocol):
    """Whatever can read an article; the same name gives the same annotations."""

    @property
    def name(self) -> str:
        """Stands on all that it reads."""

    def extract(self, article_id: str, draft: Draft) -> Annotations:
        """Everything that can be read in the article."""


class Desk:
    """One process of a worker: a reader, a store, and the word that it is time to stop."""

    def __init__(self, settings: Settings, reader: Reader, drain: Drain) -> None:
        self.settings = settings
        self.reader = reader
        self.drain = drain
        self.retry = Retry(settings.max_attempts, settings.backoff, settings.max_backoff)
        self.limits = Limits(settings.soft_limit, settings.hard_limit, settings.max_memory, drain)

    @cached_property
    def engine(self) -> Engine:
        """The store; opened at the first article, since connections cannot be shared by a fork."""
        return database.open(self.settings.database)

    def introduce(self) -> None:
        """Tell the store who reads from now on; before the fork."""
        self._write(lambda connection: extractors.introduce(connection, self.reader.name))
        self.engine.dispose()

    def readings(self, ids: Sequence[str], lane: Lane = LIVE) -> Iterator[Reading]:
        """What the articles say, as they are read; without those that cannot be."""
        for claim in self.claims(ids, lane):
            annotations = None
            with self.answering(claim):
                annotations = self.read(claim)
            if annotations is not None:
                yield claim, annotations

    def claims(self, ids: Sequence[str], lane: Lane = LIVE) -> Iterator[Claim]:
        """Those of the articles that wait to be read, claimed together and held until their turn.

        Those that had theirs are held too, until they are written down. Once the worker has to
        stop, the rest is given back.
        """
        lease = self.settings.lease
        waiting = claimed = self._write(
            lambda connection: claims.claim(connection, ids, lease, lane)
        )
        renewed = time.monotonic()
        while waiting:
            if self.drain.has_begun:
                return self._give_back(waiting)
            if time.monotonic() - renewed > lease - self.settings.hard_limit:
                held = self._renew(claimed)
                waiting = [claim for claim in waiting if claim.id in held]
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
            _note_lost([claim])
        except Interrupted:
            self._give_back([claim])
        except STORE_ERRORS:
            raise
        except Exception as error:
            log.warning("article %s failed: %s", claim.article_id, type(error).__name__)
            self._fail(claim, error)

    def read(self, claim: Claim) -> Annotations:
        """What the article says, within the limits that an article has."""
        with self.limits.article():
            return self.reader.extract(claim.article_id, claim.draft)

    def finish(self, read: Sequence[Reading]) -> None:
        """Write down together what was read; the articles are done.

        Where one of them cannot be written, each is written by itself.
        """
        try:
            lost = self._replace(read)
        except STORE_ERRORS:
            raise
        except Exception:
            # Whose fault it is shows when each is alone.
            self._finish_apart(read)
        else:
            _note_lost(lost)
            for claim, annotations in read:
                log.info("article %s: %d events", claim.article_id, len(annotations.events))

    def _finish_apart(self, read: Sequence[Reading]) -> None:
        for one in read:
            with self.answering(one[0]):
                _note_lost(self._replace([one]))

    def _replace(self, read: Sequence[Reading]) -> list[Claim]:
        """Write down what was read in one lane; the claims that were lost."""
        replace = REPLACE[read[0][0].lane]
        return self._write(lambda connection: replace(connection, read))

    def _renew(self, claimed: Sequence[Claim]) -> set[str]:
        """Hold the articles for another lease; those that are still ours to hold."""
        return self._write(
            lambda connection: claims.renew(connection, claimed, self.settings.lease)
        )

    def _give_back(self, given: Sequence[Claim]) -> None:
        self._write(lambda connection: claims.give_back(connection, given))

    def _fail(self, claim: Claim, error: Exception) -> None:
        reason = _storable(f"{type(error).__name__}: {error}")
        trace = _storable("".join(traceback.format_exception(error)))
        try:
            self._write(
                lambda connection: claims.fail(connection, claim, reason, trace, self.retry)
            )
        except LeaseLost:
            _note_lost([claim])

    def _write(self, change: Callable[[Connection], Result]) -> Result:
        """Change the store; while it is away, wait for it, unless the worker has to stop.

        By then the lease may have run out. Whoever took the article over is found out then too.
        So does a worker wait whose tables are not there yet, or are those of a later version: it
        could only spoil them, and blame the article.
        """
        self.limits.rest()
        while True:
            try:
                with database.writing(self.engine) as connection:
                    if not database.fits(connection):
                        raise StoreNotReady
                    return change(connection)
            except STORE_ERRORS as error:
                trouble = getattr(error, "orig", error)
                if database.is_over_limit(error):
                    raise Unstorable(str(trouble)) from error
                if self.drain.is_over:
                    raise
                log.warning("the store is away: %s", type(trouble).__name__)
            time.sleep(STORE_WAIT_SECONDS)


def together(read: Iterable[Reading]) -> Iterator[list[Reading]]:
    """What is read in quick succession, in one list; whatever took its time comes at once.

    To write short articles one by one costs more than to read them.
    """
    found: list[Reading] = []
    began = time.monotonic()
    for each in read:
        found.append(each)
        if len(found) == TOGETHER or time.monotonic() - began > TOGETHER_SECONDS:
            yield found
            found, began = [], time.monotonic()
    if found:
        yield found


def _storable(said: str) -> str:
    """What an error says, without what no database takes for text."""
    return said.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")


def _note_lost(lost: Iterable[Claim]) -> None:
    for claim in lost:
        log.warning("article %s was taken over by another worker", claim.article_id)
