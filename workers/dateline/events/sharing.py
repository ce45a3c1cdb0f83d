"""Whose time within its sentence is also another event's."""

from collections.abc import Callable, Iterator, Mapping

from dateline.events import framing
from dateline.events.narration import is_aim
from dateline.events.participants import is_elliptic
from dateline.events.planning import PLANNING, SETTING
from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord, carried
from dateline.events.words.listed import listed
from dateline.events.words.modality import COMING_ABOUT, IMPLICATIVE, OVER_CLAUSE, Effect
from dateline.model.event import EventKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs whose "to" tells what was tried, or how it looked, at the same time.
_TRYING = listed("appear attempt seem struggle try")
# Verbs that tell a phase of what follows them: "began selling on Monday" is of that day too.
_PHASES = listed("begin cease commence finish quit resume start stop")
# What a disaster or a crime does when it happens.
_STRIKING = listed("break claim commit damage destroy devastate erupt hit injure kill strike wound")
# Adverbs that part a participle from its clause: "left, later saying that".
_APART = listed("afterwards before earlier eventually finally later previously subsequently then")
# Conjunctions that put two clauses at one time.
_WHILE = frozenset({"when", "as", "while"})

_Test = Callable[[Sentence, EventWord, EventWord], bool]


def sharers(
    sentence: Sentence, word: EventWord, by_index: Mapping[int, EventWord]
) -> Iterator[EventWord]:
    """The event words whose time is also this one's."""
    pairs: list[tuple[Token, _Test]] = [(sentence.head(word.i), _takes_from_head)]
    pairs += [(kid, _takes_from_kid) for kid in sentence.kids(word.i)]
    pairs += [(kid, _takes_from_kid) for kid in _wounded(sentence, word)]
    if word.token.dep == "xcomp" and sentence.head(word.i).lemma in PLANNING:
        pairs += [(kid, _is_planned_with) for kid in sentence.kids(word.token.head, "advcl")]
    for preposition in sentence.kids(word.i, "prep"):
        pairs += [(kid, framing.takes_from_inside) for kid in sentence.kids(preposition.i, "pobj")]
    if word.token.dep in ("pobj", "pcomp"):
        pairs.append((sentence.head(sentence.head(word.i).i), framing.lies_inside))
    if word.token.dep in _SUBJECTS and not word.is_verb:
        pairs += [(verb, _is_to_come_about) for verb in _foreseen(sentence, word)]
    if word.token.dep == "relcl":
        pairs += [(above, framing.tells_where) for above in sentence.ancestors(word.i)]
    if word.token.dep in ("acl", "relcl"):
        pairs += [(above, framing.was_on) for above in sentence.ancestors(word.i)]
    for token, test in pairs:
        other = by_index.get((carried(sentence, token.i) or token).i)
        if other is not None and other is not word and test(sentence, word, other):
            yield other


def _takes_from_head(sentence: Sentence, word: EventWord, head: EventWord) -> bool:
    dep = word.token.dep
    if head.kind is EventKind.STATEMENT and dep not in ("conj", "advcl", "acl", "relcl"):
        return False
    return (
        (dep == "conj" and word.is_verb == head.is_verb and not _parts(head, word))
        or (dep in _SUBJECTS and not word.is_verb)
        or (dep == "dobj" and not word.is_verb and _brings_about(sentence, head, word))
        or (dep == "xcomp" and _settles(head))
        or (dep == "advcl" and _is_simultaneous(sentence, word) and not _is_asked(head, word))
        or (dep == "acl" and _is_done(word) and _comes_about(head, word))
        or (dep == "relcl" and _is_done(word) and _is_what_struck(sentence, word))
    )


def _comes_about(noun: EventWord, participle: EventWord) -> bool:
    """ "a speech delivered in Rome", "the damage caused": they happen together."""
    return not noun.is_verb and participle.token.lemma in COMING_ABOUT | _STRIKING


def _is_done(participle: EventWord) -> bool:
    """ "a speech delivered", but not "a speech planned", which was planned before."""
    return participle.token.tag in ("VBN", "VBD") and participle.token.lemma not in SETTING


