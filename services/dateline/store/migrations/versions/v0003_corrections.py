"""What was posted, in revisions that were corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for corrections."""
    op.create_table(
        "corrections",
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "revision", name="pk_corrections"),
        sa.ForeignKeyConstraint(
            ["article_id", "revision"],
            ["revisions.article_id", "revisions.revision"],
            name="fk_corrections_article_id_revision",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    """Take revisions as they are."""
    op.drop_table("corrections")
