"""Corrections: the fields of an article that somebody set right after it was posted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.intake import published
from dateline.model.article import Draft, Publication

# What is corrected together makes the day of publication.
DATED_BY = frozenset({"published_at", "timezone"})


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with its corrections, and the names of the fields that are corrected."""

    draft: Draft
    fields: frozenset[str]


def correct(
    posted: Draft, before: Corrected, patch: Mapping[str, str | None], now: datetime
) -> Corrected:
    """The article as posted, with the corrections before and those of the patch.

    A field that is None in the patch is as it was posted again.
    """
    given = {name: value for name, value in patch.items() if value is not None}
    fields = (before.fields - patch.keys()) | given.keys()
    values = _values(posted)
    values |= {name: value for name, value in _values(before.draft).items() if name in fields}
    values |= given
    draft = replace(
        posted,
        title=values["title"],
        url=values["url"],
        source=values["source"],
        language=values["language"] or posted.language,
    )
    if fields & DATED_BY:
        draft = replace(draft, published=_publication(draft, values, now))
    return Corrected(draft, fields)


def _values(draft: Draft) -> dict[str, str | None]:
    """What can be corrected, by the names of the contract."""
    return {
        "published_at": draft.published.as_given,
        "timezone": draft.published.zone,
        "title": draft.title,
        "url": draft.url,
        "source": draft.source,
        "language": draft.language,
    }


def _publication(draft: Draft, values: Mapping[str, str | None], now: datetime) -> Publication:
    languages = [draft.language, *([draft.translated_from] if draft.translated_from else [])]
    zone = values["timezone"]
    return published.read(values["published_at"], zone=zone, languages=languages, now=now)
