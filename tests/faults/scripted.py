"""A worker whose articles say what happens to whoever reads them.

    python scripted.py LOG [real]

The text of an article is a command and a number: `nap 1.5`, `fail 0`, `die 0`, `hang 0`,
`eat 0`. With `real`, all others are read as articles are. Each reading is a line of the log: the
article's id and the process that began to read it.
"""

import os
import signal
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from dateline import settings
from dateline.events.extractor import Extractor
from dateline.model.article import Annotations, Draft
from dateline.model.event import (
    Basis,
    Certainty,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Polarity,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.worker import serving

MORSEL = 64 * 1024 * 1024


class Scripted:
    """Does what the article says, and reads three events in it."""

    name = "scripted"

    def __init__(self, log: Path, extractor: Extractor | None) -> None:
        self.log = log
        self.extractor = extractor

    def extract(self, article_id: str, draft: Draft) -> Annotations:
        with self.log.open("a") as log:
            log.write(f"{article_id} {os.getpid()}\n")
        command, number = draft.text.split()[:2]
        if self.extractor and command not in COMMANDS:
            return self.extractor.extract(article_id, draft)
        COMMANDS[command](float(number))
        days = (draft.published.on + timedelta(days=n) for n in range(3))
        return Annotations("scripted", events=tuple(event(article_id, day) for day in days))


def event(article_id: str, day: date) -> Event:
    return Event(
        id=f"{article_id}-{day}",
        kind=EventKind.OCCURRENCE,
        type="other",
        trigger=Trigger("nap", "nap", Span(0, 3)),
        summary="nap",
        time=EventTime(Basis.EXPLICIT, "", Interval.day(day)),
        factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
        status=Status.OCCURRED,
        evidence=Evidence("nap", "", "", Span(0, 3)),
        confidence=1.0,
    )


def fail(_: float) -> None:
    raise ValueError("cannot be read")


def die(_: float) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(_: float) -> None:
    """Like a loop in C: no signal is heard."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    while True:
        time.sleep(60)


def eat(_: float) -> None:
    """Ask for memory for as long as there is any."""
    held = []
    while True:
        held.append(bytes(MORSEL))


COMMANDS = {"nap": time.sleep, "fail": fail, "die": die, "hang": hang, "eat": eat}


if __name__ == "__main__":
    real = Extractor.load("auto") if sys.argv[2:] == ["real"] else None
    serving.work(settings.load(), Scripted(Path(sys.argv[1]), real))
