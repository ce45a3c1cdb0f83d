"""Which timex dates which event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.events import belonging, planning
from dateline.events.clause import is_from_then_on
from dateline.events.comparing import is_compared
from dateline.events.narration import is_aim, is_simple_past
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.modality import OVER_CLAUSE, Effect
from dateline.events.words.verbs import SAYING
from dateline.model.provenance import Span
from dateline.model.timex import Timex, TimexType

# How much a word between timex and event counts against a step in the tree.
WORD_COST = 0.4
# A timex stands after its event more often than before it.
RIGHTWARD_COST = 1.0
# A comma parts more than a word does.
COMMA_COST = 2.0


class Bound(StrEnum):
    """How a preposition ties an event to the time that it names."""

    WITHIN = "within"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"


_BOUNDS = {
    "by": Bound.BY,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "before": Bound.BEFORE,
    "since": Bound.SINCE,
    "after": Bound.AFTER,
    "from": Bound.SINCE,
    "between": Bound.SINCE,
}


_UP_TO = (Bound.UNTIL, Bound.BEFORE)


@dataclass(frozen=True, slots=True)
class Tie:
    """A timex that dates an event, and how."""

    timex: Timex
    bound: Bound = Bound.WITHIN


def ties(
    sentence: Sentence, words: Sequence[EventWord], timexes: Iterable[Timex], day: date
) -> dict[int, list[Tie]]:
    """The timexes that date each event word of a sentence, by the word's index.

    `day` is the day of publication: plans made before it are dated by what lies before it.
    """
    found: dict[int, list[Tie]] = {}
    for timex in timexes:
        head = head_of(sentence, timex)
        if head is None or timex.type is TimexType.SET or _says_which(sentence, words, head):
            continue
        if is_compared(sentence, head):
            continue
        able = [w for w in words if not (_lies_ahead(timex, day) and _is_over(w))]
        word = nearest(sentence, able, head)
        put = word and planning.owner(sentence, words, word, head)
        how = bound(sentence, head) if put is word else Bound.WITHIN
        word = put
        if word is not None and _lies_before(timex, day):
            word = _decided(sentence, words, word)
        if word is not None and (timex.interval is not None or _hangs_on(sentence, head, word)):
            found.setdefault(word.i, []).append(Tie(timex, how))
        for other in _told_of(sentence, words, head):
            found.setdefault(other.i, [Tie(timex)])
    return {i: [t for t in own if t.timex.interval] or own for i, own in found.items()}


def _told_of(sentence: Sentence, words: Sequence[EventWord], head: Token) -> Iterator[EventWord]:
    """What a clause tells of a day: "in 1983, when a hundred people died"."""
    for clause in sentence.kids(head.i, "relcl"):
        if any(kid.lower == "when" for kid in sentence.kids(clause.i, "advmod")):
            yield from (word for word in words if word.i == clause.i)


def is_told(word: EventWord) -> bool:
    """Whether it is told as over: such a verb has no day ahead of the publication."""
    return word.is_verb and is_simple_past(word)


def _is_over(word: EventWord) -> bool:
    """The same of finite verbs: "the report promised for January" is still to come.

    Verbs of planning are told in the past and name a day ahead: "was postponed until Friday".
    """
    return is_told(word) and word.token.dep != "acl" and word.token.lemma not in planning.PLANNING


def _lies_ahead(timex: Timex, day: date) -> bool:
    first = None if timex.interval is None else timex.interval.earliest
    return first is not None and first > day


def _lies_before(timex: Timex, day: date) -> bool:
    last = None if timex.interval is None else timex.interval.latest
    return last is not None and last <= day


def _decided(sentence: Sentence, words: Sequence[EventWord], word: EventWord) -> EventWord:
    """ "agreed to buy it on Monday", with Monday gone by, dates the agreeing, not the buying.

    So does "agreed to a meeting on Monday".
    """
    head = sentence.head(word.i)
    if word.token.dep == "pobj":
        head = sentence.head(head.i)
    ahead = OVER_CLAUSE.get(head.lemma) in (Effect.PLANNED, Effect.POSSIBLE)
    past = head.tag == "VBD" and sentence.kid(head.i, "nsubjpass") is None
    if word.token.dep in ("xcomp", "pobj") and ahead and past:
        return next((other for other in words if other.i == head.i), word)
    return word


def _hangs_on(sentence: Sentence, head: Token, word: EventWord) -> bool:
    """Whether a timex stands directly under a word: one without a date reaches no further."""
    above = sentence.head(head.i)
    over = sentence.head(above.i) if head.dep == "pobj" else above
    # "Have been on strike for three weeks": what hangs on "be" hangs on what is said to be.
    copula = over.lemma == "be" and sentence.governs(over.i, word.i) and not word.is_verb
    return copula or word.i in (above.i, over.i)


def _says_which(sentence: Sentence, words: Sequence[EventWord], head: Token) -> bool:
    """Whether a timex tells which thing is meant, and dates nothing: "the 2011 model"."""
    thing = sentence.head(head.i)
    attributive = head.dep in ("compound", "nummod", "amod", "nmod")
    # "... rolled on Tuesday and foreign cargo was unloaded": what "and" parts is no attribute.
    parted = any(token.dep == "cc" for token in sentence.tokens[head.i + 1 : thing.i])
    # "... at the Trade Fair 2010": so does the year that ends a name.
    ends_name = thing.pos == "PROPN" and head.tag == "CD" and head.i > thing.i
    thing_like = thing.pos == "NOUN" or ends_name
    nothing_dated = all(word.i != thing.i for word in words)
    return attributive and not parted and thing_like and nothing_dated


def head_of(sentence: Sentence, timex: Timex) -> Token | None:
    """The word of a timex that hangs on the rest of the sentence; None where it is not in it."""
    return _top(sentence, sentence.covering(timex.span))


def _top(sentence: Sentence, inside: Sequence[Token]) -> Token | None:
    return next(
        (t for t in inside if t.head == t.i or sentence.tokens[t.head] not in inside),
        None,
    )


def nearest(sentence: Sentence, words: Sequence[EventWord], head: Token) -> EventWord | None:
    """The event word that a timex belongs to: the nearest in tree and text."""
    others = [
        word
        for word in words
        if word.i != head.i
        and not _set_apart(sentence, head, word)
        and not _only_says_so(sentence, head, word)
        and not _is_aim(sentence, head, word)
    ]
    owner = belonging.owner(sentence, words, head)
    for word in words:
        if owner is not None and word.i == owner.i:
            return word
    return min(others, key=lambda word: (_cost(sentence, word, head), word.i), default=None)


def _cost(sentence: Sentence, word: EventWord, head: Token) -> float:
    cost = sentence.tree_distance(word.i, head.i) + WORD_COST * abs(word.i - head.i)
    low, high = sorted((word.i, head.i))
    cost += COMMA_COST * sum(t.text == "," for t in sentence.tokens[low + 1 : high])
    # Rounded, so that equal costs are equal and the earlier word wins.
    return round(cost + (RIGHTWARD_COST if word.i > head.i else 0), 3)


def _set_apart(sentence: Sentence, head: Token, word: EventWord) -> bool:
    """Whether a timex stands in an aside without the word: "X, its head since 2019, said ..."."""
    asides = [token for token in sentence.ancestors(head.i) if token.dep == "appos"]
    return any(not sentence.governs(aside.i, word.i) for aside in asides)


def _only_says_so(sentence: Sentence, head: Token, word: EventWord) -> bool:
    """ "He fled on Monday, police said": a day in what is told before is not that of the saying."""
    told = sentence.kid(word.i, "ccomp") if word.token.lemma in SAYING else None
    return told is not None and told.i < word.i and sentence.governs(told.i, head.i)


def _is_aim(sentence: Sentence, head: Token, word: EventWord) -> bool:
    """ "They won at home on Sunday to go top": a day told before an aim is not that of the aim."""
    verb = sentence.head(word.i)
    return verb.i < head.i < word.i and sentence.governs(verb.i, head.i) and is_aim(word)


def is_under(word: EventWord, span: Span) -> bool:
    """Whether a phrase stands directly under a word, by a preposition or without."""
    inside = word.sentence.covering(span)
    head = _top(word.sentence, inside)
    return head is not None and _hangs_on(word.sentence, head, word)


def bound(sentence: Sentence, head: Token) -> Bound:
    """What the preposition before a timex says."""
    preposition = sentence.head(head.i)
    if head.dep == "conj" and sentence.head(preposition.i).lower == "between":
        return Bound.UNTIL
    if head.dep != "pobj":
        return Bound.WITHIN
    if preposition.lower in ("to", "through") and _goes_on(sentence, preposition):
        return Bound.UNTIL
    told = _BOUNDS.get(preposition.lower, Bound.WITHIN)
    return _from_then_on(sentence, preposition) if told in _UP_TO else told


def _from_then_on(sentence: Sentence, preposition: Token) -> Bound:
    """ "did not speak until Monday": on that day; "will not open until Monday": from then on."""
    verb = sentence.head(preposition.i)
    for clause in (verb, sentence.head(verb.i)):
        if is_from_then_on(sentence, clause.i):
            auxes = sentence.kids(clause.i, "aux", "auxpass")
            past = any(aux.lower in ("did", "was", "were") for aux in auxes)
            return Bound.WITHIN if past else Bound.SINCE
    return _BOUNDS[preposition.lower]


def _goes_on(sentence: Sentence, preposition: Token) -> bool:
    """Whether a "to" ends what a "from" begins: "from May to July", not "put off to July"."""
    above = sentence.head(preposition.i)
    siblings = sentence.kids(above.i, "prep")
    return any(k.lower == "from" and k.i < preposition.i for k in (above, *siblings))
