"""A page states when it was published; when it was changed is another matter."""

from datetime import UTC, datetime

import pytest

from dateline.intake import stated

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PUBLISHED = "2025-03-02T08:30:00+01:00"
CHANGED = "2025-03-09T10:00:00+01:00"
STORY = "<article><h1>The quay</h1><p>The mayor opened the new quay to ships.</p></article>"


def page(head: str = "", body: str = "") -> str:
    return f"<html><head><title>The quay</title>{head}</head><body>{body}{STORY}</body></html>"


def meta(name: str, content: str, by: str = "property") -> str:
    return f'<meta {by}="{name}" content="{content}">'


def linked_data(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


ARTICLE = f'{{"@type": "NewsArticle", "dateModified": "{CHANGED}", "datePublished": "{PUBLISHED}"}}'


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(linked_data(ARTICLE)), id="JSON-LD"),
        pytest.param(
            page(linked_data(f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}')), id="a graph"
        ),
        pytest.param(
            page(
                linked_data(f'[{{"@type": "WebPage", "datePublished": "2019-01-01"}}, {ARTICLE}]')
            ),
            id="the article, not the site around it",
        ),
        pytest.param(page(linked_data(ARTICLE[:-1] + ",}")), id="JSON-LD with a comma too many"),
        pytest.param(
            page(
                meta("article:modified_time", CHANGED) + meta("article:published_time", PUBLISHED)
            ),
            id="Open Graph",
        ),
        pytest.param(
            page(meta("article:published_time", "2025-03-02") + linked_data(ARTICLE)),
            id="JSON-LD before Open Graph",
        ),
        pytest.param(
            page(meta("article:published_time", "0001-01-01T00:00:00Z") + linked_data(ARTICLE)),
            id="a date that was never set",
        ),
        pytest.param(
            page(body=meta("dateModified", CHANGED, "itemprop") + meta("datePublished", PUBLISHED)),
            id="Microdata, its property misnamed",
        ),
        pytest.param(
            page(
                meta("article:modified_time", CHANGED),
                f'<time pubdate datetime="{PUBLISHED}">2 March</time>',
            ),
            id="a time that is the pubdate",
        ),
        pytest.param(
            page(meta("og:updated_time", CHANGED), f'<time datetime="{PUBLISHED}">2 March</time>'),
            id="a plain time",
        ),
        pytest.param(
            page(
                body=f'<time class="updated" datetime="{CHANGED}">9 March</time>'
                f'<time class="entry-date" datetime="{PUBLISHED}">2 March</time>'
            ),
            id="two times, the change first",
        ),
        pytest.param(
            page(body=f'<time class="published updated" datetime="{PUBLISHED}">2 March</time>'),
            id="a blog that never changed it",
        ),
    ],
)
def test_the_day_of_publication_is_taken_as_it_is_given(html: str):
    assert stated.read(html, NOW) == PUBLISHED


@pytest.mark.parametrize(
    ("html", "day"),
    [
        pytest.param(
            page(meta("article:modified_time", CHANGED), '<p class="date">2 March 2025</p>'),
            "2025-03-02",
            id="in words",
        ),
        pytest.param(page(meta("date", "2025-03-02", "name")), "2025-03-02", id="a bare date"),
        pytest.param(
            page('<link rel="canonical" href="https://herald.example/2025/03/02/quay">'),
            "2025-03-02",
            id="its address",
        ),
    ],
)
def test_a_page_that_names_a_day_is_read_as_that_day(html: str, day: str):
    assert stated.read(html, NOW) == day


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(), id="nothing"),
        pytest.param(page(meta("article:modified_time", CHANGED)), id="Open Graph"),
        pytest.param(page(meta("last-modified", CHANGED, "name")), id="a name"),
        pytest.param(page(body=meta("dateModified", CHANGED, "itemprop")), id="Microdata"),
        pytest.param(
            page(linked_data(f'{{"@type": "NewsArticle", "dateModified": "{CHANGED}"}}')),
            id="JSON-LD",
        ),
        pytest.param(page(linked_data("[" * 100_000)), id="JSON-LD that nests too deep"),
        pytest.param("", id="no page"),
    ],
)
def test_a_page_that_states_only_its_last_change_states_no_publication(html: str):
    assert stated.read(html, NOW) is None
