"""How an event is told: by which verb, in which tense, and whether the story turns on it."""

from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord, carried
from dateline.events.words.listed import listed
from dateline.events.words.verbs import SAYING
from dateline.model.event import EventKind

_PAST = frozenset({"VBD", "VBN"})
_APART = listed("earlier first fresh last new next other previous second similar third")
# Other words for one thing, as newspapers take turns with them.
_SYNONYMS = {
    "blast": "explosion",
    "explode": "explosion",
    "blaze": "fire",
    "collision": "crash",
    "collide": "crash",
    "quake": "earthquake",
    "temblor": "earthquake",
    "tremor": "earthquake",
    "ballot": "vote",
    "elect": "election",
    "arrival": "arrive",
    "decision": "decide",
    "acquisition": "acquire",
}
HAVE = frozenset({"has", "have", "'ve", "’ve"})
_NOT_PAST = listed("has have had is are 's ’s 've ’ve 'd ’d")


def predicate(word: EventWord) -> Token | None:
    """The verb whose tense tells the event: itself, or what carries its noun; None without one.

    "Talks" is told by "held" in "held talks", and by "was" in "there was a blast".
    """
    if word.is_verb:
        return word.token
    head = word.sentence.head(word.i)
    if head.lemma == "be" and word.token.dep == "attr":
        there = word.sentence.kid(head.i, "expl")
        return head if there is not None else None
    above = [head, word.sentence.head(head.i)] if word.token.dep == "pobj" else [head]
    return next((verb for verb in above if carried(word.sentence, verb.i) is word.token), None)


def is_main(word: EventWord) -> bool:
    """Whether it is what its sentence tells; "A passer-by called police" may pass for a phrase."""
    verb = predicate(word)
    if verb is None:
        return False
    first = _first(word.sentence, verb)
    phrase = verb.dep == "acl" and verb.tag == "VBN" and word.sentence.head(verb.i).dep == "ROOT"
    return phrase or first.dep == "ROOT"


def is_reported(word: EventWord) -> bool:
    """Whether it is what its sentence, or somebody in it, tells."""
    verb = predicate(word)
    return is_main(word) or (verb is not None and _first(word.sentence, verb).dep == "ccomp")


def is_aim(word: EventWord) -> bool:
    """ "went to Ohio to meet voters": whether it tells to what end something was done."""
    marks = word.sentence.kids(word.i, "aux", "mark")
    infinitive = word.token.dep == "advcl" and word.token.tag == "VB"
    return infinitive and [mark.lower for mark in marks] == ["to"]


def is_headlined(word: EventWord) -> bool:
    """Whether a headline without a verb tells it: "Blast in Leeds", "Minister on sick leave"."""
    sentence = word.sentence
    if not sentence.headline or any(token.pos in ("VERB", "AUX") for token in sentence.tokens):
        return False
    over = sentence.head(word.i)
    on = word.token.dep == "pobj" and over.lower in ("at", "in", "on", "under")
    return word.token.dep == "ROOT" or (on and sentence.head(over.i).dep == "ROOT")


def _first(sentence: Sentence, verb: Token) -> Token:
    """The first of the words that a word is joined to by "and"."""
    while verb.dep == "conj":
        verb = sentence.head(verb.i)
    return verb


def is_told_first(word: EventWord) -> bool:
    """ "Dockers walked out on Monday, their union said": what is told stands before who says so."""
    verb = predicate(word)
    if verb is None:
        return False
    head = word.sentence.head(verb.i)
    return verb.dep == "ccomp" and head.lemma in SAYING and head.i > verb.i


def is_simple_past(word: EventWord) -> bool:
    """Whether it is told in the simple past: "met", "was killed", "did not say"."""
    verb = predicate(word)
    if verb is None:
        return False
    kids = word.sentence.kids(verb.i, "aux", "auxpass")
    auxes = {kid.lower for kid in kids}
    # "Could be approved", "to be approved" are told of no past.
    open_ = any(kid.tag in ("MD", "TO", "VB") for kid in kids)
    return (verb.tag in _PAST and not auxes & _NOT_PAST and not open_) or "did" in auxes


def is_perfect(word: EventWord) -> bool:
    """Whether it is told as done by now: "has been called off", "have met"."""
    verb = predicate(word)
    if verb is None:
        return False
    auxes = word.sentence.kids(verb.i, "aux", "auxpass")
    return any(aux.lower in HAVE for aux in auxes) and all(aux.tag != "MD" for aux in auxes)


def is_definite(word: EventWord) -> bool:
    """Whether a noun takes up what the reader knows of: "the attack", "his resignation".

    "The last attack", "the first strike" are told apart from what is known.
    """
    if word.is_verb or word.kind is EventKind.STATE:
        return False
    if any(kid.lower in _APART for kid in word.sentence.kids(word.i, "amod")):
        return False
    article = word.sentence.kid(word.i, "det", "poss")
    plain = word.token.tag == "NN"
    return plain and article is not None and article.lower not in ("a", "an", "another", "any")


def stem(word: EventWord) -> str:
    """What "resign" and "resignation" share, and "blast" and "explosion"; short words are whole."""
    lemma = _SYNONYMS.get(word.token.lemma, word.token.lemma)
    return lemma[:6] if len(lemma) > 5 else lemma


def names(sentence: Sentence) -> set[str]:
    """The capitalised words of a sentence, in small letters."""
    return {token.lower for token in sentence.tokens if token.pos == "PROPN"}
