"""An article's own text, taken out of the page it was printed on."""

from dataclasses import dataclass
from datetime import datetime

from trafilatura import bare_extraction
from trafilatura.settings import Document

from dateline.intake import stated
from dateline.model.errors import NoArticleText
from dateline.wire.contract import UNSTORABLE


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of its article; `published` is None where it states no date."""

    text: str
    title: str | None
    authors: tuple[str, ...]
    published: str | None


def read(html: str, now: datetime) -> Page:
    """The article on a page, without navigation, advertisements and comments."""
    found = bare_extraction(html, with_metadata=True, include_comments=False)
    if not isinstance(found, Document):
        raise NoArticleText
    text = UNSTORABLE.sub("", found.text or "")
    if not text.strip():
        raise NoArticleText
    return Page(
        text=text,
        title=found.title,
        authors=tuple(name for name in (found.author or "").split("; ") if name),
        published=stated.read(html, now),
    )
