"""What scrapers may post, and what is refused with the field's name."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from dateline.model.article import Article, Draft, Publication, State
from dateline.wire.article import ArticleIn, ArticleOut, ArticleRef

POST = {"text": "The council met on Monday.", "published_at": "2025-02-26"}


def test_text_is_kept_exactly_as_posted():
    text = "  A\r\nB\t e\u0301 \U0001f5de "

    assert ArticleIn.model_validate(POST | {"text": text}).text == text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"text": ""}, "text", id="empty text"),
        pytest.param({"text": " \n\t"}, "text", id="text of spaces"),
        pytest.param({"text": "a\0b"}, "text", id="NUL in the text"),
        pytest.param({"text": "a\ud800b"}, "text", id="a lone surrogate in the text"),
        pytest.param({"text": 7}, "text", id="a number for a text"),
        pytest.param({"title": "a\0b"}, "title", id="NUL in the title"),
        pytest.param({"published_at": 20250226}, "published_at", id="a number for a date"),
        pytest.param({"published_at": ""}, "published_at", id="an empty date"),
        pytest.param({"publishd_at": "2025-02-26"}, "publishd_at", id="an unknown field"),
        pytest.param({"language": "English"}, "language", id="a language by its name"),
        pytest.param({"url": "javascript:alert(1)"}, "url", id="a script for an address"),
        pytest.param({"url": "https://[::1"}, "url", id="half an IPv6 address"),
        pytest.param({"url": "/news/1"}, "url", id="a relative address"),
        pytest.param({"metadata": {"a": "b\0"}}, "metadata", id="NUL in a metadata value"),
        pytest.param({"metadata": {"\ud800": 1}}, "metadata", id="a surrogate in a metadata key"),
        pytest.param({"metadata": {"a": 2**63}}, "metadata", id="metadata beyond int64"),
        pytest.param({"metadata": {"a": float("inf")}}, "metadata", id="infinite metadata"),
        pytest.param({"metadata": []}, "metadata", id="a list for metadata"),
    ],
)
def test_what_cannot_be_posted_is_refused_by_name(change: dict[str, Any], field: str):
    with pytest.raises(ValidationError) as refused:
        ArticleIn.model_validate(POST | change)

    assert refused.value.errors()[0]["loc"][0] == field


@pytest.mark.parametrize(
    "post",
    [
        pytest.param({"published_at": "2025-02-26"}, id="neither text nor html"),
        pytest.param(POST | {"html": "<p>The council met."}, id="both text and html"),
    ],
)
def test_exactly_one_of_text_and_html_is_needed(post: dict[str, Any]):
    with pytest.raises(ValidationError, match="exactly one of `text` and `html`"):
        ArticleIn.model_validate(post)


DRAFT = Draft(
    text="The council met on Monday.",
    published=Publication(
        date(2025, 2, 26),
        datetime(2025, 2, 26, 7, 41, tzinfo=UTC),
        "2025-02-26T08:41:00+01:00",
        "Europe/Podgorica",
    ),
    language="en",
    url="https://example.org/1",
    source="example.org",
    title="Council meets",
    authors=("A. Writer",),
    metadata={"section": "local"},
)


def test_an_article_shows_its_day_its_instant_and_what_was_posted():
    article = Article("a1", 2, State.DONE, DRAFT, 1, None, datetime(2025, 2, 26, 8, tzinfo=UTC))

    shown = ArticleOut.of(article).model_dump(mode="json")

    assert shown["published_on"] == "2025-02-26"
    assert shown["published_at"] == "2025-02-26T07:41:00Z"
    assert shown["published_as_given"] == "2025-02-26T08:41:00+01:00"
    assert shown["timezone"] == "Europe/Podgorica"
    assert (shown["state"], shown["revision"]) == ("done", 2)
    assert shown["metadata"] == {"section": "local"}
    assert shown["external_id"] is None


def test_an_event_names_its_article_without_the_text():
    shown = ArticleRef.of("a1", DRAFT).model_dump(mode="json")

    assert shown == {
        "id": "a1",
        "url": "https://example.org/1",
        "title": "Council meets",
        "source": "example.org",
        "published_on": "2025-02-26",
        "published_at": "2025-02-26T07:41:00Z",
    }
