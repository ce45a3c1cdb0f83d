"""Figures of one period: "Revenue rose 5% in the third quarter. Costs fell."."""

from dateline.events import times
from dateline.events.narration import is_reported, is_simple_past
from dateline.events.story import Dated, Story
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.model.event import Basis, EventTime
from dateline.model.interval import Granularity

_PERIODS = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR})
# What is quoted on a market moves from day to day, whatever period is reported.
_QUOTED = listed(
    """
    average bond crude currency dollar euro future index market oil peso pound price rouble ruble
    rupee share stock yen yield
    """
)
# How many sentences a report goes on with the figures of a period.
_REACH = 3


def of_one_period(story: Story) -> None:
    """Gives a figure told in the past the period of the figures told just before it."""
    last: Dated | None = None
    for word in story.words:
        if word.type != "economy" or not is_reported(word) or not is_simple_past(word):
            continue
        time = story.found.get(word.place)
        if time is not None and time.basis is not Basis.NONE:
            last = (word, time) if _is_of_a_period(time) else None
        elif last is not None and _goes_on(story, word, last[0]):
            story.found[word.place] = times.inherited(last[1], last[0].token.text)


def is_quoted(word: EventWord) -> bool:
    """Whether it tells how something is quoted on a market: "shares rose", "the pound fell"."""
    subject = word.sentence.kid(word.i, "nsubj", "nsubjpass")
    return word.type == "economy" and subject is not None and subject.lemma.lower() in _QUOTED


def _is_of_a_period(time: EventTime) -> bool:
    told = time.basis in (Basis.EXPLICIT, Basis.INHERITED)
    return told and time.interval is not None and time.granularity in _PERIODS


def _goes_on(story: Story, word: EventWord, before: EventWord) -> bool:
    near = word.sentence.number - before.sentence.number <= _REACH
    told = word.place not in story.quoted and word.place not in story.vague
    return near and told and not is_quoted(word) and story.is_certain(word)
