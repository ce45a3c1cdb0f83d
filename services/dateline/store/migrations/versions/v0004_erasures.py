"""Under which names nothing is taken in any more."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Remember what was erased, by nothing but a hash."""
    op.create_table(
        "erasures",
        sa.Column("identity", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("erased_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("identity", name="pk_erasures"),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("erasures")
