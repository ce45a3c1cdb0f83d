"""Corrections: what was posted, where somebody has set it right since."""

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, select

from dateline.model.article import Draft, Publication
from dateline.store.tables import corrections

# The part of an article that holds each field that can be corrected.
HOLDS = {
    "published_at": "published",
    "timezone": "published",
    "title": "title",
    "url": "url",
    "source": "source",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class Corrections:
    """The names of the fields that are corrected, and what was posted in their place."""

    fields: frozenset[str]
    published: Publication
    title: str | None
    url: str | None
    source: str | None
    language: str

    @classmethod
    def of(cls, posted: Draft, fields: Set[str]) -> "Corrections":
        """Corrections of these fields in what was posted."""
        return cls(
            frozenset(fields),
            posted.published,
            posted.title,
            posted.url,
            posted.source,
            posted.language,
        )

    def taken_back(self, draft: Draft) -> Draft:
        """The article as it was posted."""
        posted = {part: getattr(self, part) for part in HOLDS.values()}
        return replace(draft, **posted)

    def carried(self, posted: Draft, before: Draft) -> Draft:
        """An article posted anew, with what was corrected before."""
        stays: dict[str, Any] = {
            HOLDS[field]: getattr(before, HOLDS[field]) for field in self.fields
        }
        return replace(posted, **stays)


CORRECTIONS = TypeAdapter(Corrections)


def read(connection: Connection, article_id: str, revision: int) -> Corrections | None:
    """The corrections in a revision of an article; None where all is as it was posted."""
    kept = connection.scalar(
        select(corrections.c.body).where(
            corrections.c.article_id == article_id, corrections.c.revision == revision
        )
    )
    return None if kept is None else CORRECTIONS.validate_json(kept)


def keep(connection: Connection, article_id: str, revision: int, made: Corrections) -> None:
    """Note that a revision is corrected, as far as it is."""
    if made.fields:
        body = CORRECTIONS.dump_json(made).decode()
        row = {"article_id": article_id, "revision": revision, "body": body}
        connection.execute(insert(corrections), row)
