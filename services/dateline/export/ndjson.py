"""NDJSON: one event a line, as the contract shows it."""

from collections.abc import Iterable, Iterator

from dateline.export import answer
from dateline.export.view import View
from dateline.store.timeline import Entry


def write(entries: Iterable[Entry], _: View) -> Iterator[str]:
    """The lines."""
    for entry in entries:
        yield answer.event(entry).model_dump_json() + "\n"
