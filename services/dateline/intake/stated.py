"""The publication date that a page states of itself, and never the day of its last change.

What a page says for machines is taken as it stands there; htmldate looks through the rest of it,
in which nothing that tells of a change is left.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from htmldate import find_date
from trafilatura import load_html

from dateline.intake.published import FUTURE, ISO_DATE, RFC_3339

# https://schema.org/Article and its kinds: NewsArticle, LiveBlogPosting, Report
ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
# https://ogp.me/#type_article
PUBLISHED = {"article:published_time", "og:article:published_time"}
CHANGED = re.compile(r"modif|update|revis|lastmod|last-?date|utime")
CHANGED_IN_JSON = re.compile(r'"date(?:Modified|Updated)"\s*:\s*"[^"]*"', re.IGNORECASE)
NAMES = ("property", "name", "itemprop", "class", "http-equiv")
DATED = ("meta", "time", "abbr", "span", "p")

BARE = "T00:00:00"
OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
# What a clock says that was never set, and days before it: htmldate has its own doubts of them.
UNSET = "1970-01-02"


def read(html: str, now: datetime) -> str | None:
    """The date as the page gives it; None where it states none."""
    page: Any = load_html(html)
    if page is None:
        return None
    for stated in _for_machines(page):
        if (RFC_3339.fullmatch(stated) or ISO_DATE.fullmatch(stated)) and stated >= UNSET:
            return stated
    return _searched(page, now)


def _for_machines(page: Any) -> Iterator[str]:
    """What is said of the publication, most reliable first."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _in_json(script.text or "")
    for meta in page.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in PUBLISHED:
            yield (meta.get("content") or "").strip()
    for element in page.iter(*DATED):
        if "datepublished" in (element.get("itemprop") or "").lower().split():
            yield _value(element)
    for element in page.iter("time"):
        if element.get("pubdate") is not None:
            yield _value(element)


def _in_json(script: str) -> Iterator[str]:
    """When the articles of a JSON-LD script were published; what is no JSON says nothing."""
    try:
        content = json.loads(script)
    except (ValueError, RecursionError):
        return
    nodes = content if isinstance(content, list) else [content]
    for node in nodes:
        graph = node.get("@graph") if isinstance(node, dict) else None
        for one in (node, *(graph if isinstance(graph, list) else ())):
            if isinstance(one, dict) and _is_article(one.get("@type")):
                yield str(one.get("datePublished") or "").strip()


def _is_article(types: object) -> bool:
    return any(
        isinstance(one, str) and ARTICLE.search(one)
        for one in (types if isinstance(types, list) else [types])
    )


def _value(element: Any) -> str:
    return str(element.get("datetime") or element.get("content") or "").strip()


def _searched(page: Any, now: datetime) -> str | None:
    _forget_changes(page)
    # Left to itself, htmldate takes the clock's day for the latest that it believes, and the
    # address of a page, which names no hour, for what it says first.
    found: str | None = find_date(
        page,
        original_date=True,
        extensive_search=False,
        outputformat="%Y-%m-%dT%H:%M:%S%z",
        max_date=(now + FUTURE).replace(tzinfo=None),
        deferred_url_extractor=True,
    )
    # A page that names a day is printed as that day's midnight.
    return found.split("T")[0] if found and BARE in found else found and OFFSET.sub(r"\1:\2", found)


def _forget_changes(page: Any) -> None:
    """Take out of a page whatever says when it was changed."""
    for element in list(page.iter(*DATED)):
        names = " ".join(element.get(name) or "" for name in NAMES).lower()
        # Blogs mark a day as both when they are the same.
        if CHANGED.search(names) and "publish" not in names:
            element.clear(keep_tail=True)
    for script in page.iter("script"):
        script.text = CHANGED_IN_JSON.sub('""', script.text or "")
