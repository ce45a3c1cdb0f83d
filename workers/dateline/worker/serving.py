"""The worker as a process: loads once, forks, reads until it is told to stop."""

import gc
import logging
import os
import socket
import sys
from collections.abc import Sequence

from celery.signals import worker_shutting_down

from dateline.events.extractor import Extractor
from dateline.model.errors import NoModel
from dateline.queue.app import connected
from dateline.settings import Settings
from dateline.store.lanes import LANES, REPROCESS, Lane
from dateline.worker import tasks
from dateline.worker.desk import Desk, Reader
from dateline.worker.limits import Drain

log = logging.getLogger(__name__)


def serve(settings: Settings, lanes: Sequence[Lane] = LANES) -> None:
    """Read what the queues name until told to stop; then finish or give back what is at work.

    Raises NoModel where nothing can be read again for want of a language model.
    """
    extractor = Extractor.load(settings.model)
    work(settings, extractor, readable(lanes, extractor))


def readable(lanes: Sequence[Lane], extractor: Extractor) -> Sequence[Lane]:
    """The lanes whose articles the extractor may read.

    Without a language model it would take back every event that another has read.
    """
    if extractor.parser is not None:
        return lanes
    log.warning("no article is read again: no language model is installed")
    left = [lane for lane in lanes if lane is not REPROCESS]
    if not left:
        raise NoModel("to read articles again takes a language model, and none is installed")
    return left


def work(settings: Settings, reader: Reader, lanes: Sequence[Lane] = LANES) -> None:
    """The same with a reader of one's own."""
    drain = Drain()
    app = connected(settings)
    desk = Desk(settings, reader, drain)
    desk.introduce()
    tasks.register(app, desk)
    worker_shutting_down.connect(lambda **_: drain.begin(settings.drain), weak=False)
    # Two lines a message, which say less than the desk does.
    for chatter in ("celery.app.trace", "celery.worker.strategy"):
        logging.getLogger(chatter).setLevel(logging.WARNING)
    # What is loaded by now stays for good: the processes to come share its memory unwritten.
    gc.collect()
    gc.freeze()
    worker = app.Worker(
        hostname=f"dateline-{os.getpid()}@{socket.gethostname()}",
        pool="prefork",
        concurrency=settings.concurrency,
        queues=[lane.name for lane in lanes],
        loglevel="INFO",
        without_gossip=True,
        without_mingle=True,
    )
    worker.start()
    sys.exit(worker.exitcode)
