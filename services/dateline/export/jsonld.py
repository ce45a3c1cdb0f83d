"""JSON-LD: the events as linked data in the words of schema.org.

https://schema.org/Event
"""

from collections.abc import Iterable, Iterator

from dateline.export import jsonlist
from dateline.export.view import View
from dateline.export.wording import name, uri, urn
from dateline.model.event import Attribution, Event, Mention, Status
from dateline.store.sources import Source
from dateline.store.timeline import Entry
from dateline.wire.timex import TIMES_OF_DAY, bounds

# Written out, so that nobody has to fetch schema.org's own context to read it.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "eventStatus": {"@type": "@id"},
    "url": {"@type": "@id"},
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
}

# schema.org asks only whether it takes place; what it has no word for keeps ours.
EVENT_STATUS = {
    Status.OCCURRED: "https://schema.org/EventScheduled",
    Status.ONGOING: "https://schema.org/EventScheduled",
    Status.SCHEDULED: "https://schema.org/EventScheduled",
    Status.NEGATED: "https://schema.org/EventCancelled",
}
TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}

Node = dict[str, object]


def write(entries: Iterable[Entry], _: View) -> Iterator[str]:
    """One graph, an event at a time."""
    return jsonlist.write({"@context": CONTEXT}, "@graph", map(_event, entries))


def _event(entry: Entry) -> Node:
    event, article = entry.event, _article(entry.article)
    timed = event.time.granularity in TIMES_OF_DAY
    first, last = bounds(event.time.interval, timed=timed)
    return _node(
        "Event",
        urn(event),
        name=event.summary,
        description=event.evidence.exact,
        startDate=first and first.isoformat(),
        endDate=last and last.isoformat(),
        eventStatus=_status(event.status),
        keywords=[event.type, event.status],
        location=event.place and _named(event.place, "Place"),
        about=[_named(one.mention) for one in event.participants],
        subjectOf=[article, *(_claim(said, event, article) for said in event.attributions)],
    )


def _status(status: Status) -> str | Node:
    return EVENT_STATUS.get(status) or _node("EventStatusType", name=status)


def _article(source: Source) -> Node:
    published = source.published_at or source.published_on
    return _node(
        "NewsArticle",
        uri(source.url) if source.url else f"urn:dateline:article:{source.id}",
        url=source.url and uri(source.url),
        headline=source.title,
        datePublished=published.isoformat(),
        publisher=source.source and _node("Organization", name=source.source),
    )


def _claim(said: Attribution, event: Event, article: Node) -> Node:
    """That somebody says so, outermost first, as the attributions are."""
    return _node(
        "Claim",
        text=event.summary,
        author=_named(said.speaker),
        appearance={"@id": article["@id"]},
    )


def _named(mention: Mention, kind: str = "Thing") -> Node:
    entity = mention.entity
    return _node(TYPES.get(entity.type, kind) if entity else kind, name=name(mention))


def _node(kind: str, id_: str | None = None, **properties: object) -> Node:
    """A node without the properties that nothing is known for."""
    known = {name: value for name, value in properties.items() if value not in (None, [])}
    return {"@type": kind} | ({"@id": id_} if id_ else {}) | known
