"""Events told again: in the headline, by another word, or by "the attack"."""

from collections.abc import Sequence
from datetime import timedelta

from dateline.events import times
from dateline.events.clause import is_present
from dateline.events.identity import Once
from dateline.events.narration import (
    is_definite,
    is_headlined,
    is_main,
    is_simple_past,
    names,
    stem,
)
from dateline.events.story import Dated, Story
from dateline.events.times import Side
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.nouns import DURATIVE
from dateline.model.event import Basis, EventKind, EventTime
from dateline.model.interval import FINE

# Nouns that take up what was just told: "The move came ...", "the announcement".
_SHELLS = listed(
    """
    accident announcement attack blast collision crash deal decision development event explosion
    incident meeting move news operation raid ruling shooting statement strike talks tragedy
    verdict visit vote
    """
)


def headline(story: Story) -> None:
    """A headline tells what the lead tells, on the lead's day."""
    lead = story.lead()
    if lead is None:
        return
    for word in list(story.open()):
        told = (word.sentence.headline and is_main(word)) or is_headlined(word)
        if told and story.happened(word) and _tells_the_same(word, lead[0]):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)


def _tells_the_same(word: EventWord, other: EventWord) -> bool:
    """Whether two words are one, or name somebody in common."""
    shared = names(word.sentence) & names(other.sentence)
    return stem(word) == stem(other) or bool(shared)


def same_again(story: Story) -> None:
    """What happens but once has one day, by whatever word it is told: "killed", "her murder".

    Told of a month here and of a day of that month there, it has that day.
    """
    told: dict[Once, list[Dated]] = {}
    for word in story.words:
        if _is_pinned(story, word) and story.happened(word):
            for once in story.happenings[word.place]:
                told.setdefault(once, []).append((word, story.found[word.place]))
    days = {once: _firmest(same) for once, same in told.items()}
    for word in story.words:
        known = (days.get(once) for once in story.happenings[word.place])
        first = next((dated for dated in known if dated is not None), None)
        if first is not None and story.happened(word) and _tells_more(first, story, word):
            story.found[word.place] = times.inherited(first[1], first[0].token.text)


def _tells_more(dated: Dated, story: Story, word: EventWord) -> bool:
    """Whether a time of the same event is known better than by the word's own clause."""
    if not story.is_dated(word):
        return True
    own = (word, story.found[word.place])
    return _agree(own[1], dated[1]) and _width(dated) < _width(own)


def _is_pinned(story: Story, word: EventWord) -> bool:
    """Whether its own clause says from when to when it was."""
    time = story.found.get(word.place)
    if time is None or time.basis is not Basis.EXPLICIT or time.interval is None:
        return False
    return time.interval.start is not None and time.interval.end is not None


def _firmest(same: Sequence[Dated]) -> Dated | None:
    """The shortest of several times of one event; None where they contradict each other."""
    first = min(same, key=_width)
    return first if all(_agree(first[1], time) for _, time in same) else None


def _width(dated: Dated) -> timedelta:
    interval = dated[1].interval
    if interval is None or interval.start is None or interval.end is None:
        return timedelta.max
    return interval.end - interval.start


def _agree(one: EventTime, other: EventTime) -> bool:
    both = one.interval, other.interval
    return both[0] is not None and both[1] is not None and both[0].overlaps(both[1])


def named_again(story: Story) -> None:
    """An event named again by the same word, or by its noun, keeps its day."""
    dated: dict[str, Dated] = {}
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and time.interval is not None and word.kind is not EventKind.STATE:
            dated.setdefault(stem(word), (word, time))
    for word in list(story.open()):
        first = dated.get(stem(word))
        if first is None or not _takes_up(word) or not story.happened(word):
            continue
        if _goes_on(story, word, first):
            story.found[word.place] = times.beyond(first[1], Side.SINCE, first[0].token.text)
        else:
            story.found[word.place] = times.inherited(first[1], first[0].token.text)


def _goes_on(story: Story, word: EventWord, first: Dated) -> bool:
    """ "The embargo hurts", once "they imposed an embargo on Monday": from that day on."""
    now = is_present(word.sentence, word.token.head) or story.judgements[word.place].ongoing
    lasts = word.token.lemma in DURATIVE and now
    began = None if first[1].interval is None else first[1].interval.latest
    return lasts and began is not None and began < story.dct.day


def _takes_up(word: EventWord) -> bool:
    """Whether a word names what is known: headlines leave out their articles.

    So does a clause of time in the simple past: "after delegates voted for it".
    """
    if word.is_verb:
        marks = word.sentence.kids(word.i, "mark", "advmod")
        timely = any(mark.lower in ("after", "as", "once", "when") for mark in marks)
        return timely and word.token.dep == "advcl" and is_simple_past(word)
    return is_definite(word) or word.sentence.headline


def taken_up(story: Story) -> None:
    """ "The announcement came ...": a definite noun for what the sentence before has told."""
    last: Dated | None = None
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and is_main(word) and time.granularity in FINE and time.interval:
            last = (word, time)
        shell = word.token.lemma in _SHELLS and is_definite(word) and not story.is_dated(word)
        next_to = last is not None and word.sentence.number - last[0].sentence.number == 1
        if shell and last is not None and next_to and story.happened(word):
            story.found[word.place] = times.inherited(last[1], last[0].token.text)
