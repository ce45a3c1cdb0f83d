"""Atom (RFC 4287): the events as entries of a feed.

The feed is as new as its newest entry, which is known at the end: so its `updated` comes last,
and the standard lets it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from dateline.export.view import View
from dateline.export.wording import account, headline, line, uri, urn, when
from dateline.store.timeline import Entry

NAMESPACE = "http://www.w3.org/2005/Atom"


def write(entries: Iterable[Entry], view: View) -> Iterator[str]:
    """The feed, an entry at a time."""
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{NAMESPACE}">\n'
    yield from map(_text, _head(view))
    updated = None
    for entry in entries:
        yield _text(_entry(entry))
        updated = max(updated or entry.recorded_at, entry.recorded_at)
    yield _text(_element("updated", _instant(updated or view.at)))
    yield "</feed>\n"


def _head(view: View) -> Iterator[Element]:
    address = uri(view.address)
    yield _element("id", address)
    yield _element("title", line(view.title))
    yield Element("link", rel="self", type="application/atom+xml", href=address)
    yield _author("Dateline")
    yield _element("generator", "Dateline")


def _entry(entry: Entry) -> Element:
    event, article = entry.event, entry.article
    element = Element("entry")
    element.append(_element("id", urn(event)))
    element.append(_element("title", f"{when(event.time)}: {headline(event)}"))
    element.append(_element("updated", _instant(entry.recorded_at)))
    if article.published_at:
        element.append(_element("published", _instant(article.published_at)))
    if article.url:
        SubElement(element, "link", rel="alternate", href=uri(article.url))
    if article.source:
        element.append(_author(line(article.source)))
    for term in (event.type, event.status):
        SubElement(element, "category", term=term)
    element.append(_element("content", "\n".join(account(entry)), type="text"))
    return element


def _author(name: str) -> Element:
    author = Element("author")
    author.append(_element("name", name))
    return author


def _element(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = text
    return element


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")


def _text(element: Element) -> str:
    return tostring(element, encoding="unicode") + "\n"
