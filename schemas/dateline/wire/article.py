"""Articles: what scrapers post, and what they are told about it."""

import math
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, ConfigDict, Field, JsonValue, ValidationInfo, field_validator

from dateline.model.article import Article, Draft, State
from dateline.wire.contract import (
    LIMIT,
    STORABLE,
    UNSTORABLE,
    Answer,
    Cursor,
    Day,
    Instant,
    Order,
    Request,
)

INT64 = 2**63


def _some_words(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _web_address(url: str) -> str:
    # Pages link to it: no javascript:, no data:.
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError as wrong:
        raise ValueError(f"not a web address: {wrong}") from wrong
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("not a web address (http or https)")
    return url


def _storable_metadata(metadata: dict[str, JsonValue]) -> dict[str, JsonValue]:
    for value in _scalars(metadata):
        if isinstance(value, str) and UNSTORABLE.search(value):
            raise ValueError("holds a NUL character or a lone surrogate")
        if isinstance(value, int) and not -INT64 <= value < INT64:
            raise ValueError("holds an integer beyond 64 bits")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError("holds a number that is not finite")
    return metadata


def _scalars(metadata: JsonValue) -> Iterator[JsonValue]:
    """Every key and every plain value inside; without recursion, since a post can be deep."""
    inside = [metadata]
    while inside:
        value = inside.pop()
        if isinstance(value, dict):
            inside += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            inside += value
        else:
            yield value


WrittenText = Annotated[str, Field(min_length=1), AfterValidator(_some_words), STORABLE]
Given = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="RFC 3339, an ISO 8601 date, or a page's own wording, read with `language`",
        examples=["2025-02-26T08:41:00+01:00", "2025-02-26", "26 февраля 2025"],
    ),
    STORABLE,
]
Language = Annotated[
    str,
    Field(
        max_length=35,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        description="BCP 47",
        examples=["en", "sr-Latn-ME"],
    ),
]
Zone = Annotated[
    str,
    Field(max_length=64, description="IANA time zone", examples=["Europe/Podgorica"]),
    STORABLE,
]
Name = Annotated[str, Field(min_length=1, max_length=500), STORABLE]
Url = Annotated[str, Field(max_length=4096), STORABLE, AfterValidator(_web_address)]


class ArticleIn(Request):
    """An article as a scraper posts it; `source` always means the publisher.

    Offsets count Unicode code points of `text`, which is kept exactly as posted; of `html` the
    article's own text is kept.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "text": "The council of Port Avery met on Monday.",
                    "published_at": "26.02.2025. 08:41",
                    "timezone": "Europe/Podgorica",
                    "language": "en",
                    "translated_from": "sr",
                    "url": "https://herald.example/council",
                    "source": "herald.example",
                    "title": "Council meets",
                }
            ]
        }
    )

    html: WrittenText | None = None
    text: WrittenText | None = Field(default=None, validate_default=True)
    published_at: Given | None = None
    timezone: Zone | None = None
    language: Language | None = None
    translated_from: Language | None = None
    url: Url | None = None
    external_id: Name | None = None
    source: Name | None = None
    title: Annotated[str, Field(max_length=1000), STORABLE] | None = None
    authors: list[Name] = Field(default_factory=list, max_length=100)
    tags: list[Name] = Field(default_factory=list)
    metadata: Annotated[dict[str, JsonValue], AfterValidator(_storable_metadata)] = Field(
        default_factory=dict
    )

    @field_validator("text")
    @classmethod
    def _text_or_html(cls, text: str | None, info: ValidationInfo) -> str | None:
        if "html" in info.data and (text is None) == (info.data["html"] is None):
            raise ValueError("exactly one of `text` and `html` is needed")
        return text


class Accepted(Answer):
    """What became of a post: where the article is, and how far its extraction has come."""

    id: str
    revision: int
    state: State


class ArticleHead(Answer):
    """Everything about an article but its text."""

    id: str
    revision: int
    state: State
    published_on: date
    published_at: Instant | None
    published_as_given: str
    timezone: str | None
    language: str
    translated_from: str | None
    url: str | None
    external_id: str | None
    source: str | None
    title: str | None
    authors: list[str]
    tags: list[str]
    metadata: dict[str, object]
    received_at: Instant
    attempts: int
    last_error: str | None

    @classmethod
    def of(cls, article: Article) -> Self:
        """The article as the contract shows it in a list."""
        return cls.model_validate(_head(article))


class ArticleOut(ArticleHead):
    """An article with its text, to which all offsets refer."""

    text: str

    @classmethod
    def of(cls, article: Article) -> Self:
        """The article as the contract shows it."""
        return cls.model_validate(_head(article) | {"text": article.draft.text})


def _head(article: Article) -> dict[str, object]:
    draft = article.draft
    return {
        "id": article.id,
        "revision": article.revision,
        "state": article.state,
        "published_on": draft.published.on,
        "published_at": draft.published.at,
        "published_as_given": draft.published.as_given,
        "timezone": draft.published.zone,
        "language": draft.language,
        "translated_from": draft.translated_from,
        "url": draft.url,
        "external_id": draft.external_id,
        "source": draft.source,
        "title": draft.title,
        "authors": list(draft.authors),
        "tags": list(draft.tags),
        "metadata": draft.metadata,
        "received_at": article.received_at,
        "attempts": article.attempts,
        "last_error": article.last_error,
    }


class ArticlesQuery(Request):
    """Which articles, those that came in last first; the days are publication days, included."""

    state: list[State] = Field(default_factory=list)
    source: list[Name] = Field(default_factory=list, max_length=50)
    published_from: Day | None = None
    published_to: Day | None = None
    order: Order = Order.DESC
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None


class ArticlesOut(Answer):
    """One page of the list; `next_cursor` is null on the last one."""

    items: list[ArticleHead]
    next_cursor: str | None


class ArticleRef(Answer):
    """The article an event stands in."""

    id: str
    url: str | None
    title: str | None
    source: str | None
    published_on: date
    published_at: Instant | None

    @classmethod
    def of(cls, article_id: str, draft: Draft) -> Self:
        """The little of an article that goes with each of its events."""
        return cls(
            id=article_id,
            url=draft.url,
            title=draft.title,
            source=draft.source,
            published_on=draft.published.on,
            published_at=draft.published.at,
        )
