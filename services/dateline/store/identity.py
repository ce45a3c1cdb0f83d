"""By what a posted article is known again: external id, address, or its very text."""

import hashlib
import re
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy import ColumnElement, and_, false, or_

from dateline.model.article import Draft
from dateline.store.among import one_of
from dateline.store.instant import EPOCH
from dateline.store.tables import identities as known

# Parameters that tell where a reader came from, not what he reads.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id", re.ASCII)
DEFAULT_PORTS = {"http": 80, "https": 443}


KINDS = ("external_id", "url", "text")


# What PostgreSQL's indexes hold is shorter than the longest addresses.
LONGEST_BYTES = 2000


@dataclass(frozen=True, slots=True)
class Identity:
    """One way in which a publisher's article is known."""

    kind: str
    source: str
    value: str

    @property
    def article_id(self) -> str:
        """The id of an article that is first known in this way; the same in every store."""
        named = "\0".join((self.kind, self.source, self.value))
        digest = hashlib.sha256(named.encode()).digest()
        return b32encode(digest[:10]).decode().lower()


def identities(draft: Draft) -> tuple[Identity, ...]:
    """Every way in which this article is known, the one that counts first."""
    source = draft.source or ""
    names = []
    if draft.external_id:
        names.append(_named("external_id", source, draft.external_id))
    if draft.url:
        names.append(_named("url", source, normal_url(draft.url)))
    return tuple(names) or (Identity("text", source, _fingerprint(draft)),)


def is_one_of(names: Iterable[Identity]) -> ColumnElement[bool]:
    """The condition that a row of `identities` is one of these names.

    A branch for each kind and source: SQLite would look through the whole table for triples.
    """
    values = defaultdict(list)
    for name in names:
        values[name.kind, name.source].append(name.value)
    table = known.c
    return or_(
        false(),
        *(
            and_(table.kind == kind, table.source == source, one_of(table.value, found))
            for (kind, source), found in values.items()
        ),
    )


def _named(kind: str, source: str, value: str) -> Identity:
    """The name, or a hash in its place where it is too long to be looked up."""
    if len(source.encode()) + len(value.encode()) <= LONGEST_BYTES:
        return Identity(kind, source, value)
    return Identity(kind, source, f"sha256:{hashlib.sha256(value.encode()).hexdigest()}")


def normal_url(url: str) -> str:
    """An address without what does not change the page: case of the host, fragment, tracking.

    >>> normal_url("HTTPS://News.Example:443/a?id=7&utm_source=x#top")
    '//news.example/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # a broken [IPv6] host: no web address, but a name all the same
        return url.strip()
    host = (parts.hostname or "").lower()
    port = _port(parts.netloc, parts.scheme)
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.fullmatch(name)
    ]
    # http and https are one page: publishers moved, and their archives with them.
    return f"//{host}{port}{parts.path or '/'}{'?' + urlencode(query) if query else ''}"


def _port(netloc: str, scheme: str) -> str:
    named = re.search(r":([0-9]+)$", netloc)
    if named is None or int(named[1]) == DEFAULT_PORTS.get(scheme.lower()):
        return ""
    return f":{int(named[1])}"


def _fingerprint(draft: Draft) -> str:
    published = draft.published
    when = published.on if published.at is None else published.at - EPOCH
    return hashlib.sha256(f"{when}\0{draft.text}".encode()).hexdigest()
