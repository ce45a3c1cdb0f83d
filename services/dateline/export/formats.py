"""The formats that a timeline can be exported in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.export import atom, csv, ics, jsonld, ndjson, timelinejs
from dateline.export.view import View
from dateline.store.timeline import Entry
from dateline.wire.timeline import Format


@dataclass(frozen=True, slots=True)
class Export:
    """How a format is called on the web, what writes it, and whether it has room for no date."""

    media_type: str
    write: Callable[[Iterable[Entry], View], Iterator[str]]
    dated_only: bool = False


FORMATS = {
    Format.NDJSON: Export("application/x-ndjson", ndjson.write),
    Format.CSV: Export("text/csv", csv.write),
    Format.ICS: Export("text/calendar", ics.write, dated_only=True),
    Format.ATOM: Export("application/atom+xml", atom.write),
    Format.TIMELINEJS: Export("application/json", timelinejs.write, dated_only=True),
    Format.JSONLD: Export("application/ld+json", jsonld.write),
}
