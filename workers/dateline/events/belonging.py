"""Whose a timex is by its place in the sentence, however near other events stand."""

from collections.abc import Sequence

from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.events.words.verbs import REACTING


def owner(sentence: Sentence, words: Sequence[EventWord], head: Token) -> Token | None:
    """The word that a timex, by its head, can only belong to; None where nearness decides."""
    return (
        _led(sentence, head)
        or _due(sentence, head)
        or _described(sentence, head)
        or _beside(sentence, words, head)
        or _ended(sentence, head)
        or _found(sentence, head)
    )


def _beside(sentence: Sentence, words: Sequence[EventWord], head: Token) -> Token | None:
    """The noun of "since the attack on Friday", "told a meeting in May", "charged over the raid".

    A charge without a thing that is known, "charged with murder on Monday", is made on that day.
    """
    if head.dep != "pobj" or sentence.head(head.i).i == 0:
        return None
    noun = _told_before(sentence, words, sentence.head(head.i).i)
    if noun is None:
        return None
    answered = sentence.head(sentence.head(noun.i).i).lemma in REACTING
    return None if answered and sentence.kid(noun.i, "det", "poss") is None else noun


def _told_before(sentence: Sentence, words: Sequence[EventWord], i: int) -> Token | None:
    """The event right before a word, after a preposition: "after the invasion (of Chad) on"."""
    noun = sentence.tokens[i - 1]
    while noun.dep == "pobj":
        if any(word.i == noun.i for word in words):
            return noun
        preposition = sentence.head(noun.i)
        if preposition.lower != "of":
            return None
        noun = sentence.head(preposition.i)
    return None


def _ended(sentence: Sentence, head: Token) -> Token | None:
    """The verb of what is to be done by a day: "will double its flights to Rome by August"."""
    preposition = sentence.head(head.i)
    if head.dep != "pobj" or preposition.lower != "by":
        return None
    over = sentence.head(preposition.i)
    verb = sentence.head(over.i) if over.dep == "dobj" else over
    return verb if verb.pos == "VERB" else None


def _found(sentence: Sentence, head: Token) -> Token | None:
    """The verb of "found a body Friday wrapped in plastic": the day is not the participle's."""
    under = sentence.head(head.i)
    participle = under.dep in ("acl", "ccomp") and under.tag in ("VBN", "VBD")
    bare = head.dep == "npadvmod" and head.i < under.i and sentence.kid(under.i, "nsubj") is None
    if not (participle and bare) or sentence.kid(under.i, "nsubjpass", "aux") is not None:
        return None
    return next((t for t in sentence.ancestors(under.i) if t.pos == "VERB"), None)


def _described(sentence: Sentence, head: Token) -> Token | None:
    """The noun that a timex is said of: "Saturday's march", "the last march was in 1983"."""
    if head.dep in ("poss", "compound", "nmod", "amod", "nummod"):
        return sentence.head(head.i)
    above = sentence.head(head.i)
    over = sentence.head(above.i)
    return sentence.kid(over.i, "nsubj") if head.dep == "pobj" and over.lemma == "be" else None


def _due(sentence: Sentence, head: Token) -> Token | None:
    """What is to be done by a day: "has until Friday to rule"."""
    preposition = sentence.head(head.i)
    if head.dep != "pobj" or preposition.lower not in ("until", "till"):
        return None
    last = sentence.subtree(head.i)[-1]
    after = sentence.tokens[last + 1 : last + 2]
    marked = bool(after) and after[0].lower == "to" and after[0].dep == "aux"
    return sentence.head(after[0].i) if marked else None


def _led(sentence: Sentence, head: Token) -> Token | None:
    """The verb of the clause that a timex leads, however far away it stands.

    "Yesterday, when asked about it, the minister referred ..." dates the referring; but "On Sunday,
    when I meet him, I will ..." dates the meeting.
    """
    above = sentence.head(head.i)
    top = above if head.dep == "pobj" else head
    first = sentence.subtree(top.i)[0]
    opens = first == 0 or sentence.tokens[first - 1].pos == "PUNCT"
    follows = sentence.tokens[head.i + 1 : head.i + 3]
    if top.head == top.i or not opens or len(follows) < 2 or follows[0].text != ",":
        return None
    after = follows[1]
    if after.lower == "when" and after.dep == "advmod":
        clause = sentence.head(after.i)
        if sentence.kid(clause.i, "nsubj", "nsubjpass") is not None:
            return clause
    governor = sentence.head(top.i)
    return governor if governor.pos in ("VERB", "AUX") and governor.i > head.i else None
