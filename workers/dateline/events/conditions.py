"""Which clauses set a condition, and which ask whether something is so."""

from dateline.events.syntax import Sentence
from dateline.events.words.listed import listed
from dateline.events.words.modality import CONDITIONS

# What asks or leaves open: "asked if he would resign", "it is not clear whether it sank".
_ASKING = listed(
    """
    ask wonder know see say decide determine tell question enquire inquire check doubt
    clear unclear sure unsure certain uncertain known unknown
    """
)


def is_condition(sentence: Sentence, i: int) -> bool:
    """Whether a clause says on what another hangs: "if talks fail", "had the dam failed"."""
    verb = sentence.tokens[i]
    marks = sentence.kids(i, "mark", "advmod")
    if any(mark.lower in CONDITIONS - {"whether", "lest", "should"} for mark in marks):
        hanging = verb.dep in ("advcl", "ccomp", "acl", "relcl", "ROOT", "dep", "pcomp")
        return hanging and not is_open(sentence, i)
    return is_inverted(sentence, i)


def is_open(sentence: Sentence, i: int) -> bool:
    """Whether a clause only asks: "whether it sank", "asked if he would resign"."""
    marks = {mark.lower for mark in sentence.kids(i, "mark")}
    if "whether" in marks:
        return True
    head = sentence.head(i)
    asking = head.lemma in _ASKING or any(
        kid.lower in _ASKING for kid in sentence.kids(head.i, "acomp")
    )
    return "if" in marks and sentence.tokens[i].i > head.i and asking and _is_asked(sentence, i)


def _is_asked(sentence: Sentence, i: int) -> bool:
    """Whether an if-clause is what a verb asks; "said that if they won" sets a condition."""
    return sentence.tokens[i].dep in ("ccomp", "advcl") and not any(
        kid.dep in ("ccomp", "punct") and kid.i > sentence.head(i).i and kid.i < i
        for kid in sentence.kids(sentence.head(i).i)
    )


def is_inverted(sentence: Sentence, i: int) -> bool:
    """The auxiliary before the subject: "had the dam failed", "were he to win"."""
    aux, above = sentence.kid(i, "aux", "auxpass"), sentence.head(i)
    if aux is None and above.lower == "had" and above.dep in ("advcl", "xcomp", "ccomp"):
        aux = above if sentence.kid(above.i, "nsubj") is None else None
    subject = sentence.kid(i, "nsubj", "nsubjpass")
    if aux is None or subject is None or sentence.tokens[i].dep not in ("advcl", "ccomp", "dep"):
        return False
    asked = sentence.tokens[-1].text == "?"
    return aux.lower in ("had", "were", "should") and aux.i < subject.i and not asked


def hangs_on_condition(sentence: Sentence, i: int) -> bool:
    """Whether the clause has an if-clause of its own; "even if" sets no condition."""
    for clause in sentence.kids(i, "advcl"):
        if is_condition(sentence, clause.i):
            even = any(kid.lower == "even" for kid in sentence.kids(clause.i, "advmod"))
            if not even:
                return True
    return False
