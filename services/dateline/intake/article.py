"""From what was posted to an article as it is stored."""

from datetime import datetime

from dateline.intake import language, page, published
from dateline.model import publisher
from dateline.model.article import Draft, Publication
from dateline.model.timex import Dct
from dateline.wire.article import ArticleIn
from dateline.wire.timex import ResolveIn


def draft(posted: ArticleIn, now: datetime) -> Draft:
    """The article, its publication day read, its language detected where none was given."""
    if posted.html is None:
        return _draft(posted, posted.text or "", posted.published_at, now)
    found = page.read(posted.html, now)
    stated = posted.published_at or found.published
    told = {
        "title": posted.title or found.title,
        "authors": posted.authors or list(found.authors),
    }
    return _draft(posted.model_copy(update=told), found.text, stated, now)


def dct(posted: ResolveIn, now: datetime) -> Dct:
    """The publication day of a text that is only read, not stored."""
    spoken = posted.language or language.detect(posted.text)
    publication = _publication(posted, posted.published_at, spoken, now)
    return Dct(
        day=publication.on,
        at=publication.at,
        zone=publication.zone,
        language=spoken,
        translated_from=posted.translated_from,
        country=publisher.region(spoken),
    )


def _draft(posted: ArticleIn, text: str, stated: str | None, now: datetime) -> Draft:
    spoken = posted.language or language.detect(text)
    return Draft(
        text=text,
        published=_publication(posted, stated, spoken, now),
        language=spoken,
        translated_from=posted.translated_from,
        url=posted.url,
        external_id=posted.external_id,
        source=posted.source,
        title=posted.title,
        authors=tuple(posted.authors),
        tags=tuple(posted.tags),
        metadata=dict(posted.metadata),
    )


def _publication(
    posted: ArticleIn | ResolveIn, stated: str | None, spoken: str, now: datetime
) -> Publication:
    # A translated page still prints its date as the original does.
    languages = [spoken, *([posted.translated_from] if posted.translated_from else [])]
    return published.read(stated, zone=posted.timezone, languages=languages, now=now)
