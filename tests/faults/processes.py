"""Processes of a Dateline under test: forked from one that has imported it all, or made anew.

To import Dateline takes longer than most faults do. So a server is kept that has done it once,
and forks whatever is started; what needs another interpreter's environment is executed instead.
"""

import multiprocessing
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tests.faults import program

PRELOADED = [
    "dateline.cli.main",
    "dateline.api.serving",
    "dateline.queue.relay",
    "dateline.worker.serving",
    "celery.app.amqp",
    "celery.bin.worker",
    "celery.concurrency.prefork",
    "kombu.transport.redis",
    "psycopg",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite",
]

forks = multiprocessing.get_context("forkserver")
forks.set_forkserver_preload(PRELOADED)


class Process(Protocol):
    """What a test does with a process."""

    pid: int

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


class Fork:
    """A process that runs a Python program or module, `-m` before its name, as python would."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
    ) -> None:
        # Started from the environment of this process, whatever the server's was.
        whole = dict(os.environ) | dict(environment)
        self._process = forks.Process(target=_run, args=(list(arguments), whole, folder, log))
        self._process.start()
        self.pid = int(self._process.pid or 0)
        self.terminate = self._process.terminate
        self.kill = self._process.kill

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        return self._process.exitcode


def execute(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
) -> subprocess.Popen[bytes]:
    """A process that is started from its program's file."""
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            env=os.environ | environment,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def _run(arguments: list[str], environment: dict[str, str], folder: Path, log: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    with log.open("wb") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    program.run(arguments)
