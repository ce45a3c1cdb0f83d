"""Among 20,000 events, every question has the answer that looking at each of them gives."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import islice
from typing import Any

import pytest
from bench.timeline import filling, invented
from bench.timeline.invented import APART, HOT, HOTTEST, RARE_SOURCE, RARE_STATUS, RARE_TYPE, Story
from sqlalchemy import Connection, Engine
from tests.databases import empty_store, postgres_database

from dateline.model.change import Reason
from dateline.model.event import Event
from dateline.store import database, order
from dateline.store.timeline import Page, beginnings, within
from dateline.wire.timeline import TimelineQuery

# It takes its time to write so many.
pytestmark = pytest.mark.timeout(600)

COUNT = 20_000
# One story in so many is read again.
AGAIN = 5
PAGES = 3
OPEN_DAYS = timedelta(366)
WORDS = re.compile("[a-z0-9]+")


@dataclass(frozen=True)
class Told:
    """An event, and the story that it stands in."""

    event: Event
    story: Story

    @property
    def days(self) -> tuple[date | None, date | None]:
        interval = self.event.time.interval
        return (interval.earliest, interval.latest) if interval else (None, None)

    @property
    def is_dated(self) -> bool:
        return self.event.time.interval is not None

    @cached_property
    def place(self) -> tuple[object, ...]:
        """Where it stands: by its first day, its last one, its publication and its id."""
        published = self.story.draft.published
        first, last = self.days if self.is_dated else (published.on, published.on)
        return first or last, last or date.max, last is None, published.at, self.event.id

    @cached_property
    def words(self) -> set[str]:
        names = " ".join(self.names["entity"])
        said = f"{self.event.evidence.exact} {self.event.summary} {names}"
        return set(WORDS.findall(said.lower()))

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """Who stands in it, by what he is asked for as."""
        event = self.event
        places = {event.place.text} if event.place else set()
        speakers = {one.speaker.text for one in event.attributions}
        others = {one.mention.text for one in event.participants}
        return {"place": places, "speaker": speakers, "entity": places | speakers | others}

    def touches(self, first: date | None, last: date | None) -> bool:
        """Whether it reaches into the window; an open side reaches a year and a day."""
        earliest, latest = self.days
        begins = earliest or (latest - OPEN_DAYS if latest else None)
        ends = latest or (earliest + OPEN_DAYS if earliest else None)
        assert begins
        assert ends
        return (first is None or ends >= first) and (last is None or begins <= last)


def answers(told: Told, query: TimelineQuery) -> bool:
    """Whether an event answers, whenever it happens."""
    event, draft = told.event, told.story.draft
    chosen = (
        (query.status, event.status),
        (query.kind, event.kind),
        (query.type, event.type),
        (query.basis, event.time.basis),
        (query.source, draft.source),
        (query.language, draft.language),
    )
    return (
        all(value in values for values, value in chosen if values)
        and set(query.entity) <= told.names["entity"]
        and all(
            told.names[part] & set(names)
            for part, names in (("speaker", query.speaker), ("place", query.place))
            if names
        )
        and (query.q is None or set(query.q.lower().split()) <= told.words)
        and (query.min_confidence is None or event.confidence >= query.min_confidence)
        and (query.published_from is None or draft.published.on >= query.published_from)
        and (query.published_to is None or draft.published.on <= query.published_to)
    )


@cache
def everything(*, now: bool) -> tuple[Sequence[Told], Sequence[Told]]:
    """All that is told now, or was once: the dated events in order, and the undated ones."""
    stories = list(invented.stories(COUNT))
    if now:
        stories[::AGAIN] = [invented.read_again(story, 1) for story in stories[::AGAIN]]
    in_order = sorted(
        (Told(event, story) for story in stories for event in story.told),
        key=lambda told: (not told.is_dated, told.place),
    )
    dated = sum(told.is_dated for told in in_order)
    return in_order[:dated], in_order[dated:]


def looked_through(query: TimelineQuery, *, now: bool) -> Iterator[Told]:
    """The whole answer, in order."""
    step = -1 if query.order == "desc" else 1
    dated, undated = everything(now=now)
    for told in dated[::step]:
        if told.touches(query.from_, query.to) and answers(told, query):
            yield told
    if query.undated == "include":
        yield from (told for told in undated[::step] if answers(told, query))


@dataclass(frozen=True)
class Store:
    """A store, and how much was known in it before some of its stories were read again."""

    engine: Engine
    known: int


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Many events, of which those of every fifth story were read again."""
    if request.param == "sqlite":
        yield from filled(f"sqlite:///{tmp_path_factory.mktemp('reference') / 'store.sqlite'}")
    else:
        with postgres_database() as url:
            yield from filled(url)


