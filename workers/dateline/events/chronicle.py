"""When each event of an article happens: explicit, inherited, or by the day of publication."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.events import dating, times
from dateline.events.narration import (
    is_definite,
    is_main,
    is_reported,
    is_simple_past,
    is_told_first,
    names,
    predicate,
    stem,
)
from dateline.events.sharing import sharers
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import Basis, Certainty, EventKind, EventTime, Polarity
from dateline.model.interval import FINE
from dateline.model.timex import Dct, Timex, inside

Place = tuple[int, int]

TOLD = "told as the day's news"
# Nouns that take up what was just told: "The move came ...", "the announcement".
_SHELLS = listed(
    """
    accident announcement attack blast collision crash deal decision development event explosion
    incident meeting move news operation raid ruling shooting statement strike talks tragedy
    verdict visit vote
    """
)
# How many sentences a story goes on at the day of its last dated main clause.
_REACH = 3
# For how many days something is news.
_NEWS = 7
# How many sentences of the opening paragraph are the lead.
_LEAD = 2


@dataclass(slots=True)
class _Chronicle:
    """The times found so far; each step only adds to what earlier, firmer steps left open."""

    words: Sequence[EventWord]
    judgements: Mapping[Place, Judgement]
    dct: Dct
    quoted: Container[Place]
    found: dict[Place, EventTime] = field(default_factory=dict)

    def can_be(self, word: EventWord, time: EventTime) -> bool:
        """Whether an event may have that time: what was told in the past tense lies not ahead."""
        if time.interval is None:
            return False
        if time.basis is Basis.PUBLICATION and not _is_certain(self, word):
            return False
        start = time.interval.earliest
        ahead = start is not None and start > self.dct.day
        return not (ahead and word.is_verb and is_simple_past(word))

    def open(self) -> Iterator[EventWord]:
        """The words that have no time yet."""
        return (word for word in self.words if not self.is_dated(word))

    def is_dated(self, word: EventWord) -> bool:
        """Whether the word has a time; a phrase without a date gives none."""
        time = self.found.get(word.place)
        return time is not None and time.basis is not Basis.NONE


def chronicle(
    words: Sequence[EventWord],
    judgements: Mapping[Place, Judgement],
    timexes: Sequence[Timex],
    dct: Dct,
    quoted: Container[Place],
) -> dict[Place, EventTime]:
    """The time of every event word of an article; `quoted` are those in somebody's own words."""
    story = _Chronicle(words, judgements, dct, quoted)
    _explicit(story, timexes)
    for step in (_shared, _headline, _named_again, _taken_up, _told_on, _news, _shared):
        step(story)
    return {word.place: story.found.get(word.place, times.UNDATED) for word in words}


def _by_sentence(words: Sequence[EventWord]) -> Iterator[tuple[Sentence, list[EventWord]]]:
    groups: dict[int, list[EventWord]] = {}
    for word in words:
        groups.setdefault(word.sentence.number, []).append(word)
    for group in groups.values():
        yield group[0].sentence, group


def _explicit(story: _Chronicle, timexes: Sequence[Timex]) -> None:
    """What a timex in its own sentence dates."""
    for sentence, words in _by_sentence(story.words):
        near = inside(sentence.span, timexes)
        by_index = {word.i: word for word in words}
        for i, ties in dating.ties(sentence, words, near, story.dct.day).items():
            time = times.explicit(ties, by_index[i].token.start)
            if time.interval is None or story.can_be(by_index[i], time):
                story.found[sentence.number, i] = time


def _shared(story: _Chronicle) -> None:
    """Times that a clause shares with the words that belong to it, until nothing more is won."""
    for sentence, words in _by_sentence(story.words):
        by_index = {word.i: word for word in words}
        # The sum, unlike any(), gives every word its turn in each round.
        while sum(_share(story, sentence, word, by_index) for word in words):
            pass


def _share(
    story: _Chronicle, sentence: Sentence, word: EventWord, by_index: Mapping[int, EventWord]
) -> bool:
    if story.is_dated(word):
        return False
    for other in sharers(sentence, word, by_index):
        time = story.found.get(other.place)
        if time is not None and story.can_be(word, time) and _reaches(word, other, time):
            story.found[word.place] = _passed_on(word, other, time)
            return True
    return False


def _reaches(word: EventWord, other: EventWord, time: EventTime) -> bool:
    """ "the attacks on Friday and the election": a phrase between two nouns dates the first."""
    if word.is_verb or "conj" not in (word.token.dep, other.token.dep):
        return True
    low, high = sorted((word.token.start, other.token.start))
    return not any(low < ref.span.start < high for ref in time.timexes)


def _passed_on(word: EventWord, other: EventWord, time: EventTime) -> EventTime:
    one_clause = "conj" in (word.token.dep, other.token.dep) or not word.is_verb
    if time.basis is Basis.PUBLICATION or (one_clause and time.basis is Basis.EXPLICIT):
        return time
    return times.inherited(time, other.token.text)


def _headline(story: _Chronicle) -> None:
    """A headline tells what the lead tells, on the lead's day."""
    lead = _lead(story)
    if lead is None:
        return
    for word in list(story.open()):
        told = word.sentence.headline and is_main(word) and _happened(story, word)
        if told and _tells_the_same(word, lead[0]):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)


def _lead(story: _Chronicle) -> tuple[EventWord, EventTime] | None:
    """The main event of the opening paragraph with its day, where it names one."""
    opening = next((w.sentence.paragraph for w in story.words if not w.sentence.headline), -1)
    for word in story.words:
        time = story.found.get(word.place)
        main = word.sentence.paragraph == opening and (is_main(word) or is_told_first(word))
        if main and time is not None and time.granularity in FINE and time.interval is not None:
            return word, time
    return None


