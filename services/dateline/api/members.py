"""The members of a JSON array, cut out of its bytes as they arrive.

Only where a member ends is looked for here, not what it says: so one that is no JSON costs no
other, and one that is too long is not kept. A parser of the whole array could do neither.
"""

import re
from collections.abc import AsyncIterable, AsyncIterator, Iterator

from starlette.exceptions import HTTPException

from dateline.api.body import BOM

BLANK = b" \t\r\n"
MARK = re.compile(rb'["\[\]{},]')
# The rest of a string, or as much of it as there is; a backslash goes with what it escapes.
STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
NESTS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


async def members(chunks: AsyncIterable[bytes], most: int) -> AsyncIterator[tuple[bytes, int]]:
    """Each member and its size; of one that is larger than `most` bytes only the size is right.

    Raises HTTPException where the body is no array, or not a whole one.
    """
    array: _Array | None = None
    begun = b""
    async for chunk in chunks:
        inside = chunk
        if array is None:
            begun += chunk
            # Perhaps only the first bytes of a byte order mark have come.
            if BOM.startswith(begun):
                continue
            begun = inside = begun.removeprefix(BOM).lstrip(BLANK)
        if array is None and inside:
            if not inside.startswith(b"["):
                break
            array, inside = _Array(most), inside[1:]
        for member in array.feed(inside) if array else ():
            yield member
    if array is None:
        raise HTTPException(400, "the body is no JSON array")
    array.close()


class _Array:
    """An array behind its opening bracket."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._member = bytearray()
        self._size = 0
        self._depth = 1
        self._in_string = False
        self._held = b""
        self._is_empty = True
        self._is_over = False

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, int]]:
        """The members that end in this chunk."""
        data, self._held = self._held + chunk, b""
        begin = 0
        for mark in self._marks(data):
            if self._is_end(mark[0]):
                self._take(data[begin : mark.start()])
                begin = mark.end()
                yield from self._cut(is_last=mark[0] == b"]")
        self._take(data[begin : len(data) - len(self._held)])

    def close(self) -> None:
        """Refuse half an array."""
        if not self._is_over:
            raise HTTPException(400, "the array ends too early")

    def _marks(self, data: bytes) -> Iterator[re.Match[bytes]]:
        """All that may begin or end something; what stands in strings does not."""
        at = 0
        while True:
            if self._in_string and (rest := STRING.match(data, at)):
                at = rest.end()
                # Half an escape waits for the other half.
                self._held = b"\\" if data.startswith(b"\\", at) else b""
            mark = None if self._held else MARK.search(data, at)
            if mark is None:
                return
            at = mark.end()
            yield mark

    def _is_end(self, mark: bytes) -> bool:
        """Whether a member ends at this mark."""
        if mark == b'"':
            self._in_string = not self._in_string
        if self._in_string or self._is_over:
            return False
        if self._depth == 1 and mark in (b",", b"]"):
            return True
        # A brace too many is the member's own mistake.
        self._depth = max(1, self._depth + NESTS.get(mark, 0))
        return False

    def _take(self, piece: bytes) -> None:
        if self._is_over and piece.strip(BLANK):
            raise HTTPException(400, "the body goes on after its array")
        piece = piece if self._size else piece.lstrip(BLANK)
        self._size += len(piece)
        if self._size <= self._most:
            self._member += piece

    def _cut(self, *, is_last: bool) -> Iterator[tuple[bytes, int]]:
        if not (is_last and self._is_empty and not self._size):
            yield bytes(self._member), self._size
        self._member, self._size = bytearray(), 0
        self._is_empty, self._is_over = False, is_last
