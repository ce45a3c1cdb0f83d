"""Whether somebody stands in a fact, without looking at all the facts he stands in."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let one index tell who stands in a fact."""
    op.create_index("ix_fact_mentions_fact_entity_id", "fact_mentions", ["fact", "entity_id"])
    op.drop_index("ix_fact_mentions_fact", "fact_mentions")


def downgrade() -> None:
    """Let an index tell no more than that somebody does."""
    op.create_index("ix_fact_mentions_fact", "fact_mentions", ["fact"])
    op.drop_index("ix_fact_mentions_fact_entity_id", "fact_mentions")
