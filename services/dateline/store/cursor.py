"""Cursors: where the next page starts, in a form that only we can write.

A cursor belongs to one query and is good for a day, unless its reader says otherwise.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from pydantic import TypeAdapter

from dateline.model.errors import BadCursor, StaleCursor
from dateline.wire.contract import Request

RETENTION = timedelta(hours=24)
SIGNATURE_BYTES = 16

# How an answer is cut into pages and what it is written in make no other query of it.
SHAPE = {"cursor", "limit", "format"}

Position = TypeVar("Position")
"""A frozen dataclass: the values by which a list is ordered, of the last item seen."""


def seal(position: object, query: Request, key: bytes, now: datetime) -> str:
    """The cursor that goes on after this position of the query's answer."""
    kind = type(position)
    where = TypeAdapter(kind).dump_python(position, mode="json")
    payload = json.dumps([now.timestamp(), where], separators=(",", ":")).encode()
    return urlsafe_b64encode(_sign(payload, query, kind, key) + payload).decode().rstrip("=")


def unseal(
    cursor: str,
    kind: type[Position],
    query: Request,
    key: bytes,
    now: datetime,
    *,
    retention: timedelta | None = RETENTION,
) -> Position:
    """The position in a cursor that was made for this query, whatever the size of its pages.

    Without a `retention` it is good for ever.
    """
    try:
        sealed = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (NotBase64, UnicodeEncodeError) as garbled:
        raise BadCursor("not a cursor") from garbled
    signature, payload = sealed[:SIGNATURE_BYTES], sealed[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _sign(payload, query, kind, key)):
        raise BadCursor("forged, or made for another query")
    made, where = json.loads(payload)
    if retention is not None and now - datetime.fromtimestamp(made, UTC) > retention:
        raise StaleCursor(f"older than {retention.total_seconds() / 3600:g} hours")
    return TypeAdapter(kind).validate_python(where)


def _sign(payload: bytes, query: Request, kind: type[object], key: bytes) -> bytes:
    asked = query.model_dump_json(exclude=SHAPE).encode()
    what = f"{type(query).__name__} {kind.__name__} ".encode()
    signature = hmac.digest(key, hashlib.sha256(what + asked).digest() + payload, "sha256")
    return signature[:SIGNATURE_BYTES]
