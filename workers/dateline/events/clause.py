"""What an event's own clause says of it: modals, hedges, negation, tense."""

from dataclasses import replace

from dateline.events.colouring import apply
from dateline.events.conditions import hangs_on_condition, is_condition, is_open
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token
from dateline.events.words.listed import listed
from dateline.events.words.modality import (
    ATTRIBUTE,
    HEDGES,
    MODALS,
    NEGATORS,
    Effect,
)
from dateline.events.words.nouns import DURATIVE
from dateline.events.words.verbs import REPORTING, SAYING, STATIVE
from dateline.model.event import Certainty

_NOT_UNTIL = frozenset({"until", "till"})
_LASTING = listed("continue hold keep last remain stay survive wait")
_FORESEEN = listed("anticipate due expect forecast likely plan schedule set")
_DEFINITE = listed("the this that these those his her its their our my your whose")
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
# What comes after or before an event tells nothing of it now.
_OVER = frozenset({"after", "before", "during", "since", "until", "following", "by"})


def own(sentence: Sentence, i: int) -> Judgement:
    """What the word's own dependents say."""
    token = sentence.tokens[i]
    if token.pos in ("VERB", "AUX"):
        return _own_verb(sentence, token)
    return _own_noun(sentence, token)


def is_present(sentence: Sentence, i: int) -> bool:
    """Whether a clause tells what is the case now: "schools are closed", "the shop stays shut"."""
    verb = sentence.tokens[i]
    auxes = {aux.lower for aux in sentence.kids(i, "aux", "auxpass")}
    if auxes:
        return bool(auxes & _IS) and not auxes & {"been", "to"}
    return verb.tag in ("VBZ", "VBP")


def _own_verb(sentence: Sentence, verb: Token) -> Judgement:
    judged = Judgement(ongoing=_is_ongoing(sentence, verb))
    for aux in sentence.kids(verb.i, "aux"):
        effect = MODALS.get(aux.lower) if aux.tag == "MD" else None
        if effect is not None:
            judged = _after_modal(sentence, verb, aux, effect, judged)
    for word in sentence.kids(verb.i, "advmod"):
        judged = apply(judged, HEDGES.get(word.lower), word.lower)
    if is_negated(sentence, verb.i):
        judged = apply(judged, Effect.NEGATED, "not")
    if verb.tag == "VB" and hangs_on_condition(sentence, verb.i):
        judged = replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why="if")
    if is_condition(sentence, verb.i):
        judged = replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why="condition")
    if _is_asked(sentence, verb):
        judged = replace(judged, certainty=Certainty.UNKNOWN, why="question")
    if is_open(sentence, verb.i):
        judged = replace(judged, certainty=Certainty.UNKNOWN, why="whether")
    return judged


