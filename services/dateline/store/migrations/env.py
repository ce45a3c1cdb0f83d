"""Alembic's door to the store: it always works on the connection it is given."""

from alembic import context

from dateline.store.tables import metadata

# What is searched by words is laid out differently on each engine: see `store.search`.
ENGINES_OWN = ("searchable",)


def is_ours(name: str | None, type_: str, _: object) -> bool:
    """Whether a table is one that `store.tables` speaks of."""
    return type_ != "table" or not (name or "").startswith(ENGINES_OWN)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=is_ours,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
