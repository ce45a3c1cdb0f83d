"""The tables, and nothing that asks them anything."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    literal_column,
)

from dateline.store.instant import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite numbers rows by itself only where the key is called INTEGER.
RowNumber = BigInteger().with_variant(Integer, "sqlite")


def _queue_columns() -> tuple[Column[Any], ...]:
    """What every row has that waits to be read, is read, or was given up: see `store.lanes`."""
    return (
        Column("state", String, nullable=False),
        Column("characters", Integer, nullable=False),
        Column("not_before", Instant, nullable=False),
        Column("rung_at", Instant),
        Column("epoch", String),
        Column("attempts", Integer, nullable=False, default=0),
        Column("alone", Boolean, nullable=False, default=False),
        Column("shared", Boolean, nullable=False, default=False),
        Column("lease_token", String),
        Column("lease_until", Instant),
        Column("last_error", Text),
        Column("traceback", Text),
        Column("failed_at", Instant),
    )


# The record of what is owed: narrow rows, rewritten often. The text lies in `revisions`.
articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("discarded_at", Instant),
    *_queue_columns(),
)


def in_state(table: Table, state: str) -> ColumnElement[bool]:
    """Whether a row is in this state."""
    # Written out and not as a parameter: only so does a query meet its partial index.
    return table.c.state == literal_column(f"'{state}'")


queued = in_state(articles, "queued")
processing = in_state(articles, "processing")
failed = in_state(articles, "failed")


def _index_among(some: ColumnElement[bool], name: str, *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=some, postgresql_where=some)


Index("ix_articles_received_at_id", articles.c.received_at, articles.c.id)
_index_among(queued, "ix_articles_owed", articles.c.not_before)
_index_among(processing, "ix_articles_leased", articles.c.lease_until)
_index_among(failed, "ix_articles_dead", articles.c.failed_at, articles.c.id)

# By what a repost is known. `source` is empty where none was given: NULL equals nothing.
identities = Table(
    "identities",
    metadata,
    Column("kind", String, primary_key=True),
    Column("source", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
)

# By what erased articles were known, as hashes: see `store.identity`.
erasures = Table(
    "erasures",
    metadata,
    Column("identity", String, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("erased_at", Instant, nullable=False),
)

# What was answered to a request that bears a key of its sender: `name` is a hash of route and key,
# `body` one of what was sent. Without a status it is under way, for as long as it is held.
idempotency = Table(
    "idempotency",
    metadata,
    Column("name", String, primary_key=True),
    Column("token", String, nullable=False),
    Column("begun_at", Instant, nullable=False, index=True),
    Column("held_until", Instant, nullable=False),
    Column("body", String),
    Column("status", SmallInteger),
    Column("answer", Text),
)
# The articles that such an answer speaks of: it goes when one of them is erased.
idempotency_articles = Table(
    "idempotency_articles",
    metadata,
    Column("article_id", String, primary_key=True),
    Column(
        "name",
        ForeignKey("idempotency.name", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
)

# What was posted, revision by revision; never changed.
revisions = Table(
    "revisions",
    metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("posted_at", Instant, nullable=False),
    Column("published_on", Date, nullable=False),
    Column("published_at", Instant),
    Column("published_as_given", Text, nullable=False),
    Column("zone", String),
    Column("language", String, nullable=False),
    Column("translated_from", String),
    Column("url", Text),
    Column("external_id", Text),
    Column("source", Text),
    Column("title", Text),
    Column("authors", Text, nullable=False),
    Column("tags", Text, nullable=False),
    Column("metadata", Text, nullable=False),
    # Last: on SQLite whatever stands behind a long text is slow to reach.
    Column("text", Text, nullable=False),
)

# What was posted in place of what a revision says since somebody corrected it.
corrections = Table(
    "corrections",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    ForeignKeyConstraint(
        ["article_id", "revision"],
        ["revisions.article_id", "revisions.revision"],
        ondelete="CASCADE",
    ),
)

# One extraction of one revision: what was read in it, except for its events and facts.
extractions = Table(
    "extractions",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("extractor", String, nullable=False),
    Column("recorded_at", Instant, nullable=False, index=True),
    Column("timexes", Text, nullable=False),
    Column("furniture", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    ForeignKeyConstraint(
        ["article_id", "revision"],
        ["revisions.article_id", "revisions.revision"],
        ondelete="CASCADE",
    ),
)

# Every version of every event: it was seen from the change `valid_from` on, until the change
# `valid_to`, which is null for what is seen now. `body` is the whole event; the other columns are
# what it is found by: see `store.placement`.
events = Table(
    "events",
    metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", String, nullable=False),
    Column("valid_from", BigInteger, nullable=False),
    Column("valid_to", BigInteger),
    Column(
        "article_id",
        ForeignKey("articles.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("ordinal", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("extractor", String, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("published", Instant, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("genericity", String),
    Column("confidence", Float, nullable=False),
    Column("span_class", SmallInteger, nullable=False),
    Column("day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("reach_from", Integer, nullable=False),
    Column("reach_to", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
Index("ix_events_span_class_day", events.c.span_class, events.c.day)
# What is seen now has indexes of its own, so that the past does not slow it down.
current_event = events.c.valid_to.is_(None)
Index(
    "uq_events_current_id",
    events.c.id,
    unique=True,
    sqlite_where=current_event,
    postgresql_where=current_event,
)
# The whole order of the timeline, and the number: no row is looked at that is not on the page.
Index(
    "ix_events_current",
    events.c.span_class,
    events.c.day,
    events.c.last_day,
    events.c.published,
    events.c.id,
    events.c.number,
    sqlite_where=current_event,
    postgresql_where=current_event,
)
# Few may be published within some days, or told with much confidence: see `store.few`.
_index_among(current_event, "ix_events_published", events.c.published, events.c.number)
_index_among(current_event, "ix_events_confidence", events.c.confidence, events.c.number)
# By when they ended: what a query gave until lately is looked for among them.
Index(
    "ix_events_ended",
    events.c.valid_to,
    sqlite_where=events.c.valid_to.is_not(None),
    postgresql_where=events.c.valid_to.is_not(None),
)

entities = Table(
    "entities",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("normal", Text, nullable=False, index=True),
    Column("type", String, nullable=False),
)

# Who or what stands in an event, and as what: `store.bearers.Part`, added up. What the timeline is
# ordered by and the validity are repeated here, so that the timeline of one entity is read off one
# index, in order.
mentions = Table(
    "mentions",
    metadata,
    Column("entity_id", ForeignKey("entities.id"), primary_key=True),
    Column("span_class", SmallInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("event", ForeignKey("events.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("last_day", Integer, nullable=False),
    Column("published", Instant, nullable=False),
    Column("event_id", String, nullable=False),
    Column("parts", SmallInteger, nullable=False, server_default="1"),
    Column("valid_from", BigInteger, nullable=False),
    Column("valid_to", BigInteger),
)
current_mention = mentions.c.valid_to.is_(None)
Index(
    "ix_mentions_current",
    mentions.c.entity_id,
    mentions.c.span_class,
    mentions.c.day,
    mentions.c.last_day,
    mentions.c.published,
    mentions.c.event_id,
    mentions.c.event,
    sqlite_where=current_mention,
    postgresql_where=current_mention,
)

# Every version of every fact, seen and placed like the versions of events.
facts = Table(
    "facts",
    metadata,
    Column("number", RowNumber, primary_key=True),
    Column("id", String, nullable=False),
    Column("valid_from", BigInteger, nullable=False),
    Column("valid_to", BigInteger),
    Column(
        "article_id",
        ForeignKey("articles.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("revision", Integer, nullable=False),
    Column("extractor", String, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("published", Instant, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("span_class", SmallInteger, nullable=False),
    Column("day", Integer, nullable=False),
    Column("reach_from", Integer, nullable=False),
    Column("reach_to", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
Index("ix_facts_published_number", facts.c.published, facts.c.number)
Index("ix_facts_span_class_day", facts.c.span_class, facts.c.day)

# Who or what stands in a fact, as subject, object or speaker, in the order of the list of facts.
fact_mentions = Table(
    "fact_mentions",
    metadata,
    Column("entity_id", ForeignKey("entities.id"), primary_key=True),
    Column("published", Instant, primary_key=True),
    Column("fact", ForeignKey("facts.number", ondelete="CASCADE"), primary_key=True),
)
# Whether an entity stands in a fact is read off this index, however many it stands in.
Index("ix_fact_mentions_fact_entity_id", fact_mentions.c.fact, fact_mentions.c.entity_id)

# What became of events, in the order of becoming visible. `version` is the row of `events` that
# came with it: null where the event was withdrawn, or is erased since.
changes = Table(
    "changes",
    metadata,
    Column("seq", RowNumber, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False, index=True),
    Column("action", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("article_id", String, nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("event_id", String, nullable=False),
    Column("fields", Text, nullable=False),
    Column("version", RowNumber),
)

# One row: the number and the instant of the last change, see `store.order`.
latest = Table(
    "latest",
    metadata,
    Column("number", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
)

# Who reads: the extractors that workers came with, each with when it was last started.
extractors = Table(
    "extractors",
    metadata,
    Column("name", String, primary_key=True),
    Column("introduced_at", Instant, nullable=False, index=True),
)

# Jobs that read articles again. The articles of a job are taken up some at a time, in the order of
# their ids: they are counted up to `counted_to`, and planned up to `planned_to`.
jobs = Table(
    "jobs",
    metadata,
    Column("id", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("filter", Text, nullable=False),
    Column("only_outdated", Boolean, nullable=False),
    Column("dry_run", Boolean, nullable=False),
    Column("extractor", String),
    Column("created_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("finished_at", Instant),
    Column("counted_to", String),
    Column("is_counted", Boolean, nullable=False, default=False),
    Column("total", Integer, nullable=False, default=0),
    Column("planned_to", String),
    Column("is_planned", Boolean, nullable=False, default=False),
    Column("done", Integer, nullable=False, default=0),
    Column("skipped", Integer, nullable=False, default=0),
    Column("added", Integer, nullable=False, default=0),
    Column("removed", Integer, nullable=False, default=0),
    Column("redated", Integer, nullable=False, default=0),
    Column("rejudged", Integer, nullable=False, default=0),
    Column("paced_at", Instant),
    Column("paced_done", Integer, nullable=False, default=0),
    Column("rate", Float),
)
Index("ix_jobs_created_at_id", jobs.c.created_at, jobs.c.id)

# The articles that a job has still to read, and those that it gave up; what is done is gone.
job_articles = Table(
    "job_articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("job_id", ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    *_queue_columns(),
)
Index("ix_job_articles_job_id_state", job_articles.c.job_id, job_articles.c.state)
_index_among(in_state(job_articles, "queued"), "ix_job_articles_owed", job_articles.c.not_before)
_index_among(
    in_state(job_articles, "processing"), "ix_job_articles_leased", job_articles.c.lease_until
)

# Some of the differences that a job found: `body` is the event as it read before and reads now.
job_samples = Table(
    "job_samples",
    metadata,
    Column("job_id", ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("difference", String, primary_key=True),
    Column("event_id", String, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("body", Text, nullable=False),
)
