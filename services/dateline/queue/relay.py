"""The relay: rings the queue's bell for every article that the store says is due.

Any number of relays may run. A relay that dies loses nothing: what it had marked and not sent is
due again after a while, what it had sent twice is claimed once.
"""

import logging
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kombu.exceptions import OperationalError as Unsent
from redis.exceptions import RedisError
from sqlalchemy.exc import DBAPIError

from dateline.queue import broker
from dateline.queue.app import EXTRACT, connected
from dateline.queue.leap import Watch
from dateline.settings import Settings
from dateline.store import articles, claims, database, instant
from dateline.store.articles import Due

log = logging.getLogger(__name__)

# While there is more to send than the queue may hold, it is looked at this much more often.
HASTE = 10

BROKER_ERRORS = (RedisError, Unsent, OSError)


def serve(settings: Settings) -> None:
    """Ring until told to stop by SIGTERM or SIGINT."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run(settings, stop)


def run(settings: Settings, stop: threading.Event) -> None:
    """Ring until told to stop; a store or a broker that is away is waited for."""
    relay = Relay(settings)
    pause = 0.0
    while not stop.wait(pause):
        pause = settings.poll / HASTE if relay.attempt() else settings.poll
    relay.close()


class Relay:
    """One relay at work: what it is connected to, and what is wrong at the moment."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.app = connected(settings)
        self.engine = database.open(settings.database)
        self.broker = broker.connect(str(settings.redis_url))
        self.trouble: str | None = None
        self.lapse_from = 0.0
        self.watch = Watch()

    def attempt(self) -> bool:
        """One round, whatever goes wrong outside; whether there is more to ring for at once."""
        try:
            more = self.ring()
        except DBAPIError as error:
            # Workers could not renew or finish either: give them the time of a lease.
            self.lapse_from = time.monotonic() + self.settings.lease
            self._note(f"the store is away: {type(error.orig).__name__}")
            return False
        except BROKER_ERRORS as error:
            self._note(f"the broker is away: {type(error).__name__}")
            return False
        self._note(None)
        return more

    def ring(self) -> bool:
        """Send what is due, as far as the queue has room; whether more may be due."""
        self._lapse()
        epoch = broker.epoch(self.broker)
        room = self.settings.high_water - broker.waiting(self.broker)
        if room <= 0:
            return True
        due = self._take(room * self.settings.chunk_articles, epoch)
        messages = list(chunks(due, self.settings.chunk_articles, self.settings.chunk_characters))
        self._send(messages[:room])
        self._put_back(messages[room:])
        return len(messages) >= room

    def close(self) -> None:
        """Leave the store and the broker."""
        self.engine.dispose()
        self.broker.close()
        self.app.close()

    def _lapse(self) -> None:
        """Take back the claims that ran out, unless it was not their worker's fault."""
        if time.monotonic() < self.lapse_from:
            return
        lease = self.settings.lease
        with database.writing(self.engine) as connection:
            claims.recall(connection, lease, self.settings.max_backoff)
            if self.watch.leapt(instant.read(connection)):
                claims.hold_all(connection, lease)
            lapsed = claims.lapse(connection, self.settings.max_attempts)
        if lapsed:
            log.warning("%d claims ran out", lapsed)

    def _take(self, limit: int, epoch: str) -> list[Due]:
        with database.writing(self.engine) as connection:
            due = articles.due(connection, limit, self.settings.patience, epoch)
            if due:
                articles.mark(connection, [article.id for article in due], epoch)
        return due

    def _send(self, messages: Sequence[Sequence[str]]) -> None:
        try:
            with self.app.producer_or_acquire() as producer, producer.batch():
                for ids in messages:
                    self.app.send_task(EXTRACT, args=[ids], producer=producer)
        except BROKER_ERRORS:
            self._put_back(messages)
            raise

    def _put_back(self, messages: Iterable[Sequence[str]]) -> None:
        ids = list(chain.from_iterable(messages))
        if ids:
            with database.writing(self.engine) as connection:
                articles.unmark(connection, ids)

    def _note(self, trouble: str | None) -> None:
        """Say it once when something goes wrong, and once when all is well again."""
        if trouble != self.trouble:
            log.warning("%s", trouble or "all is well again")
        self.trouble = trouble


def chunks(due: Iterable[Due], articles: int, characters: int) -> Iterator[list[str]]:
    """The ids in messages of so many articles and so many characters at most.

    One article is always let through, however long. Articles that may take their company along go
    alone.
    """
    chunk: list[str] = []
    length = 0
    for article in due:
        if article.alone:
            yield [article.id]
            continue
        if chunk and (len(chunk) == articles or length + article.characters > characters):
            yield chunk
            chunk, length = [], 0
        chunk.append(article.id)
        length += article.characters
    if chunk:
        yield chunk
