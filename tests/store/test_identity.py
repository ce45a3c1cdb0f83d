import pytest

from dateline.store.identity import normal_url


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://herald.example", "http://HERALD.example/"),
        ("https://herald.example:443/a", "https://herald.example/a#comments"),
        ("https://herald.example/a?id=7", "https://herald.example/a?id=7&fbclid=x&utm_medium=m"),
        (" https://herald.example/a ", "https://herald.example/a"),
        ("http://[broken", "http://[broken"),
        ("https://herald.example:99999999/", "https://herald.example:99999999/"),
    ],
)
def test_two_spellings_of_one_address_are_one(url: str, same: str) -> None:
    assert normal_url(url) == normal_url(same)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://herald.example/a?id=7", "https://herald.example/a?id=8"),
        ("https://herald.example/a", "https://herald.example/A"),
        ("https://herald.example/a", "https://herald.example:8443/a"),
        ("https://herald.example/a?page=", "https://herald.example/a"),
        ("https://herald.example/a", "https://gazette.example/a"),
    ],
)
def test_two_addresses_are_two(url: str, other: str) -> None:
    assert normal_url(url) != normal_url(other)
