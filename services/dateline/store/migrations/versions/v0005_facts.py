"""Facts that can be asked for, and an index of what events were once."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa
from alembic import op
from pydantic import TypeAdapter

from dateline.model.event import Entity
from dateline.model.fact import Fact
from dateline.model.names import normal
from dateline.store.placement import place

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
ENDED = sa.text("valid_to IS NOT NULL")

BATCH = 500
READ = sa.text(
    "SELECT e.article_id, e.revision, e.extractor, e.recorded_at, e.facts,"
    " CAST(r.published_on AS VARCHAR) AS published_on, r.published_at"
    " FROM extractions e JOIN revisions r"
    " ON r.article_id = e.article_id AND r.revision = e.revision"
    " WHERE e.article_id > :after ORDER BY e.article_id LIMIT :batch"
)
KEEP_FACT = sa.text(
    "INSERT INTO facts (id, valid_from, article_id, revision, extractor, recorded_at, published,"
    " kind, status, span_class, day, reach_from, reach_to, body)"
    " VALUES (:id, (SELECT number FROM latest), :article_id, :revision, :extractor, :recorded_at,"
    " :published, :kind, :status, :span_class, :day, :reach_from, :reach_to, :body)"
    " RETURNING number"
)
KEEP_ENTITY = sa.text(
    "INSERT INTO entities (id, name, normal, type) VALUES (:id, :name, :normal, :type)"
    " ON CONFLICT DO NOTHING"
)
KEEP_MENTION = sa.text(
    "INSERT INTO fact_mentions (entity_id, published, fact) VALUES (:entity_id, :published, :fact)"
)
TELL_AGAIN = sa.text("UPDATE extractions SET facts = :facts WHERE article_id = :article_id")
NAMED_NOWHERE = "DELETE FROM entities WHERE id NOT IN (SELECT entity_id FROM mentions)"

FACT = TypeAdapter(Fact)
FACTS = TypeAdapter(tuple[Fact, ...])


def upgrade() -> None:
    """Take the facts out of the extractions, one row each."""
    op.create_index(
        "ix_events_ended",
        "events",
        ["valid_to"],
        sqlite_where=ENDED,
        postgresql_where=ENDED,
    )
    _facts()
    _fact_mentions()
    for extraction in _extractions():
        for fact in FACTS.validate_json(extraction.facts):
            _keep(extraction, fact)
    with op.batch_alter_table("extractions") as extractions:
        extractions.drop_column("facts")


def downgrade() -> None:
    """Put the facts back into the extractions."""
    facts = sa.Column("facts", sa.Text, nullable=False, server_default="[]")
    with op.batch_alter_table("extractions") as extractions:
        extractions.add_column(facts)
    with op.batch_alter_table("extractions") as extractions:
        extractions.alter_column("facts", server_default=None)
    for article_id, bodies in _stated().items():
        op.get_bind().execute(
            TELL_AGAIN, {"article_id": article_id, "facts": f"[{','.join(bodies)}]"}
        )
    op.drop_table("fact_mentions")
    op.drop_table("facts")
    op.execute(NAMED_NOWHERE)
    op.drop_index("ix_events_ended", "events")


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("number", ROW_NUMBER, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("valid_from", sa.BigInteger, nullable=False),
        sa.Column("valid_to", sa.BigInteger),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("recorded_at", sa.BigInteger, nullable=False),
        sa.Column("published", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("span_class", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("reach_from", sa.Integer, nullable=False),
        sa.Column("reach_to", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_facts"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_facts_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_facts_article_id", "facts", ["article_id"])
    op.create_index("ix_facts_published_number", "facts", ["published", "number"])
    op.create_index("ix_facts_span_class_day", "facts", ["span_class", "day"])


def _fact_mentions() -> None:
    op.create_table(
        "fact_mentions",
        sa.Column("entity_id", sa.String, nullable=False),
        sa.Column("published", sa.BigInteger, nullable=False),
        sa.Column("fact", ROW_NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "published", "fact", name="pk_fact_mentions"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_fact_mentions_entity_id"),
        sa.ForeignKeyConstraint(
            ["fact"], ["facts.number"], name="fk_fact_mentions_fact", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_fact_mentions_fact", "fact_mentions", ["fact"])


def _extractions() -> Iterator[sa.Row[Any]]:
    after = ""
    while batch := _batch(after):
        yield from batch
        after = batch[-1].article_id


def _batch(after: str) -> Sequence[sa.Row[Any]]:
    return op.get_bind().execute(READ, {"after": after, "batch": BATCH}).all()


def _keep(extraction: sa.Row[Any], fact: Fact) -> None:
    connection = op.get_bind()
    on = date.fromisoformat(extraction.published_on)
    published = extraction.published_at
    if published is None:
        published = int(datetime.combine(on, time.min, tzinfo=UTC).timestamp()) * 1_000_000
    placement = place(fact.time.interval, on)
    row = {
        "id": fact.id,
        "article_id": extraction.article_id,
        "revision": extraction.revision,
        "extractor": extraction.extractor,
        "recorded_at": extraction.recorded_at,
        "published": published,
        "kind": fact.kind.value,
        "status": fact.status.value,
        "span_class": placement.span_class,
        "day": placement.day,
        "reach_from": placement.reach_from,
        "reach_to": placement.reach_to,
        "body": FACT.dump_json(fact).decode(),
    }
    number = connection.execute(KEEP_FACT, row).scalar_one()
    for entity in _named(fact):
        connection.execute(
            KEEP_ENTITY,
            {
                "id": entity.id,
                "name": entity.name,
                "normal": normal(entity.name),
                "type": entity.type,
            },
        )
        mention = {"entity_id": entity.id, "published": published, "fact": number}
        connection.execute(KEEP_MENTION, mention)


def _named(fact: Fact) -> list[Entity]:
    speakers = [attribution.speaker for attribution in fact.attributions]
    mentions = [mention for mention in (fact.subject, fact.object, *speakers) if mention]
    found = {mention.entity.id: mention.entity for mention in mentions if mention.entity}
    return list(found.values())


def _stated() -> dict[str, list[str]]:
    """The facts that are seen now, by article."""
    current = sa.text("SELECT article_id, body FROM facts WHERE valid_to IS NULL ORDER BY number")
    stated: dict[str, list[str]] = {}
    for row in op.get_bind().execute(current):
        stated.setdefault(row.article_id, []).append(row.body)
    return stated
