"""Who is who in an article: names, the short forms of names, and pronouns that stand for them."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.events.syntax import Sentence, Token, named_beside
from dateline.events.words.names import ENTITY_TYPES, HE, PLACES, SHE, TITLES
from dateline.events.words.verbs import SAYING
from dateline.model.event import Entity
from dateline.model.names import normal

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_IMPERSONAL = frozenset({"it", "its", "itself"})
_GENDERED = SHE | HE
# Those whom "leader" may mean.
_LEADERS = frozenset({"leader", "president", "prime", "premier", "chancellor", "king", "queen"})
# How many sentences a pronoun may reach back.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence: tokens from `first` to `last`, titles left out."""

    first: int
    last: int
    text: str
    type: str


def entity(name: str, type_: str) -> Entity:
    """The entity of a name; equal names in two articles are one entity."""
    digest = hashlib.sha256(f"{type_}\x1f{normal(name)}".encode()).hexdigest()[:16]
    return Entity(f"n{digest}", name, type_)


def name_at(sentence: Sentence, i: int) -> Name | None:
    """The name that a word is the head of, or None for a common noun."""
    head = sentence.tokens[i]
    if head.pos != "PROPN" and not head.ent:
        return None
    if head.pos not in ("PROPN", "NOUN", "ADJ"):
        return None
    first = i
    while first > 0 and _belongs(sentence, first - 1, i):
        first -= 1
    last = _tail(sentence, i)
    while head.ent != "ORG" and first < i and _is_title(sentence.tokens[first]):
        first += 1
    if head.pos != "PROPN" and not any(t.pos == "PROPN" for t in sentence.tokens[first : last + 1]):
        return None
    if not any(token.text[:1].isupper() for token in sentence.tokens[first : last + 1]):
        return None
    text = " ".join(token.text for token in sentence.tokens[first : last + 1])
    return Name(first, last, text, ENTITY_TYPES.get(head.ent, "other"))


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


class _Named(NamedTuple):
    """A person named at a word of a sentence, in text order."""

    number: int
    i: int
    is_subject: bool
    who: Entity


