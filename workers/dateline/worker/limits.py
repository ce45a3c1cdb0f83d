"""How long one article may take, and what stops it.

Celery's own limits count for a message, which holds many articles. These count for one.
"""

import faulthandler
import mmap
import resource
import signal
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

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


class Limits:
    """What stops the articles that one process reads, one after the other.

    To set them up takes longer than to read a short article. So they stay up from one article to
    the next, until they are told to rest: whoever writes has all the time he needs.
    """

    def __init__(self, soft: float, hard: float, memory: int, drain: Drain) -> None:
        self._soft = soft
        self._hard = hard
        self._memory = memory
        self._drain = drain
        self._began: float | None = None
        self._watched_from: float | None = None
        self._at_rest = ExitStack()

    @contextmanager
    def article(self) -> Iterator[None]:
        """Break off what is done inside.

        As TooSlow after the soft limit, as Interrupted by a drain, as TooBig where it needs more
        memory. Whoever cannot be broken off loses his process after the hard limit, or a tick
        later.
        """
        self._set_up()
        self._began = time.monotonic()
        try:
            yield
        except BaseException as error:
            self.rest()
            if isinstance(error, MemoryError):
                raise TooBig(self._memory) from error
            raise
        finally:
            self._began = None

    def rest(self) -> None:
        """Stop nobody until the next article."""
        self._began = self._watched_from = None
        self._at_rest.close()

    def _set_up(self) -> None:
        now = time.monotonic()
        if self._watched_from is None:
            self._at_rest.enter_context(_sparing(self._memory))
            self._at_rest.enter_context(_ticking(self._look))
            self._at_rest.callback(faulthandler.cancel_dump_traceback_later)
        elif now - self._watched_from < TICK_SECONDS:
            return
        # A thread in C that needs nothing from the interpreter.
        faulthandler.dump_traceback_later(self._hard + TICK_SECONDS, exit=True, file=STDERR)
        self._watched_from = now

    def _look(self, *_: object) -> None:
        if self._began is None:
            return
        if time.monotonic() - self._began > self._soft:
            raise TooSlow(self._soft)
        if self._drain.is_over:
            raise Interrupted


@contextmanager
def _ticking(look: Callable[..., None]) -> Iterator[None]:
    """Look every now and then, whatever is being done."""
    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, TICK_SECONDS, TICK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _sparing(most: int) -> Iterator[None]:
    """Let this process have no more than so many bytes.

    What it shares or maps from files does not count. Linux keeps to this limit, macOS does not.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
