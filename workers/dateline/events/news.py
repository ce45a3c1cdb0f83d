"""What a text tells without naming its day: the story going on, and the news of the day."""

from collections.abc import Container, Sequence

from dateline.events import times
from dateline.events.clause import is_negated
from dateline.events.figures import is_quoted
from dateline.events.narration import (
    is_headlined,
    is_main,
    is_reported,
    is_simple_past,
    is_told_first,
    predicate,
)
from dateline.events.story import Dated, Story
from dateline.events.triggers import EventWord
from dateline.model.event import Basis, EventKind, EventTime
from dateline.model.interval import FINE
from dateline.model.timex import Dct

TOLD = "told as the day's news"
LEAD = "reported in the lead"
# How many sentences a story goes on at the day of its last dated main clause.
_REACH = 3
# For how many days something is news.
_NEWS = 7
# How many sentences of the opening paragraph are the lead.
_LEAD = 2


def told_on(story: Story) -> None:
    """A story goes on: the next main clause in the past has the day of the last one."""
    last: Dated | None = None
    dated = {word.sentence.number for word in story.words if _is_dated_here(story, word)}
    for word in story.words:
        if not _tells(story, word):
            continue
        time = story.found.get(word.place)
        if time is None or time.basis is Basis.NONE:
            elsewhere = last is None or last[0].sentence.number != word.sentence.number
            if elsewhere and word.sentence.number in dated:
                continue
            if last is not None and _follows(word, last[0]):
                story.found[word.place] = times.inherited(last[1], last[0].token.text)
        else:
            fine = time.granularity in FINE and time.interval is not None
            last = (word, time) if fine else None


def _is_dated_here(story: Story, word: EventWord) -> bool:
    time = story.found.get(word.place)
    return time is not None and any(word.sentence.span.covers(ref.span) for ref in time.timexes)


def _follows(word: EventWord, before: EventWord) -> bool:
    return word.sentence.number - before.sentence.number <= _REACH


def _tells(story: Story, word: EventWord) -> bool:
    """Whether the word moves the story on: a main clause in the simple past, taken as true."""
    own = word.place in story.quoted or word.place in story.vague
    narrated = word.kind is not EventKind.STATEMENT and not own
    return narrated and is_main(word) and is_simple_past(word) and story.is_certain(word)


def of_the_day(story: Story) -> None:
    """What the text reports as news of the day: headline, lead, and what was said for it."""
    opening = _opening(story.words)
    lead = story.lead()
    looks_back, paragraph = False, -1
    for word in story.words:
        if word.sentence.paragraph != paragraph:
            looks_back, paragraph = False, word.sentence.paragraph
        if story.is_dated(word):
            if is_main(word):
                looks_back = not _is_recent(story.found[word.place], story.dct)
            continue
        if word.place in story.quoted or word.place in story.vague or not story.is_certain(word):
            continue
        if _is_denied_of(story, word):
            continue
        why = _is_news(word, opening)
        back = looks_back and is_simple_past(word) and not is_quoted(word)
        if why in (TOLD, LEAD) and back:
            continue
        if why == TOLD and lead is not None and _is_recent(lead[1], story.dct):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)
        elif why is not None:
            story.found[word.place] = times.publication(story.dct, why, story.dispatch)
            looks_back = looks_back and not is_main(word)


def _is_denied_of(story: Story, word: EventWord) -> bool:
    """Whether all that is told of an event is denied: "denied that talks had collapsed"."""
    verb = None if word.is_verb else predicate(word)
    told = None if verb is None else story.judgements.get((word.sentence.number, verb.i))
    return told is not None and told.denied


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
    if is_headlined(word):
        return "reported in the headline"
    verb = predicate(word)
    if verb is None or (word.kind is EventKind.STATE and verb.tag != "VBD"):
        return None
    reported = is_reported(word)
    if word.sentence.headline and reported:
        return "reported in the headline"
    if word.kind is EventKind.STATEMENT:
        return "said for the news of the day" if _is_said_now(word) else None
    if reported and word.sentence.number in lead and not _is_told_as_before(word):
        return LEAD
    told = is_main(word) or is_told_first(word)
    return TOLD if told and is_simple_past(word) else None


def _is_told_as_before(word: EventWord) -> bool:
    """ "had ignored it": whether it had happened before what is told."""
    verb = predicate(word) or word.token
    return any(aux.lower == "had" for aux in word.sentence.kids(verb.i, "aux"))


def _is_said_now(word: EventWord) -> bool:
    verb = predicate(word) or word.token
    aux = {kid.lower for kid in word.sentence.kids(verb.i, "aux")}
    if verb.tag == "VBG":
        # "Officials are warning", but not "were warning".
        return bool(aux & {"is", "are", "'s", "’s", "'re", "’re"})
    if verb.tag == "VBN" and is_negated(word.sentence, verb.i):
        # "The price was not disclosed": so it stands on the day.
        return not aux and word.sentence.kid(verb.i, "auxpass") is not None
    return "did" in aux or (verb.tag in ("VBD", "VBZ", "VBP") and not aux)
