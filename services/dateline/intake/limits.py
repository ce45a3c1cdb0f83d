"""How much may be posted or asked at once, as the operator has set it."""

import json
from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from dateline.model.errors import OverLimit
from dateline.settings import Settings
from dateline.wire.article import ArticleIn
from dateline.wire.timeline import EventFilter


def check_article(posted: ArticleIn, settings: Settings) -> None:
    """Refuse an article that is larger than this service takes."""
    check_text(posted.text or "", settings)
    _check("html", "bytes", len((posted.html or "").encode()), settings.max_html)
    _check("tags", "tags", len(posted.tags), settings.max_tags)
    if posted.metadata:
        _check("metadata", "levels", max(_depths(posted.metadata)), settings.metadata_depth)
        size = len(json.dumps(posted.metadata, ensure_ascii=False).encode())
        _check("metadata", "bytes", size, settings.max_metadata)


def check_text(text: str, settings: Settings) -> None:
    """Refuse a text that is longer than this service takes."""
    _check("text", "characters", len(text), settings.max_text)


def check_extract(text: str, settings: Settings) -> None:
    """Refuse a text that is longer than this service reads while somebody waits."""
    _check("text", "characters", len(text), settings.max_extract)


def check_query(query: EventFilter, settings: Settings) -> None:
    """Refuse a query that asks for more than this service looks up."""
    _check("q", "characters", len(query.q or ""), settings.max_q)
    for field in ("entity", "speaker", "place"):
        check_names(field, getattr(query, field), settings)


def check_names(field: str, names: Sequence[str], settings: Settings) -> None:
    """Refuse more names at once than this service looks up."""
    _check(field, "entities", len(names), settings.max_entities)


def _check(field: str, unit: str, amount: int, most: int) -> None:
    if amount > most:
        raise OverLimit(field, unit, amount, most)


def _depths(metadata: dict[str, JsonValue]) -> Iterator[int]:
    """How deep each object and list inside lies; without recursion, since a post can be deep."""
    inside: list[tuple[dict[str, JsonValue] | list[JsonValue], int]] = [(metadata, 1)]
    while inside:
        container, depth = inside.pop()
        yield depth
        values = container.values() if isinstance(container, dict) else container
        inside += [(inner, depth + 1) for inner in values if isinstance(inner, dict | list)]
