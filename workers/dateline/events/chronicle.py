"""When each event of an article happens: explicit, inherited, or by the day of publication."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.events import dating, times
from dateline.events.participants import is_elliptic
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.modality import COMING_ABOUT, IMPLICATIVE, OVER_CLAUSE, Effect
from dateline.events.words.verbs import SAYING
from dateline.model.event import Basis, Certainty, EventKind, EventTime, Polarity
from dateline.model.interval import FINE
from dateline.model.timex import Dct, Timex, inside

Place = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PAST = frozenset({"VBD", "VBN"})
# Prepositions that put one event inside another: "said at a news conference".
_INSIDE = frozenset({"in", "at", "during", "on", "with"})
# What a disaster or a crime does when it happens.
_STRIKING = listed("break claim commit damage destroy devastate erupt hit injure kill strike wound")
# Conjunctions that put two clauses at one time.
_WHILE = frozenset({"when", "as", "while"})
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
        start = time.interval.earliest
        ahead = start is not None and start > self.dct.day
        return not (ahead and word.is_verb and _is_simple_past(word))

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
    for other in _sharers(sentence, word, by_index):
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


_Test = Callable[[Sentence, EventWord, EventWord], bool]


def _sharers(
    sentence: Sentence, word: EventWord, by_index: Mapping[int, EventWord]
) -> Iterator[EventWord]:
    """The event words whose time is also this one's."""
    pairs: list[tuple[Token, _Test]] = [(sentence.head(word.i), _takes_from_head)]
    pairs += [(kid, _takes_from_kid) for kid in sentence.kids(word.i)]
    pairs += [(kid, _takes_from_kid) for kid in _wounded(sentence, word)]
    for preposition in sentence.kids(word.i, "prep"):
        pairs += [(kid, _takes_from_inside) for kid in sentence.kids(preposition.i, "pobj")]
    if word.token.dep in ("pobj", "pcomp"):
        pairs.append((sentence.head(sentence.head(word.i).i), _lies_inside))
    if word.token.dep == "relcl":
        pairs += [(above, _tells_where) for above in sentence.ancestors(word.i)]
    for token, test in pairs:
        other = by_index.get(token.i)
        if other is not None and other is not word and test(sentence, word, other):
            yield other


def _takes_from_head(sentence: Sentence, word: EventWord, head: EventWord) -> bool:
    dep = word.token.dep
    if head.kind is EventKind.STATEMENT and dep not in ("conj", "advcl"):
        return False
    return (
        (dep == "conj" and word.is_verb == head.is_verb)
        or (dep in _SUBJECTS and not word.is_verb)
        or (dep == "dobj" and not word.is_verb and _brings_about(sentence, head, word))
        or (dep == "xcomp" and _settles(head))
        or (dep == "advcl" and _is_simultaneous(sentence, word))
    )


def _settles(verb: EventWord) -> bool:
    """Whether what follows "to" did or did not happen there and then: "began to", "refused to"."""
    settled = OVER_CLAUSE.get(verb.token.lemma) in (Effect.NEGATED, Effect.DENIED)
    return settled or verb.token.lemma in IMPLICATIVE


def _is_simultaneous(sentence: Sentence, clause: EventWord) -> bool:
    """ "..., saying that", "when tons of earth came down", "as the vote passed"."""
    marks = {mark.lower for mark in sentence.kids(clause.i, "mark", "advmod")}
    bare = clause.token.tag == "VBG" and _is_bare(sentence, clause.i)
    return (bare and not marks) or bool(marks & _WHILE)


def _brings_about(sentence: Sentence, verb: EventWord, noun: EventWord) -> bool:
    """Whether the object comes about with its verb: "launched an attack", not "saw the attack"."""
    if verb.token.lemma in COMING_ABOUT:
        return True
    article = sentence.kid(noun.i, "det")
    return article is not None and article.lower in ("a", "an", "another")


def _is_bare(sentence: Sentence, i: int) -> bool:
    return sentence.kid(i, "aux", "mark") is None


