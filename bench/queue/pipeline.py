"""From accepted rows to finished ones, with a reader that reads nothing."""

import time
from dataclasses import replace
from datetime import date

from place import python, running
from sqlalchemy import Engine, text

from dateline.model.article import Annotations, Draft, Publication
from dateline.queue import broker
from dateline.queue.relay import chunks
from dateline.settings import Settings
from dateline.store import bulk, claims, database, events, owed

DRAFT = Draft("The council met on Monday. " * 20, Publication(date(2025, 2, 26), None, ""), "en")
NOTHING = Annotations("nothing")
BATCH = 1000
HERE = str(__file__)


class Nothing:
    """A reader that reads nothing."""

    name = NOTHING.extractor

    def extract(self, article_id: str, draft: Draft) -> Annotations:  # noqa: ARG002 - a reader's
        """Nothing."""
        return NOTHING


def bare(chosen: Settings, count: int) -> float:
    """Articles a second of one process that runs the claims and finishes itself, in chunks."""
    engine = _filled(chosen, count)
    with database.reading(engine) as connection:
        due = owed.due(connection, count, 60, "bench")
    began = time.perf_counter()
    for ids in chunks(due, chosen.chunk_articles, chosen.chunk_characters):
        with database.writing(engine) as connection:
            claimed = claims.claim(connection, ids, chosen.lease)
        with database.writing(engine) as connection:
            events.replace_all(connection, [(claim, NOTHING) for claim in claimed])
    took = time.perf_counter() - began
    engine.dispose()
    return count / took


def piped(chosen: Settings, count: int, worker: str) -> float:
    """Articles a second of relay, broker and two workers, from the first one done on."""
    engine = _filled(chosen, count)
    commands = [broker.embedded(chosen.data).command, python(worker, "worker")]
    with running(chosen, *commands, python("-m", "dateline.queue")):
        while not (already := _done(engine)):
            time.sleep(0.05)
        began = time.perf_counter()
        while _done(engine) < count:
            time.sleep(0.1)
        took = time.perf_counter() - began
    engine.dispose()
    return (count - already) / took


def _filled(chosen: Settings, count: int) -> Engine:
    """The store with so many articles waiting."""
    engine = database.open(chosen.database)
    for first in range(0, count, BATCH):
        drafts = [
            replace(DRAFT, external_id=str(number))
            for number in range(first, min(first + BATCH, count))
        ]
        with database.writing(engine) as connection:
            bulk.add(connection, drafts)
    return engine


def _done(engine: Engine) -> int:
    with database.reading(engine) as connection:
        done = text("SELECT count(*) FROM articles WHERE state = 'done'")
        return int(connection.execute(done).scalar_one())
