"""How firmly the words around an event commit to it."""

from dataclasses import replace

from dateline.events.clause import (
    is_definite,
    is_infinitive,
    is_negated,
    is_none,
    is_present,
    own,
)
from dateline.events.colouring import apply, colour, weaker
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token
from dateline.events.words.listed import listed
from dateline.events.words.modality import (
    COMING_ABOUT,
    IMPLICATIVE,
    NOUN_OVER,
    OVER_CLAUSE,
    OVER_NOUN,
    SETTLED,
    Effect,
)
from dateline.events.words.nouns import CLAIMS
from dateline.events.words.types import type_of
from dateline.events.words.verbs import REPORTING
from dateline.model.event import Certainty, Polarity

# What is ended was there, whether it ends or not.
_ENDING = frozenset({"end", "halt", "finish", "conclude", "resolve", "settle", "continue"})
# Predicates that say of an event that it goes on.
_UNDER_WAY = frozenset({"ongoing", "underway", "under", "afoot"})
# Verbs that settle whether a report is true; negated, they leave it open.
_SETTLING = frozenset({"confirm", "verify", "prove", "corroborate", "establish", "substantiate"})
_FALSE = frozenset({"false", "untrue", "wrong", "baseless", "unfounded", "incorrect", "nonsense"})


def judge(sentence: Sentence, i: int) -> Judgement:
    """The judgement of an event word, from its own clause and from what that clause hangs on."""
    return _embedded(sentence, i, own(sentence, i))


def _embedded(sentence: Sentence, i: int, judged: Judgement) -> Judgement:
    """What the words that govern the event add to its own judgement."""
    token = sentence.tokens[i]
    if token.head == i:
        return judged
    if token.pos in ("VERB", "AUX"):
        return _clause_under(sentence, token, judged)
    return _noun_under(sentence, token, judged)


def _clause_under(sentence: Sentence, verb: Token, judged: Judgement) -> Judgement:
    head = sentence.head(verb.i)
    match verb.dep:
        case "conj":
            judged = _conjoined(sentence, verb, head, judged)
        case "xcomp" | "ccomp" | "csubj" | "csubjpass":
            judged = _complement(sentence, verb, head, judged)
        case "pcomp":
            judged = _after_preposition(sentence, head, judged)
        case "acl":
            judged = _under_noun_clause(sentence, verb, head, judged)
        case "relcl" if sentence.kid(verb.i, "mark") is not None:
            judged = _claimed(sentence, head, judged)
        case "advcl":
            judged = _adverbial(sentence, verb, head, judged)
    return judged


def _conjoined(sentence: Sentence, verb: Token, head: Token, judged: Judgement) -> Judgement:
    """ "will meet and discuss": a bare second verb shares the first one's auxiliaries."""
    shares = sentence.kid(verb.i, "nsubj", "nsubjpass", "aux", "auxpass") is None
    if shares and verb.tag in (head.tag, "VB"):
        return colour(judged, judge(sentence, head.i))
    return _embedded(sentence, head.i, judged) if head.dep != "conj" else judged


def _complement(sentence: Sentence, verb: Token, head: Token, judged: Judgement) -> Judgement:
    infinitive = is_infinitive(sentence, verb.i)
    if infinitive and _is_be_to(verb, head):
        judged = apply(colour(judged, judge(sentence, head.i)), Effect.PLANNED, "be to")
        missed = any(aux.lower == "have" for aux in sentence.kids(verb.i, "aux"))
        return apply(judged, Effect.NEGATED if missed else None, "was to have")
    if infinitive and any(kid.lower == "yet" for kid in sentence.kids(head.i, "advmod")):
        return apply(judged, Effect.NEGATED, "yet to")
    if infinitive and _is_hearsay(sentence, head):
        return _governed(sentence, head, Effect.PROBABLE, judged)
    reported = head.lemma in REPORTING and verb.dep == "ccomp" and not infinitive
    effect = _effect(sentence, OVER_CLAUSE, head)
    if head.lemma == "wish" and not infinitive:
        return replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why="wish")
    if reported and effect is not Effect.DENIED:
        return judged
    return _governed(sentence, head, effect, judged)


def _is_hearsay(sentence: Sentence, head: Token) -> bool:
    """ "is said to have left", "is rumoured to be ill"."""
    return sentence.kid(head.i, "auxpass") is not None and head.lemma in _HEARSAY


