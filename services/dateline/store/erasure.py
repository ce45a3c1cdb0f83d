"""Erasure: an article and all that came from it is gone, from the past as well."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, exists, insert, select, union, update

from dateline.model.article import Article
from dateline.model.errors import ArticleNotFound
from dateline.store import articles, idempotency, jobs, search, versions
from dateline.store.identity import Identity
from dateline.store.instant import now
from dateline.store.search import Filed
from dateline.store.tables import articles as article_rows
from dateline.store.tables import (
    changes,
    entities,
    erasures,
    events,
    fact_mentions,
    facts,
    identities,
    mentions,
)


def erase(connection: Connection, article_id: str) -> None:
    """Erase the article. What is left are ids, times and reasons in the order of changes.

    Nothing is taken in under any of its names from now on; they are remembered as hashes.
    """
    article = articles.hold(connection, article_id)
    _remember(connection, article)
    jobs.forget(connection, article_id)
    versions.withdraw(connection, article)
    named = _named(connection, article)
    _forget_words(connection, article)
    idempotency.forget_article(connection, article_id)
    connection.execute(delete(article_rows).where(article_rows.c.id == article_id))
    _forget_names(connection, named)
    connection.execute(
        update(changes).where(changes.c.article_id == article_id).values(version=None, fields="[]")
    )


def lift(connection: Connection, article_id: str) -> None:
    """Let the erased article be posted again; what was erased stays so."""
    lifted = delete(erasures).where(erasures.c.article_id == article_id)
    if not connection.execute(lifted).rowcount:
        raise ArticleNotFound(article_id)


def _remember(connection: Connection, article: Article) -> None:
    rows = connection.execute(
        select(identities.c.kind, identities.c.source, identities.c.value).where(
            identities.c.article_id == article.id
        )
    )
    known_as = [Identity(row.kind, row.source, row.value) for row in rows]
    connection.execute(
        insert(erasures).values(article_id=article.id, erased_at=now()),
        [{"identity": name.article_id} for name in known_as],
    )


def _named(connection: Connection, article: Article) -> list[str]:
    """Who and what stands in any of its events and facts, at any time."""
    told = select(events.c.number).where(events.c.article_id == article.id)
    stated = select(facts.c.number).where(facts.c.article_id == article.id)
    named = union(
        select(mentions.c.entity_id).where(mentions.c.event.in_(told)),
        select(fact_mentions.c.entity_id).where(fact_mentions.c.fact.in_(stated)),
    )
    return list(connection.scalars(named))


def _forget_words(connection: Connection, article: Article) -> None:
    rows = connection.execute(
        select(events.c.number, events.c.span_class, events.c.day).where(
            events.c.article_id == article.id
        )
    )
    search.forget(connection, [Filed.of(row) for row in rows])


def _forget_names(connection: Connection, named: Iterable[str]) -> None:
    """Know nobody any more who stood in it alone."""
    acts = exists().where(mentions.c.entity_id == entities.c.id)
    stands = exists().where(fact_mentions.c.entity_id == entities.c.id)
    connection.execute(delete(entities).where(entities.c.id.in_(named), ~acts, ~stands))