def _is_asked(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is what a yes-or-no question asks: its auxiliary comes first."""
    if sentence.tokens[-1].text != "?" or "ROOT" not in (verb.dep, sentence.head(verb.i).dep):
        return False
    aux = sentence.kid(verb.i, "aux", "auxpass") or sentence.head(verb.i)
    thing = sentence.kid(verb.i, "nsubj", "nsubjpass")
    after = thing is None or aux.i < thing.i
    return after and aux.i < verb.i and aux.lemma in ("do", "be", "have", "will", "can")


def _after_modal(
    sentence: Sentence, verb: Token, modal: Token, effect: Effect, judged: Judgement
) -> Judgement:
    would = modal.lower in ("would", "'d", "’d")
    if would and any(aux.lemma == "have" for aux in sentence.kids(verb.i, "aux")):
        return replace(judged, conditional=True, certainty=Certainty.UNKNOWN, why="would have")
    if hangs_on_condition(sentence, verb.i):
        return replace(apply(judged, effect, modal.lower), conditional=True)
    if would and _is_backshifted(sentence, verb):
        # "said it would strike" reports "will strike".
        effect = Effect.PLANNED
    return apply(judged, effect, modal.lower)


def _is_backshifted(sentence: Sentence, verb: Token) -> bool:
    head = sentence.head(verb.i)
    told = verb.dep == "ccomp" and head.lemma in REPORTING and head.tag in ("VBD", "VBN", "VBG")
    return told and verb.lemma not in STATIVE


def _is_ongoing(sentence: Sentence, verb: Token) -> bool:
    auxes = {aux.lower for aux in sentence.kids(verb.i, "aux", "auxpass")}
    if verb.tag == "VBG":
        return bool(auxes & (_IS | {"been"}))
    if verb.tag == "VBN" and "being" in auxes:
        return bool(auxes & {"is", "are"})
    if verb.tag not in ("VBZ", "VBP") or auxes:
        return False
    # A headline's present tense tells what happened; elsewhere it tells what is the case.
    return verb.lemma in STATIVE or not (sentence.headline or verb.lemma in SAYING)


def is_negated(sentence: Sentence, i: int) -> bool:
    """Whether a clause says no: by its verb, or by who takes part in it."""
    if is_from_then_on(sentence, i):
        return False
    for kid in sentence.kids(i):
        if kid.dep == "neg" or (kid.dep in ("advmod", "preconj") and kid.lower in NEGATORS):
            return True
        if kid.dep in ("nsubj", "nsubjpass", "dobj", "attr", "advmod") and is_none(sentence, kid):
            return True
    return False


def is_from_then_on(sentence: Sentence, i: int) -> bool:
    """ "will not reopen until May", "not expected before May": it says yes, from then on."""
    if sentence.kid(i, "neg") is None or sentence.tokens[i].lemma in _LASTING:
        return False
    foreseen = sentence.tokens[i].lemma in _FORESEEN
    told = sentence.kid(i, "xcomp") if foreseen else None
    names = _NOT_UNTIL | {"before"} if foreseen else _NOT_UNTIL
    below = sentence.kids(i) + (sentence.kids(told.i) if told is not None else [])
    clauses = [mark for kid in below if kid.dep == "advcl" for mark in sentence.kids(kid.i, "mark")]
    after = (kid for kid in below + clauses if kid.dep in ("prep", "mark") and kid.i > i)
    return any(kid.lower in names for kid in after)


def is_none(sentence: Sentence, thing: Token) -> bool:
    """Whether a participant is nobody: "no troops", "nobody", "none of them", "no longer"."""
    if thing.lower in ("nobody", "nothing", "none", "neither"):
        return True
    return any(
        kid.lower in ("no", "neither") or (kid.dep == "neg" and kid.lower == "no")
        for kid in sentence.kids(thing.i, "det", "neg", "advmod")
    )


def _own_noun(sentence: Sentence, noun: Token) -> Judgement:
    judged = Judgement(ongoing=_lasts(sentence, noun))
    for word in sentence.kids(noun.i, "amod", "compound", "advmod"):
        judged = apply(judged, ATTRIBUTE.get(word.lower), word.lower)
    if is_none(sentence, noun):
        judged = apply(judged, Effect.NEGATED, "no")
    return judged


def _lasts(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun names something that goes on: "the war in Ukraine", not "after the war"."""
    if noun.lemma not in DURATIVE:
        return False
    head = sentence.head(noun.i)
    over = noun.dep == "pobj" and head.lower in _OVER
    done = head.pos in ("VERB", "AUX") and head.tag in ("VBD", "VBN")
    plural = noun.tag == "NNS" and sentence.kid(noun.i, "det", "nummod") is None
    return (is_definite(sentence, noun) or plural) and not over and not done


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(aux.lower == "to" for aux in sentence.kids(i, "aux"))


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is one that is known: "the vote", "their plan"."""
    return any(
        kid.lower in _DEFINITE or kid.dep == "poss" for kid in sentence.kids(noun.i, "det", "poss")
    )
