"""Turns: the writers of one SQLite file stand in line, so that each goes on as soon as it can.

SQLite itself looks again after ever longer pauses, most of which the file is free. A turn is a
courtesy: who has it may still find the file busy, and who waited too long goes on without.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

SUFFIX = "-turn"
SHORTEST_PAUSE = 0.0002
LONGEST_PAUSE = 0.002


@contextmanager
def taken(engine: Engine, patience: float) -> Iterator[None]:
    """Hold the turn, after so many seconds at most; on PostgreSQL there are none."""
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    if not file:
        yield
        return
    line = os.open(f"{file}{SUFFIX}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _wait(line, patience)
        yield
    finally:
        os.close(line)


def _wait(line: int, patience: float) -> None:
    # The kernel's own waiting has no end, and whoever is ahead may have been stopped.
    until, pause = time.monotonic() + patience, SHORTEST_PAUSE
    while not _steps_up(line) and time.monotonic() < until:
        time.sleep(pause)
        pause = min(pause * 1.5, LONGEST_PAUSE)


def _steps_up(line: int) -> bool:
    try:
        fcntl.flock(line, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
