"""The items of a bulk post: lines of NDJSON, one by one as they arrive, or members of an array.

A line that cannot be read costs no other. An HTTPException ends the whole: there is no telling
where the next line begins.
"""

import zlib
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from typing import Any

from fastapi import HTTPException

from dateline.api.body import NotJson, parse

PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in one line of so many bytes, or why it cannot be read."""

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
                yield _line(number, bytes(line), size, most)
            number, line, size = number + 1, bytearray(), 0
        size += len(begun)
        # Of a line that is too long only the length is kept.
        line = line + begun if size <= most else bytearray()
    if line.strip() or size > most:
        yield _line(number, bytes(line), size, most)


async def of_array(chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[Item]:
    """Every member of a JSON array, numbered from 1; the array is read whole."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"an array has at most {most} bytes: post lines instead")
    try:
        members = parse(bytes(body))
    except NotJson as wrong:
        raise HTTPException(400, f"the body {wrong}") from wrong
    if not isinstance(members, list):
        raise HTTPException(400, "the body is no JSON array")
    for number, member in enumerate(members, start=1):
        yield Item(number, 0, member)


def _line(number: int, line: bytes, size: int, most: int) -> Item:
    if size > most:
        error = HTTPException(413, f"the line is longer than {most} bytes")
        return Item(number, 0, error=error)
    try:
        return Item(number, size, parse(line))
    except NotJson as wrong:
        return Item(number, 0, error=HTTPException(400, f"the line {wrong}"))
