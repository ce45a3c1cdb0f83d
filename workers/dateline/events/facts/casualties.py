"""What befell the people that a figure counts: killed, wounded, missing."""

from dateline.events.facts.words import BEFALLING, CASUALTIES
from dateline.events.syntax import Sentence, Token

_SUFFERING = frozenset({"nsubjpass", "dobj", "oprd"})
_TAKING = frozenset({"claim", "lose", "take", "cost"})


def befell(sentence: Sentence, i: int) -> str | None:
    """What befell those that a word stands for, by the word itself or the verb it belongs to."""
    token = sentence.tokens[i]
    if token.lemma in CASUALTIES and token.pos != "VERB":
        return CASUALTIES[token.lemma]
    if token.lemma == "life" and sentence.head(i).lemma in _TAKING:
        return "killed"
    return _described(sentence, i) or _as_argument(sentence, token) or _told(sentence, token)


def _described(sentence: Sentence, i: int) -> str | None:
    """ "five wounded", "the 12 people killed in the raid", "three dead soldiers"."""
    for kid in sentence.kids(i, "acl", "amod"):
        if kid.lemma in CASUALTIES and kid.tag in ("VBN", "VBD", "JJ", "VBG"):
            return CASUALTIES[kid.lemma]
    return None


def _as_argument(sentence: Sentence, token: Token) -> str | None:
    """ "killed 12", "three people were killed", "two soldiers are missing", "31 died"."""
    head = sentence.head(token.i)
    if head.dep == "aux":
        head = sentence.head(head.i)
    what = CASUALTIES.get(head.lemma)
    if token.dep in _SUFFERING and what is not None:
        return what
    if token.dep in ("nsubj", "nsubjpass"):
        # A participle without auxiliary is passive: "leaving 30 injured".
        bare = head.tag in ("VBN", "JJ") and sentence.kid(head.i, "aux") is None
        if what is not None and (head.lemma in BEFALLING or head.pos == "ADJ" or bare):
            return what
        if head.lemma in ("be", "go", "remain", "lie"):
            said = sentence.kid(head.i, "acomp", "attr", "oprd", "xcomp")
            return None if said is None else CASUALTIES.get(said.lemma)
    return None


def _told(sentence: Sentence, token: Token) -> str | None:
    """What is said of the first of several, or of a toll: "3 soldiers and 2 civilians"."""
    head = sentence.head(token.i)
    if token.dep == "conj" and head.pos in ("NOUN", "NUM", "PROPN", "ADJ"):
        return befell(sentence, head.i)
    if token.dep != "pobj":
        return None
    above = sentence.head(head.i)
    if head.lower == "including":
        return CASUALTIES.get(above.lemma) or befell(sentence, above.i)
    subject = sentence.kid(above.i, "nsubj")
    return "killed" if any(_is_toll(sentence, thing) for thing in (above, subject)) else None


def _is_toll(sentence: Sentence, noun: Token | None) -> bool:
    return (
        noun is not None
        and noun.lemma == "toll"
        and any(kid.lemma == "death" for kid in sentence.kids(noun.i, "compound"))
    )