_HEARSAY = frozenset({"allege", "report", "rumor", "rumour", "say", "claim"})


def _is_be_to(verb: Token, head: Token) -> bool:
    """ "are to stand trial", "is going to resign"."""
    going = head.lower == "going" and head.tag == "VBG"
    return going or (head.lemma == "be" and head.pos == "AUX" and verb.dep != "csubj")


def _effect(sentence: Sentence, table: dict[str, Effect], head: Token) -> Effect | None:
    """What the table says of a word; with a particle it is another word: "called off"."""
    particle = sentence.kid(head.i, "prt")
    effect = table.get(head.lemma if particle is None else f"{head.lemma}-{particle.lower}")
    past = head.tag in ("VBD", "VBN") and sentence.kid(head.i, "auxpass") is None
    if effect is Effect.CANCELLED and _has_new_day(sentence, head):
        return Effect.PLANNED
    return None if effect is Effect.ONGOING and past else effect


def _has_new_day(sentence: Sentence, verb: Token) -> bool:
    """ "postponed until Friday": what is put off to another day is still planned."""
    put_off = verb.lemma in ("postpone", "put")
    return put_off and any(kid.lower in ("to", "until") for kid in sentence.kids(verb.i, "prep"))


def _governed(
    sentence: Sentence, head: Token, effect: Effect | None, judged: Judgement
) -> Judgement:
    """The judgement below a governing word: its effect, and what is said of the word itself."""
    outer = judge(sentence, head.i)
    if judged.polarity is Polarity.NEGATIVE and _brings_no(sentence, head):
        outer = replace(outer, polarity=Polarity.POSITIVE)
    judged = apply(judged, effect, head.lemma)
    if effect is Effect.PLANNED and _fell_through(sentence, head):
        return apply(judged, Effect.NEGATED, "but")
    if effect is Effect.PLANNED and head.lemma not in SETTLED:
        # What is merely planned may still come to nothing.
        judged = replace(judged, certainty=weaker(judged.certainty, Certainty.PROBABLE))
    if (
        effect in (None, Effect.PLANNED, Effect.POSSIBLE, Effect.ONGOING)
        or head.lemma in IMPLICATIVE
    ):
        return colour(judged, outer)
    if effect in (Effect.NEGATED, Effect.DENIED) and outer.polarity is Polarity.NEGATIVE:
        # "did not fail to", but "did not deny", "did not rule out".
        settled = effect is Effect.NEGATED and head.lemma not in ("rule", "exclude", "preclude")
        unsure = Certainty.CERTAIN if settled else Certainty.UNKNOWN
        return replace(judged, polarity=Polarity.POSITIVE, denied=False, certainty=unsure)
    return replace(
        judged,
        certainty=weaker(judged.certainty, outer.certainty),
        conditional=judged.conditional or outer.conditional,
        planned=judged.planned or outer.planned,
    )


def _fell_through(sentence: Sentence, head: Token) -> bool:
    """ "was due to appear but failed to": a past plan, and a "but" that says it came to nothing."""
    clause = head if head.pos in ("VERB", "AUX") else sentence.head(head.i)
    if clause.tag not in ("VBD", "VBN"):
        return False
    but = any(kid.lower == "but" for kid in sentence.kids(clause.i, "cc"))
    return but and any(
        kid.lemma in _UNDOING or is_negated(sentence, kid.i)
        for kid in sentence.kids(clause.i, "conj")
    )


_UNDOING = listed("fail cancel refuse decline postpone abandon withdraw collapse founder stall")


def _after_preposition(sentence: Sentence, preposition: Token, judged: Judgement) -> Judgement:
    if preposition.lower == "without":
        return apply(judged, Effect.NEGATED, "without")
    head = sentence.head(preposition.i)
    if (head.lower, preposition.lower) in _NEARLY:
        return apply(judged, _NEARLY[head.lower, preposition.lower], head.lower)
    if head.pos == "NOUN":
        return _governed(sentence, head, NOUN_OVER.get(head.lemma), judged)
    if preposition.lower in ("of", "with") and head.lemma in ("accuse", "suspect", "charge"):
        return apply(judged, Effect.POSSIBLE, head.lemma)
    if preposition.lower in ("from", "on", "in", "to", "of", "for", "about", "against", "out"):
        return _governed(sentence, head, _effect(sentence, OVER_CLAUSE, head), judged)
    return judged


