"""A clock that can be set: what time it is for the processes that are told to look at it."""

import sys
from collections.abc import Sequence
from pathlib import Path

LIBRARIES = "usr/lib/*/faketime/libfaketime.so.1"
PROGRAM = Path(__file__).parent / "program.py"


def library() -> Path | None:
    """What tells a process another time; None where it is not installed."""
    return next(Path("/").glob(LIBRARIES), None)


class Clock:
    """The time of day, ahead of the real one or behind; what only runs forward is let be."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock"
        self.put(0)

    def put(self, seconds: int) -> None:
        """Put the clock ahead of the real one, or behind where negative."""
        beside = self._file.with_suffix(".next")
        beside.write_text(f"{seconds:+d}\n")
        # A server of the store runs as another user.
        beside.chmod(0o644)
        beside.replace(self._file)

    @property
    def environment(self) -> dict[str, str]:
        """What makes a process look at this clock."""
        return {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def python(self, arguments: Sequence[str]) -> tuple[str, ...]:
        """The command that runs this Python program by the clock."""
        return (sys.executable, str(PROGRAM), *arguments)
