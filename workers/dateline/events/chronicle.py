"""When each event of an article happens: explicit, inherited, or by the day of publication."""

from collections.abc import Container, Iterator, Mapping, Sequence

from dateline.events import dating, times
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.modality import COMING_ABOUT, IMPLICATIVE
from dateline.model.event import Basis, Certainty, EventKind, EventTime, Polarity
from dateline.model.interval import Granularity
from dateline.model.timex import Dct, Timex, TimexType

Place = tuple[int, int]

_FINE = frozenset(
    {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.DAYPART, Granularity.DAY}
)
# Verbs that only put another event on the calendar: "the vote is scheduled for Thursday".
_SCHEDULING = listed("schedule plan set expect slate due fix postpone delay arrange hold")


def chronicle(
    words: Sequence[EventWord],
    judgements: Mapping[Place, Judgement],
    timexes: Sequence[Timex],
    dct: Dct,
    quoted: Container[Place],
) -> dict[Place, EventTime]:
    """The time of every event word of an article; `quoted` are those in somebody's own words."""
    found: dict[Place, EventTime] = {}
    for sentence, own in _by_sentence(words):
        inside = [t for t in timexes if sentence.span.covers(t.span)]
        found |= _explicit(sentence, own, inside)
        found |= _shared(sentence, own, found)
    _told_on(words, found, judgements)
    _news([w for w in words if w.place not in quoted], found, judgements, dct)
    return {word.place: found.get(word.place, times.UNDATED) for word in words}


def is_habitual(word: EventWord, timexes: Sequence[Timex]) -> bool:
    """Whether a set of times governs the event: "every Monday"."""
    sentence = word.sentence
    for timex in timexes:
        if timex.type is TimexType.SET and sentence.span.covers(timex.span):
            head = dating.head_of(sentence, timex)
            if head is not None and _hangs_on(sentence, head, word):
                return True
    return False


def _hangs_on(sentence: Sentence, head: Token, word: EventWord) -> bool:
    above = next((t for t in sentence.ancestors(head.i) if t.dep != "prep"), None)
    return above is not None and above.i == word.i


def _by_sentence(words: Sequence[EventWord]) -> Iterator[tuple[Sentence, list[EventWord]]]:
    groups: dict[int, list[EventWord]] = {}
    for word in words:
        groups.setdefault(word.sentence.number, []).append(word)
    for group in groups.values():
        yield group[0].sentence, group


def _explicit(
    sentence: Sentence, words: Sequence[EventWord], timexes: Sequence[Timex]
) -> dict[Place, EventTime]:
    tied = dating.ties(sentence, words, timexes)
    return {(sentence.number, i): times.explicit(own) for i, own in tied.items()}


def _shared(
    sentence: Sentence,
    words: Sequence[EventWord],
    found: Mapping[Place, EventTime],
) -> dict[Place, EventTime]:
    """Times that one clause shares with the words that belong to it, until nothing more is won."""
    new: dict[Place, EventTime] = {}
    by_index = {word.i: word for word in words}
    grew = True
    while grew:
        grew = False
        for word in words:
            if word.place in found or word.place in new:
                continue
            for other in _sharers(sentence, word, by_index):
                time = new.get(other.place) or found.get(other.place)
                if time is not None and time.interval is not None:
                    new[word.place] = _passed_on(word, other, time)
                    grew = True
                    break
    return new


def _passed_on(word: EventWord, other: EventWord, time: EventTime) -> EventTime:
    one_clause = word.token.dep == "conj" or other.token.dep == "conj" or not word.is_verb
    if one_clause and time.basis is Basis.EXPLICIT:
        return time
    return times.inherited(time, other.token.text)


def _sharers(
    sentence: Sentence, word: EventWord, by_index: Mapping[int, EventWord]
) -> Iterator[EventWord]:
    """The event words whose time is also this one's."""
    for token, test in (
        (sentence.head(word.i), _takes_from_head),
        *((kid, _takes_from_kid) for kid in sentence.kids(word.i)),
    ):
        other = by_index.get(token.i)
        if other is not None and other is not word and test(sentence, word, other):
            yield other


