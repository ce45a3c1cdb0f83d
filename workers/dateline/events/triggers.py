"""Which words name an event."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.events.syntax import Sentence, Token
from dateline.events.words.listed import listed
from dateline.events.words.modality import COMING_ABOUT, SETTLED
from dateline.events.words.nouns import WITH_ATTRIBUTE, event_nouns
from dateline.events.words.types import type_of
from dateline.events.words.verbs import LIGHT, RELATION, SAYING, STATIVE
from dateline.model.event import EventKind

# Nouns that are somebody's words.
_SAYING_NOUNS = listed(
    """
    statement claim announcement comment remark denial accusation allegation warning declaration
    assertion keynote speech testimony apology complaint criticism reply response answer pledge
    promise
    """
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "VB", "VBN", "VBG"})
# Verb forms that have become prepositions or attributes: "according to", "a developed plan".
_NO_CLAUSE = frozenset({"prep", "amod", "compound", "aux", "auxpass", "case", "mark", "nmod"})
_STATES = listed(
    """
    dead ill sick alive missing pregnant unconscious unemployed bankrupt wounded injured
    """
)


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that names an event, in its sentence."""

    sentence: Sentence
    i: int
    kind: EventKind
    type: str

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.sentence.tokens[self.i]

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb rather than a noun or adjective."""
        return self.token.pos in ("VERB", "AUX")

    @property
    def place(self) -> tuple[int, int]:
        """Where in the article: the sentence's number and the word's in it."""
        return self.sentence.number, self.i


def find(sentence: Sentence) -> Iterator[EventWord]:
    """The event words of a sentence, in order."""
    for token in sentence.tokens:
        if _is_event(sentence, token):
            kind = _kind(sentence, token)
            saying = kind is EventKind.STATEMENT
            yield EventWord(
                sentence, token.i, kind, "statement" if saying else _type(sentence, token)
            )


def _type(sentence: Sentence, token: Token) -> str:
    """The type of the word, or of the event noun that a colourless verb takes: "stand trial"."""
    own = type_of(token.lemma)
    colourless = token.pos == "VERB" and token.lemma in COMING_ABOUT
    thing = sentence.kid(token.i, "dobj", "nsubjpass") if colourless else None
    return type_of(thing.lemma) if own == "other" and thing is not None else own


def _is_event(sentence: Sentence, token: Token) -> bool:
    if token.pos == "VERB":
        return _verb_happens(sentence, token)
    if token.pos == "NOUN":
        return _noun_happens(sentence, token) and not _is_attribute(sentence, token)
    return token.pos == "ADJ" and token.lower in _STATES and token.dep in ("acomp", "oprd")


def _noun_happens(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    if _is_label(sentence, token):
        return False
    return token.lemma in event_nouns() or before in WITH_ATTRIBUTE.get(token.lemma, ())


def _verb_happens(sentence: Sentence, token: Token) -> bool:
    if token.lemma == "be" or token.tag not in _FINITE or token.dep in _NO_CLAUSE:
        return False
    if _is_name(sentence, token) or token.lemma in RELATION or _is_prefix(sentence, token):
        return False
    return carried(sentence, token.i) is None and not _is_label(sentence, token)


def _is_label(sentence: Sentence, token: Token) -> bool:
    """Whether a word only says what kind of text follows: "Update: ..."."""
    follows = sentence.tokens[token.i + 1 : token.i + 2]
    return token.i == 0 and token.lower in _LABELS and bool(follows) and follows[0].text == ":"


def _is_prefix(sentence: Sentence, token: Token) -> bool:
    """Whether a "verb" is a hyphen or what stands before one: "re-elected"."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    glued = any(each.text == "-" and each.start == token.end for each in after)
    return not token.text[0].isalnum() or (glued and token.lower in _PREFIXES)


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether a "verb" is a name that the tagger did not know: a capital within a sentence."""
    if token.i == 0 or sentence.headline or not token.text[0].isupper():
        return False
    return sentence.tokens[token.i - 1].pos not in ("PUNCT", "SYM") and not token.text.isupper()


def carried(sentence: Sentence, i: int) -> Token | None:
    """The event noun that a light verb lends its tense to: "talks" for "held" in "held talks"."""
    verb = sentence.tokens[i]
    thing = sentence.kid(i, "dobj", "nsubjpass")
    if verb.lemma not in LIGHT and (
        thing is None or thing.lemma not in _REACHED.get(verb.lemma, ())
    ):
        return None
    while thing is not None and thing.lemma in _CONTAINERS:
        of = sentence.kid(thing.i, "prep")
        thing = sentence.kid(of.i, "pobj") if of is not None else None
    if thing is not None and thing.pos == "NOUN" and thing.lemma in event_nouns():
        return thing
    return None


# Verbs that come to mean no more than their noun: "reached an agreement", "struck a deal".
_REACHED = {
    "reach": listed("accord agreement ceasefire compromise consensus deal pact settlement truce"),
    "strike": listed("bargain compromise deal"),
}
_LABELS = listed(
    "analysis breaking clarification comment correction exclusive interview live "
    "opinion report review update watch"
)
_PREFIXES = listed("co de mis over pre re un under")
_CONTAINERS = listed("series round number lot set string kind sort part spate wave day week")


def _is_attribute(sentence: Sentence, token: Token) -> bool:
    """Whether a noun only says what kind of thing another noun is: "a trade official"."""
    if token.dep not in ("compound", "nmod"):
        return False
    return sentence.head(token.i).lemma not in event_nouns()


def _kind(sentence: Sentence, token: Token) -> EventKind:
    if token.pos == "ADJ":
        return EventKind.STATE
    if token.pos == "NOUN":
        return EventKind.STATEMENT if token.lemma in _SAYING_NOUNS else EventKind.OCCURRENCE
    if token.lemma == "point" and any(k.lower == "out" for k in sentence.kids(token.i, "prt")):
        return EventKind.STATEMENT
    if token.lemma in SAYING and not _is_idle(sentence, token):
        return EventKind.STATEMENT
    holds = token.lemma in STATIVE or _is_settled(sentence, token)
    return EventKind.STATE if holds else EventKind.OCCURRENCE


def _is_settled(sentence: Sentence, token: Token) -> bool:
    """ "is set to vote", "was scheduled to land": how things stand, not what somebody did."""
    passive = token.tag == "VBN" and sentence.kid(token.i, "auxpass") is not None
    return passive and token.lemma in SETTLED and sentence.kid(token.i, "xcomp") is not None


def _is_idle(sentence: Sentence, token: Token) -> bool:
    """Verbs of saying that say nothing here: "added 300 jobs", "charged the battery"."""
    if token.lemma not in ("add", "reveal", "assert", "report", "answer", "stress"):
        return False
    thing = sentence.kid(token.i, "dobj")
    return thing is not None and sentence.kid(token.i, "ccomp") is None
