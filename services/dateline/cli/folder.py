"""The data folder of an embedded Dateline: made, writable, and held by one process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.model.errors import DatelineError


class FolderUnusable(DatelineError):
    """The data folder cannot be made or written."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"data folder {folder} cannot be used: {why} (set DATELINE_DATA)")


@contextmanager
def hold(folder: Path) -> Iterator[Path]:
    """The folder for as long as the context lasts, for this process alone.

    Raises FolderUnusable when it cannot be written or another process holds it.
    """
    try:
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise FolderUnusable(folder, (error.strerror or str(error)).lower()) from error
    try:
        _lock(descriptor, folder)
        yield folder
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 20, 0).decode().strip()
        raise FolderUnusable(folder, f"dateline runs there already, as process {holder}") from None
    os.truncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)
