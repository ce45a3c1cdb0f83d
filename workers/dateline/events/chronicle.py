"""When each event of an article happens: explicit, inherited, or by the day of publication."""

from collections.abc import Mapping, Sequence

from dateline.events import dating, figures, lasting, news, offsets, order, phases, retelling, times
from dateline.events.sharing import sharers
from dateline.events.story import Place, Story
from dateline.events.syntax import Sentence
from dateline.events.triggers import EventWord
from dateline.events.words.modality import COMING_ABOUT
from dateline.model.event import Basis, EventTime
from dateline.model.interval import FINE, Granularity
from dateline.model.timex import Timex, inside

_LONG = frozenset({Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY})


def chronicle(story: Story, timexes: Sequence[Timex]) -> dict[Place, EventTime]:
    """The time of every event word of an article."""
    _explicit(story, timexes)
    _shared(story)
    for step in _STEPS:
        offsets.apply(story, timexes)
        step(story)
    return {word.place: story.found.get(word.place, times.UNDATED) for word in story.words}


def _explicit(story: Story, timexes: Sequence[Timex]) -> None:
    """What a timex in its own sentence dates."""
    for sentence, words in story.by_sentence():
        near = inside(sentence.span, timexes)
        by_index = {word.i: word for word in words}
        for i, ties in dating.ties(sentence, words, near, story.dct.day).items():
            time = times.explicit(ties, by_index[i].token.start)
            if time.interval is None and story.is_certain(by_index[i]):
                time = lasting.until_now(by_index[i], ties, story.dct.day) or time
            if any(_is_vague(tie.timex) for tie in ties):
                story.vague.add((sentence.number, i))
            if time.interval is None or story.can_be(by_index[i], time):
                story.found[sentence.number, i] = time


def _is_vague(timex: Timex) -> bool:
    """ "Recently", "soon": a time that is not told, but not the day of publication."""
    return timex.value in ("PAST_REF", "FUTURE_REF")


def _shared(story: Story) -> None:
    """Times that a clause shares with the words that belong to it, until nothing more is won."""
    for sentence, words in story.by_sentence():
        by_index = {word.i: word for word in words}
        # The sum, unlike any(), gives every word its turn in each round.
        while sum(_share(story, sentence, word, by_index) for word in words):
            pass


def _share(
    story: Story, sentence: Sentence, word: EventWord, by_index: Mapping[int, EventWord]
) -> bool:
    if story.is_dated(word):
        return False
    for other in sharers(sentence, word, by_index):
        time = story.found.get(other.place)
        if time is None or not story.may_share(word, time):
            continue
        if _reaches(word, other, time) and not _is_borrowed(word, other, time):
            story.found[word.place] = _passed_on(word, other, time)
            return True
    return False


def _reaches(word: EventWord, other: EventWord, time: EventTime) -> bool:
    """ "the attacks on Friday and the election": a phrase between two nouns dates the first.

    So does a month or year between two verbs: "was born in 1970 and grew up in Leeds"; and a year
    that ends the clause is only the last one's: "grew up in Leeds and became a judge in 2011".
    """
    joined = "conj" in (word.token.dep, other.token.dep)
    if not joined or (word.is_verb and time.granularity in FINE):
        return True
    low, high = sorted((word.token.start, other.token.start))
    last = word.sentence.span.end if word.is_verb and time.granularity in _LONG else high
    return not any(low < ref.span.start < last for ref in time.timexes)


def _is_borrowed(word: EventWord, other: EventWord, time: EventTime) -> bool:
    """ "The killing has divided the town": the noun's day is from elsewhere, and not its verb's."""
    if not word.is_verb or other.is_verb or time.basis is not Basis.INHERITED:
        return False
    here = any(word.sentence.span.covers(ref.span) for ref in time.timexes)
    return not here and word.token.lemma not in COMING_ABOUT


def _passed_on(word: EventWord, other: EventWord, time: EventTime) -> EventTime:
    one_clause = "conj" in (word.token.dep, other.token.dep) or not word.is_verb
    if time.basis is Basis.PUBLICATION or (one_clause and time.basis is Basis.EXPLICIT):
        return time
    return times.inherited(time, other.token.text)


# Each step only adds to what earlier, firmer steps left open.
_STEPS = (
    phases.apply,
    retelling.headline,
    retelling.same_again,
    retelling.named_again,
    retelling.taken_up,
    order.since,
    figures.of_one_period,
    news.told_on,
    news.of_the_day,
    _shared,
    order.beside,
)
