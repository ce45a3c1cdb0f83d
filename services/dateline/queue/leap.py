"""Leaps of the database's clock, seen from a clock that nobody can set."""

import time
from datetime import datetime

# Less than this is drift, or a slow answer.
LEAP_SECONDS = 1.0


class Watch:
    """Two clocks side by side."""

    def __init__(self) -> None:
        self._then: tuple[datetime, float] | None = None

    def leapt(self, now: datetime) -> bool:
        """Whether the other clock has been put forward since the last look."""
        here = time.monotonic()
        then, self._then = self._then, (now, here)
        if then is None:
            return False
        return (now - then[0]).total_seconds() - (here - then[1]) > LEAP_SECONDS
