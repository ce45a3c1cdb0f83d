"""Whether two words name one event: what can happen but once to anybody or anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import Participant, Role

_ONCE = {
    "abduction": listed("abduct abduction capture kidnap kidnapping seizure"),
    "acquisition": listed("acquire acquisition buy buyout purchase takeover"),
    "arrest": listed("apprehend arrest"),
    "birth": listed("bear birth"),
    "burial": listed("burial bury funeral"),
    "death": listed("assassinate assassination death die kill killing murder slay slaying"),
    "election": listed("elect election"),
    "founding": listed("establish establishment found founding"),
    "invasion": listed("annex annexation conquer conquest invade invasion overrun"),
    "resignation": listed("quit resign resignation"),
    "sinking": listed("capsize sink sinking"),
    "wedding": listed("marriage marry wed wedding"),
}
_KIND = {lemma: kind for kind, lemmas in _ONCE.items() for lemma in lemmas}


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, and the ids of whom it happened to."""

    kind: str
    to: frozenset[str]

    def is_same(self, other: "Happening") -> bool:
        """Whether both tell of one event."""
        return self.kind == other.kind and not self.to.isdisjoint(other.to)


def happening(word: EventWord, taking_part: Sequence[Participant]) -> Happening | None:
    """What a word tells of that happens but once; None for the rest, and where nobody is named."""
    kind = _KIND.get(word.token.lemma)
    if kind is None:
        return None
    suffering = [p for p in taking_part if p.role is Role.PATIENT]
    # "Her resignation", "he died": who does it is who it happens to.
    doing = [p for p in taking_part if p.role is Role.AGENT]
    to = {p.mention.entity.id for p in suffering or doing if p.mention.entity is not None}
    return Happening(kind, frozenset(to)) if to else None
