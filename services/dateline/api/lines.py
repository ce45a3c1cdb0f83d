"""The items of a bulk post, one by one as they arrive: lines of NDJSON, or members of an array.

A line that cannot be read costs no other. An HTTPException ends the whole: there is no telling
where the next line begins.
"""

import zlib
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from dateline.api.body import NotJson, parse
from dateline.api.members import members

PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in one line, or one member, of so many bytes; or why it cannot be read."""

    line: int
    size: int
    content: Any = None
    error: Exception | None = None


async def inflate(chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[bytes]:
    """The bytes behind gzip, refused as soon as there are too many of them."""
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    size = 0
    async for chunk in chunks:
        rest = chunk
        while rest and not inflater.eof:
            try:
                # A piece at a time: a bomb of 10 KiB must not burst in memory.
                inflated = inflater.decompress(rest, PIECE)
            except zlib.error as wrong:
                raise HTTPException(400, "the body is not gzip") from wrong
            rest = inflater.unconsumed_tail
            size += len(inflated)
            if size > most:
                raise HTTPException(413, f"the body inflates to more than {most} bytes")
            yield inflated
    if not inflater.eof:
        raise HTTPException(400, "the gzip ends too early")


async def of_ndjson(chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Item]:
    """Every line that is not blank, numbered as it stands in the body."""
    number, line, size = 1, bytearray(), 0
    async for chunk in chunks:
        *ended, begun = chunk.split(b"\n")
        for end in ended:
            size += len(end)
            line += end
            if line.strip() or size > most:
                yield _item(number, bytes(line), size, most)
            number, line, size = number + 1, bytearray(), 0
        size += len(begun)
        # Of a line that is too long only the length is kept.
        line = line + begun if size <= most else bytearray()
    if line.strip() or size > most:
        yield _item(number, bytes(line), size, most)


async def of_array(chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Item]:
    """Every member of a JSON array, numbered from 1."""
    number = 0
    async for member, size in members(chunks, most):
        number += 1
        yield _item(number, member, size, most)


def _item(number: int, item: bytes, size: int, most: int) -> Item:
    if size > most:
        error = HTTPException(413, f"the line is longer than {most} bytes")
        return Item(number, 0, error=error)
    try:
        return Item(number, size, parse(item))
    except NotJson as wrong:
        return Item(number, 0, error=HTTPException(400, f"the line {wrong}"))
    except HTTPException as refused:
        return Item(number, 0, error=refused)
