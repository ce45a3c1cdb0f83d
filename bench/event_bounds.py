"""When an event begins and ends, as TimeBank-EventTime wants it of every event, dated or not.

An anchor is written as in the corpus (Reimers et al. 2016): "1998-01-08", "before1998-01-08",
"after1998-01-08", "after1998-01-01before1998-01-31", or "beginPoint=... endPoint=..." for what
lasts. The product gives no date without evidence; what is derived here beyond its dates is this.

- An event without a date lies after the publication when it is planned, possible or conditional,
  around it when it is under way, else before it; one told in the perfect lies never after it.
- What lasts (verbs of state and activity, nouns that last, several of a kind) has a begin and an
  end on that side; so has, ahead, what comes about by degrees or befalls several; the rest has one
  day. What is told as part of what lies ahead ("will be used for driving them out") lies ahead.
- A present tense of thinking, seeming or expecting is of the day itself.
- A stretch that a duration names ("over the last two weeks") is lasted through, until the
  publication where it ends there; so is the month or quarter of a figure ("added jobs in January")
  and of what lasts or befalls several.
- What happened within a stretch that is not over, happened by the publication.
- The corpus writes a month to its 28th, and a week from Sunday to Saturday.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.events.clause import is_definite, is_present
from dateline.events.factuality import judge
from dateline.events.narration import is_perfect
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.nouns import DURATIVE
from dateline.events.words.verbs import RELATION, STATIVE
from dateline.model.event import Basis, Certainty, Event, EventKind, Status
from dateline.model.interval import FINE, Granularity
from dateline.model.timex import Timex, TimexType

DAY = timedelta(days=1)
# Verbs of activities: what they tell takes its time.
ACTIVITIES = listed(
    """
    accompany aid assist back battle block boycott campaign camp chant compete conduct control
    defend deploy deteriorate develop discuss distort dominate embrace endure enforce enjoy face
    fight finance fill flow follow fund govern guard harbor harbour help hide hold host house
    hunt interdict invest investigate isolate lobby maintain manage mass mediate monitor move
    negotiate observe occupy operate own patrol persist play practise pray press produce promote
    protect provide pursue pump represent resist rule run search serve share shelter sleep spend
    struggle study suffer supervise supply surround sustain teach threaten trade train trap travel
    try use visit wait watch wear
    """
)
# Verbs of change by degrees.
CHANGES = listed(
    """
    accelerate adjust alter boost broaden build change decrease deepen dismantle double evacuate
    evolve exhaust expand grow implement improve increase integrate modernise modernize offset
    overhaul persuade phase rebuild reconstruct recover reduce reform remove restore restructure
    retreat shrink slow spread strengthen tighten transform weaken widen withdraw worsen write
    """
)
# Nouns of what takes its time beyond those that are told as going on.
LASTING = listed(
    """
    boom buildup build-up conference confrontation construction cutback deployment downturn
    evacuation expansion festival growth inflation mission production reconstruction reform
    replacement restructuring tour trial trend withdrawal
    """
)
# Verbs that take in several at once: of finding, perceiving and naming.
AT_ONCE = listed("authorise authorize call choose find hear join meet name notice reach see win")
# Verbs that tell how things look to somebody on the day.
STANCES = listed(
    """
    appear believe consider estimate expect feel intend look mean plan project seem suggest think
    continue
    """
)
AHEAD = frozenset({Status.SCHEDULED, Status.POSSIBLE, Status.CONDITIONAL})


def unfound(token: Token | None, dct: date) -> str:
    """Where an event lies that was not found: on the publication, a relation all around it."""
    told = ("VB", "VBN", "VBP", "VBZ")
    lasting = token is not None and token.lemma in RELATION and token.tag in told
    return f"beginPoint=before{dct}endPoint=after{dct}" if lasting else dct.isoformat()


def anchor(event: Event, word: EventWord, timexes: Mapping[str, Timex], dct: date) -> str:
    """Where an event lies on the calendar."""
    interval = event.time.interval
    if interval is None:
        return _derived(event, word, dct)
    if event.time.basis is Basis.PUBLICATION and _is_around(event, word):
        return _derived(event, word, dct)
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return _open(first, last, event, word, dct)
    return _stretch((first, last), event, word, timexes, dct)


def _derived(event: Event, word: EventWord, dct: date) -> str:
    if _is_stance(event, word):
        return dct.isoformat()
    if _is_around(event, word):
        return f"beginPoint=before{dct}endPoint=after{dct}"
    side = "after" if _is_ahead(word) else "before"
    if _lasts(word) or (side == "after" and _takes_its_time(word)):
        return f"beginPoint={side}{dct}endPoint={side}{dct}"
    return f"{side}{dct}"


def _is_around(event: Event, word: EventWord) -> bool:
    if _is_stance(event, word):
        return False
    return event.status is Status.ONGOING or _seems_now(word) or _holds_now(event, word)


def _holds_now(event: Event, word: EventWord) -> bool:
    """ "People are not spending", "Jews are prohibited", "soldiers trapped in the capital"."""
    firm = event.factuality.certainty is Certainty.CERTAIN and not _is_ahead(word)
    if not firm or not word.is_verb or event.kind is EventKind.STATEMENT:
        return False
    bare = word.sentence.kid(word.i, "aux", "auxpass") is None
    phrase = bare and word.token.tag in ("VBN", "VBG") and word.token.dep in ("acl", "acomp")
    now = is_present(word.sentence, word.i) and event.status is not Status.OCCURRED
    passive = is_present(word.sentence, word.i) and word.token.tag == "VBN"
    return now or (_lasts(word) and (phrase or passive))


def _seems_now(word: EventWord) -> bool:
    """ "Conditions appear to be worsening", "prices continue to fall"."""
    head = word.sentence.head(word.i)
    now = head.tag in ("VBZ", "VBP") and head.lemma in ("appear", "continue", "seem", "try")
    return word.token.dep == "xcomp" and now


def _is_stance(event: Event, word: EventWord) -> bool:
    now = {kid.lower for kid in word.sentence.kids(word.i, "aux", "auxpass")}
    expected = word.token.tag == "VBN" and bool(now & {"is", "are", "'s", "was", "were"})
    present = is_present(word.sentence, word.i) or event.status is Status.ONGOING
    present = present or bool({kid.lower for kid in word.sentence.kids(word.i, "aux")} & {"do"})
    return word.token.lemma in STANCES and word.is_verb and (present or expected)


def _is_ahead(word: EventWord) -> bool:
    if _is_part_of(word):
        over = next(t for t in word.sentence.ancestors(word.i) if t.pos in ("VERB", "AUX"))
        if _looks_ahead(word.sentence, over.i):
            return True
    return _looks_ahead(word.sentence, word.i)


def _is_part_of(word: EventWord) -> bool:
    """ "will be used for driving them out", "could lead to a surge": told as part of another."""
    if word.is_verb:
        part = word.token.dep == "pcomp" and word.token.tag == "VBG"
    else:
        part = word.token.dep == "pobj" and not is_definite(word.sentence, word.token)
    return part and any(t.pos in ("VERB", "AUX") for t in word.sentence.ancestors(word.i))


def _looks_ahead(sentence: Sentence, i: int) -> bool:
    judged = judge(sentence, i)
    auxes = {kid.lower for kid in sentence.kids(i, "aux")}
    if auxes & {"have", "had"}:
        return False
    return judged.planned or judged.conditional or judged.certainty is not Certainty.CERTAIN


def _lasts(word: EventWord) -> bool:
    lemma = word.token.lemma
    if word.is_verb:
        return lemma in ACTIVITIES or lemma in STATIVE
    return lemma in DURATIVE or word.token.tag == "NNS"


def _takes_its_time(word: EventWord) -> bool:
    """Whether what is to come comes about by degrees, or once for each of several."""
    if not word.is_verb:
        return word.token.lemma in LASTING
    thing = word.sentence.kid(word.i, "dobj")
    several = thing is not None and thing.tag in ("NNS", "NNPS")
    return word.token.lemma in CHANGES or (several and word.token.lemma not in AT_ONCE)


def _open(first: date | None, last: date | None, event: Event, word: EventWord, dct: date) -> str:
    if first is None:
        end = last or dct
        if event.status in AHEAD and end > dct:
            return f"after{dct}before{end}"
        return f"before{end if end == dct else end + DAY}"
    # What another event bounds began some time after it, what "since" bounds on that day.
    by_event = event.time.basis is Basis.INHERITED and word.token.lemma not in DURATIVE
    begin = f"after{first}before{dct}" if by_event else first.isoformat()
    if event.status is Status.ONGOING or (is_perfect(word) and _lasts(word)):
        return f"beginPoint={begin}endPoint=after{dct}"
    if by_event and event.status not in AHEAD and first < dct:
        return begin
    return f"after{first - DAY}"


def _stretch(
    days: tuple[date, date],
    event: Event,
    word: EventWord,
    timexes: Mapping[str, Timex],
    dct: date,
) -> str:
    first, last = days
    named = [timexes[ref.id] for ref in event.time.timexes]
    lasted = any(timex.type is TimexType.DURATION for timex in named)
    fiscal = event.time.granularity in (Granularity.MONTH, Granularity.QUARTER) and word.is_verb
    drawn_out = fiscal and (_lasts(word) or _takes_its_time(word))
    figure = first < last and (event.type == "economy" or drawn_out)
    counted = event.time.granularity in FINE and first < last
    if counted or (event.status not in AHEAD and (lasted or figure)):
        return f"beginPoint={first}endPoint={dct if last == dct - DAY else last}"
    if first == last:
        return first.isoformat()
    if event.time.granularity is Granularity.WEEK:
        first, last = first - DAY, last - DAY
    if event.status is Status.OCCURRED and first < dct < last:
        last = dct
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last != dct:
        last = last.replace(day=28)
    return f"after{first}before{last}"
