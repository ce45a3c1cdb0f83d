from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text
from tests.databases import empty_store, postgres_database

from dateline.model.article import Annotations, Draft, Publication
from dateline.model.event import (
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Participant,
    Polarity,
    Role,
    Status,
    Trigger,
)
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Span
from dateline.model.timex import Resolution
from dateline.store import articles, claims, database, events


@pytest.fixture(scope="session")
def postgres() -> Iterator[Engine]:
    """A PostgreSQL database of this run's own, brought up to date."""
    with postgres_database() as url:
        engine = empty_store(url)
        yield engine
        engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty store, up to date, on each engine."""
    if request.param == "postgresql":
        found: Engine = request.getfixturevalue("postgres")
        with found.begin() as connection:
            emptied = "articles, entities, changes, erasures, idempotency, jobs, extractors"
            connection.execute(text(f"TRUNCATE {emptied} RESTART IDENTITY CASCADE"))
        yield found
        return
    found = empty_store(f"sqlite:///{tmp_path}/dateline.sqlite")
    yield found
    found.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """One transaction that may write."""
    with database.writing(engine) as opened:
        yield opened


DRAFT = Draft(
    text="The council met on Monday.",
    published=Publication(date(2025, 2, 26), datetime(2025, 2, 26, 8, 41, tzinfo=UTC), "26.02.25"),
    language="en",
    source="herald.example",
    url="https://herald.example/1",
)

EVENT = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="The council met on Monday",
    time=EventTime(
        basis=Basis.EXPLICIT,
        explanation="",
        interval=Interval.day(date(2025, 2, 24)),
        granularity=Granularity.DAY,
        resolution=Resolution.RESOLVED,
    ),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence("The council met on Monday.", "", "", Span(0, 26)),
    confidence=0.9,
)

NAMES = {
    "vance": Entity("e-vance", "J. D. Vance", "person"),
    "zizek": Entity("e-zizek", "Slavoj Žižek", "person"),
    "kyiv": Entity("e-kyiv", "Kyiv", "place"),
}


def named(name: str) -> Mention:
    """A mention of one of `NAMES`."""
    entity = NAMES[name]
    return Mention(entity.name, Span(0, len(entity.name)), entity)


def happening(
    id: str, interval: Interval | None = None, *who: str, status: Status = Status.OCCURRED
) -> Event:
    """An event of that interval in which these take part."""
    return replace(
        EVENT,
        id=id,
        time=replace(EVENT.time, interval=interval),
        participants=tuple(Participant(Role.AGENT, named(name)) for name in who),
        status=status,
    )


class Desk:
    """What a test does with a store: post, and have events read in what was posted."""

    draft = DRAFT
    event = EVENT
    happening = staticmethod(happening)
    named = staticmethod(named)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def claim(self, draft: Draft = DRAFT) -> claims.Claim:
        """A claim on this article, freshly posted."""
        accepted = articles.add(self.connection, draft)
        (claim,) = claims.claim(self.connection, [accepted.id], lease=60)
        return claim

    def publish(self, *told: Event, draft: Draft = DRAFT) -> str:
        """An article in which these events were read; its id."""
        claim = self.claim(draft)
        events.replace(self.connection, claim, Annotations("test", events=told))
        return claim.article_id

    def read_again(self, article_id: str, *told: Event) -> None:
        """Have other events read in the same article."""
        again = f"UPDATE articles SET state = 'queued' WHERE id = '{article_id}'"
        self.connection.exec_driver_sql(again)
        (claim,) = claims.claim(self.connection, [article_id], lease=60)
        events.replace(self.connection, claim, Annotations("test", events=told))


@pytest.fixture
def desk(connection: Connection) -> Desk:
    """A desk on an empty store."""
    return Desk(connection)