def _settles(verb: EventWord) -> bool:
    """Whether what follows "to" is of that time: "began to", "refused to", "tried to"."""
    settled = OVER_CLAUSE.get(verb.token.lemma) in (Effect.NEGATED, Effect.DENIED)
    return settled or verb.token.lemma in IMPLICATIVE | _TRYING


def _is_simultaneous(sentence: Sentence, clause: EventWord) -> bool:
    """ "..., saying that", "when tons of earth came down", "as the vote passed"."""
    marks = {mark.lower for mark in sentence.kids(clause.i, "mark", "advmod")}
    bare = clause.token.tag == "VBG" and _is_bare(sentence, clause.i)
    return (bare and not marks & _APART) or bool(marks & _WHILE)


def _is_of_the_plan(sentence: Sentence, word: EventWord, clause: EventWord) -> bool:
    """ "is expected to urge them when they meet": the clause is of what is planned."""
    planned = sentence.kid(word.i, "xcomp") if word.token.lemma in PLANNING else None
    return planned is not None and planned.i < clause.i


def _is_planned_with(sentence: Sentence, word: EventWord, clause: EventWord) -> bool:
    return word.i < clause.i and _is_simultaneous(sentence, clause)


def _foreseen(sentence: Sentence, subject: EventWord) -> Iterator[Token]:
    """What is foreseen of a subject: "the trial is expected to start", "talks are due to end"."""
    verb = sentence.head(subject.i)
    for above in (verb, *sentence.kids(verb.i, "acomp", "oprd")):
        yield from sentence.kids(above.i, "xcomp")


def _is_to_come_about(_: Sentence, subject: EventWord, verb: EventWord) -> bool:
    return verb.is_verb and verb.token.lemma in COMING_ABOUT and subject.i < verb.i


def _is_asked(head: EventWord, clause: EventWord) -> bool:
    """ "did not say when he left": what is told of is not when it is told."""
    subject = clause.sentence.kid(clause.i, "nsubj", "nsubjpass")
    return head.kind is EventKind.STATEMENT and subject is not None and head.i < clause.i


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
    return word.is_verb == kid.is_verb and not _parts(word, kid) and _is_told_along(sentence, kid)


def _parts(word: EventWord, kid: EventWord) -> bool:
    """ "had condemned it but praised them", "began and is expected to last": not at one time."""
    if not word.is_verb or not kid.is_verb:
        return False
    one, other = (_tense(each) for each in (word, kid))
    return other is not None and one != other


def _tense(verb: EventWord) -> str | None:
    """What its auxiliary says of its time, or its own form; None where it shares another's."""
    auxes = {aux.lower for aux in verb.sentence.kids(verb.i, "aux", "auxpass")}
    for tense, words in _TENSES.items():
        if auxes & words:
            return tense
    return "past" if verb.token.tag == "VBD" else None


_TENSES = {
    "before": frozenset({"had"}),
    "perfect": frozenset({"has", "have", "'ve", "’ve"}),
    "ahead": frozenset({"will", "wo", "'ll", "’ll", "may", "might", "could", "can", "would"}),
    "present": frozenset({"is", "are", "'re", "’re", "do", "does"}),
    "past": frozenset({"was", "were", "did"}),
}


def _is_noun(sentence: Sentence, word: EventWord, kid: EventWord) -> bool:
    if kid.is_verb or word.token.lemma in PLANNING:
        return False
    return kid.token.dep in _SUBJECTS or _brings_about(sentence, word, kid)


_VERB_FROM: dict[str, _Test] = {
    "conj": _is_told_with,
    "xcomp": lambda _, word, kid: word.token.lemma in _PHASES and kid.is_verb,
    "nsubj": _is_noun,
    "nsubjpass": _is_noun,
    "dobj": _is_noun,
    "advcl": lambda sentence, word, kid: (
        (_is_simultaneous(sentence, kid) or is_aim(kid))
        and not _is_of_the_plan(sentence, word, kid)
    ),
    # Participles hung on their count: "were killed and at least 12 wounded".
    "acl": lambda sentence, _, kid: sentence.head(kid.i).tag == "CD",
}
_NOUN_FROM: dict[str, _Test] = {
    "conj": _is_told_with,
    "acl": lambda _, word, kid: _comes_about(word, kid),
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
