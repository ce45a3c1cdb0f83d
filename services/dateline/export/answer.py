"""An entry of the timeline, or of the list of facts, as the contract shows it."""

from dateline.store.fact_list import Stated
from dateline.store.sources import Source
from dateline.store.timeline import Entry
from dateline.wire.article import ArticleRef
from dateline.wire.event import EventOut
from dateline.wire.fact import StatedFact


def event(entry: Entry) -> EventOut:
    """The event with the article it stands in."""
    return EventOut.of(
        entry.event,
        article=_article(entry.article),
        extractor=entry.extractor,
        recorded_at=entry.recorded_at,
    )


def fact(stated: Stated) -> StatedFact:
    """The fact with the article it stands in."""
    return StatedFact.in_article(
        stated.fact,
        article=_article(stated.article),
        extractor=stated.extractor,
        recorded_at=stated.recorded_at,
    )


def _article(source: Source) -> ArticleRef:
    return ArticleRef(
        id=source.id,
        url=source.url,
        title=source.title,
        source=source.source,
        published_on=source.published_on,
        published_at=source.published_at,
    )
