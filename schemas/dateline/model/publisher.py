"""Where a publisher is at home, as far as what was posted shows it."""

import re

# A domain by itself, as many sources are named: `vijesti.me`.
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,24}")
# The host of a URL, without who logs in and without a port.
_HOST = re.compile(r"[a-zA-Z][\w+.-]{0,20}://(?:[^/?#@\[]{0,200}@)?(?P<host>[^/?#@:\[]{1,253})")
# Two-letter domains that are no country's, or sold to everyone.
_ANYBODYS = frozenset(
    {"ac", "ai", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "sh", "su", "to", "tv", "ws"}
)
_OTHER_CODES = {"uk": "GB"}


def country(source: str | None, url: str | None, language: str) -> str | None:
    """The ISO 3166 code of the publisher's country, by its domain, else by its language's region.

    >>> country("The Sentinel", "https://www.sentinel.co.uk/a/1", "en")
    'GB'
    """
    named, linked = _DOMAIN.fullmatch(source or ""), _HOST.match(url or "")
    hosts = (named and named.group(), linked and linked["host"])
    found = (_of_domain(host) for host in hosts if host)
    return next((code for code in found if code is not None), None) or region(language)


def region(language: str) -> str | None:
    """The region of a BCP 47 tag, None where it names none.

    >>> region("en-GB"), region("zh-Hant-TW"), region("en")
    ('GB', 'TW', None)
    """
    for subtag in language.split("-")[1:]:
        if len(subtag) == 1:
            # What follows is an extension.
            return None
        if len(subtag) == 2 and subtag.isalpha():
            return subtag.upper()
    return None


def _of_domain(host: str) -> str | None:
    last = host.rstrip(".").rpartition(".")[2].lower()
    if len(last) != 2 or not last.isascii() or not last.isalpha() or last in _ANYBODYS:
        return None
    return _OTHER_CODES.get(last, last.upper())
