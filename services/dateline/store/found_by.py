"""What an event is found by: who stands in it, its words, and what it is."""

from collections.abc import Iterable, Iterator

from dateline.model.article import Draft
from dateline.model.event import Event, Mention
from dateline.store import labels
from dateline.store.bearers import Part


def standing(event: Event) -> Iterator[tuple[Part, Mention]]:
    """Who and what stands in the event, each time it does, and as what."""
    for participant in event.participants:
        yield Part.PARTICIPANT, participant.mention
    if event.place:
        yield Part.PLACE, event.place
    for attribution in event.attributions:
        yield Part.SPEAKER, attribution.speaker


def parts(event: Event) -> dict[str, Part]:
    """What each entity is in the event, by its id."""
    found: dict[str, Part] = {}
    for part, mention in standing(event):
        if mention.entity:
            found[mention.entity.id] = found.get(mention.entity.id, part) | part
    return found


def phrases(event: Event) -> Iterable[str]:
    """The words that an event is found by: its passage, and the full names behind its pronouns."""
    yield event.evidence.exact
    yield event.summary
    for _, mention in standing(event):
        yield mention.text
        if mention.entity:
            yield mention.entity.name


def labels_of(event: Event, draft: Draft) -> Iterable[str]:
    """What the event is, as far as it can be asked for by that."""
    return labels.of(
        {
            "status": event.status,
            "kind": event.kind,
            "type": event.type,
            "basis": event.time.basis,
            "source": draft.source,
            "language": draft.language,
        },
        parts(event),
    )
