"""From what was posted to an article as it is stored."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.intake import article
from dateline.model.errors import NoArticleText, UnreadableDate
from dateline.timex import tag
from dateline.wire.article import ArticleIn
from dateline.wire.timex import ResolveIn

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
TEXT = "The mayor said on Monday that the new bridge over the river will open on Thursday."
PAGE = f"""<html lang="en"><head><title>Bridge to open | News</title>
<meta property="article:published_time" content="2025-02-26T08:41:00+01:00">
<meta name="author" content="Ana Kos"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge to open</h1><p>{TEXT}</p>
<p>It cost 12 million euros, and 1,200 cars are expected to cross it every day.</p></article>
<footer>All rights reserved</footer></body></html>"""


def posted(**fields: Any) -> ArticleIn:
    return ArticleIn.model_validate({"published_at": "2025-02-26"} | fields)


def test_text_is_stored_exactly_as_posted():
    text = "  A caf\u00e9\r\n\r\nopened on Monday.\n"

    assert article.draft(posted(text=text), NOW).text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Правительство приняло новый закон о государственных закупках.", "ru"),
        ("Die Regierung hat am Montag ein neues Gesetz beschlossen.", "de"),
    ],
)
def test_a_language_that_is_not_given_is_detected(text: str, language: str):
    assert article.draft(posted(text=text), NOW).language == language


def test_a_language_that_is_given_is_kept():
    assert article.draft(posted(text=TEXT, language="en-GB"), NOW).language == "en-GB"


def test_a_detected_language_reads_the_date():
    text = "Die Regierung hat am Montag ein neues Gesetz über den Haushalt beschlossen."

    draft = article.draft(posted(text=text, published_at="03.02.2025"), NOW)

    assert draft.published.on == date(2025, 2, 3)


def test_a_translation_prints_its_date_as_the_original_does():
    translated = posted(
        text=TEXT, language="en", translated_from="sr", published_at="24. februara 2025."
    )

    assert article.draft(translated, NOW).published.on == date(2025, 2, 24)


def test_a_page_is_reduced_to_the_article():
    draft = article.draft(posted(html=PAGE), NOW)

    assert TEXT in draft.text
    assert "Sport" not in draft.text
    assert "All rights reserved" not in draft.text
    assert draft.title == "Bridge to open"
    assert draft.authors == ("Ana Kos",)


def test_a_page_says_itself_when_it_was_published():
    draft = article.draft(posted(html=PAGE, published_at=None), NOW)

    assert draft.published.on == date(2025, 2, 26)
    assert draft.published.at == datetime(2025, 2, 26, 7, 41, tzinfo=UTC)


def test_what_was_posted_outranks_what_the_page_says():
    draft = article.draft(
        posted(html=PAGE, published_at="2025-02-25", title="Mayor on bridge", authors=["B. Lee"]),
        NOW,
    )

    assert draft.published.on == date(2025, 2, 25)
    assert draft.title == "Mayor on bridge"
    assert draft.authors == ("B. Lee",)


def test_a_page_that_states_no_date_needs_one():
    page = f"<html><body><article><p>{TEXT}</p></article></body></html>"

    with pytest.raises(UnreadableDate, match="is missing"):
        article.draft(posted(html=page, published_at=None), NOW)


@pytest.mark.parametrize("page", ["<p>", "no page at all", "<html><body></body></html>"])
def test_a_page_without_an_article_is_refused(page: str):
    with pytest.raises(NoArticleText):
        article.draft(posted(html=page), NOW)


def test_half_a_character_in_a_page_is_left_out():
    page = PAGE.replace("Monday", "Mon&#0;day &#xD800;")

    text = article.draft(posted(html=page), NOW).text

    assert text.encode()
    assert "\0" not in text


def test_a_text_that_is_only_resolved_has_an_anchor_too():
    dct = article.dct(
        ResolveIn(text=TEXT, published_at="2025-02-26T23:30:00Z", timezone="Europe/Podgorica"), NOW
    )

    assert (dct.day, dct.zone, dct.language) == (date(2025, 2, 27), "Europe/Podgorica", "en")


def test_a_publisher_writes_dates_as_its_country_does():
    text = "The fair opens on 3/4/2025 and the mayor will speak."

    drafts = [
        article.draft(posted(text=text, language="en", url=f"https://herald.example.{tld}/1"), NOW)
        for tld in ("us", "uk", "com")
    ]

    assert [draft.dct.country for draft in drafts] == ["US", "GB", None]
    assert [tag(text, draft.dct).timexes[0].value for draft in drafts] == [
        "2025-03-04",
        "2025-04-03",
        "2025-03-04",
    ]
