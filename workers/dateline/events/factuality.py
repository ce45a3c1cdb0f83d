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
from dateline.events.conditions import is_inverted, is_open
from dateline.events.governors import (
    brings_no,
    but_for,
    fell_through,
    has_new_day,
    is_be_to,
    is_hearsay,
    is_too_late,
    is_travelled_to,
    is_wished,
)
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token, accusing
from dateline.events.words.listed import listed
from dateline.events.words.modality import (
    COMING_ABOUT,
    DEMANDING,
    IMPLICATIVE,
    NOUN_OVER,
    OVER_CLAUSE,
    OVER_NOUN,
    REJECTING,
    SETTLED,
    Effect,
)
from dateline.events.words.nouns import CLAIMS
from dateline.events.words.verbs import REPORTING
from dateline.model.event import Certainty, Polarity

# What is ended was there, whether it ends or not.
_ENDING = frozenset({"end", "halt", "finish", "conclude", "resolve", "settle", "continue"})
# Predicates that say of an event that it goes on.
_UNDER_WAY = frozenset({"ongoing", "underway", "under", "afoot"})
# Verbs that settle whether a report is true; negated, they leave it open.
_SETTLING = frozenset({"confirm", "verify", "prove", "corroborate", "establish", "substantiate"})
_LOOKING_INTO = listed("investigate examine probe check assess review study")
_FALSE = frozenset({"false", "untrue", "wrong", "baseless", "unfounded", "incorrect", "nonsense"})


def judge(sentence: Sentence, i: int) -> Judgement:
    """The judgement of an event word, from its own clause and from what that clause hangs on."""
    judged = _embedded(sentence, i, own(sentence, i))
    if judged.conditional and judged.polarity is Polarity.NEGATIVE and not judged.denied:
        # "If no agreement is reached" leaves open whether one is.
        return replace(judged, polarity=Polarity.UNKNOWN)
    return judged


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
    if is_inverted(sentence, verb.i):
        return judged
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
    if is_open(sentence, verb.i):
        # "has not decided whether to appeal" says nothing of the appeal.
        return replace(colour(judged, judge(sentence, head.i)), polarity=judged.polarity)
    if infinitive and is_be_to(verb, head):
        judged = apply(colour(judged, judge(sentence, head.i)), Effect.PLANNED, "be to")
        missed = any(aux.lower == "have" for aux in sentence.kids(verb.i, "aux"))
        return apply(judged, Effect.NEGATED if missed else None, "was to have")
    if infinitive and any(kid.lower == "yet" for kid in sentence.kids(head.i, "advmod")):
        return apply(judged, Effect.NEGATED, "yet to")
    return _content(sentence, verb, head, judged)


def _content(sentence: Sentence, verb: Token, head: Token, judged: Judgement) -> Judgement:
    """What a word says of the clause that it takes."""
    infinitive = is_infinitive(sentence, verb.i)
    if infinitive and is_hearsay(sentence, head):
        return _governed(sentence, head, Effect.PROBABLE, judged)
    reported = head.lemma in REPORTING and verb.dep == "ccomp" and not infinitive
    effect = _effect(sentence, OVER_CLAUSE, head)
    if head.lemma == "wish" and not infinitive:
        return replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why="wish")
    if reported and effect is not Effect.DENIED:
        return apply(judged, Effect.POSSIBLE if is_wished(sentence, verb) else None, head.lemma)
    return _governed(sentence, head, effect, judged)


def _effect(sentence: Sentence, table: dict[str, Effect], head: Token) -> Effect | None:
    """What the table says of a word; with a particle it is another word: "called off"."""
    particle = sentence.kid(head.i, "prt")
    effect = table.get(head.lemma if particle is None else f"{head.lemma}-{particle.lower}")
    past = head.tag in ("VBD", "VBN") and sentence.kid(head.i, "auxpass") is None
    if effect is Effect.CANCELLED and has_new_day(sentence, head):
        return Effect.PLANNED
    return None if effect is Effect.ONGOING and past else effect


def _governed(
    sentence: Sentence, head: Token, effect: Effect | None, judged: Judgement
) -> Judgement:
    """The judgement below a governing word: its effect, and what is said of the word itself."""
    outer = judge(sentence, head.i)
    if judged.polarity is Polarity.NEGATIVE and brings_no(sentence, head):
        outer = replace(outer, polarity=Polarity.POSITIVE)
    if effect is Effect.NEGATED and is_too_late(sentence, head):
        return judged
    judged = apply(judged, effect, head.lemma)
    if effect is Effect.PLANNED and fell_through(sentence, head):
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


