"""Versions of events: each is seen from one change on until another, and none is ever rewritten."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, time
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Row,
    Table,
    and_,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy import bindparam as bound

from dateline.model.article import Article, Draft, Publication
from dateline.model.change import Action, Reason
from dateline.model.event import Entity, Event
from dateline.model.fact import Fact
from dateline.store import found_by, order, search
from dateline.store.bearers import Part
from dateline.store.placement import place
from dateline.store.search import Filed
from dateline.store.tables import changes, events, mentions, revisions

EVENT = TypeAdapter(Event)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is told of which revision of which article, what read it, and why.

    `extractor` is None where nothing is there to be read.
    """

    article_id: str
    revision: int
    draft: Draft
    extractor: str | None
    reason: Reason
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one event: the version that ends, and the event that begins."""

    reading: Reading
    event_id: str
    ends: Row[Any] | None
    begins: Event | None
    ordinal: int = 0

    @property
    def action(self) -> Action:
        """The step as it is told to followers."""
        if self.ends is None:
            return Action.ADDED
        return Action.WITHDRAWN if self.begins is None else Action.CHANGED


# Steps with the numbers they have in the order of changes.
Numbered = Sequence[tuple[int, Step]]


def seen(table: Table, known: int | None) -> ColumnElement[bool]:
    """What was seen when this many changes were known; None is now."""
    still = table.c.valid_to.is_(None)
    if known is None:
        return still
    return and_(table.c.valid_from <= known, or_(still, table.c.valid_to > known))


def shows(row: Row[Any], draft: Draft) -> bool:
    """Whether what was read in an article shows the article as this draft does."""
    return (row.url, row.title, row.source, row.published_on, row.published_at) == (
        draft.url,
        draft.title,
        draft.source,
        draft.published.on,
        draft.published.at,
    )


def instant_of(published: Publication) -> datetime:
    """The instant of publication; where only the day is known, its start."""
    return published.at or datetime.combine(published.on, time.min, tzinfo=UTC)


def named(event: Event) -> list[Entity]:
    """Who and what stands in the event, each once."""
    standing = [mention.entity for _, mention in found_by.standing(event) if mention.entity]
    return list({entity.id: entity for entity in standing}.values())


def swap(connection: Connection, readings: Sequence[Reading]) -> dict[str, int]:
    """Let these events be seen instead of those before; the versions that are new, by event id.

    An event that reads as before stays as it is, with the instant at which it was first recorded.
    Whoever is named in one is known already: see `store.entities.keep`.
    """
    before = _current(connection, read_before(readings))
    _number_again(connection, before, readings)
    steps = [step for each in readings for step in _steps(before[each.article_id], each)]
    if not steps:
        return {}
    taken = order.take(connection, len(steps))
    numbered = list(enumerate(steps, taken.first))
    _end(connection, numbered)
    begun = _begin(connection, numbered, taken.at)
    _tell(connection, numbered, begun, taken.at)
    return begun


def read_before(readings: Iterable[Reading]) -> list[str]:
    """Those of the articles of which something may be seen already."""
    return [each.article_id for each in readings if each.reason is not Reason.ARTICLE]


def withdraw(connection: Connection, article: Article) -> None:
    """Let no event of the article be seen any more: it is erased."""
    gone = Reading(article.id, article.revision, article.draft, None, Reason.ERASURE)
    swap(connection, [gone])


# What is seen of articles now: of each, by event id.
Current = Mapping[str, Mapping[str, Row[Any]]]


def _current(connection: Connection, ids: Sequence[str]) -> Current:
    """What is seen of the articles now, with their fields as they are shown."""
    found: defaultdict[str, dict[str, Row[Any]]] = defaultdict(dict)
    if not ids:
        return found
    of_revision = and_(
        revisions.c.article_id == events.c.article_id, revisions.c.revision == events.c.revision
    )
    rows: CursorResult[Any] = connection.execute(
        select(
            events.c.article_id,
            events.c.number,
            events.c.id,
            events.c.ordinal,
            events.c.span_class,
            events.c.day,
            events.c.body,
            revisions.c.url,
            revisions.c.title,
            revisions.c.source,
            revisions.c.published_on,
            revisions.c.published_at,
        )
        .join(revisions, of_revision)
        .where(events.c.article_id.in_(ids), seen(events, None))
        .order_by(events.c.article_id, events.c.ordinal)
    )
    for row in rows:
        found[row.article_id][row.id] = row
    return found


def _steps(before: Mapping[str, Row[Any]], reading: Reading) -> Iterator[Step]:
    """From what was seen to what is told, in the order of the text, and what is gone first."""
    stays = {event.id for event in reading.events}
    for row in before.values():
        if row.id not in stays:
            yield Step(reading, row.id, row, None)
    for ordinal, event in enumerate(reading.events):
        was = before.get(event.id)
        if was is None or was.body != _body(event) or not shows(was, reading.draft):
            yield Step(reading, event.id, was, event, ordinal)


def _number_again(connection: Connection, before: Current, readings: Sequence[Reading]) -> None:
    """Keep the order of the text, which is no part of what an event says."""
    moved = [
        {"of": was.number, "to": ordinal}
        for reading in readings
        for ordinal, event in enumerate(reading.events)
        if (was := before[reading.article_id].get(event.id)) and was.ordinal != ordinal
    ]
    if moved:
        to = update(events).where(events.c.number == bound("of")).values(ordinal=bound("to"))
        connection.execute(to, moved)


def _end(connection: Connection, steps: Numbered) -> None:
    """Let versions be seen no more."""
    ended = [{"of": step.ends.number, "seq": seq} for seq, step in steps if step.ends]
    if ended:
        for table, key in ((events, events.c.number), (mentions, mentions.c.event)):
            over = update(table).where(key == bound("of")).values(valid_to=bound("seq"))
            connection.execute(over, ended)
        search.shelve(connection, [Filed.of(step.ends) for _, step in steps if step.ends])


def _begin(connection: Connection, steps: Numbered, at: datetime) -> dict[str, int]:
    """Write the versions that begin; their row numbers by event id."""
    rows = {
        step.event_id: _version(step.reading, step.begins, step.ordinal, seq, at)
        for seq, step in steps
        if step.begins
    }
    if not rows:
        return {}
    numbers = _insert(connection, list(rows.values()))
    begin = [(step.reading.draft, step.begins) for _, step in steps if step.begins]
    mentioned = [
        _mention(who, parts, numbers[event.id], rows[event.id])
        for _, event in begin
        for who, parts in found_by.parts(event).items()
    ]
    if mentioned:
        connection.execute(insert(mentions), mentioned)
    search.keep(
        connection,
        [
            (
                _filed(numbers[event.id], rows[event.id]),
                found_by.phrases(event),
                found_by.labels_of(event, draft),
            )
            for draft, event in begin
        ],
    )
    return numbers


def _insert(connection: Connection, rows: list[dict[str, Any]]) -> dict[str, int]:
    written = connection.execute(insert(events).returning(events.c.id, events.c.number), rows)
    return {row.id: row.number for row in written}


def _version(
    reading: Reading, event: Event, ordinal: int, seq: int, recorded_at: datetime
) -> dict[str, Any]:
    published = reading.draft.published
    # What is said of no particular event has no time.
    placement = place(None if event.genericity else event.time.interval, published.on)
    return {
        "id": event.id,
        "valid_from": seq,
        "article_id": reading.article_id,
        "ordinal": ordinal,
        "revision": reading.revision,
        "extractor": reading.extractor,
        "recorded_at": recorded_at,
        "published": instant_of(published),
        "kind": event.kind,
        "type": event.type,
        "status": event.status,
        "basis": event.time.basis,
        "genericity": event.genericity,
        "confidence": event.confidence,
        "span_class": placement.span_class,
        "day": placement.day,
        "last_day": placement.last_day,
        "reach_from": placement.reach_from,
        "reach_to": placement.reach_to,
        "body": _body(event),
    }


def _mention(who: str, parts: Part, number: int, version: dict[str, Any]) -> dict[str, Any]:
    """What makes the version findable by who or what stands in it."""
    same = ("span_class", "day", "last_day", "published", "valid_from")
    placed = {name: version[name] for name in same}
    return {
        "entity_id": who,
        "event": number,
        "event_id": version["id"],
        "parts": parts.value,
        **placed,
    }


def _tell(connection: Connection, steps: Numbered, begun: dict[str, int], at: datetime) -> None:
    """Write down what became of each event, for those who follow."""
    entries = [
        {
            "seq": seq,
            "at": at,
            "action": step.action,
            "reason": step.reading.reason,
            "article_id": step.reading.article_id,
            "revision": step.reading.revision,
            "event_id": step.event_id,
            "fields": json.dumps(_differing(step)),
            "version": begun.get(step.event_id),
        }
        for seq, step in steps
    ]
    connection.execute(insert(changes), entries)


def _differing(step: Step) -> list[str]:
    """The fields in which an event reads otherwise than before."""
    if step.ends is None or step.begins is None:
        return []
    before = EVENT.validate_json(step.ends.body)
    names = [field.name for field in fields(Event)]
    differing = [name for name in names if getattr(before, name) != getattr(step.begins, name)]
    return differing if shows(step.ends, step.reading.draft) else ["article", *differing]


def _body(event: Event) -> str:
    return EVENT.dump_json(event).decode()


def _filed(number: int, version: dict[str, Any]) -> Filed:
    return Filed(number, version["span_class"], version["day"])
