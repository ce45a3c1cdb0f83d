"""What somebody is in an event: participant, place or speaker."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

PARTICIPANT, PLACE, SPEAKER = 1, 2, 4

BATCH = 500
READ = sa.text("SELECT number, body FROM events WHERE number > :after ORDER BY number LIMIT :batch")
STANDS = sa.text("UPDATE mentions SET parts = :parts WHERE event = :event AND entity_id = :entity")


def upgrade() -> None:
    """Tell speakers and places from those who take part."""
    # Whoever writes without knowing of parts, while servers are replaced, names participants.
    parts = sa.Column("parts", sa.SmallInteger, nullable=False, server_default="1")
    op.add_column("mentions", parts)
    for batch in _batches():
        told = [row for event in batch for row in _others(event)]
        if told:
            op.get_bind().execute(STANDS, told)


def downgrade() -> None:
    """Take all alike."""
    op.drop_column("mentions", "parts")


def _batches() -> Iterator[Sequence[sa.Row[Any]]]:
    after = 0
    while batch := op.get_bind().execute(READ, {"after": after, "batch": BATCH}).all():
        yield batch
        after = batch[-1].number


def _others(event: sa.Row[Any]) -> Iterator[dict[str, Any]]:
    """Those who are more than a participant, or none."""
    parts: dict[str, int] = {}
    for part, mention in _standing(json.loads(event.body)):
        if mention and mention["entity"]:
            who = mention["entity"]["id"]
            parts[who] = parts.get(who, 0) | part
    for who, stands_as in parts.items():
        if stands_as != PARTICIPANT:
            yield {"event": event.number, "entity": who, "parts": stands_as}


def _standing(event: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any] | None]]:
    for participant in event["participants"]:
        yield PARTICIPANT, participant["mention"]
    yield PLACE, event["place"]
    for attribution in event["attributions"]:
        yield SPEAKER, attribution["speaker"]