# Adverbs before a preposition: "stopped short of", "came close to", "instead of".
_NEARLY = {
    ("instead", "of"): Effect.NEGATED,
    ("short", "of"): Effect.NEGATED,
    ("close", "to"): Effect.POSSIBLE,
    ("ahead", "of"): Effect.PLANNED,
}


def _under_noun_clause(
    sentence: Sentence, verb: Token, noun: Token, judged: Judgement
) -> Judgement:
    """ "the plan to leave", but not "the troops leaving" or "the claim that they left"."""
    if verb.tag == "VBN" and sentence.kid(verb.i, "aux", "mark") is None:
        # "the agreement signed in May" was signed, whatever agreements are about.
        return judged
    if not is_infinitive(sentence, verb.i):
        return _claimed(sentence, noun, judged)
    passive = sentence.kid(verb.i, "auxpass") is not None
    # "a report to be published in May" announces; "a tool to publish reports" does not.
    otherwise = Effect.PLANNED if passive else Effect.POSSIBLE
    return _governed(sentence, noun, NOUN_OVER.get(noun.lemma, otherwise), judged)


def _claimed(sentence: Sentence, noun: Token, judged: Judgement) -> Judgement:
    """What becomes of "that he left" under a noun: a claim may be rejected or left open."""
    if noun.lemma not in NOUN_OVER and noun.lemma not in CLAIMS:
        return judged
    judged = apply(judged, NOUN_OVER.get(noun.lemma), noun.lemma)
    above = sentence.head(noun.i)
    negative = is_negated(sentence, above.i)
    if noun.dep in ("dobj", "nsubjpass"):
        if OVER_NOUN.get(above.lemma) is Effect.DENIED and not negative:
            return apply(judged, Effect.DENIED, above.lemma)
        if above.lemma in _SETTLING and negative:
            return replace(apply(judged, Effect.POSSIBLE, "not confirmed"), planned=False)
    said = sentence.kid(above.i, "acomp", "attr")
    if noun.dep == "nsubj" and said is not None and said.lower in _FALSE and not negative:
        return apply(judged, Effect.NEGATED, said.lower)
    if is_none(sentence, noun):
        return apply(judged, Effect.POSSIBLE, f"no {noun.lemma}")
    return judged


def _adverbial(sentence: Sentence, verb: Token, head: Token, judged: Judgement) -> Judgement:
    auxes = {aux.lower for aux in sentence.kids(verb.i, "aux")}
    if "to" in auxes:
        return _purpose(sentence, head, judged)
    particle = sentence.kid(head.i, "prt")
    if verb.tag == "VBG" and particle is not None and particle.i == verb.i - 1:
        # "ruled out resigning" is parsed as an adverbial.
        return _governed(sentence, head, _effect(sentence, OVER_CLAUSE, head), judged)
    if verb.tag == "VBG" and not auxes:
        # "leaves, killing five": as true as the clause that it adds to.
        outer = judge(sentence, head.i)
        return replace(colour(judged, outer), polarity=judged.polarity)
    marks = {mark.lower for mark in sentence.kids(verb.i, "mark", "advmod")}
    if is_present(sentence, verb.i) and marks & {"when", "once", "until", "before", "after", "as"}:
        return colour(judged, replace(judge(sentence, head.i), polarity=Polarity.POSITIVE))
    return judged


def _purpose(sentence: Sentence, head: Token, judged: Judgement) -> Judgement:
    if head.pos == "ADJ" or head.lemma in OVER_CLAUSE:
        return _governed(sentence, head, _effect(sentence, OVER_CLAUSE, head), judged)
    return apply(judged, Effect.POSSIBLE, "in order to")


def _noun_under(sentence: Sentence, noun: Token, judged: Judgement) -> Judgement:
    head = sentence.head(noun.i)
    match noun.dep:
        case "dobj" | "nsubjpass" | "attr" | "oprd":
            return _object_of(sentence, noun, head, judged)
        case "nsubj":
            return _subject_of(sentence, noun, head, judged)
        case "pobj":
            return _under_preposition(sentence, noun, head, judged)
        case "conj":
            return _embedded(sentence, head.i, judged) if head.pos == "NOUN" else judged
        case "acomp":
            return colour(judged, judge(sentence, head.i))
    return judged


