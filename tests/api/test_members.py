"""Members are cut out of an array wherever its bytes are cut."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException

from dateline.api.members import members

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


def cut(body: bytes, sizes: Iterable[int] = (), most: int = 1000) -> list[tuple[bytes, int]]:
    """The members of a body that comes in chunks of these sizes, and the rest of it."""

    async def chunks() -> AsyncIterator[bytes]:
        rest = body
        for size in sizes:
            yield rest[:size]
            rest = rest[size:]
        yield rest

    async def read() -> list[tuple[bytes, int]]:
        return [member async for member in members(chunks(), most)]

    return asyncio.run(read())


@given(st.lists(JSON, max_size=5), st.lists(st.integers(0, 9)), st.sampled_from([None, 2]))
def test_every_array_is_cut_where_its_members_end(
    array: list[object], sizes: list[int], indent: int | None
):
    body = f" {json.dumps(array, ensure_ascii=False, indent=indent)}\r\n".encode()

    found = cut(body, sizes)

    assert [json.loads(member) for member, _ in found] == array


@given(st.binary(max_size=40), st.lists(st.integers(0, 5)))
def test_where_a_body_is_cut_makes_no_difference(body: bytes, sizes: list[int]):
    def outcome(sizes: Iterable[int]) -> object:
        try:
            return [(member.strip(), size) for member, size in cut(b"[" + body, sizes)]
        except HTTPException as refused:
            return refused.detail

    assert outcome(sizes) == outcome([])


def test_a_member_that_is_too_long_is_not_kept():
    body = b'["' + b"a" * 98 + b'", "' + b"b" * 99 + b'",1]'

    assert [size for _, size in cut(body, [40, 40, 40], most=100)] == [100, 101, 1]
    assert len(cut(body, [40, 40, 40], most=100)[1][0]) <= 100


def test_a_member_that_is_no_json_ends_where_it_would():
    assert [member for member, _ in cut(b'[1, {"a": 1]}, 2}, "]", 3]')] == [
        b"1",
        b'{"a": 1]}',
        b"2}",
        b'"]"',
        b"3",
    ]


@pytest.mark.parametrize("body", [b"[]", b" [ ] ", b"\n[\n]"])
def test_an_empty_array_has_no_members(body: bytes):
    assert cut(body) == []


@pytest.mark.parametrize(("body", "found"), [(b"[1,]", [b"1", b""]), (b"[,1]", [b"", b"1"])])
def test_a_comma_too_many_is_an_empty_member(body: bytes, found: list[bytes]):
    assert [member for member, _ in cut(body)] == found


@pytest.mark.parametrize(
    "body", [b"", b" ", b"{}", b'"[1]"', b"[", b"[1", b'["]', b"[1]x", b"[1][2]", b"[1],", b"]"]
)
def test_what_is_no_whole_array_is_refused(body: bytes):
    with pytest.raises(HTTPException) as refused:
        cut(body)

    assert refused.value.status_code == 400


@pytest.mark.parametrize("sizes", [[], [1], [1, 1], [3], [4]])
def test_a_byte_order_mark_before_the_array_is_passed_over_however_it_is_cut(sizes: list[int]):
    assert cut(b"\xef\xbb\xbf [1, 2]", sizes) == [(b"1", 1), (b"2", 1)]
