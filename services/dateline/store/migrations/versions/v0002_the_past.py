"""Every version of an event, and the changes that made it so."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
CURRENT = sa.text("valid_to IS NULL")

SEARCHABLE_PAST = {
    "sqlite": [
        "CREATE VIRTUAL TABLE searchable_past"
        " USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0')",
    ],
    "postgresql": [
        "CREATE TABLE searchable_past ("
        " number bigint PRIMARY KEY REFERENCES events (number) ON DELETE CASCADE,"
        " words tsvector NOT NULL)",
        "CREATE INDEX ix_searchable_past_words ON searchable_past USING gin (words)",
    ],
}
# What is known already becomes the beginning of the order.
NUMBER_WHAT_IS_KNOWN = [
    "INSERT INTO changes (seq, at, action, reason, article_id, revision, event_id, fields, version)"
    " SELECT row_number() OVER (ORDER BY recorded_at, number), recorded_at, 'added', 'article',"
    " article_id, revision, id, '[]', number FROM events",
    "UPDATE events SET valid_from ="
    " (SELECT seq FROM changes WHERE changes.version = events.number)",
    "INSERT INTO latest (number, at) SELECT count(*), coalesce(max(at), 0) FROM changes",
]


def upgrade() -> None:
    """Keep what is superseded beside what is seen now."""
    _hold_mentions()
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("valid_from", sa.BigInteger))
        events.add_column(sa.Column("valid_to", sa.BigInteger))
        events.drop_constraint("uq_events_id", type_="unique")
    _changes()
    for statement in NUMBER_WHAT_IS_KNOWN:
        op.execute(statement)
    with op.batch_alter_table("events") as events:
        events.alter_column("valid_from", nullable=False)
    _index_current_events()
    _mentions(
        sa.Column("valid_from", sa.BigInteger, nullable=False),
        sa.Column("valid_to", sa.BigInteger),
    )
    _index_current_mentions()
    op.execute(
        "INSERT INTO mentions (entity_id, span_class, day, event, valid_from)"
        " SELECT entity_id, held.span_class, held.day, event, valid_from"
        " FROM held JOIN events ON events.number = held.event"
    )
    op.drop_table("held")
    for statement in SEARCHABLE_PAST[op.get_context().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Forget what is superseded."""
    op.drop_table("searchable_past")
    _hold_mentions()
    op.execute("DELETE FROM events WHERE valid_to IS NOT NULL")
    op.drop_index("ix_events_current", "events")
    op.drop_index("uq_events_current_id", "events")
    with op.batch_alter_table("events") as events:
        events.drop_column("valid_from")
        events.drop_column("valid_to")
        events.create_unique_constraint("uq_events_id", ["id"])
    _mentions()
    op.execute(
        "INSERT INTO mentions (entity_id, span_class, day, event)"
        " SELECT entity_id, span_class, day, event FROM held WHERE valid_to IS NULL"
    )
    op.drop_table("held")
    op.drop_table("changes")
    op.drop_table("latest")


def _hold_mentions() -> None:
    """Put the mentions aside: SQLite alters a table by dropping it, and they would go with it."""
    op.execute("CREATE TABLE held AS SELECT * FROM mentions")
    op.drop_table("mentions")


def _mentions(*validity: sa.Column[int]) -> None:
    op.create_table(
        "mentions",
        sa.Column("entity_id", sa.String, nullable=False),
        sa.Column("span_class", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("event", ROW_NUMBER, nullable=False),
        *validity,
        sa.PrimaryKeyConstraint("entity_id", "span_class", "day", "event", name="pk_mentions"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_mentions_entity_id"),
        sa.ForeignKeyConstraint(
            ["event"], ["events.number"], name="fk_mentions_event", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_mentions_event", "mentions", ["event"])


def _index_current_events() -> None:
    op.create_index(
        "uq_events_current_id",
        "events",
        ["id"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index(
        "ix_events_current",
        "events",
        ["span_class", "day"],
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )


def _index_current_mentions() -> None:
    op.create_index(
        "ix_mentions_current",
        "mentions",
        ["entity_id", "span_class", "day", "event"],
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("seq", ROW_NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("version", ROW_NUMBER),
        sa.PrimaryKeyConstraint("seq", name="pk_changes"),
    )
    op.create_index("ix_changes_at", "changes", ["at"])
    op.create_index("ix_changes_article_id", "changes", ["article_id"])
    op.create_table(
        "latest",
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
