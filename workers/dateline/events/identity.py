"""Whether two words name one event: what can happen but once to anybody or anything."""

from collections.abc import Sequence

from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import Participant, Role

_ONCE = {
    "abduction": listed("abduct abduction capture kidnap kidnapping seizure"),
    "acquisition": listed("acquire acquisition buy buyout purchase takeover"),
    "arrest": listed("apprehend arrest"),
    "birth": listed("bear birth"),
    "burial": listed("burial bury funeral"),
    "conviction": listed("convict conviction"),
    "death": listed("assassinate assassination death die kill killing murder slay slaying"),
    "divorce": listed("divorce"),
    "execution": listed("execute execution"),
    "extradition": listed("extradite extradition"),
    "founding": listed("establish establishment found founding"),
    "inauguration": listed("inaugurate inauguration"),
    "indictment": listed("indict indictment"),
    "invasion": listed("annex annexation conquer conquest invade invasion overrun"),
    "launch": listed("launch"),
    "resignation": listed("quit resign resignation"),
    "sinking": listed("capsize sink sinking"),
    "wedding": listed("marriage marry wed wedding"),
}
_KIND = {lemma: kind for kind, lemmas in _ONCE.items() for lemma in lemmas}

# What happened, and the id of whom it happened to: one event in an article.
Once = tuple[str, str]


def once(word: EventWord, taking_part: Sequence[Participant]) -> tuple[Once, ...]:
    """What a word tells of that happens but once; none where it may again, or nobody is named."""
    kind = _KIND.get(word.token.lemma)
    if kind is None:
        return ()
    suffering = [p for p in taking_part if p.role is Role.PATIENT]
    # "Her resignation", "he died": who does it is who it happens to.
    doing = [p for p in taking_part if p.role is Role.AGENT]
    to = [p.mention.entity.id for p in suffering or doing if p.mention.entity is not None]
    return tuple((kind, who) for who in to)
