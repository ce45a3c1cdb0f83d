"""Jobs that read articles again, and who reads."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for jobs, for what they have still to do, and for what they found."""
    _extractors()
    _jobs()
    _job_articles()
    _job_samples()


def downgrade() -> None:
    """Drop it all."""
    for table in ("job_samples", "job_articles", "jobs", "extractors"):
        op.drop_table(table)


def _extractors() -> None:
    op.create_table(
        "extractors",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("introduced_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_extractors"),
    )
    op.create_index("ix_extractors_introduced_at", "extractors", ["introduced_at"])


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("filter", sa.Text, nullable=False),
        sa.Column("only_outdated", sa.Boolean, nullable=False),
        sa.Column("dry_run", sa.Boolean, nullable=False),
        sa.Column("extractor", sa.String),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("started_at", sa.BigInteger),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("counted_to", sa.String),
        sa.Column("is_counted", sa.Boolean, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("planned_to", sa.String),
        sa.Column("is_planned", sa.Boolean, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("skipped", sa.Integer, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("removed", sa.Integer, nullable=False),
        sa.Column("redated", sa.Integer, nullable=False),
        sa.Column("rejudged", sa.Integer, nullable=False),
        sa.Column("paced_at", sa.BigInteger),
        sa.Column("paced_done", sa.Integer, nullable=False),
        sa.Column("rate", sa.Float),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
    )
    op.create_index("ix_jobs_created_at_id", "jobs", ["created_at", "id"])


def _job_articles() -> None:
    op.create_table(
        "job_articles",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("job_id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_job_articles"),
        *_belongs_to("job_articles"),
    )
    op.create_index("ix_job_articles_article_id", "job_articles", ["article_id"])
    op.create_index("ix_job_articles_job_id_state", "job_articles", ["job_id", "state"])
    _index_among("queued", "ix_job_articles_owed", "not_before")
    _index_among("processing", "ix_job_articles_leased", "lease_until")


def _job_samples() -> None:
    op.create_table(
        "job_samples",
        sa.Column("job_id", sa.String, nullable=False),
        sa.Column("difference", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("job_id", "difference", "event_id", name="pk_job_samples"),
        *_belongs_to("job_samples"),
    )
    op.create_index("ix_job_samples_article_id", "job_samples", ["article_id"])


def _belongs_to(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    """To a job and to an article: it goes with either."""
    return tuple(
        sa.ForeignKeyConstraint(
            [f"{one}_id"], [f"{one}s.id"], name=f"fk_{table}_{one}_id", ondelete="CASCADE"
        )
        for one in ("job", "article")
    )


def _index_among(state: str, name: str, column: str) -> None:
    among = sa.text(f"state = '{state}'")
    op.create_index(name, "job_articles", [column], sqlite_where=among, postgresql_where=among)
