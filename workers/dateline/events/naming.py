"""Names as they stand in a sentence, without the titles and offices before them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.events.syntax import Sentence, Token
from dateline.events.words.names import ENTITY_TYPES, TITLES


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence: tokens from `first` to `last`, titles left out."""

    first: int
    last: int
    text: str
    type: str


def name_at(sentence: Sentence, i: int) -> Name | None:
    """The name that a word is the head of, or None for a common noun."""
    head = sentence.tokens[i]
    if head.pos != "PROPN" and not head.ent:
        return None
    if head.pos not in ("PROPN", "NOUN", "ADJ"):
        return None
    first, last = called_from(sentence, i), _tail(sentence, i)
    if head.ent == "PERSON":
        first = _after_office(sentence, first, i)
    if head.pos != "PROPN" and not any(t.pos == "PROPN" for t in sentence.tokens[first : last + 1]):
        return None
    if not any(token.text[:1].isupper() for token in sentence.tokens[first : last + 1]):
        return None
    text = " ".join(token.text for token in sentence.tokens[first : last + 1])
    return Name(first, last, text, ENTITY_TYPES.get(head.ent, "other"))


def called_from(sentence: Sentence, i: int) -> int:
    """Where the words for a name begin: a mere title left out, but not "Acme CEO" before it."""
    first = i
    while first > 0 and _belongs(sentence, first - 1, i):
        first -= 1
    while sentence.tokens[i].ent != "ORG" and first < i and _is_title(sentence.tokens[first]):
        first += 1
    return first


def _after_office(sentence: Sentence, first: int, last: int) -> int:
    """Where the person's own name begins: after the office in "Acme CEO Ann Lee"."""
    for k in range(last - 1, first, -1):
        if _is_title(sentence.tokens[k]) and sentence.tokens[k - 1].ent != "PERSON":
            return k + 1
    return first


def _belongs(sentence: Sentence, k: int, head: int) -> bool:
    token = sentence.tokens[k]
    joined = token.dep in ("compound", "amod", "nmod", "flat") and sentence.governs(head, k)
    if token.text in ("-", "&"):
        return k > 0 and _belongs(sentence, k - 1, head)
    return joined and token.text[:1].isupper() and (token.pos == "PROPN" or token.ent != "NORP")


def _tail(sentence: Sentence, i: int) -> int:
    """The last word of a name such as "Bank of England": "of" and a name under the head."""
    head = sentence.tokens[i]
    of = sentence.kid(i, "prep")
    if of is None or of.lower != "of" or of.i != i + 1 or of.ent != head.ent or not head.ent:
        return i
    thing = sentence.kid(of.i, "pobj")
    return thing.i if thing is not None and thing.ent == head.ent else i


def _is_title(token: Token) -> bool:
    word = token.lower.rstrip(".")
    return word in TITLES or (word.endswith("s") and word[:-1] in TITLES)


def names(sentence: Sentence) -> Iterable[Name]:
    """The names of a sentence, in order."""
    for token in sentence.tokens:
        if token.pos == "PROPN" and token.dep not in ("compound", "amod"):
            name = name_at(sentence, token.i)
            if name is not None:
                yield name
