"""What few events are: published within some days, or told with much confidence."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CURRENT = sa.text("valid_to IS NULL")
COLUMNS = ("published", "confidence")


def upgrade() -> None:
    """Find the events of today by either."""
    for column in COLUMNS:
        op.create_index(
            f"ix_events_{column}",
            "events",
            [column, "number"],
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        )


def downgrade() -> None:
    """Walk past all others."""
    for column in COLUMNS:
        op.drop_index(f"ix_events_{column}", "events")
