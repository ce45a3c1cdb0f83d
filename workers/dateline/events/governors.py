"""What the words above an event tell of it by the way they stand: hearsay, plans gone wrong."""

from dataclasses import replace

from dateline.events.clause import is_definite, is_negated, is_none
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence, Token
from dateline.events.words.listed import listed
from dateline.events.words.types import type_of
from dateline.model.event import Polarity


def is_wished(sentence: Sentence, verb: Token) -> bool:
    """ "demanded that she resign": a bare verb tells what ought to be, not what is."""
    return verb.tag == "VB" and sentence.kid(verb.i, "aux") is None


def is_hearsay(sentence: Sentence, head: Token) -> bool:
    """ "is said to have left", "is rumoured to be ill"."""
    return sentence.kid(head.i, "auxpass") is not None and head.lemma in _HEARSAY


_HEARSAY = frozenset({"allege", "report", "rumor", "rumour", "say", "claim"})


def is_be_to(verb: Token, head: Token) -> bool:
    """ "are to stand trial", "is going to resign"."""
    going = head.lower == "going" and head.tag == "VBG"
    return going or (head.lemma == "be" and head.pos == "AUX" and verb.dep != "csubj")


def has_new_day(sentence: Sentence, verb: Token) -> bool:
    """ "postponed until Friday": what is put off to another day is still planned."""
    put_off = verb.lemma in ("postpone", "put")
    return put_off and any(kid.lower in ("to", "until") for kid in sentence.kids(verb.i, "prep"))


def is_too_late(sentence: Sentence, head: Token) -> bool:
    """ "could have been prevented": it was not, so what it speaks of did come about."""
    auxes = {aux.lower for aux in sentence.kids(head.i, "aux")}
    return "have" in auxes and bool(auxes & {"could", "would", "should", "might"})


def fell_through(sentence: Sentence, head: Token) -> bool:
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


def brings_no(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is negated by its noun's "no" alone: "no vote is expected"."""
    things = sentence.kids(verb.i, "nsubj", "nsubjpass", "dobj", "attr")
    return sentence.kid(verb.i, "neg") is None and any(is_none(sentence, t) for t in things)


def but_for(sentence: Sentence, noun: Token, outer: Judgement) -> Judgement:
    """What a verb says of itself without the "no" that its noun brought along: once is enough."""
    return replace(outer, polarity=Polarity.POSITIVE) if is_none(sentence, noun) else outer


def is_travelled_to(sentence: Sentence, noun: Token, preposition: Token) -> bool:
    """ "is due to arrive for talks": what one comes for is as true as the coming."""
    coming = type_of(sentence.head(preposition.i).lemma) == "movement"
    new = not is_definite(sentence, noun)
    return preposition.lower == "for" and coming and new and type_of(noun.lemma) == "meeting"
