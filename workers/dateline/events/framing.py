"""Events inside others: said at a conference, hit while watching, signed where they met."""

from dateline.events.narration import is_simple_past
from dateline.events.syntax import Sentence
from dateline.events.triggers import EventWord
from dateline.events.words.listed import listed
from dateline.events.words.verbs import REACTING
from dateline.model.event import EventKind

# Prepositions that put one event inside another: "said at a news conference".
_INSIDE = frozenset({"in", "at", "during", "on", "with"})
_AT = frozenset({"at", "during"})
# What is said after a meeting is said the same day: "after talks in Oslo, she said ...".
_JUST_AFTER = frozenset({"after", "following"})
# Verbs whose "with" names no companion of theirs, but what was done before.
_BLAMING = listed("credit face link tax")
# What is done about these comes after them: "charged in the bombing".
_HARM = frozenset({"accident", "conflict", "crime", "disaster"})
# What speakers and reports do while they say something.
_SPEAKING = listed("cite quote refer say speak warn write")


def takes_from_inside(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "In a Wednesday ceremony, she signed", "the shooting at Friday's festival"."""
    preposition = sentence.head(other.i).lower
    before = word.token.lemma in REACTING and other.type in _HARM
    happens_at = preposition in (_INSIDE - {"with"} if word.is_verb else _AT)
    return happens_at and not before


def lies_inside(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "said at a news conference", "ended it by leaving": the word has the day of the verb."""
    preposition = sentence.head(word.i).lower
    if word.is_verb:
        return other.is_verb and preposition in ("by", "in", "while", "as")
    if word.type == "meeting" and preposition in _JUST_AFTER:
        return other.kind is EventKind.STATEMENT
    definite = sentence.kid(word.i, "det")
    new = definite is None or definite.lower in ("a", "an")
    # "Flew in for talks": they are held when one comes.
    visited = preposition == "for" and (word.type, other.type) == ("meeting", "movement")
    inside = preposition in _INSIDE and not _is_answered(other, preposition)
    # "The murder of a guard at a rally", but not "the interest in a vote".
    told = other.is_verb or preposition in _AT
    return (visited or inside) and told and new


def _is_answered(verb: EventWord, preposition: str) -> bool:
    """ "charged with the killing", "credited with the rise": what was there before the verb."""
    return preposition == "with" and verb.token.lemma in _BLAMING | REACTING


def tells_where(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "met in Oslo, where they signed": both clauses in the simple past."""
    where = any(kid.lower == "where" for kid in sentence.kids(word.i, "advmod"))
    return where and other.is_verb and is_simple_past(word) and is_simple_past(other)


def was_on(sentence: Sentence, word: EventWord, other: EventWord) -> bool:
    """ "A boy who was watching was hit", "a man, speaking for the firm, said": both at once."""
    verbs = (token for token in sentence.ancestors(word.i) if token.pos in ("VERB", "AUX"))
    if word.token.tag != "VBG" or next(verbs, None) != other.token or not is_simple_past(other):
        return False
    told = other.kind is EventKind.STATEMENT
    auxes = {kid.lower for kid in sentence.kids(word.i, "aux")}
    if word.token.dep == "acl":
        return told and not auxes and word.token.lemma in _SPEAKING
    return not told and bool(auxes & {"was", "were"})
