"""Where a publisher is at home."""

import pytest

from dateline.model.publisher import country, region


@pytest.mark.parametrize(
    ("source", "url", "language", "home"),
    [
        pytest.param("vijesti.me", None, "en", "ME", id="a source named by its domain"),
        pytest.param("The Sentinel", "https://sentinel.co.uk/1", "en-US", "GB", id="a page"),
        pytest.param("The Sentinel", "https://sentinel.com/1", "en-US", "US", id="a region"),
        pytest.param("The Sentinel", "https://sentinel.com/1", "en", None, id="nothing"),
        pytest.param("example.io", "https://example.tv/1", "en", None, id="anybody's domain"),
        pytest.param("Mr. X", "https://[::1]:80/1", "en", None, id="an address"),
        pytest.param(None, "https://[broken", "en", None, id="no address"),
        pytest.param(None, "https://127.0.0.1/1", "en", None, id="a number"),
    ],
)
def test_a_country_is_that_of_the_domain_else_of_the_language(
    source: str | None, url: str | None, language: str, home: str | None
) -> None:
    assert country(source, url, language) == home


def test_an_extension_names_no_region() -> None:
    assert region("en-u-nu-latn") is None
