"""Names that somebody may have meant who asked for one that nobody bears."""

from collections.abc import Iterator

from sqlalchemy import Connection

from dateline.model.names import normal
from dateline.store import entities

MOST = 5
# Shorter words stand in too many names.
SHORTEST = 3


def names(connection: Connection, unknown: str) -> list[str]:
    """The shortest names in which a word begins like this name, or like one of its words."""
    for words in _beginnings(unknown):
        found = entities.beginning(connection, words, MOST)
        if found:
            return list(dict.fromkeys(entity.name for entity in found))
    return []


def _beginnings(unknown: str) -> Iterator[str]:
    """What a name may begin with, the most telling first: all of it, its words, half a word."""
    words = sorted(normal(unknown).split(), key=len, reverse=True)
    halves = [word[: max(SHORTEST, len(word) // 2)] for word in words]
    yield from (some for some in (unknown, *words, *halves) if len(some) >= SHORTEST)
