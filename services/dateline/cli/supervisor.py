"""Keeps the processes of one Dateline running, and stops them all together."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model.errors import DatelineError

log = logging.getLogger(__name__)

POLL_SECONDS = 0.2
# A child that dies this often within this many seconds is not going to get better.
DEATHS_ALLOWED = 5
DEATHS_WINDOW_SECONDS = 60.0


class ChildKeepsDying(DatelineError):
    """A process that ends again each time it is started."""

    def __init__(self, name: str, log_file: Path) -> None:
        super().__init__(f"the {name} keeps stopping; its own words are in {log_file}")


@dataclass(slots=True)
class Child:
    """One process to keep running; `grace` is how many seconds it may take to stop."""

    name: str
    command: Sequence[str]
    grace: float
    environment: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=DEATHS_ALLOWED))


class Supervisor:
    """Starts children in order, restarts those that die, stops them in reverse order."""

    def __init__(self, log_folder: Path) -> None:
        self.log_folder = log_folder
        self.children: list[Child] = []
        self.stopping = threading.Event()
        self._signals = 0

    def listen(self) -> None:
        """From here on SIGINT and SIGTERM stop the children; a second one does not wait."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def start(self, child: Child) -> None:
        """Starts the child and keeps it running."""
        self.children.append(child)
        self._launch(child)

    def check(self) -> None:
        """Restarts what has died. Raises ChildKeepsDying."""
        for child in self.children:
            if child.process is None or child.process.poll() is None or self.stopping.is_set():
                continue
            log.warning("%s ended with status %s", child.name, child.process.returncode)
            self._count_death(child)
            self._launch(child)

    def watch(self) -> None:
        """Keeps everything running until a signal or `stopping` ends it."""
        while not self.stopping.wait(POLL_SECONDS):
            self.check()

    def stop(self) -> None:
        """Stops every child, the last started first; one that outlasts its grace is killed."""
        self.stopping.set()
        for child in reversed(self.children):
            if child.process is not None:
                _terminate(child.process)
                self._wait(child)
        self.children.clear()

    def log_file(self, child: Child) -> Path:
        """Where the child's output goes."""
        return self.log_folder / f"{child.name}.log"

    def _launch(self, child: Child) -> None:
        tether = [sys.executable, "-m", "dateline.cli.tether", str(os.getpid())]
        with self.log_file(child).open("ab") as output:
            child.process = subprocess.Popen(  # noqa: S603 - our own command lines
                [*tether, *child.command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **child.environment},
                # Ctrl-C in the terminal is the supervisor's to pass on, in order.
                start_new_session=True,
            )

    def _count_death(self, child: Child) -> None:
        now = time.monotonic()
        child.deaths.append(now)
        if len(child.deaths) == DEATHS_ALLOWED and now - child.deaths[0] < DEATHS_WINDOW_SECONDS:
            raise ChildKeepsDying(child.name, self.log_file(child))

    def _wait(self, child: Child) -> None:
        process = child.process
        if process is None:
            return
        deadline = time.monotonic() + child.grace
        while process.poll() is None and time.monotonic() < deadline and self._signals < 2:
            time.sleep(POLL_SECONDS / 4)
        # Also what the child itself may have left behind: it leads a group of its own.
        _kill_group(process)
        process.wait()

    def _on_signal(self, _number: int, _frame: object) -> None:
        self._signals += 1
        self.stopping.set()


def _terminate(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