class Cast:
    """The names of one article, read once, in order.

    Built from the whole article, so that a surname in the first line finds the full name that
    comes later; asking changes nothing.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._forms: dict[str, Entity] = {}
        self._surnames: dict[str, Entity] = {}
        self._people: list[_Named] = []
        names = [name for sentence in sentences for name in _names(sentence)]
        self._learn(names)
        self._learn_acronyms(sentences)
        self._people = [who for sentence in sentences for who in self._named(sentence)]
        self._said: dict[Entity, set[str]] = {}
        for sentence in sentences:
            self._learn_descriptions(sentence)

    def of(self, name: Name) -> Entity:
        """The entity of a name; the same for its short and long forms."""
        key = normal(name.text)
        return self._forms.get(key) or entity(name.text, name.type)

    def known(self, word: Token) -> Entity | None:
        """Whom a capitalised word names, when the article uses it as a name elsewhere."""
        if not word.text[:1].isupper() or word.pos not in ("PROPN", "NOUN", "ADJ"):
            return None
        key = normal(word.text)
        return self._forms.get(key) or self._surnames.get(key)

    def standing_for(self, sentence: Sentence, i: int) -> Entity | None:
        """Whom words without a name mean: "he", "she", "the British leader"."""
        if sentence.tokens[i].lower in _PERSONAL:
            return self._last_named(sentence, i)
        if sentence.tokens[i].lower in _IMPERSONAL:
            return self._thing_above(sentence, i)
        return self._meant_by(sentence, i)

    def _thing_above(self, sentence: Sentence, i: int) -> Entity | None:
        """What "it" stands for: whom a verb above names first, "Acme said it had sold its mine"."""
        for verb in sentence.ancestors(i):
            doer = sentence.kid(verb.i, "nsubj", "nsubjpass") if verb.pos == "VERB" else None
            if doer is not None and doer.i < i and not sentence.governs(doer.i, i):
                name = name_at(sentence, doer.i)
                who = None if name is None else self.of(name)
                return None if who is None or who.type == "person" else who
        return None

    def _last_named(self, sentence: Sentence, i: int) -> Entity | None:
        """The person named last before a pronoun, in this or the last sentences."""
        # Who speaks is not whom the words speak about.
        here = (sentence.number, 0 if _closes_quotation(sentence, i) else i)
        at = bisect_left(self._people, here, key=lambda person: person[:2])
        start = bisect_left(self._people, (here[0] - _REACH, 0), key=lambda person: person[:2])
        near = [p for p in self._people[start:at] if self._may_be(p.who, sentence.tokens[i])]
        if not near:
            return None
        nearest = [person for person in near if person.number == near[-1].number]
        subjects = [person for person in nearest if person.is_subject]
        if subjects and nearest[0].number == sentence.number:
            return subjects[-1].who
        return (subjects or nearest)[0].who

    def _may_be(self, who: Entity, pronoun: Token) -> bool:
        """Whether "he" or "she" goes with what the article says of a person, as far as it does."""
        known = self._said[who] & _GENDERED
        return not known or not known.isdisjoint(SHE if pronoun.lower in SHE else HE)

    def _meant_by(self, sentence: Sentence, i: int) -> Entity | None:
        """Whom these words introduce, or the one person whom "the" and they describe."""
        introduced = self._introduced(sentence, i)
        if introduced is not None:
            return introduced
        head = sentence.tokens[i]
        the = sentence.kid(i, "det")
        if head.lemma not in _LEADERS | TITLES or the is None or the.lower != "the":
            return None
        said = {k.lower for k in sentence.kids(i, "amod", "compound", "nmod")}
        wanted = _LEADERS if head.lemma == "leader" else {head.lemma}
        found = [who for who, words in self._said.items() if said <= words and wanted & words]
        return found[0] if len(found) == 1 else None

    def _introduced(self, sentence: Sentence, i: int) -> Entity | None:
        """The name set beside a common noun: "a spokesman for the port, Ilya Brandt"."""
        office = sentence.tokens[i].lemma in TITLES
        beside = named_beside(sentence, i) if office else sentence.kid(i, "appos")
        name = name_at(sentence, beside.i) if beside is not None and beside.i > i else None
        return None if name is None else self.of(name)

    def _named(self, sentence: Sentence) -> Iterable[_Named]:
        """The persons named in a sentence, in order; short forms may be tagged as no name."""
        heads = {name.last: self.of(name) for name in _names(sentence)}
        for token in sentence.tokens:
            who = heads.get(token.i) or self.known(token)
            if who is not None and who.type == "person":
                yield _Named(sentence.number, token.i, token.dep in ("nsubj", "nsubjpass"), who)

    def _learn_descriptions(self, sentence: Sentence) -> None:
        """What titles, appositions and given names say of persons: "Prime Minister Ana Kovac"."""
        for name in _names(sentence):
            who = self.of(name)
            if who.type == "person":
                words = self._said.setdefault(who, {normal(who.name).partition(" ")[0]})
                words.update(_description(sentence, name))

    def _learn(self, names: Iterable[Name]) -> None:
        kinds: dict[str, Counter[str]] = {}
        shown: dict[str, str] = {}
        for name in names:
            key = normal(name.text)
            if key:
                kinds.setdefault(key, Counter())[name.type] += 1
                shown.setdefault(key, name.text)
        full = {key: _commonest(kinds[key]) for key in shown}
        ending: dict[str, list[str]] = {}
        for key in shown:
            ending.setdefault(key.rpartition(" ")[2], []).append(key)
        for key in shown:
            if key in PLACES:
                self._forms[key] = entity(PLACES[key], "place" if key[0] == "u" else full[key])
                continue
            longer = _full_name(key, full, ending)
            self._forms[key] = entity(shown[longer], full[longer])
        for surname, keys in ending.items():
            people = {self._forms[key] for key in keys if full[key] == "person"}
            if len(people) == 1:
                self._surnames[surname] = people.pop()

    def _learn_acronyms(self, sentences: Sequence[Sentence]) -> None:
        """ "the Foreign Intelligence Service (SVR)": what stands in brackets means the same."""
        for sentence in sentences:
            for token in sentence.tokens[2:]:
                before = sentence.tokens[token.i - 1]
                if before.text != "(" or not token.text.isupper() or len(token.text) < 2:
                    continue
                name = name_at(sentence, token.i - 2)
                if name is not None and name.last > name.first:
                    self._forms[normal(token.text)] = self.of(name)


def _description(sentence: Sentence, name: Name) -> Iterable[str]:
    head = sentence.tokens[name.last]
    if head.dep == "appos":
        yield sentence.head(head.i).lemma
        yield from (k.lower for k in sentence.kids(head.head, "amod", "compound"))
    at = name.first - 1
    while at >= 0 and sentence.tokens[at].dep in ("compound", "amod", "nmod"):
        yield sentence.tokens[at].lower
        at -= 1
    for aside in sentence.kids(name.last, "appos"):
        yield aside.lemma
        yield from (k.lower for k in sentence.kids(aside.i, "amod", "compound"))
        yield from (k.lower for k in sentence.kids(aside.i, "poss"))


def _closes_quotation(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun speaks the quotation before it: "..., when I meet him," she said."""
    marks = [t.i for t in sentence.tokens if t.text in ("”", '"', "''", "’", ",”")]
    return sentence.head(i).lemma in SAYING and any(mark < i for mark in marks)


def _commonest(types: Counter[str]) -> str:
    named = Counter({kind: n for kind, n in types.items() if kind != "other"})
    return max(sorted(named or types), key=(named or types).__getitem__)


def _full_name(key: str, full: dict[str, str], ending: dict[str, list[str]]) -> str:
    """The one longer name that ends in this one: "Keir Starmer" for "Starmer"."""
    if " " in key or full[key] == "place":
        return key
    longer = [name for name in ending[key] if name != key and full[name] == "person"]
    return longer[0] if len(longer) == 1 else key


def _names(sentence: Sentence) -> Iterable[Name]:
    for token in sentence.tokens:
        if token.pos == "PROPN" and token.dep not in ("compound", "amod"):
            name = name_at(sentence, token.i)
            if name is not None:
                yield name
