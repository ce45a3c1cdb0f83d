"""Request bodies: not too large, and JSON as RFC 8259 has it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from typing import Any, NoReturn

from fastapi import HTTPException, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.api.problems import Invalid

JSON = "application/json"
# Some editors put it before a file; a reader may ignore it (RFC 8259, section 8.1).
BOM = b"\xef\xbb\xbf"
# What a body has to be, by the method; everything else is JSON.
MEDIA_TYPES = {"PATCH": "application/merge-patch+json"}


class BodyLimit:
    """Refuses to read more of a body than is allowed, whether its length is declared or not.

    `larger` are the paths that take more.
    """

    def __init__(self, app: ASGIApp, most: int, larger: Mapping[str, int]) -> None:
        self.app = app
        self.most = most
        self.larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request through, counting what is read of its body."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        taken = int(declared) if declared.isdecimal() else 0
        most = self.larger.get(scope["path"], self.most)
        begun = False

        async def counted() -> Message:
            nonlocal taken, begun
            if not begun:
                _check(taken, most)
                taken, begun = 0, True
            message = await receive()
            taken += len(message.get("body", b""))
            _check(taken, most)
            return message

        await self.app(scope, counted, send)


def _check(size: int, most: int) -> None:
    if size > most:
        raise HTTPException(413, f"the body is larger than {most} bytes")


class NotJson(ValueError):
    """Why some bytes are not JSON."""


class JsonRequest(Request):
    """A request whose JSON holds no NaN, and nests no deeper than can be read."""

    async def json(self) -> Any:
        """The body; a 400 where it is not JSON."""
        try:
            return parse(await self.body())
        except NotJson as wrong:
            raise HTTPException(400, f"the body {wrong}") from wrong


def parse(body: bytes) -> Any:
    """What the bytes say. Raises NotJson, or Invalid for a name that an object holds twice."""
    twice: list[tuple[dict[str, Any], str]] = []

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice.append((found, _repeated(pairs)))
        return found

    try:
        content = json.loads(
            body.removeprefix(BOM).decode(), parse_constant=_refuse, object_pairs_hook=read
        )
    except RecursionError:
        raise NotJson("nests too deep") from None
    except UnicodeDecodeError as wrong:
        raise NotJson(f"is not UTF-8 from byte {wrong.start} on") from wrong
    except json.JSONDecodeError as wrong:
        where = f"line {wrong.lineno}, column {wrong.colno}"
        raise NotJson(f"is not JSON: {wrong.msg}, {where}") from wrong
    except NotJson:
        raise
    except ValueError as wrong:
        # Python converts no number of more than 4300 digits.
        raise NotJson("holds a number that is too long") from wrong
    if twice:
        # The last one to be read lies in none that is itself passed over.
        holder, name = twice[-1]
        raise Invalid([*_path(content, holder), name], "stands more than once in its object")
    return content


def require_json(request: Request) -> None:
    """Refuse a body that does not say that it is JSON."""
    stated = EmailMessage()
    stated["content-type"] = request.headers.get("content-type", "")
    wanted = MEDIA_TYPES.get(request.method, JSON)
    if stated.get_content_type() != wanted:
        raise HTTPException(415, f"the body must be {wanted}")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "the body must not be compressed")


def _refuse(constant: str) -> NoReturn:
    raise NotJson(f"holds {constant}, which is not JSON")


def _repeated(pairs: Iterable[tuple[str, Any]]) -> str:
    """The name that comes most often."""
    return Counter(name for name, _ in pairs).most_common(1)[0][0]


def _path(content: Any, holder: dict[str, Any]) -> list[int | str]:
    """The steps that lead to an object inside the content; without recursion, since it is deep."""
    inside: list[tuple[Any, list[int | str]]] = [(content, [])]
    while inside:
        value, path = inside.pop()
        if value is holder:
            return path
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        inside += [
            (inner, [*path, step]) for step, inner in steps if isinstance(inner, dict | list)
        ]
    raise ValueError("no such object inside")