def _takes_from_head(sentence: Sentence, word: EventWord, head: EventWord) -> bool:
    dep = word.token.dep
    if head.kind is EventKind.STATEMENT and dep not in ("conj", "advcl"):
        return False
    return (
        (dep == "conj" and word.is_verb == head.is_verb)
        or (dep in ("nsubj", "nsubjpass") and not word.is_verb)
        or (dep == "dobj" and not word.is_verb and head.token.lemma in COMING_ABOUT)
        or (dep == "xcomp" and head.token.lemma in IMPLICATIVE)
        or (dep == "advcl" and word.token.tag == "VBG" and _is_bare(sentence, word.i))
    )


def _is_bare(sentence: Sentence, i: int) -> bool:
    return sentence.kid(i, "aux", "mark") is None


def _takes_from_kid(sentence: Sentence, word: EventWord, kid: EventWord) -> bool:
    match kid.token.dep:
        case "conj":
            return word.is_verb == kid.is_verb and _is_told_along(sentence, kid)
        case "nsubj" | "nsubjpass":
            return word.is_verb and not kid.is_verb
        case "dobj":
            return word.is_verb and not kid.is_verb and word.token.lemma in COMING_ABOUT
    return False


def _is_told_along(sentence: Sentence, kid: EventWord) -> bool:
    """ "three were killed and five wounded on Thursday": one subject or none of its own."""
    own = sentence.kid(kid.i, "nsubj")
    return own is None or sentence.kid(kid.i, "nsubjpass") is not None


def _told_on(
    words: Sequence[EventWord],
    found: dict[Place, EventTime],
    judgements: Mapping[Place, Judgement],
) -> None:
    """Within a paragraph a story goes on: the next main clause in the past has the last day."""
    last: tuple[int, str, EventTime] | None = None
    for word in words:
        if not _tells(word, judgements[word.place]):
            continue
        time = found.get(word.place)
        if time is None and last is not None and last[0] == word.sentence.paragraph:
            found[word.place] = times.inherited(last[2], last[1])
        elif time is not None and time.granularity in _FINE and time.interval is not None:
            last = (word.sentence.paragraph, word.token.text, time)
        elif time is not None:
            last = None


def _tells(word: EventWord, judged: Judgement) -> bool:
    """Whether the word moves the story on: a main clause in the simple past, taken as true."""
    main = word.token.dep in ("ROOT", "conj") and word.is_verb
    past = word.token.tag == "VBD" or word.sentence.kid(word.i, "auxpass") is not None
    return main and past and word.kind is EventKind.OCCURRENCE and _happened(judged)


def _happened(judged: Judgement) -> bool:
    firm = judged.certainty is Certainty.CERTAIN and judged.polarity is Polarity.POSITIVE
    return firm and not judged.planned and not judged.conditional and not judged.denied


def _news(
    words: Sequence[EventWord],
    found: dict[Place, EventTime],
    judgements: Mapping[Place, Judgement],
    dct: Dct,
) -> None:
    """What the text reports as news of the day: headline and lead, and what was said for it."""
    lead = next((w.sentence.paragraph for w in words if not w.sentence.headline), -1)
    for word in words:
        if word.place in found or not _happened(judgements[word.place]):
            continue
        main = word.token.dep in ("ROOT", "conj", "ccomp") and word.is_verb
        if word.sentence.headline and main and word.kind is not EventKind.STATE:
            found[word.place] = times.publication(dct, "reported in the headline")
        elif word.sentence.paragraph == lead and main and word.kind is EventKind.OCCURRENCE:
            found[word.place] = times.publication(dct, "reported in the lead")
        elif word.kind is EventKind.STATEMENT and main and word.token.tag in ("VBD", "VBZ"):
            found[word.place] = times.publication(dct, "said for the news of the day")