def _takes_from_kid(sentence: Sentence, word: EventWord, kid: EventWord) -> bool:
    test = _VERB_FROM if word.is_verb else _NOUN_FROM
    return kid.token.dep in test and test[kid.token.dep](sentence, word, kid)


def _is_told_with(sentence: Sentence, word: EventWord, kid: EventWord) -> bool:
    return word.is_verb == kid.is_verb and _is_told_along(sentence, kid)


def _is_noun(sentence: Sentence, word: EventWord, kid: EventWord) -> bool:
    return not kid.is_verb and (kid.token.dep in _SUBJECTS or _brings_about(sentence, word, kid))


_VERB_FROM: dict[str, _Test] = {
    "conj": _is_told_with,
    "nsubj": _is_noun,
    "nsubjpass": _is_noun,
    "dobj": _is_noun,
    "advcl": lambda sentence, _, kid: _is_simultaneous(sentence, kid),
    # Participles hung on their count: "were killed and at least 12 wounded".
    "acl": lambda sentence, _, kid: sentence.head(kid.i).tag == "CD",
}
_NOUN_FROM: dict[str, _Test] = {
    "conj": _is_told_with,
    "acl": lambda _, __, kid: kid.token.lemma in COMING_ABOUT | _STRIKING,
    "relcl": lambda sentence, _, kid: _is_what_struck(sentence, kid),
}


def _is_what_struck(sentence: Sentence, kid: EventWord) -> bool:
    """ "the flood, which struck on 2 January": the clause tells when the noun happened."""
    subject = sentence.kid(kid.i, "nsubj", "nsubjpass")
    stands_for = subject is not None and subject.tag in ("WDT", "WP")
    return stands_for and kid.token.lemma in COMING_ABOUT | _STRIKING


def _is_told_along(sentence: Sentence, kid: EventWord) -> bool:
    """ "three were killed and five wounded on Thursday": one subject or none of its own."""
    own = sentence.kid(kid.i, "nsubj")
    return own is None or is_elliptic(sentence, kid.i)


def _wounded(sentence: Sentence, word: EventWord) -> list[Token]:
    """Participles that a parser hangs on their count: "were killed and at least 12 wounded"."""
    counts = [kid for kid in sentence.kids(word.i, "conj") if kid.tag == "CD"]
    return [kid for count in counts for kid in sentence.kids(count.i, "acl") if kid.tag == "VBN"]