def _after_preposition(sentence: Sentence, preposition: Token, judged: Judgement) -> Judgement:
    # "Instead of" at the head of a sentence hangs together the other way round.
    head = sentence.kid(preposition.i, "advmod") or sentence.head(preposition.i)
    outright = _outright(sentence, preposition, head)
    if outright is not None:
        return apply(judged, outright, preposition.lower)
    if head.pos == "NOUN":
        return _governed(sentence, head, NOUN_OVER.get(head.lemma), judged)
    if preposition.lower in ("from", "on", "in", "to", "of", "for", "about", "against", "out"):
        return _governed(sentence, head, _effect(sentence, OVER_CLAUSE, head), judged)
    return judged


def _outright(sentence: Sentence, preposition: Token, head: Token) -> Effect | None:
    """What a preposition and the word before it settle, whatever stands above."""
    if preposition.lower == "without":
        return Effect.NEGATED
    if head.lower == "guilty" and any(kid.lower == "not" for kid in sentence.kids(head.i)):
        return Effect.DENIED
    if accusing(sentence, preposition) is not None:
        return Effect.POSSIBLE
    return _NEARLY.get((head.lower, preposition.lower))


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
    if noun.dep in ("dobj", "nsubjpass"):
        judged = _taken_up(sentence, sentence.head(noun.i), judged)
    if _is_called_false(sentence, noun):
        return apply(judged, Effect.NEGATED, "false")
    if is_none(sentence, noun):
        return apply(judged, Effect.POSSIBLE, f"no {noun.lemma}")
    return judged


def _taken_up(sentence: Sentence, verb: Token, judged: Judgement) -> Judgement:
    """What is done to a claim: rejected, not confirmed, looked into."""
    negative = is_negated(sentence, verb.i)
    if verb.lemma in REJECTING and not negative:
        return apply(judged, Effect.DENIED, verb.lemma)
    if verb.lemma in _LOOKING_INTO or (verb.lemma in _SETTLING and negative):
        return replace(apply(judged, Effect.POSSIBLE, verb.lemma), planned=False)
    return judged


def _is_called_false(sentence: Sentence, noun: Token) -> bool:
    """ "The claim that ... is false"."""
    above = sentence.head(noun.i)
    said = sentence.kid(above.i, "acomp", "attr")
    false = noun.dep == "nsubj" and said is not None and said.lower in _FALSE
    return false and not is_negated(sentence, above.i)


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
    if effect is Effect.POSSIBLE and is_definite(sentence, noun) and verb.lemma not in DEMANDING:
        effect = None
    if effect is not None:
        return _governed(sentence, verb, effect, judged)
    if verb.lemma in COMING_ABOUT or not is_definite(sentence, noun):
        return colour(judged, but_for(sentence, noun, judge(sentence, verb.i)))
    return judged


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
        return colour(judged, but_for(sentence, noun, judge(sentence, verb.i)))
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
    if is_travelled_to(sentence, noun, preposition):
        outer = judge(sentence, sentence.head(preposition.i).i)
        return colour(replace(judged, ongoing=False), outer)
    return _object_of_preposition(sentence, noun, preposition, judged)


def _object_of_preposition(
    sentence: Sentence, noun: Token, preposition: Token, judged: Judgement
) -> Judgement:
    head = sentence.head(preposition.i)
    if preposition.lower == "without":
        return apply(judged, Effect.NEGATED, "without")
    if head.lemma in ("case", "event") and sentence.head(head.i).lower == "in":
        return replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why=head.lemma)
    if head.pos == "NOUN" and preposition.lower in ("of", "for", "on", "against"):
        return _under_noun(sentence, noun, head, judged)
    if head.lemma in ("agree", "commit", "consent") and preposition.lower in ("to", "on"):
        return _governed(sentence, head, Effect.PLANNED, judged)
    if head.pos == "VERB" and preposition.lower in ("for", "against"):
        effect = OVER_NOUN.get(head.lemma)
        known = is_definite(sentence, noun) and head.lemma not in DEMANDING | {"call"}
        if effect is not None and not known:
            return _governed(sentence, head, effect, judged)
    return judged


def _under_noun(sentence: Sentence, noun: Token, head: Token, judged: Judgement) -> Judgement:
    """ "the threat of war", "reports of a coup", "a series of blasts"."""
    effect = NOUN_OVER.get(head.lemma)
    if effect is not None and not is_definite(sentence, noun):
        return _governed(sentence, head, effect, judged)
    if head.lemma in _REPORTS and not is_definite(sentence, noun):
        judged = apply(judged, Effect.PROBABLE, head.lemma)
        rejected = head.dep in ("dobj", "nsubjpass")
        return _taken_up(sentence, sentence.head(head.i), judged) if rejected else judged
    return _embedded(sentence, head.i, judged) if head.lemma in _CONTAINERS else judged


_REPORTS = listed("report rumor rumour claim allegation accusation suspicion suggestion")
_CONTAINERS = listed("series round number lot set string kind sort part spate wave type")
