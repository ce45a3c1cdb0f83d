"""Exports: all rows of a timeline query, streamed in another format."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from threading import Semaphore

from fastapi import Request
from fastapi.responses import StreamingResponse

from dateline.api.running import Running
from dateline.export import ics, rows
from dateline.export.formats import FORMATS
from dateline.export.view import View
from dateline.model.errors import BadCursor, TooManyExports
from dateline.store import order
from dateline.wire.timeline import Format, TimelineQuery

BLOCK = 64 * 1024
VARY = {"Vary": "Accept"}


def answer(
    here: Running, query: TimelineQuery, format: Format, request: Request
) -> StreamingResponse:
    """All rows of the query as they were at one moment.

    Raises TooManyExports where as many as may be are under way.
    """
    if query.cursor:
        raise BadCursor("an export is whole and has no pages")
    export = FORMATS[format]
    view = View(
        title=", ".join(query.entity) or query.q or "Timeline",
        address=str(request.url.include_query_params(format=format)),
        at=datetime.now(UTC),
    )
    engine = here.engine
    known = order.known_at(engine, query.as_of)
    entries = rows.of(engine, query, dated_only=export.dated_only, known=known)
    if format is Format.ICS:
        lines = ics.write(entries, view, rows.withdrawn(engine, query, view.at))
    else:
        lines = export.write(entries, view)
    blocks = _one_of_few(here.exports, _blocks(lines))
    # A store that does not answer is a problem document, as long as nothing has been sent.
    first = next(blocks, "")
    return StreamingResponse(chain([first], blocks), headers=VARY, media_type=export.media_type)


def _one_of_few(places: Semaphore, blocks: Iterator[str]) -> Iterator[str]:
    """The blocks, by whoever has one of the places; it is free again when the reader leaves."""
    if not places.acquire(blocking=False):
        raise TooManyExports
    try:
        yield from blocks
    finally:
        places.release()


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """The lines in fewer, larger pieces: each costs a turn of the event loop."""
    block: list[str] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size >= BLOCK:
            yield "".join(block)
            block, size = [], 0
    yield "".join(block)
