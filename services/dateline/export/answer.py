"""An entry of the timeline as the contract shows it."""

from dateline.store.timeline import Entry
from dateline.wire.article import ArticleRef
from dateline.wire.event import EventOut


def event(entry: Entry) -> EventOut:
    """The event with the article it stands in."""
    source = entry.article
    return EventOut.of(
        entry.event,
        article=ArticleRef(
            id=source.id,
            url=source.url,
            title=source.title,
            source=source.source,
            published_on=source.published_on,
            published_at=source.published_at,
        ),
        extractor=entry.extractor,
        recorded_at=entry.recorded_at,
    )
