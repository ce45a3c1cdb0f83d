"""More than the service takes is refused with the field and the limit."""

from pathlib import Path
from typing import Any

import pytest

from dateline.intake import limits
from dateline.model.errors import OverLimit
from dateline.settings import Settings
from dateline.wire.article import ArticleIn
from dateline.wire.timeline import TimelineQuery

SETTINGS = Settings(data=Path("unused"), max_text=1000, max_html=1000)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        pytest.param({"text": "a" * 1001}, "text has 1001 characters", id="text"),
        pytest.param(
            {"text": None, "html": "é" * 501}, "html has 1002 bytes, at most 1000", id="html"
        ),
        pytest.param({"tags": ["x"] * 51}, "tags has 51 tags, at most 50", id="tags"),
        pytest.param(
            {"metadata": {"a": "b" * 16384}}, "metadata has 16393 bytes", id="metadata's size"
        ),
        pytest.param(
            {"metadata": {"a": [[[[[]]]]]}}, "metadata has 6 levels, at most 5", id="depth"
        ),
    ],
)
def test_an_article_beyond_a_limit_is_refused(fields: dict[str, Any], refusal: str):
    article = ArticleIn.model_validate({"text": "a"} | fields)

    with pytest.raises(OverLimit, match=refusal):
        limits.check_article(article, SETTINGS)


def test_an_article_at_every_limit_is_taken():
    article = ArticleIn(
        text="a" * 1000, tags=["x"] * 50, metadata={"a": [[[[]]]], "b": "c" * 16300}
    )

    limits.check_article(article, SETTINGS)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"q": "a" * 201}, "q has 201 characters, at most 200"),
        ({"entity": ["x"] * 11}, "entity has 11 entities, at most 10"),
    ],
)
def test_a_query_beyond_a_limit_is_refused(asked: dict[str, Any], refusal: str):
    query = TimelineQuery.model_validate(asked)

    with pytest.raises(OverLimit, match=refusal):
        limits.check_query(query, SETTINGS)
