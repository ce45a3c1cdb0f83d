"""What the formats for readers say of an event, in the same words."""

from collections.abc import Iterator
from urllib.parse import quote

from dateline.model import days
from dateline.model.event import Event, EventKind, EventTime, Mention, Status
from dateline.model.timex import Resolution
from dateline.store.timeline import Entry

# These go without saying; what is planned, doubted or denied never stands there as a fact.
TOLD_AS_FACT = {Status.OCCURRED, Status.ONGOING}

_SPACES = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF), " ")
_BREAKS = dict.fromkeys(map(ord, "\n\r\x85\u2028\u2029"), "\n")
_PLAIN = _SPACES | _BREAKS | {ord("\t"): "\t"}


def plain(text: str) -> str:
    """The text without control characters, which neither XML nor a calendar can carry.

    >>> plain("one\\r\\ntwo\\x0bthree")
    'one\\ntwo three'
    """
    return text.replace("\r\n", "\n").translate(_PLAIN)


def line(text: str) -> str:
    """The text in one line."""
    return " ".join(plain(text).split())


def uri(address: str) -> str:
    """The address with everything escaped that has no place in a URI (RFC 3986).

    >>> uri("https://herald.example/ča sa?a=1&b=%20")
    'https://herald.example/%C4%8Da%20sa?a=1&b=%20'
    """
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def urn(event: Event) -> str:
    """The event's name among all things that have one, the same at every address."""
    return f"urn:dateline:event:{event.id}"


def name(mention: Mention) -> str:
    """The name of whoever or whatever is meant, or else the words that stand there."""
    return line(mention.entity.name if mention.entity else mention.text)


def headline(event: Event) -> str:
    """The event in one line; the status first, unless it is told as a fact."""
    summary = line(event.summary)
    if event.status in TOLD_AS_FACT:
        return summary[:1].upper() + summary[1:]
    return f"{event.status.capitalize()}: {summary}"


def when(time: EventTime) -> str:
    """When it happens, with our doubts about it."""
    said = [
        days.span(time.interval),
        days.clock(time),
        "approximately" if time.approximate else None,
        "or another day" if time.resolution is Resolution.AMBIGUOUS else None,
    ]
    return ", ".join(filter(None, said))


def speaker(event: Event) -> str | None:
    """Who says so, closest to the event; nobody where the event is itself the saying."""
    if event.kind is EventKind.STATEMENT or not event.attributions:
        return None
    return name(event.attributions[-1].speaker)


def account(entry: Entry) -> Iterator[str]:
    """The passage, who says so, when and why then, and where it was published."""
    event, article = entry.event, entry.article
    yield plain(event.evidence.exact)
    if who := speaker(event):
        yield f"According to {who}."
    if event.time.explanation:
        yield f"{when(event.time)}: {line(event.time.explanation)}"
    else:
        yield when(event.time)
    yield f"{line(article.source or 'Unnamed source')}, {days.day(article.published_on)}"