def _takes_from_inside(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "In a Wednesday ceremony, she signed": the verb has the day of what it happens at."""
    return word.is_verb and sentence.head(other.i).lower in _INSIDE


def _lies_inside(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "said at a news conference", "ended it by leaving": the word has the day of the verb."""
    inside = sentence.head(word.i).lower in _INSIDE
    if word.is_verb:
        return other.is_verb and sentence.head(word.i).lower in ("by", "in", "while")
    definite = sentence.kid(word.i, "det")
    return inside and other.is_verb and (definite is None or definite.lower in ("a", "an"))


def _tells_where(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "met in Oslo, where they signed": both clauses in the simple past."""
    where = any(kid.lower == "where" for kid in sentence.kids(word.i, "advmod"))
    return where and other.is_verb and _is_simple_past(word) and _is_simple_past(other)


def _headline(story: _Chronicle) -> None:
    """A headline tells what the lead tells, on the lead's day."""
    lead = _lead(story)
    if lead is None:
        return
    for word in list(story.open()):
        told = word.sentence.headline and _is_main(word) and _happened(story, word)
        if told and _tells_the_same(word, lead[0]):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)


def _lead(story: _Chronicle) -> tuple[EventWord, EventTime] | None:
    """The main event of the opening paragraph with its day, where it names one."""
    opening = next((w.sentence.paragraph for w in story.words if not w.sentence.headline), -1)
    for word in story.words:
        time = story.found.get(word.place)
        main = word.sentence.paragraph == opening and (_is_main(word) or _is_told_first(word))
        if main and time is not None and time.granularity in FINE and time.interval is not None:
            return word, time
    return None


def _tells_the_same(word: EventWord, other: EventWord) -> bool:
    """Whether two verbs are one, or name somebody in common."""
    names = _capitals(word.sentence) & _capitals(other.sentence)
    return _stem(word) == _stem(other) or bool(names)


def _capitals(sentence: Sentence) -> set[str]:
    return {token.lower for token in sentence.tokens if token.pos == "PROPN"}


def _named_again(story: _Chronicle) -> None:
    """An event named again by the same word, or by its noun, keeps its day."""
    dated: dict[str, tuple[EventWord, EventTime]] = {}
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and time.interval is not None and word.kind is not EventKind.STATE:
            dated.setdefault(_stem(word), (word, time))
    for word in list(story.open()):
        first = dated.get(_stem(word))
        if first is not None and _is_definite(word) and _happened(story, word):
            story.found[word.place] = times.inherited(first[1], first[0].token.text)


def _taken_up(story: _Chronicle) -> None:
    """ "The announcement came ...": a definite noun for what the sentence before has told."""
    last: tuple[EventWord, EventTime] | None = None
    for word in story.words:
        time = story.found.get(word.place)
        if time is not None and _is_main(word) and time.granularity in FINE and time.interval:
            last = (word, time)
        shell = word.token.lemma in _SHELLS and _is_definite(word) and not story.is_dated(word)
        next_to = last is not None and word.sentence.number - last[0].sentence.number == 1
        if shell and last is not None and next_to and _happened(story, word):
            story.found[word.place] = times.inherited(last[1], last[0].token.text)


def _stem(word: EventWord) -> str:
    """What "resign" and "resignation" share; short words are their own stems."""
    return word.token.lemma[:6] if len(word.token.lemma) > 5 else word.token.lemma


def _is_definite(word: EventWord) -> bool:
    if word.is_verb or word.kind is EventKind.STATE:
        return False
    article = word.sentence.kid(word.i, "det", "poss")
    plain = word.token.tag == "NN"
    return plain and article is not None and article.lower not in ("a", "an", "another", "any")


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
    return narrated and _is_main(word) and _is_simple_past(word) and _is_certain(story, word)


def _is_main(word: EventWord) -> bool:
    return word.is_verb and word.token.dep in ("ROOT", "conj")


def _is_told_first(word: EventWord) -> bool:
    """ "Dockers walked out on Monday, their union said": what is told stands before who says so."""
    head = word.sentence.head(word.i)
    return word.token.dep == "ccomp" and head.lemma in SAYING and head.i > word.i


def _is_simple_past(word: EventWord) -> bool:
    aux = {kid.lower for kid in word.sentence.kids(word.i, "aux", "auxpass")}
    return word.token.tag in _PAST and not aux & {"has", "have", "had", "is", "are", "'s", "’s"}


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
    opening = next((w.sentence.paragraph for w in story.words if not w.sentence.headline), -1)
    lead = _lead(story)
    for word in list(story.open()):
        if word.place in story.quoted or not _is_certain(story, word):
            continue
        why = _is_news(word, opening)
        if why == TOLD and lead is not None and _is_recent(lead[1], story.dct):
            story.found[word.place] = times.inherited(lead[1], lead[0].token.text)
        elif why is not None:
            story.found[word.place] = times.publication(story.dct, why)


def _is_recent(time: EventTime, dct: Dct) -> bool:
    """Whether a lead's day is that of news, not of history."""
    day = None if time.interval is None else time.interval.earliest
    return day is not None and 0 <= (dct.day - day).days <= 7


def _is_news(word: EventWord, lead: int) -> str | None:
    if not word.is_verb or (word.kind is EventKind.STATE and word.token.tag != "VBD"):
        return None
    main = word.token.dep in ("ROOT", "conj", "ccomp")
    if word.sentence.headline and main:
        return "reported in the headline"
    if word.kind is EventKind.STATEMENT:
        return "said for the news of the day" if _is_said_now(word) else None
    if main and word.sentence.paragraph == lead:
        return "reported in the lead"
    return TOLD if _is_main(word) and _is_simple_past(word) else None


def _is_said_now(word: EventWord) -> bool:
    aux = {kid.lower for kid in word.sentence.kids(word.i, "aux")}
    return word.token.tag in ("VBD", "VBZ", "VBP") and not aux
