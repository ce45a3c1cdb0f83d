"""What was read in an article: written whole, read whole."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select, update

from dateline.model.article import Annotations, Furniture, Publication, TextWarning
from dateline.model.event import Entity, Event, Mention
from dateline.model.fact import Fact
from dateline.model.names import normal
from dateline.model.timex import Timex
from dateline.store import claims, search
from dateline.store.claims import Claim
from dateline.store.database import insert_new
from dateline.store.instant import now
from dateline.store.placement import Placement, place
from dateline.store.tables import entities, events, extractions, mentions

TIMEXES = TypeAdapter(tuple[Timex, ...])
EVENT = TypeAdapter(Event)
FACTS = TypeAdapter(tuple[Fact, ...])
FURNITURE = TypeAdapter(tuple[Furniture, ...])
WARNINGS = TypeAdapter(tuple[TextWarning, ...])


def replace(connection: Connection, claim: Claim, annotations: Annotations) -> None:
    """Swap what was read before for these annotations, and finish the claim.

    Readers see the old ones until the transaction ends, then the new ones: never a mixture. An
    event that reads as before stays as it is, with the instant at which it was first recorded.
    """
    claims.finish(connection, claim)
    _replace_extraction(connection, claim, annotations)
    kept = _withdraw(connection, claim, annotations)
    for ordinal, event in enumerate(annotations.events):
        if event.id not in kept:
            _record(connection, claim, annotations.extractor, ordinal, event)
        elif kept[event.id] != ordinal:
            _move(connection, event.id, ordinal)


def annotations(connection: Connection, article_id: str) -> Annotations | None:
    """What was read in the article; None while nothing was."""
    row = connection.execute(
        select(extractions).where(extractions.c.article_id == article_id)
    ).one_or_none()
    if row is None:
        return None
    bodies = connection.scalars(
        select(events.c.body).where(events.c.article_id == article_id).order_by(events.c.ordinal)
    )
    return Annotations(
        extractor=row.extractor,
        timexes=TIMEXES.validate_json(row.timexes),
        events=tuple(map(EVENT.validate_json, bodies)),
        facts=FACTS.validate_json(row.facts),
        furniture=FURNITURE.validate_json(row.furniture),
        warnings=WARNINGS.validate_json(row.warnings),
    )


def recorded(connection: Connection, article_id: str) -> dict[str, datetime]:
    """When each event of the article was first read as it is now, by event id."""
    rows = connection.execute(
        select(events.c.id, events.c.recorded_at).where(events.c.article_id == article_id)
    )
    return {row.id: row.recorded_at for row in rows}


def _replace_extraction(connection: Connection, claim: Claim, annotations: Annotations) -> None:
    connection.execute(delete(extractions).where(extractions.c.article_id == claim.article_id))
    connection.execute(
        insert(extractions).values(
            article_id=claim.article_id,
            revision=claim.revision,
            extractor=annotations.extractor,
            recorded_at=now(),
            timexes=TIMEXES.dump_json(annotations.timexes).decode(),
            facts=FACTS.dump_json(annotations.facts).decode(),
            furniture=FURNITURE.dump_json(annotations.furniture).decode(),
            warnings=WARNINGS.dump_json(annotations.warnings).decode(),
        )
    )


def _withdraw(connection: Connection, claim: Claim, annotations: Annotations) -> dict[str, int]:
    """Remove the events that read differently now; the ordinals of those that stay, by id."""
    bodies = {event.id: EVENT.dump_json(event).decode() for event in annotations.events}
    before = connection.execute(
        select(
            events.c.number,
            events.c.id,
            events.c.ordinal,
            events.c.span_class,
            events.c.day,
            events.c.revision,
            events.c.extractor,
            events.c.body,
        ).where(events.c.article_id == claim.article_id)
    ).all()
    made_by = (claim.revision, annotations.extractor)
    kept = {}
    for row in before:
        if bodies.get(row.id) == row.body and (row.revision, row.extractor) == made_by:
            kept[row.id] = row.ordinal
        else:
            search.drop(connection, row.number, row.day)
            connection.execute(delete(events).where(events.c.number == row.number))
    return kept


def _record(
    connection: Connection, claim: Claim, extractor: str, ordinal: int, event: Event
) -> None:
    published = claim.draft.published
    placement = place(event.time.interval, published.on)
    number = connection.execute(
        insert(events)
        .values(
            id=event.id,
            article_id=claim.article_id,
            ordinal=ordinal,
            revision=claim.revision,
            extractor=extractor,
            recorded_at=now(),
            published=_instant(published),
            kind=event.kind,
            type=event.type,
            status=event.status,
            basis=event.time.basis,
            genericity=event.genericity,
            confidence=event.confidence,
            span_class=placement.span_class,
            day=placement.day,
            last_day=placement.last_day,
            reach_from=placement.reach_from,
            reach_to=placement.reach_to,
            body=EVENT.dump_json(event).decode(),
        )
        .returning(events.c.number)
    ).scalar_one()
    _mention(connection, number, placement, event)
    search.keep(connection, number, placement.day, _phrases(event))


def _mention(connection: Connection, number: int, placement: Placement, event: Event) -> None:
    """Make the event findable by whoever and whatever stands in it."""
    named = {mention.entity.id: mention.entity for mention in _mentions(event) if mention.entity}
    insert_new(connection, entities, [_entity_row(named[id_]) for id_ in sorted(named)])
    insert_new(
        connection,
        mentions,
        [
            {
                "entity_id": id_,
                "span_class": placement.span_class,
                "day": placement.day,
                "event": number,
            }
            for id_ in sorted(named)
        ],
    )


def _move(connection: Connection, event_id: str, ordinal: int) -> None:
    connection.execute(update(events).where(events.c.id == event_id).values(ordinal=ordinal))


def _mentions(event: Event) -> Iterator[Mention]:
    for participant in event.participants:
        yield participant.mention
    if event.place:
        yield event.place
    for attribution in event.attributions:
        yield attribution.speaker


def _phrases(event: Event) -> Iterable[str]:
    """The words that an event is found by: its passage, and the full names behind its pronouns."""
    yield event.evidence.exact
    yield event.summary
    for mention in _mentions(event):
        yield mention.text
        if mention.entity:
            yield mention.entity.name


def _entity_row(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "normal": normal(entity.name),
        "type": entity.type,
    }


def _instant(published: Publication) -> datetime:
    """The instant of publication; where only the day is known, its start."""
    return published.at or datetime.combine(published.on, time.min, tzinfo=UTC)
