"""A refusal says which value it is about, in words that need no knowledge of Python."""

from typing import Any

import pytest
from pydantic import ValidationError

from dateline.wire import refusal
from dateline.wire.article import ArticleIn
from dateline.wire.timeline import TimelineQuery

GIVEN = {"text": "It fell on Monday.", "published_at": "2025-02-26"}


def refused(model: type[ArticleIn] | type[TimelineQuery], given: Any) -> list[str]:
    with pytest.raises(ValidationError) as refusals:
        model.model_validate(given)
    return [refusal.why(error) for error in refusals.value.errors()]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param([], "must be an object", id="a list for an article"),
        pytest.param({**GIVEN, "metadata": "x"}, "must be an object (given: 'x')", id="text"),
        pytest.param({**GIVEN, "tags": "port"}, "must be a list (given: 'port')", id="one tag"),
        pytest.param({**GIVEN, "title": 5}, "must be a string (given: 5)", id="a number"),
        pytest.param({**GIVEN, "desk": "east"}, "is unknown", id="an unknown field"),
        pytest.param({"text": "It fell."} | {"title": None, "x": 1}, "is unknown", id="unknown"),
    ],
)
def test_an_article_is_refused_in_plain_words(given: Any, why: str):
    assert refused(ArticleIn, given) == [why]


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        pytest.param(
            {"from": "2025-02-30"}, "is no day of the calendar (given: '2025-02-30')", id="30"
        ),
        pytest.param({"from": "soon"}, "(given: 'soon')", id="no day"),
        pytest.param({"status": ["done"]}, "(given: 'done')", id="no status"),
        pytest.param(
            {"limit": "501"},
            "must be less than or equal to 500 (given: '501')",
            id="over the limit",
        ),
        pytest.param({"limit": "few"}, "must be a whole number (given: 'few')", id="no number"),
        pytest.param({"entity": [""]}, "is empty", id="an empty name"),
    ],
)
def test_a_question_is_refused_with_the_value(given: Any, ends: str):
    (why,) = refused(TimelineQuery, given)

    assert why.endswith(ends)


def test_a_long_value_is_not_said_again():
    (why,) = refused(ArticleIn, {**GIVEN, "title": "long " * 300})

    assert "given" not in why
