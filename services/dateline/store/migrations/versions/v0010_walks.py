"""Timelines that are read off indexes alone, and labels in the full text.

Servers of the version before cannot write events afterwards, and say so: stop them first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.store import labels
from dateline.store.bearers import Part
from dateline.store.search import first_row

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
CURRENT = sa.text("valid_to IS NULL")

# What is open on one side is found where it begins or ends, like what lasts no longer than a year;
# what is said of no particular event has no time.
CLASSED = [
    "UPDATE events SET span_class = 3"
    " WHERE span_class = 4 AND (last_day = 3652060 OR reach_from <> day)",
    "UPDATE facts SET span_class = 3 WHERE span_class = 4 AND reach_to - reach_from = 366",
    "UPDATE events SET span_class = 5 WHERE genericity IS NOT NULL",
]
UNCLASSED = [
    "UPDATE events SET span_class = 4 WHERE span_class = 3 AND reach_to - reach_from = 366",
    "UPDATE facts SET span_class = 4 WHERE span_class = 3 AND reach_to - reach_from = 366",
]

TOKENS = "tokenize = 'unicode61 remove_diacritics 0"
SHELVES = ("searchable", "searchable_past")
BATCH = 1000
READ = sa.text(
    "SELECT e.number, e.span_class, e.day, e.status, e.kind, e.type, e.basis, r.source, r.language"
    " FROM events e JOIN revisions r ON r.article_id = e.article_id AND r.revision = e.revision"
    " WHERE e.number > :after ORDER BY e.number LIMIT :batch"
)
STANDING = sa.text(
    "SELECT event, entity_id, parts FROM mentions WHERE event >= :first AND event <= :last"
)
VALUES = (*labels.OF_EVENT, *labels.OF_REVISION)
BARE = (
    "UPDATE {shelf} SET words = array_to_tsvector(ARRAY("
    "SELECT word FROM unnest(tsvector_to_array(words)) word WHERE word NOT LIKE '\\_%'))"
)
# On SQLite the row of an event was made of its day and its number.
NUMBERS_BEFORE = 2**40


def upgrade() -> None:
    """Repeat the whole order in the indexes, and say what every event is."""
    for statement in CLASSED:
        op.execute(statement)
    op.create_index("ix_articles_received_at_id", "articles", ["received_at", "id"])
    op.drop_index("ix_events_current", "events")
    _index_current("events", "span_class", "day", "last_day", "published", "id", "number")
    _hold_mentions()
    _mentions(
        sa.Column("last_day", sa.Integer, nullable=False),
        sa.Column("published", sa.BigInteger, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
    )
    op.execute(
        "INSERT INTO mentions (entity_id, span_class, day, event, last_day, published, event_id,"
        " parts, valid_from, valid_to)"
        " SELECT entity_id, e.span_class, e.day, event, e.last_day, e.published, e.id,"
        " parts, held.valid_from, held.valid_to"
        " FROM held JOIN events e ON e.number = held.event"
    )
    _index_mentions("last_day", "published", "event_id")
    _label()


def downgrade() -> None:
    """Order by days alone, and know no labels."""
    _unlabel()
    _hold_mentions()
    for statement in UNCLASSED:
        op.execute(statement)
    _mentions()
    op.execute(
        "INSERT INTO mentions (entity_id, span_class, day, event, parts, valid_from, valid_to)"
        " SELECT entity_id, e.span_class, e.day, event, parts, held.valid_from, held.valid_to"
        " FROM held JOIN events e ON e.number = held.event"
    )
    _index_mentions()
    op.drop_index("ix_events_current", "events")
    _index_current("events", "span_class", "day")
    op.drop_index("ix_articles_received_at_id", "articles")


def _hold_mentions() -> None:
    """Put the mentions aside: what is added to a table stands where nothing may be missing."""
    op.execute("CREATE TABLE held AS SELECT * FROM mentions")
    op.drop_table("mentions")


def _mentions(*order: sa.Column[Any]) -> None:
    op.create_table(
        "mentions",
        sa.Column("entity_id", sa.String, nullable=False),
        sa.Column("span_class", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("event", ROW_NUMBER, nullable=False),
        *order,
        sa.Column("parts", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("valid_from", sa.BigInteger, nullable=False),
        sa.Column("valid_to", sa.BigInteger),
        sa.PrimaryKeyConstraint("entity_id", "span_class", "day", "event", name="pk_mentions"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_mentions_entity_id"),
        sa.ForeignKeyConstraint(
            ["event"], ["events.number"], name="fk_mentions_event", ondelete="CASCADE"
        ),
    )


def _index_mentions(*order: str) -> None:
    op.drop_table("held")
    op.create_index("ix_mentions_event", "mentions", ["event"])
    _index_current("mentions", "entity_id", "span_class", "day", *order, "event")


def _index_current(table: str, *columns: str) -> None:
    op.create_index(
        f"ix_{table}_current",
        table,
        list(columns),
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )


def _label() -> None:
    if op.get_context().dialect.name == "postgresql":
        labelled = (
            "UPDATE {shelf} SET words = words || array_to_tsvector(string_to_array(:labels, ' '))"
            " WHERE number = :number"
        )
        _tell(labelled)
        return
    for shelf in SHELVES:
        _make(f"{shelf}_new", f"{TOKENS} tokenchars _'")
    _tell(
        "INSERT INTO {shelf}_new (rowid, words)"
        " SELECT :row, words || ' ' || :labels FROM {shelf} WHERE rowid = :before"
    )
    _replace()


def _unlabel() -> None:
    if op.get_context().dialect.name == "postgresql":
        for shelf in SHELVES:
            op.execute(BARE.format(shelf=shelf))
        return
    for shelf in SHELVES:
        _make(f"{shelf}_new", f"{TOKENS}'")
    _tell(
        "INSERT INTO {shelf}_new (rowid, words)"
        # The labels stand behind the words.
        " SELECT :before, substr(words, 1, instr(words || ' _', ' _') - 1)"
        " FROM {shelf} WHERE rowid = :row"
    )
    _replace()


def _make(shelf: str, tokens: str) -> None:
    op.execute(f"CREATE VIRTUAL TABLE {shelf} USING fts5 (words, {tokens})")


def _replace() -> None:
    for shelf in SHELVES:
        op.drop_table(shelf)
        op.execute(f"ALTER TABLE {shelf}_new RENAME TO {shelf}")


def _tell(statement: str) -> None:
    """Do this for all events, on both shelves: each stands on one of them."""
    for batch in _batches():
        rows = list(_labelled(batch))
        for shelf in SHELVES:
            op.get_bind().execute(sa.text(statement.format(shelf=shelf)), rows)


def _batches() -> Iterator[Sequence[sa.Row[Any]]]:
    after = 0
    while batch := op.get_bind().execute(READ, {"after": after, "batch": BATCH}).all():
        yield batch
        after = batch[-1].number


def _labelled(batch: Sequence[sa.Row[Any]]) -> Iterator[dict[str, Any]]:
    parts: defaultdict[int, dict[str, Part]] = defaultdict(dict)
    among = {"first": batch[0].number, "last": batch[-1].number}
    for row in op.get_bind().execute(STANDING, among):
        parts[row.event][row.entity_id] = Part(row.parts)
    for event in batch:
        values = {name: getattr(event, name) for name in VALUES}
        yield {
            "number": event.number,
            "row": first_row(event.span_class, event.day) + event.number,
            "before": event.day * NUMBERS_BEFORE + event.number,
            "labels": " ".join(labels.of(values, parts[event.number])),
        }