def _object_of(sentence: Sentence, noun: Token, verb: Token, judged: Judgement) -> Judgement:
    if verb.lemma in _ENDING:
        return judged
    effect = _effect(sentence, OVER_NOUN, verb)
    if effect is Effect.POSSIBLE and is_definite(sentence, noun):
        effect = None
    if effect is not None:
        return _governed(sentence, verb, effect, judged)
    if verb.lemma in COMING_ABOUT or not is_definite(sentence, noun):
        return colour(judged, _but_for(sentence, noun, judge(sentence, verb.i)))
    return judged


def _brings_no(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is negated by its noun's "no" alone: "no vote is expected"."""
    things = sentence.kids(verb.i, "nsubj", "nsubjpass", "dobj", "attr")
    return sentence.kid(verb.i, "neg") is None and any(is_none(sentence, t) for t in things)


def _but_for(sentence: Sentence, noun: Token, outer: Judgement) -> Judgement:
    """What a verb says of itself without the "no" that its noun brought along: once is enough."""
    return replace(outer, polarity=Polarity.POSITIVE) if is_none(sentence, noun) else outer


def _subject_of(sentence: Sentence, noun: Token, verb: Token, judged: Judgement) -> Judgement:
    if verb.lemma == "be":
        # "the talks were not fruitful" were talks all the same.
        if any(kid.lower in _UNDER_WAY for kid in sentence.kids(verb.i, "acomp", "advmod", "prep")):
            judged = apply(judged, Effect.ONGOING, "under way")
        outer = replace(judge(sentence, verb.i), polarity=Polarity.POSITIVE)
        # "their commitment will be tested" tells of one that is there.
        there = is_definite(sentence, noun) and not outer.conditional
        return judged if there else colour(judged, outer)
    if verb.lemma in COMING_ABOUT and verb.lemma not in ("have", "cause", "lead", "see", "make"):
        return colour(judged, _but_for(sentence, noun, judge(sentence, verb.i)))
    if verb.lemma == "fail" and sentence.kid(verb.i, "xcomp", "dobj") is None:
        return judged if judged.polarity is Polarity.NEGATIVE else apply(judged, Effect.NEGATED, "")
    if not is_definite(sentence, noun) and verb.pos == "VERB":
        outer = judge(sentence, verb.i)
        return colour(judged, replace(outer, polarity=Polarity.POSITIVE, denied=False))
    return judged


def _under_preposition(
    sentence: Sentence, noun: Token, preposition: Token, judged: Judgement
) -> Judgement:
    if preposition.dep == "prt":
        # "called off the concert" is parsed as an object of "off".
        return _object_of(sentence, noun, sentence.head(preposition.i), judged)
    if _is_travelled_to(sentence, noun, preposition):
        outer = judge(sentence, sentence.head(preposition.i).i)
        return colour(replace(judged, ongoing=False), outer)
    return _object_of_preposition(sentence, noun, preposition, judged)


def _is_travelled_to(sentence: Sentence, noun: Token, preposition: Token) -> bool:
    """ "is due to arrive for talks": what one comes for is as true as the coming."""
    coming = type_of(sentence.head(preposition.i).lemma) == "movement"
    new = not is_definite(sentence, noun)
    return preposition.lower == "for" and coming and new and type_of(noun.lemma) == "meeting"


def _object_of_preposition(
    sentence: Sentence, noun: Token, preposition: Token, judged: Judgement
) -> Judgement:
    if preposition.lower == "without":
        return apply(judged, Effect.NEGATED, "without")
    head = sentence.head(preposition.i)
    if head.pos == "NOUN" and preposition.lower in ("of", "for", "on", "against"):
        effect = NOUN_OVER.get(head.lemma)
        if effect is not None and not is_definite(sentence, noun):
            return _governed(sentence, head, effect, judged)
        if head.lemma in _CONTAINERS:
            return _embedded(sentence, head.i, judged)
    if head.lemma in ("agree", "commit", "consent") and preposition.lower in ("to", "on"):
        return _governed(sentence, head, Effect.PLANNED, judged)
    if head.pos == "VERB" and preposition.lower in ("for", "against"):
        effect = OVER_NOUN.get(head.lemma)
        if effect is not None and not is_definite(sentence, noun):
            return _governed(sentence, head, effect, judged)
    return judged


_CONTAINERS = listed("series round number lot set string kind sort part spate wave type")
