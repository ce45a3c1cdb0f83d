"""Patience: how long a question to the store may take before it is broken off."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from sqlalchemy import Connection, text

# SQLite asks this often whether to go on; the time between counts as work up to some length, as
# whoever reads row by row may rest between two rows.
STEPS = 100_000
REST = 1.0


class Patience:
    """So many seconds of work."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self.seen = monotonic()

    def is_over(self) -> bool:
        """Whether none is left; called now and then while work goes on."""
        now = monotonic()
        self.left -= min(now - self.seen, REST)
        self.seen = now
        return self.left < 0


@contextmanager
def limited(connection: Connection, seconds: float | None) -> Iterator[None]:
    """Break off what takes longer, of all that is asked of the connection: OperationalError.

    On PostgreSQL each statement has its own time.
    """
    if seconds is None:
        yield
    elif connection.dialect.name == "postgresql":
        allowed = text("SELECT set_config('statement_timeout', :milliseconds, true)")
        connection.execute(allowed, {"milliseconds": str(round(seconds * 1000))})
        yield
    else:
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(Patience(seconds).is_over, STEPS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)
