"""Labels: what an event is, said in words of the full text, so that what is rare is found at once.

A label narrows the search and decides nothing: whoever looks for it asks for the thing itself too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from dateline.store.bearers import Group, Part
from dateline.wire.timeline import EventFilter

# What of an event, or of the revision it was read in, can be asked for by its value.
OF_EVENT = ("status", "kind", "type", "basis")
OF_REVISION = ("source", "language")

_STANDS = {Part.PLACE: "place", Part.SPEAKER: "speaker"}


def of(values: Mapping[str, str | None], parts: Mapping[str, Part]) -> Iterator[str]:
    """The labels of an event: of its values by name, and of who stands in it as what."""
    yield from (label(name, value) for name, value in values.items() if value is not None)
    for who, stands_as in parts.items():
        yield label("entity", who)
        yield from (label(name, who) for part, name in _STANDS.items() if part in stands_as)


def wanted(query: EventFilter, groups: Iterable[Group]) -> tuple[tuple[str, ...], ...]:
    """The labels that a query asks for: one out of each group."""
    return tuple(
        tuple(label(name, value) for value in values) for name, values in _asked(query, groups)
    )


def label(name: str, value: str) -> str:
    """A word that no text holds: words have no underscores.

    >>> label("status", "denied")
    '_751339a70fc8'
    """
    return "_" + blake2b(f"{name}\0{value}".encode(), digest_size=6).hexdigest()


def _asked(query: EventFilter, groups: Iterable[Group]) -> Iterator[tuple[str, Sequence[str]]]:
    for name in (*OF_EVENT, *OF_REVISION):
        if chosen := getattr(query, name):
            yield name, chosen
    for group in groups:
        yield "entity" if group.part is None else _STANDS[group.part], group.ids
