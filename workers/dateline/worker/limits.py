"""How long one article may take, and what stops it.

Celery's own limits count for a message, which holds many articles. These count for one.
"""

import faulthandler
import mmap
import resource
import signal
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.model.errors import DatelineError

TICK_SECONDS = 0.1
STDERR = 2


class TooSlow(DatelineError):
    """An article that took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not read after {seconds:g} seconds")


class TooBig(DatelineError):
    """An article that took more memory than it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"not read with {most} bytes of memory")


class Interrupted(DatelineError):
    """Reading was broken off because the worker has to stop."""


class Drain:
    """Word to the worker's processes that it is stopping; made before they are forked."""

    def __init__(self) -> None:
        self._until = mmap.mmap(-1, 8)

    def begin(self, seconds: float) -> None:
        """Start no more articles; those at work have this many seconds, asked twice none."""
        seconds = 0 if self.has_begun else seconds
        self._until[:] = struct.pack("d", time.monotonic() + seconds)

    @property
    def has_begun(self) -> bool:
        """Whether no more articles may be started."""
        return self._end > 0

    @property
    def is_over(self) -> bool:
        """Whether those at work have to stop too."""
        return 0 < self._end < time.monotonic()

    @property
    def _end(self) -> float:
        return float(struct.unpack("d", self._until[:])[0])


@contextmanager
def limited(soft: float, hard: float, drain: Drain) -> Iterator[None]:
    """Break off what is done inside: as TooSlow after `soft` seconds, as Interrupted by a drain.

    Whoever cannot be broken off loses his process after `hard` seconds: the watchdog is a thread
    in C that needs nothing from the interpreter.
    """
    began = time.monotonic()

    def look(*_: object) -> None:
        if time.monotonic() - began > soft:
            raise TooSlow(soft)
        if drain.is_over:
            raise Interrupted

    before = signal.signal(signal.SIGALRM, look)
    faulthandler.dump_traceback_later(hard, exit=True, file=STDERR)
    signal.setitimer(signal.ITIMER_REAL, TICK_SECONDS, TICK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


@contextmanager
def sparing(most: int) -> Iterator[None]:
    """Let this process have no more than so many bytes, and break off as TooBig what needs more.

    What it shares or maps from files does not count. Linux keeps to this limit, macOS does not.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))
    try:
        yield
    except MemoryError as error:
        raise TooBig(most) from error
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
