"""Fills a store with what is invented, as workers do: what was read is swapped in."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

from bench.timeline import invented
from bench.timeline.invented import EVENTS_EACH, Story
from sqlalchemy import Connection, Engine, insert

from dateline.model.change import Reason
from dateline.store import database, entities, facts, versions
from dateline.store.tables import articles, revisions
from dateline.store.versions import Reading

AT_ONCE = 100
EXTRACTOR = "invented"
RECEIVED = datetime(2025, 1, 1, tzinfo=UTC)


def fill(engine: Engine, count: int, there: int = 0) -> None:
    """Have so many events in a store in which the first of them are `there` already."""
    new = islice(invented.stories(count), there // EVENTS_EACH, None)
    for some in _batches(new):
        with database.writing(engine) as connection:
            _post(connection, some)
            tell(connection, some, Reason.ARTICLE)


def tell(connection: Connection, some: Sequence[Story], reason: Reason) -> None:
    """Have what the stories tell be seen instead of what was read in them before."""
    readings = [
        Reading(story.id, 1, story.draft, EXTRACTOR, reason, story.told, story.stated)
        for story in some
    ]
    told = (who for story in some for event in story.told for who in versions.named(event))
    stated = (who for story in some for fact in story.stated for who in facts.named(fact))
    entities.keep(connection, (*told, *stated))
    versions.swap(connection, readings)
    facts.swap(connection, readings)


def _batches(stories: Iterator[Story]) -> Iterator[Sequence[Story]]:
    while some := list(islice(stories, AT_ONCE)):
        yield some


def _post(connection: Connection, some: Sequence[Story]) -> None:
    """Store the articles as if they had been read: only what the timeline shows of them."""
    heads = [
        {
            "id": story.id,
            "revision": 1,
            "state": "done",
            "characters": len(story.draft.text),
            "received_at": RECEIVED,
            "not_before": RECEIVED,
        }
        for story in some
    ]
    connection.execute(insert(articles), heads)
    connection.execute(insert(revisions), [_revision(story) for story in some])


def _revision(story: Story) -> dict[str, object]:
    draft = story.draft
    return {
        "article_id": story.id,
        "revision": 1,
        "posted_at": RECEIVED,
        "published_on": draft.published.on,
        "published_at": draft.published.at,
        "published_as_given": draft.published.as_given,
        "language": draft.language,
        "url": draft.url,
        "source": draft.source,
        "title": draft.title,
        "authors": "[]",
        "tags": "[]",
        "metadata": "{}",
        "text": draft.text,
    }
