"""The list of facts, in order of when the articles that state them were published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    CursorResult,
    Row,
    and_,
    exists,
    or_,
    select,
    true,
)

from dateline.model.event import Entity
from dateline.model.fact import Fact
from dateline.store import entities, order, sources, versions, window
from dateline.store.bearers import Group
from dateline.store.facts import FACT
from dateline.store.paging import behind, directed
from dateline.store.placement import DATED, starts_within
from dateline.store.sources import Source
from dateline.store.tables import fact_mentions, facts, revisions
from dateline.wire.fact import FactsQuery


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list a fact stands; the pages after it answer as of the changes `known`."""

    published: datetime
    number: int
    known: int


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of the list, with the article that states it."""

    fact: Fact
    article: Source
    extractor: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Some facts in order; `next` is where the page after starts, None after the last one.

    `entities` are those that the query's names stand for; `unknown` the names nobody bears.
    """

    facts: tuple[Stated, ...]
    next: Place | None
    entities: tuple[Entity, ...]
    unknown: tuple[str, ...]


def page(connection: Connection, query: FactsQuery, after: Place | None = None) -> Page:
    """The facts that answer the query, from the place on."""
    last = order.last(connection)
    known = last if after is None else after.known
    named = {name: entities.called(connection, name) for name in query.entity}
    bearers = {who.id: who for group in named.values() for who in group}
    unknown = tuple(name for name, group in named.items() if not group)
    rows: list[Row[Any]] = []
    if not unknown:
        groups = [Group(tuple(who.id for who in group)) for group in named.values()]
        rows = _rows(connection, query, groups, after, None if known == last else known)
    shown, more = rows[: query.limit], rows[query.limit :]
    return Page(
        facts=tuple(map(_stated, shown)),
        next=Place(shown[-1].published, shown[-1].number, known) if more else None,
        entities=tuple(bearers.values()),
        unknown=unknown,
    )


def _rows(
    connection: Connection,
    query: FactsQuery,
    groups: list[Group],
    after: Place | None,
    past: int | None,
) -> list[Row[Any]]:
    """One row more than fit on the page, so that we know whether there is another page."""
    by, own = _clock(groups)
    found = (
        select(facts.c.number)
        .where(own, versions.seen(facts, past), *_conditions(query), *_window(query))
        .where(*(_names(group) for group in groups[1:]))
        .order_by(*directed(query.order, by))
        .limit(query.limit + 1)
    )
    if after is not None:
        found = found.where(behind(query.order, by, (after.published, after.number)))
    wanted = _STATED.where(facts.c.number.in_(select(found.subquery().c.number)))
    in_order = directed(query.order, (facts.c.published, facts.c.number))
    rows: CursorResult[Any] = connection.execute(wanted.order_by(*in_order))
    return list(rows)


def _clock(groups: list[Group]) -> tuple[tuple[Column[Any], ...], ColumnElement[bool]]:
    """The columns whose index gives the facts in order, and their tie to the facts."""
    if not groups:
        return (facts.c.published, facts.c.number), true()
    first = groups[0]
    if len(first.ids) > 1:
        return (facts.c.published, facts.c.number), _names(first)
    own = and_(fact_mentions.c.fact == facts.c.number, first.stands(fact_mentions))
    return (fact_mentions.c.published, fact_mentions.c.fact), own


def _names(group: Group) -> ColumnElement[bool]:
    also = fact_mentions.alias()
    # Asked for no more than that, SQLite takes the index of pairs and not that of the entity.
    stands = select(also.c.fact).where(also.c.fact == facts.c.number, group.stands(also))
    return stands.exists()


def _conditions(query: FactsQuery) -> Iterator[ColumnElement[bool]]:
    if query.kind:
        yield facts.c.kind.in_(query.kind)
    if query.status:
        yield facts.c.status.in_(query.status)
    if query.article:
        yield facts.c.article_id.in_(query.article)
    if query.source:
        yield exists().where(sources.read_in(facts), revisions.c.source.in_(query.source))


def _window(query: FactsQuery) -> Iterator[ColumnElement[bool]]:
    """Dated, and touching the days asked for: where none are, the undated answer too."""
    days = window.of(query.from_, query.to)
    if days != (None, None):
        yield or_(*(_starting(span_class, *days) for span_class in DATED))
        yield from window.reached(facts, days)


def _starting(span_class: int, first: int | None, last: int | None) -> ColumnElement[bool]:
    starts_from, starts_to = starts_within(span_class, first, last)
    conditions = [facts.c.span_class == span_class]
    if starts_from is not None:
        conditions.append(facts.c.day >= starts_from)
    if starts_to is not None:
        conditions.append(facts.c.day <= starts_to)
    return and_(*conditions)


_STATED = select(
    facts.c.number,
    facts.c.published,
    facts.c.extractor,
    facts.c.recorded_at,
    facts.c.body,
    *sources.SHOWN,
).join(revisions, sources.read_in(facts))


def _stated(row: Row[Any]) -> Stated:
    return Stated(
        fact=FACT.validate_json(row.body),
        article=sources.of(row),
        extractor=row.extractor,
        recorded_at=row.recorded_at,
    )
