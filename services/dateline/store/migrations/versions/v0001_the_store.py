"""Articles and what is owed on them, revisions, extractions, events, entities."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

SEARCHABLE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE searchable"
        " USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0')",
    ],
    "postgresql": [
        "CREATE TABLE searchable ("
        " number bigint PRIMARY KEY REFERENCES events (number) ON DELETE CASCADE,"
        " words tsvector NOT NULL)",
        "CREATE INDEX ix_searchable_words ON searchable USING gin (words)",
    ],
}


def upgrade() -> None:
    """Make the tables."""
    _articles()
    _identities()
    _revisions()
    _extractions()
    _events()
    _entities()
    for statement in SEARCHABLE[op.get_context().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Drop them all."""
    for table in (
        "searchable",
        "mentions",
        "entities",
        "events",
        "extractions",
        "revisions",
        "identities",
        "articles",
    ):
        op.drop_table(table)


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("rung_at", sa.BigInteger),
        sa.Column("epoch", sa.String),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("alone", sa.Boolean, nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("lease_token", sa.String),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("last_error", sa.Text),
        sa.Column("traceback", sa.Text),
        sa.Column("failed_at", sa.BigInteger),
        sa.Column("discarded_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    for index, columns, state in (
        ("ix_articles_owed", ["not_before"], "queued"),
        ("ix_articles_leased", ["lease_until"], "processing"),
        ("ix_articles_dead", ["failed_at", "id"], "failed"),
    ):
        in_state = sa.text(f"state = '{state}'")
        op.create_index(
            index, "articles", columns, sqlite_where=in_state, postgresql_where=in_state
        )


def _identities() -> None:
    op.create_table(
        "identities",
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("kind", "source", "value", name="pk_identities"),
        _of_article("identities"),
    )
    op.create_index("ix_identities_article_id", "identities", ["article_id"])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("posted_at", sa.BigInteger, nullable=False),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("published_at", sa.BigInteger),
        sa.Column("published_as_given", sa.Text, nullable=False),
        sa.Column("zone", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("translated_from", sa.String),
        sa.Column("url", sa.Text),
        sa.Column("external_id", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("authors", sa.Text, nullable=False),
        sa.Column("tags", sa.Text, nullable=False),
        sa.Column("metadata", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "revision", name="pk_revisions"),
        _of_article("revisions"),
    )


def _extractions() -> None:
    op.create_table(
        "extractions",
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("timexes", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("furniture", sa.Text, nullable=False),
        sa.Column("warnings", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_extractions"),
        sa.ForeignKeyConstraint(
            ["article_id", "revision"],
            ["revisions.article_id", "revisions.revision"],
            name="fk_extractions_article_id_revision",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_extractions_recorded_at", "extractions", ["recorded_at"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("number", ROW_NUMBER, nullable=False, autoincrement=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("published", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("basis", sa.String, nullable=False),
        sa.Column("genericity", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("span_class", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("last_day", sa.Integer, nullable=False),
        sa.Column("reach_from", sa.Integer, nullable=False),
        sa.Column("reach_to", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
        sa.UniqueConstraint("id", name="uq_events_id"),
        _of_article("events"),
    )
    op.create_index("ix_events_article_id", "events", ["article_id"])
    op.create_index("ix_events_span_class_day", "events", ["span_class", "day"])


def _entities() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("normal", sa.Text, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
    )
    op.create_index("ix_entities_normal", "entities", ["normal"])
    op.create_table(
        "mentions",
        sa.Column("entity_id", sa.String, nullable=False),
        sa.Column("span_class", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("event", ROW_NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "span_class", "day", "event", name="pk_mentions"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_mentions_entity_id"),
        sa.ForeignKeyConstraint(
            ["event"], ["events.number"], name="fk_mentions_event", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_mentions_event", "mentions", ["event"])


def _of_article(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["article_id"], ["articles.id"], name=f"fk_{table}_article_id", ondelete="CASCADE"
    )
