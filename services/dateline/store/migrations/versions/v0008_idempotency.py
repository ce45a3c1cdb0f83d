"""What was answered to requests that bear a key of their sender."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the answers, and know which articles they speak of."""
    op.create_table(
        "idempotency",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("token", sa.String, nullable=False),
        sa.Column("begun_at", sa.BigInteger, nullable=False),
        sa.Column("held_until", sa.BigInteger, nullable=False),
        sa.Column("body", sa.String),
        sa.Column("status", sa.SmallInteger),
        sa.Column("answer", sa.Text),
        sa.PrimaryKeyConstraint("name", name="pk_idempotency"),
    )
    op.create_index("ix_idempotency_begun_at", "idempotency", ["begun_at"])
    op.create_table(
        "idempotency_articles",
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "name", name="pk_idempotency_articles"),
        sa.ForeignKeyConstraint(
            ["name"],
            ["idempotency.name"],
            name="fk_idempotency_articles_name",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_idempotency_articles_name", "idempotency_articles", ["name"])


def downgrade() -> None:
    """Answer every request as if it were the first."""
    op.drop_table("idempotency_articles")
    op.drop_table("idempotency")
