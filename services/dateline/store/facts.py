"""Facts: what articles state beside events, kept in versions as events are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, CursorResult, Row, and_, insert, select, update

from dateline.model.event import Entity, Mention
from dateline.model.fact import Fact
from dateline.store import order, versions
from dateline.store.placement import place
from dateline.store.tables import fact_mentions, facts, revisions
from dateline.store.versions import Reading

FACT = TypeAdapter(Fact)


def swap(connection: Connection, reading: Reading, stated: Sequence[Fact]) -> None:
    """Let these facts of the article be seen instead of those before.

    A fact that reads as before stays as it is. Whoever is named in one is known already: see
    `store.entities.keep`.
    """
    before = _current(connection, reading.article_id)
    begin = [fact for fact in stated if not _stays(before.get(fact.id), fact, reading)]
    over = {fact.id for fact in begin} | (before.keys() - {fact.id for fact in stated})
    ended = [row.number for row in before.values() if row.id in over]
    if not begin and not ended:
        return
    taken = order.take(connection, 1)
    gone = facts.c.number.in_(ended)
    connection.execute(update(facts).where(gone).values(valid_to=taken.first))
    _begin(connection, reading, begin, taken)


def of_article(connection: Connection, article_id: str) -> tuple[Fact, ...]:
    """The facts of the article as they are seen now, in text order."""
    bodies = select(facts.c.body).where(
        facts.c.article_id == article_id, versions.seen(facts, None)
    )
    found = map(FACT.validate_json, connection.scalars(bodies))
    return tuple(sorted(found, key=lambda fact: (fact.evidence.span, fact.kind)))


def named(fact: Fact) -> list[Entity]:
    """Who and what stands in the fact, each once."""
    found = {mention.entity.id: mention.entity for mention in _mentions(fact) if mention.entity}
    return list(found.values())


def _current(connection: Connection, article_id: str) -> dict[str, Row[Any]]:
    """What is seen of the article now, by fact id, with its fields as they are shown."""
    of_revision = and_(
        revisions.c.article_id == facts.c.article_id, revisions.c.revision == facts.c.revision
    )
    rows: CursorResult[Any] = connection.execute(
        select(
            facts.c.number,
            facts.c.id,
            facts.c.body,
            revisions.c.url,
            revisions.c.title,
            revisions.c.source,
            revisions.c.published_on,
            revisions.c.published_at,
        )
        .join(revisions, of_revision)
        .where(facts.c.article_id == article_id, versions.seen(facts, None))
    )
    return {row.id: row for row in rows}


def _stays(was: Row[Any] | None, fact: Fact, reading: Reading) -> bool:
    return was is not None and was.body == _body(fact) and versions.shows(was, reading.draft)


def _begin(
    connection: Connection, reading: Reading, begin: Sequence[Fact], taken: order.Taken
) -> None:
    """Write the versions that begin, and who stands in them."""
    if not begin:
        return
    rows = [_version(reading, fact, taken) for fact in begin]
    written = insert(facts).returning(facts.c.id, facts.c.number)
    numbers = {row.id: row.number for row in connection.execute(written, rows)}
    published = versions.instant_of(reading.draft.published)
    mentioned = [
        {"entity_id": entity.id, "published": published, "fact": numbers[fact.id]}
        for fact in begin
        for entity in named(fact)
    ]
    if mentioned:
        connection.execute(insert(fact_mentions), mentioned)


def _version(reading: Reading, fact: Fact, taken: order.Taken) -> dict[str, Any]:
    published = reading.draft.published
    placement = place(fact.time.interval, published.on)
    return {
        "id": fact.id,
        "valid_from": taken.first,
        "article_id": reading.article_id,
        "revision": reading.revision,
        "extractor": reading.extractor,
        "recorded_at": taken.at,
        "published": versions.instant_of(published),
        "kind": fact.kind,
        "status": fact.status,
        "span_class": placement.span_class,
        "day": placement.day,
        "reach_from": placement.reach_from,
        "reach_to": placement.reach_to,
        "body": _body(fact),
    }


def _body(fact: Fact) -> str:
    return FACT.dump_json(fact).decode()


def _mentions(fact: Fact) -> Iterator[Mention]:
    parts: Iterable[Mention | None] = (fact.subject, fact.object)
    yield from (mention for mention in parts if mention)
    yield from (attribution.speaker for attribution in fact.attributions)
