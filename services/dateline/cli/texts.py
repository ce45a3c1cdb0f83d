"""The text a command was given: a file, or standard input."""

import sys
from pathlib import Path

from dateline.model.errors import DatelineError

STANDARD_INPUT = "-"


class TextUnreadable(DatelineError):
    """A file that cannot be read as text."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"cannot read {name}: {why}")


def read(name: str) -> str:
    """The text exactly as it stands there, its line ends included. Raises TextUnreadable."""
    try:
        written = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        return written.decode("utf-8")
    except OSError as error:
        raise TextUnreadable(name, (error.strerror or str(error)).lower()) from error
    except UnicodeDecodeError as error:
        raise TextUnreadable(name, f"byte {error.start} is not utf-8") from error
