"""Facts: what articles state beside events, kept in versions as events are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def swap(connection: Connection, readings: Sequence[Reading]) -> None:
    """Let these facts of the articles be seen instead of those before.

    A fact that reads as before stays as it is. Whoever is named in one is known already: see
    `store.entities.keep`.
    """
    before = _current(connection, versions.read_before(readings))
    steps = [_step(before[reading.article_id], reading) for reading in readings]
    ended = [number for step in steps for number in step.ends]
    begin = [(step.reading, fact) for step in steps for fact in step.begin]
    if not begin and not ended:
        return
    taken = order.take(connection, 1)
    if ended:
        gone = facts.c.number.in_(ended)
        connection.execute(update(facts).where(gone).values(valid_to=taken.first))
    _begin(connection, begin, taken)


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


@dataclass(frozen=True, slots=True)
class _Step:
    """What becomes of the facts of one article: the versions that end, the facts that begin."""

    reading: Reading
    ends: list[int]
    begin: list[Fact]


def _step(before: Mapping[str, Row[Any]], reading: Reading) -> _Step:
    begin = [fact for fact in reading.facts if not _stays(before.get(fact.id), fact, reading)]
    over = {fact.id for fact in begin} | (before.keys() - {fact.id for fact in reading.facts})
    return _Step(reading, [row.number for row in before.values() if row.id in over], begin)


def _current(connection: Connection, ids: Sequence[str]) -> Mapping[str, dict[str, Row[Any]]]:
    """What is seen of each article now, by fact id, with its fields as they are shown."""
    found: defaultdict[str, dict[str, Row[Any]]] = defaultdict(dict)
    if not ids:
        return found
    of_revision = and_(
        revisions.c.article_id == facts.c.article_id, revisions.c.revision == facts.c.revision
    )
    rows: CursorResult[Any] = connection.execute(
        select(
            facts.c.article_id,
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
        .where(facts.c.article_id.in_(ids), versions.seen(facts, None))
    )
    for row in rows:
        found[row.article_id][row.id] = row
    return found


def _stays(was: Row[Any] | None, fact: Fact, reading: Reading) -> bool:
    return was is not None and was.body == _body(fact) and versions.shows(was, reading.draft)


def _begin(
    connection: Connection, begin: Sequence[tuple[Reading, Fact]], taken: order.Taken
) -> None:
    """Write the versions that begin, and who stands in them."""
    if not begin:
        return
    rows = [_version(reading, fact, taken) for reading, fact in begin]
    written = insert(facts).returning(facts.c.id, facts.c.number)
    numbers = {row.id: row.number for row in connection.execute(written, rows)}
    mentioned = [
        {
            "entity_id": entity.id,
            "published": versions.instant_of(reading.draft.published),
            "fact": numbers[fact.id],
        }
        for reading, fact in begin
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