def filled(url: str) -> Iterator[Store]:
    engine = empty_store(url)
    filling.fill(engine, COUNT)
    with database.reading(engine) as connection:
        known = order.last(connection)
    some = islice(invented.stories(COUNT), 0, None, AGAIN)
    with database.writing(engine) as connection:
        again = [invented.read_again(story, 1) for story in some]
        filling.tell(connection, again, Reason.REPROCESS)
    yield Store(engine, known)
    engine.dispose()


FILTERS: dict[str, Sequence[Any]] = {
    "entity": ([HOTTEST], [HOTTEST], [HOTTEST, HOT], [HOTTEST, APART], ["Person Number3"], [APART]),
    "speaker": ([HOTTEST], [APART, HOT], ["Person Number1"]),
    "place": (["Person Number0", "Person Number1"],),
    "q": ("frequent", "seldom", "rare", "frequent word1", "nowhere"),
    "status": ([RARE_STATUS], ["occurred"], ["possible", "scheduled"]),
    "type": ([RARE_TYPE], ["meeting", "law"]),
    "kind": (["statement"],),
    "source": ([RARE_SOURCE], ["paper3.example", "paper4.example"]),
    "min_confidence": (0.5, 0.95),
    "published_from": ("2019-03-01",),
    "published_to": ("2021-08-31",),
    "undated": ("include",),
    "order": ("desc",),
}


def questions(count: int) -> Iterator[TimelineQuery]:
    """Questions of all sorts, each with a few conditions and mostly within some days."""
    chance = random.Random(5)
    for _ in range(count):
        names = chance.sample(list(FILTERS), chance.randint(0, 3))
        asked = {name: chance.choice(FILTERS[name]) for name in names}
        first = date(2015, 1, 1) + timedelta(chance.randrange(3650))
        last = first + timedelta(chance.choice((0, 6, 30, 400)))
        window = {"from": str(first), "to": str(last)}
        bounds = chance.sample(sorted(window), chance.choice((0, 1, 2, 2, 2)))
        yield TimelineQuery.model_validate(asked | {bound: window[bound] for bound in bounds})


def pages(connection: Connection, query: TimelineQuery, known: int | None) -> Iterator[Page]:
    page = within(connection, query, known=known)
    yield page
    while page.next:
        page = within(connection, query, page.next)
        yield page


@cache
def first_pages(*, now: bool) -> Sequence[tuple[TimelineQuery, Sequence[Event]]]:
    """Questions, and the events that fill the first pages of their answers."""
    return [
        (
            query,
            [told.event for told in islice(looked_through(query, now=now), PAGES * query.limit)],
        )
        for query in questions(60)
    ]


@cache
def totals() -> Sequence[tuple[TimelineQuery, int]]:
    """Questions, and how many dated events answer each."""
    return [
        (query, sum(told.is_dated for told in looked_through(query, now=True)))
        for query in questions(30)
    ]


@pytest.mark.parametrize("now", [True, False], ids=["now", "once"])
def test_the_answer_is_what_looking_at_every_event_gives(store: Store, now: bool) -> None:
    known = None if now else store.known
    with database.reading(store.engine) as connection:
        for query, expected in first_pages(now=now):
            first = islice(pages(connection, query, known), PAGES)
            found = [entry.event for page in first for entry in page.entries]

            assert found == expected, query


def test_what_begins_on_each_day_is_counted_among_them(store: Store) -> None:
    with database.reading(store.engine) as connection:
        for query, expected in totals():
            begun, _ = beginnings(connection, query)

            assert begun.total() == expected, query
