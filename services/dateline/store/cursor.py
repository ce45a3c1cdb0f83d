"""Cursors: where the next page starts, in a form that only we can write.

A cursor belongs to one query and is good for a day.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from datetime import UTC, datetime, timedelta

from dateline.model.errors import BadCursor, StaleCursor
from dateline.store.timeline import Position
from dateline.wire.timeline import TimelineQuery

RETENTION = timedelta(hours=24)
SIGNATURE_BYTES = 16


def seal(position: Position, query: TimelineQuery, key: bytes, now: datetime) -> str:
    """The cursor that goes on after this position of the query's answer."""
    content = [
        now.timestamp(),
        position.dated,
        position.day,
        position.last_day,
        position.published.isoformat(),
        position.id,
    ]
    payload = json.dumps(content, separators=(",", ":")).encode()
    return urlsafe_b64encode(_sign(payload, query, key) + payload).decode().rstrip("=")


def unseal(cursor: str, query: TimelineQuery, key: bytes, now: datetime) -> Position:
    """The position in a cursor that was made for this query, whatever the size of its pages."""
    try:
        sealed = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (NotBase64, UnicodeEncodeError) as garbled:
        raise BadCursor("not a cursor") from garbled
    signature, payload = sealed[:SIGNATURE_BYTES], sealed[SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _sign(payload, query, key)):
        raise BadCursor("forged, or made for another query")
    made, dated, day, last_day, published, event_id = json.loads(payload)
    if now - datetime.fromtimestamp(made, UTC) > RETENTION:
        raise StaleCursor(f"older than {RETENTION.total_seconds() / 3600:g} hours")
    return Position(dated, day, last_day, datetime.fromisoformat(published), event_id)


def _sign(payload: bytes, query: TimelineQuery, key: bytes) -> bytes:
    asked = query.model_dump_json(exclude={"cursor", "limit", "format"}).encode()
    signature = hmac.digest(key, hashlib.sha256(asked).digest() + payload, "sha256")
    return signature[:SIGNATURE_BYTES]