def _tells_the_same(word: EventWord, other: EventWord) -> bool:
    """Whether two verbs are one, or name somebody in common."""
    shared = names(word.sentence) & names(other.sentence)
    return stem(word) == stem(other) or bool(shared)


def _named_again(story: _Chronicle) -> None:
    """An event named again by the same word, or by its noun, keeps its day."""
    dated: dict[str, tuple[EventWord, EventTime]] = {}
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and time.interval is not None and word.kind is not EventKind.STATE:
            dated.setdefault(stem(word), (word, time))
    for word in list(story.open()):
        first = dated.get(stem(word))
        if first is not None and _takes_up(word) and _happened(story, word):
            story.found[word.place] = times.inherited(first[1], first[0].token.text)


def _takes_up(word: EventWord) -> bool:
    """Whether a noun names what is known: headlines leave out their articles."""
    return is_definite(word) or (word.sentence.headline and not word.is_verb)


def _taken_up(story: _Chronicle) -> None:
    """ "The announcement came ...": a definite noun for what the sentence before has told."""
    last: tuple[EventWord, EventTime] | None = None
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and is_main(word) and time.granularity in FINE and time.interval:
            last = (word, time)
        shell = word.token.lemma in _SHELLS and is_definite(word) and not story.is_dated(word)
        next_to = last is not None and word.sentence.number - last[0].sentence.number == 1
        if shell and last is not None and next_to and _happened(story, word):
            story.found[word.place] = times.inherited(last[1], last[0].token.text)


def _told_on(story: _Chronicle) -> None:
    """A story goes on: the next main clause in the past has the day of the last one."""
    last: tuple[EventWord, EventTime] | None = None
    for word in story.words:
        if not _tells(story, word):
            continue
        time = story.found.get(word.place)
        if time is None or time.basis is Basis.NONE:
            if last is not None and _follows(word, last[0]):
                story.found[word.place] = times.inherited(last[1], last[0].token.text)
        else:
            fine = time.granularity in FINE and time.interval is not None
            last = (word, time) if fine else None


def _follows(word: EventWord, before: EventWord) -> bool:
    return word.sentence.number - before.sentence.number <= _REACH


def _tells(story: _Chronicle, word: EventWord) -> bool:
    """Whether the word moves the story on: a main clause in the simple past, taken as true."""
    narrated = word.kind is not EventKind.STATEMENT and word.place not in story.quoted
    return narrated and is_main(word) and is_simple_past(word) and _is_certain(story, word)


def _is_certain(story: _Chronicle, word: EventWord) -> bool:
    """Whether it is settled that it did, or did not, happen."""
    judged = story.judgements[word.place]
    firm = judged.certainty is Certainty.CERTAIN
    return firm and not judged.planned and not judged.conditional


def _happened(story: _Chronicle, word: EventWord) -> bool:
    judged = story.judgements[word.place]
    return _is_certain(story, word) and judged.polarity is Polarity.POSITIVE


def _news(story: _Chronicle) -> None:
    """What the text reports as news of the day: headline, lead, and what was said for it."""
    opening = _opening(story.words)
    lead = _lead(story)
    looks_back, paragraph = False, -1
    for word in story.words:
        if word.sentence.paragraph != paragraph:
            looks_back, paragraph = False, word.sentence.paragraph
        if story.is_dated(word):
            if is_main(word):
                looks_back = not _is_recent(story.found[word.place], story.dct)
            continue
        if word.place in story.quoted or not _is_certain(story, word):
            continue
        why = _is_news(word, opening)
        if why == TOLD and looks_back:
            continue
        if why == TOLD and lead is not None and _is_recent(lead[1], story.dct):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)
        elif why is not None:
            story.found[word.place] = times.publication(story.dct, why)
            looks_back = looks_back and not is_main(word)


def _opening(words: Sequence[EventWord]) -> Sequence[int]:
    """The first sentences of the opening paragraph, by number: the lead, however it is set."""
    first = next((word.sentence for word in words if not word.sentence.headline), None)
    if first is None:
        return ()
    numbers = {w.sentence.number for w in words if w.sentence.paragraph == first.paragraph}
    return range(first.number, min(max(numbers), first.number + _LEAD - 1) + 1)


def _is_recent(time: EventTime, dct: Dct) -> bool:
    """Whether a time is that of news, not of history, nor still to come."""
    if time.interval is None:
        return False
    first, last = time.interval.earliest, time.interval.latest
    ahead = first is not None and first > dct.day
    return not ahead and (last is None or (dct.day - last).days <= _NEWS)


def _is_news(word: EventWord, lead: Container[int]) -> str | None:
    verb = predicate(word)
    if verb is None or (word.kind is EventKind.STATE and verb.tag != "VBD"):
        return None
    reported = is_reported(word)
    if word.sentence.headline and reported:
        return "reported in the headline"
    if word.kind is EventKind.STATEMENT:
        return "said for the news of the day" if _is_said_now(word) else None
    if reported and word.sentence.number in lead:
        return "reported in the lead"
    told = is_main(word) or is_told_first(word)
    return TOLD if told and is_simple_past(word) else None


def _is_said_now(word: EventWord) -> bool:
    verb = predicate(word) or word.token
    aux = {kid.lower for kid in word.sentence.kids(verb.i, "aux")}
    if verb.tag == "VBG":
        # "Officials are warning", but not "were warning".
        return bool(aux & {"is", "are", "'s", "’s", "'re", "’re"})
    return "did" in aux or (verb.tag in ("VBD", "VBZ", "VBP") and not aux)
