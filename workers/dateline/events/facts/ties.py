"""The ways in which an article says that X is Y's Z."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.events.clause import is_infinitive
from dateline.events.facts.words import BEING, FORMER, LEAVING, NAMING, RANKS, ROLES
from dateline.events.participants import subject
from dateline.events.syntax import Sentence, Token, named_beside

_BEFORE = ("compound", "amod", "nmod", "advmod")
_BELONGING = ("of", "for", "at", "with", "to", "in")


@dataclass(frozen=True, slots=True)
class Tie:
    """ "Ann Lee, Acme's chief executive": `who` is called `noun`, of `owner` if one is named.

    `verb` is the one that says so, None where the two just stand side by side; `title`: the noun
    stands right before the name; `former`: it is said to be over.
    """

    who: Token
    noun: Token
    owner: Token | None
    verb: Token | None = None
    title: bool = False
    former: bool = False


def find(sentence: Sentence, nouns: frozenset[str]) -> Iterator[Tie]:
    """The ties of a sentence by any of these nouns, in order."""
    for token in sentence.tokens:
        if token.lemma in nouns and token.pos in ("NOUN", "PROPN"):
            tie = _tie(sentence, token)
            if tie is not None:
                yield tie


def _tie(sentence: Sentence, noun: Token) -> Tie | None:
    found = _beside(sentence, noun) or _titled(sentence, noun) or _said(sentence, noun)
    if found is None and noun.dep == "conj" and sentence.head(noun.i).pos in ("NOUN", "PROPN"):
        # "chairman and chief executive of Acme" are one person's two offices.
        first = _tie(sentence, sentence.head(noun.i))
        if first is None or first.title or first.who is noun:
            return None
        own = owner_of(sentence, noun) or first.owner
        return Tie(
            first.who, noun, own, first.verb, False, first.former or _is_over(sentence, noun)
        )
    return found


def _beside(sentence: Sentence, noun: Token) -> Tie | None:
    """ "X, the Z of Y" and "Y's Z, X"."""
    head = sentence.head(noun.i)
    over = _is_over(sentence, noun)
    if noun.dep == "appos" and head.pos == "PROPN":
        return Tie(head, noun, owner_of(sentence, noun), former=over)
    named = named_beside(sentence, noun.i)
    if named is not None:
        return Tie(named, noun, owner_of(sentence, noun), former=over)
    return None


def _titled(sentence: Sentence, noun: Token) -> Tie | None:
    """ "Acme chief executive Ann Lee"; Dean is a first name far more often than an office."""
    head = sentence.head(noun.i)
    if (
        noun.text == "Dean"
        or noun.dep not in ("compound", "nmod")
        or head.ent != "PERSON"
        or head.i < noun.i
    ):
        return None
    between = sentence.tokens[noun.i + 1 : head.i]
    of = any(t.dep in ("prep", "pobj", "det") for t in between)
    if head.pos != "PROPN" or any(t.pos not in ("PROPN", "PUNCT") and not of for t in between):
        return None
    over = _is_over(sentence, noun) or _is_over(sentence, head)
    own = owner_of(sentence, noun) or _neighbour(sentence, noun, head)
    return Tie(head, noun, own, title=True, former=over)


def _neighbour(sentence: Sentence, noun: Token, name: Token) -> Token | None:
    """The owner that the parser hung on the name: "Acme" in "Acme President Ann Lee"."""
    first = office_start(sentence, noun)
    if first == 0:
        return None
    before = sentence.tokens[first - 1]
    if before.lower in ("'s", "’s") and before.head < before.i:
        return sentence.head(before.i)
    fits = before.head in (name.i, noun.i) and before.dep in (*_BEFORE, "poss")
    return before if fits and _is_body(before) else None


def _is_body(token: Token) -> bool:
    """Whether a word before an office names where it is held."""
    if token.ent in ("ORG", "GPE", "NORP"):
        return True
    return token.pos == "PROPN" and token.ent != "PERSON" and token.lower not in RANKS | ROLES


def office_start(sentence: Sentence, noun: Token) -> int:
    """Where the words of an office start: "deputy prime minister", "co-founder"."""
    first = noun.i
    while first > 0:
        before = sentence.tokens[first - 1]
        if before.text == "-" and first > 1 and sentence.tokens[first - 2].lower in _HYPHENED:
            first -= 2
        elif _is_of_office(before) and (first < 2 or sentence.tokens[first - 2].text != "-"):
            first -= 1
        else:
            break
    return first


_HYPHENED = RANKS | {"co"}


def _is_of_office(token: Token) -> bool:
    plain = token.text.islower() and token.pos == "NOUN" and token.dep == "compound"
    return token.lower in RANKS or plain


def _said(sentence: Sentence, noun: Token) -> Tie | None:
    """ "X is the Z of Y", "Y appointed X its Z", "X served as Z"."""
    verb = sentence.head(noun.i)
    over = _is_over(sentence, noun)
    who: Token | None = None
    if noun.dep == "pobj" and verb.lower == "as":
        verb = sentence.head(verb.i)
        who = _as(sentence, verb)
        over = over or (verb.lemma in LEAVING and not _steps_in(sentence, verb))
    elif noun.dep == "attr" and verb.lemma in BEING and not is_infinitive(sentence, verb.i):
        who = subject(sentence, verb.i)
    elif noun.dep in ("oprd", "dobj", "attr") and verb.lemma in NAMING:
        who = sentence.kid(verb.i, "nsubjpass") or _renamed(sentence, verb, noun)
    if who is None or who.i == noun.i:
        return None
    return Tie(who, noun, _owner_said(sentence, noun, verb), verb, former=over)


def _as(sentence: Sentence, verb: Token) -> Token | None:
    """Whom a verb with "as" is about."""
    if _steps_in(sentence, verb):
        return subject(sentence, verb.i)
    if verb.lemma in BEING | LEAVING and sentence.kid(verb.i, "nsubjpass", "dobj") is None:
        return subject(sentence, verb.i)
    if verb.lemma in NAMING | LEAVING:
        return sentence.kid(verb.i, "nsubjpass", "dobj")
    return None


def _steps_in(sentence: Sentence, verb: Token) -> bool:
    """ "X will succeed Y as": who does so holds the office after Y."""
    follows = verb.lemma in ("succeed", "replace") and sentence.kid(verb.i, "dobj") is not None
    return follows and sentence.kid(verb.i, "auxpass") is None


def _renamed(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """The person in "appointed Ann Lee chief executive", however it was parsed."""
    named = sentence.kid(noun.i, "nmod", "compound")
    if named is not None and named.ent == "PERSON":
        return named
    thing = sentence.kid(verb.i, "dobj")
    return thing if thing is not None and thing.i < noun.i else None


def _owner_said(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """The owner; "its" is who names somebody."""
    own = owner_of(sentence, noun)
    if own is not None and own.lower in ("its", "their") and verb.lemma in NAMING:
        return sentence.kid(verb.i, "nsubj") or own
    return own


def owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """Whose somebody is: "Y's Z", "the Z of Y", "the Y Z"."""
    own = sentence.kid(noun.i, "poss")
    if own is not None:
        return own
    for preposition in sentence.kids(noun.i, "prep"):
        if preposition.lower in _BELONGING and preposition.i > noun.i:
            thing = sentence.kid(preposition.i, "pobj")
            if thing is not None and is_office(sentence, thing):
                further = owner_of(sentence, thing)
                if further is not None:
                    return further
                continue
            if thing is not None and _may_own(preposition, thing):
                return _by_name(sentence, thing)
    return _before(sentence, noun)


def _may_own(preposition: Token, thing: Token) -> bool:
    """Whether an office can be of it; "in charge" and "with ties" tell no institution."""
    if preposition.lower in ("in", "with", "to"):
        return thing.pos == "PROPN"
    return thing.pos in ("NOUN", "PROPN", "PRON")


def _by_name(sentence: Sentence, thing: Token) -> Token | None:
    """The name in "the polling firm Novus"; None for a place that only says where it is based."""
    named = sentence.kid(thing.i, "appos")
    if named is not None and named.i == thing.i + 1 and named.pos == "PROPN":
        return named
    follows = sentence.tokens[thing.i + 1 : thing.i + 6]
    based = any(a.text == "-" and b.lower == "based" for a, b in pairwise(follows))
    return None if based else thing


def is_office(sentence: Sentence, thing: Token) -> bool:
    """Whether what follows "of" is part of the office's own name: "secretary of state"."""
    if sentence.kid(thing.i, "det", "poss") is not None:
        return False
    field = thing.pos == "NOUN" and thing.text.islower() and sentence.head(thing.i).lower == "of"
    return field or thing.lower in _OFFICES


_OFFICES = frozenset({"state", "staff", "parliament", "government", "operations", "affairs"})


def _before(sentence: Sentence, noun: Token) -> Token | None:
    """The name before the noun: "US" in "US Treasury Secretary", "French" in "French president"."""
    kids = sentence.kids(noun.i, *_BEFORE)
    named = [k for k in kids if k.i < noun.i and k.lower not in RANKS and _is_body(k)]
    return named[0] if named else None


def _is_over(sentence: Sentence, noun: Token) -> bool:
    marks = sentence.kids(noun.i, *_BEFORE)
    return any(kid.lower in FORMER for kid in marks) or noun.lower.startswith("ex-")
