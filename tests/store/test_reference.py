"""Among 20,000 events, every question has the answer that looking at each of them gives."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pytest
from bench import invented
from bench.invented import APART, HOT, HOTTEST, RARE_SOURCE, RARE_STATUS, RARE_TYPE, Story
from sqlalchemy import Connection, Engine
from tests.databases import postgres_database

from dateline.model.change import Reason
from dateline.model.event import Event
from dateline.store import database, order
from dateline.store.timeline import Page, beginnings, within
from dateline.wire.timeline import TimelineQuery

# It takes its time to write so many.
pytestmark = pytest.mark.timeout(600)

COUNT = 20_000
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


def looked_through(everything: Sequence[Told], query: TimelineQuery) -> list[Told]:
    """The whole answer, in order."""
    found = [told for told in everything if answers(told, query)]
    dated = [told for told in found if told.is_dated and told.touches(query.from_, query.to)]
    undated = [told for told in found if not told.is_dated and query.undated == "include"]
    backwards = query.order == "desc"
    return [
        *sorted(dated, key=lambda told: told.place, reverse=backwards),
        *sorted(undated, key=lambda told: told.place, reverse=backwards),
    ]


@dataclass(frozen=True)
class Store:
    """A store, what was told in it once, how much was known then, and what is told now."""

    engine: Engine
    once: Sequence[Told]
    known: int
    now: Sequence[Told]


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Many events, of which those of every fifth story were judged anew."""
    if request.param == "sqlite":
        yield from filled(f"sqlite:///{tmp_path_factory.mktemp('reference') / 'store.sqlite'}")
    else:
        with postgres_database() as url:
            yield from filled(url)


def filled(url: str) -> Iterator[Store]:
    engine = database.open(url)
    database.migrate(engine)
    invented.fill(engine, COUNT)
    with database.reading(engine) as connection:
        known = order.last(connection)
    once = list(invented.stories(COUNT))
    again = [invented.judged(story, 1) for story in once[::5]]
    with database.writing(engine) as connection:
        invented.tell(connection, again, Reason.REPROCESS)
    now = once.copy()
    now[::5] = again
    yield Store(engine, flat(once), known, flat(now))
    engine.dispose()


def flat(stories: Sequence[Story]) -> list[Told]:
    return [Told(event, story) for story in stories for event in story.told]


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


@pytest.mark.parametrize("then", [False, True], ids=["now", "once"])
def test_the_answer_is_what_looking_at_every_event_gives(store: Store, then: bool) -> None:
    everything, known = (store.once, store.known) if then else (store.now, None)
    with database.reading(store.engine) as connection:
        for query in questions(60):
            expected = looked_through(everything, query)
            found = [
                entry.event
                for page, _ in zip(pages(connection, query, known), range(PAGES), strict=False)
                for entry in page.entries
            ]

            assert found == [told.event for told in expected[: PAGES * query.limit]], query


def test_what_begins_on_each_day_is_counted_among_them(store: Store) -> None:
    with database.reading(store.engine) as connection:
        for query in questions(30):
            begun, _ = beginnings(connection, query)

            expected = [told for told in looked_through(store.now, query) if told.is_dated]
            assert begun.total() == len(expected), query
