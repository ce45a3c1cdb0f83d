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
from dateline.queue.app import connected, task
from dateline.queue.leap import Watch
from dateline.queue.tending import tend
from dateline.settings import Settings
from dateline.store import claims, database, instant, owed
from dateline.store.lanes import LANES, LIVE, Lane
from dateline.store.owed import Due

log = logging.getLogger(__name__)

# While there is more to send than the queue may hold, it is looked at this much more often.
HASTE = 10

# The part of the queue's room that has to be free before more is sent.
NEARLY = 4

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
        """Send what is due, as far as the queues have room; whether more may be due."""
        self._lapse()
        epoch = broker.epoch(self.broker)
        more = [self._serve(lane, epoch) for lane in LANES]
        # Jobs come after all that is owed to live articles.
        return tend(self.engine, self._window) or any(more)

    def close(self) -> None:
        """Leave the store and the broker."""
        self.engine.dispose()
        self.broker.close()
        self.app.close()

    @property
    def _window(self) -> int:
        """How many articles of a job are taken up at a time: enough until the next look."""
        return 2 * self.settings.high_water * self.settings.reprocess_chunk

    def _lapse(self) -> None:
        """Take back the claims that ran out, unless it was not their worker's fault."""
        if time.monotonic() < self.lapse_from:
            return
        # In haste too: whoever finishes an article has to wait while this is written.
        self.lapse_from = time.monotonic() + self.settings.poll
        lease = self.settings.lease
        with database.writing(self.engine) as connection:
            leapt = self.watch.leapt(instant.read(connection))
            for lane in LANES:
                claims.recall(connection, lease, lane)
                if leapt:
                    claims.hold_all(connection, lease, lane)
                lapsed = claims.lapse(connection, self.settings.max_attempts, lane)
                if lapsed:
                    log.warning("%s: %d claims ran out", lane.name, lapsed)

    def _serve(self, lane: Lane, epoch: str) -> bool:
        """Send what is due in one lane; whether more may be due in it."""
        room = self.settings.high_water - broker.waiting(self.broker, lane)
        # A queue that is nearly full is let be: to take little costs as much as to take more.
        if room <= self.settings.high_water // NEARLY:
            return True
        most = self._most_articles(lane)
        due = self._take(lane, room * most, epoch)
        messages = list(chunks(due, most, self.settings.chunk_characters))
        self._send(lane, messages[:room])
        self._put_back(lane, messages[room:])
        return len(messages) >= room

    def _most_articles(self, lane: Lane) -> int:
        """Of a message: what a job has read is what a live article may have to wait for."""
        chosen = self.settings
        return chosen.chunk_articles if lane is LIVE else chosen.reprocess_chunk

    def _take(self, lane: Lane, limit: int, epoch: str) -> list[Due]:
        with database.writing(self.engine) as connection:
            due = owed.due(connection, limit, self.settings.patience, epoch, lane)
            if due:
                owed.mark(connection, [article.id for article in due], epoch, lane)
        return due

    def _send(self, lane: Lane, messages: Sequence[Sequence[str]]) -> None:
        to = {"name": task(lane), "queue": lane.name}
        try:
            with self.app.producer_or_acquire() as producer, producer.batch():
                for ids in messages:
                    self.app.send_task(**to, args=[ids], producer=producer)
        except BROKER_ERRORS:
            self._put_back(lane, messages)
            raise

    def _put_back(self, lane: Lane, messages: Iterable[Sequence[str]]) -> None:
        ids = list(chain.from_iterable(messages))
        if ids:
            with database.writing(self.engine) as connection:
                owed.unmark(connection, ids, lane)

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
