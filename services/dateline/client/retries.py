"""When to ask again: every request of ours may safely be sent twice."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from dateline.client.errors import Unreachable

AGAIN = {429, 502, 503, 504}


@dataclass(frozen=True, slots=True)
class Patience:
    """How often we ask, and how long we wait in between: up to twice as long each time.

    What the service itself says (`Retry-After`) counts, up to the longest wait.
    """

    attempts: int = 6
    first_wait: float = 0.5
    longest_wait: float = 30.0

    def wait(self, attempt: int, answer: httpx.Response | None) -> float:
        """Seconds until the next attempt; by chance, so that many clients do not ask at once."""
        stated = answer.headers.get("retry-after", "") if answer else ""
        if stated.isdecimal():
            return min(float(stated), self.longest_wait)
        longest = min(self.first_wait * 2**attempt, self.longest_wait)
        return random.uniform(longest / 2, longest)  # noqa: S311 - no secret is made of it


def send(
    ask: Callable[[], httpx.Response],
    patience: Patience,
    sleep: Callable[[float], None] = time.sleep,
) -> httpx.Response:
    """The first answer that is final: neither lost on the way nor "come back later"."""
    failure = ""
    for attempt in range(patience.attempts):
        answer = None
        try:
            answer = ask()
        except httpx.TransportError as lost:
            failure = f"{type(lost).__name__}: {lost}"
        else:
            if answer.status_code not in AGAIN:
                return answer
            failure = f"HTTP {answer.status_code}"
        if attempt + 1 < patience.attempts:
            sleep(patience.wait(attempt, answer))
    raise Unreachable(f"asked {patience.attempts} times, last: {failure}")
