"""Processes for what takes long and may hang: one job at a time in each, none beyond its limit."""

import asyncio
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from dateline.model.errors import CutOff

P = ParamSpec("P")
T = TypeVar("T")

# For a process to start and prepare: on a busy machine that takes longer than any job may.
START_SECONDS = 60
PR_SET_PDEATHSIG = 1

# The threads of a server that answers do not survive a fork.
SPAWN = multiprocessing.get_context("spawn")


class Pool:
    """Processes that are started when they are first needed, and stay.

    In each, `prepare` is called before its first job; a job may take `limit` seconds.
    """

    def __init__(self, prepare: Callable[[], object], processes: int, limit: float) -> None:
        self._limit = limit
        self._hands = [_Hand(prepare) for _ in range(processes)]
        # Last in, first out: as long as one process is enough, no other is started.
        self._free: asyncio.LifoQueue[_Hand] = asyncio.LifoQueue()
        for hand in self._hands:
            self._free.put_nowait(hand)

    async def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the job answers. Raises CutOff where it, or the wait for a process, took too long.

        The process of a job that is cut off is killed; the next job has a new one.
        """
        hand = await self._take()
        try:
            await hand.get_ready()
            return await hand.do(self._limit, job, *args, **kwargs)
        finally:
            self._free.put_nowait(hand)

    def stop(self) -> None:
        """End every process, whatever it does."""
        for hand in self._hands:
            hand.stop()

    async def _take(self) -> "_Hand":
        try:
            return await asyncio.wait_for(self._free.get(), self._limit)
        except TimeoutError:
            raise CutOff(f"no process was free within {self._limit:g} seconds") from None


class _Hand:
    """One process, or none yet; after it had to be killed, a new one."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        self._prepare = prepare
        self._is_ready = False
        self._executor: ProcessPoolExecutor | None = None

    async def get_ready(self) -> None:
        """Prepare the process for its jobs, unless it is prepared already."""
        if not self._is_ready:
            await self.do(START_SECONDS, self._prepare)
            self._is_ready = True

    async def do(self, seconds: float, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the job answers within so many seconds. Raises CutOff."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(1, SPAWN, _obey_parent, (os.getpid(),))
        try:
            answer = asyncio.wrap_future(self._executor.submit(job, *args, **kwargs))
            return await asyncio.wait_for(answer, seconds)
        except TimeoutError:
            self.stop()
            raise CutOff(f"it was not done within {seconds:g} seconds") from None
        except BrokenProcessPool:
            self.stop()
            raise CutOff("its process died") from None
        except asyncio.CancelledError:
            self.stop()
            raise

    def stop(self) -> None:
        """Kill the process, if there is one."""
        executor, self._executor, self._is_ready = self._executor, None, False
        if executor is not None:
            # What `executor.kill_workers` does from Python 3.14 on.
            for process in list(executor._processes.values()):
                process.kill()
            executor.shutdown(wait=False)


def _obey_parent(parent: int) -> None:
    """Let nobody but the parent end this process; and end with the parent, however that ends."""
    # Ctrl-C reaches the whole group, but a request under way is answered first.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            # The parent was gone before we asked to be told.
            sys.exit(1)
