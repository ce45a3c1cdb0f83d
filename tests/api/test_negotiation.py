"""The format that an Accept header prefers."""

import pytest

from dateline.api import negotiation

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        pytest.param("", "json", id="nothing said"),
        pytest.param("*/*", "json", id="anything"),
        pytest.param(BROWSER, "json", id="a browser"),
        pytest.param("application/json", "json", id="JSON, and not TimelineJS"),
        pytest.param("application/x-ndjson", "ndjson", id="NDJSON"),
        pytest.param("text/csv", "csv", id="CSV"),
        pytest.param("TEXT/Calendar ; charset=utf-8", "ics", id="a calendar, in capitals"),
        pytest.param("application/atom+xml", "atom", id="Atom"),
        pytest.param('application/ld+json; profile="a, b;c"', "jsonld", id="a quoted comma"),
        pytest.param("text/*", "csv", id="any text"),
        pytest.param("text/*, text/csv;q=0", "ics", id="any text but CSV"),
        pytest.param("application/json;q=0.5, text/csv;q=0.9", "csv", id="the better liked"),
        pytest.param("*/*;q=0.9, application/json;q=0.1", "ndjson", id="anything rather"),
        pytest.param("text/csv;q=0", "json", id="what is refused"),
        pytest.param("image/png", "json", id="what we do not have"),
        pytest.param("text/csv;q=x, ,;,/", "csv", id="garbage"),
    ],
)
def test_the_best_liked_format_is_taken(accept: str, format: str):
    assert negotiation.preferred(accept) == format
