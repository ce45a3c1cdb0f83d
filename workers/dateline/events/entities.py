"""Who is who in an article: names, the short forms of names, and pronouns that stand for them."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.events.naming import Name, name_at, names
from dateline.events.syntax import Sentence, Token, named_beside
from dateline.events.words.names import HE, PLACES, SHE, TITLES
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


def entity(name: str, type_: str) -> Entity:
    """The entity of a name; equal names in two articles are one entity."""
    digest = hashlib.sha256(f"{type_}\x1f{normal(name)}".encode()).hexdigest()[:16]
    return Entity(f"n{digest}", name, type_)


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
        found = [name for sentence in sentences for name in names(sentence)]
        self._learn(found)
        self._learn_acronyms(sentences)
        self._people = [who for sentence in sentences for who in self._named(sentence)]
        self._topics = {sentence.number: self._topic(sentence) for sentence in sentences}
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
        """What "it" stands for: whom a verb above names first, "Acme said it had sold its mine".

        At the head of a sentence it is what the sentence before tells of.
        """
        above = sentence.head(i)
        if above.i == sentence.root.i and sentence.tokens[i].dep in ("nsubj", "nsubjpass"):
            return None if _is_empty(sentence, above) else self._topics.get(sentence.number - 1)
        for verb in sentence.ancestors(i):
            doer = sentence.kid(verb.i, "nsubj", "nsubjpass") if verb.pos == "VERB" else None
            if doer is not None and doer.i < i and not sentence.governs(doer.i, i):
                name = name_at(sentence, doer.i)
                who = None if name is None else self.of(name)
                return None if who is None or who.type == "person" else who
        return None

    def _topic(self, sentence: Sentence) -> Entity | None:
        """The thing or body that a sentence names as its subject."""
        doer = sentence.kid(sentence.root.i, "nsubj", "nsubjpass")
        name = None if doer is None else name_at(sentence, doer.i)
        who = None if name is None else self.of(name)
        return None if who is None or who.type == "person" else who

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
        heads = {name.last: self.of(name) for name in names(sentence)}
        for token in sentence.tokens:
            who = heads.get(token.i) or self.known(token)
            if who is not None and who.type == "person":
                yield _Named(sentence.number, token.i, token.dep in ("nsubj", "nsubjpass"), who)

    def _learn_descriptions(self, sentence: Sentence) -> None:
        """What titles, appositions and given names say of persons: "Prime Minister Ana Kovac"."""
        for name in names(sentence):
            who = self.of(name)
            if who.type == "person":
                words = self._said.setdefault(who, {normal(who.name).partition(" ")[0]})
                words.update(_description(sentence, name))

    def _learn(self, found: Iterable[Name]) -> None:
        kinds: dict[str, Counter[str]] = {}
        shown: dict[str, str] = {}
        for name in found:
            key = normal(name.text)
            if key:
                kinds.setdefault(key, Counter())[name.type] += 1
                shown.setdefault(key, name.text)
        full = {key: _commonest(kinds[key]) for key in shown}
        ending: dict[str, list[str]] = {}
        parts: dict[str, list[str]] = {}
        for key in shown:
            ending.setdefault(key.rpartition(" ")[2], []).append(key)
            for part in {key.partition(" ")[0], key.rpartition(" ")[2]}:
                parts.setdefault(part, []).append(key)
        for key in shown:
            if key in PLACES:
                self._forms[key] = entity(PLACES[key], "place" if key[0] == "u" else full[key])
                continue
            longer = _full_name(key, full, parts)
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


def _is_empty(sentence: Sentence, verb: Token) -> bool:
    """Whether "it" is nobody: "it emerged that", "it was hoped that", "it took years"."""
    return verb.lemma in _IMPERSONALLY or sentence.kid(verb.i, "ccomp", "csubj", "expl") is not None


_IMPERSONALLY = frozenset({"be", "emerge", "rain", "snow", "take", "turn", "seem", "appear"})


def _closes_quotation(sentence: Sentence, i: int) -> bool:
    """Whether a pronoun speaks the quotation before it: "..., when I meet him," she said."""
    marks = [t.i for t in sentence.tokens if t.text in ("”", '"', "''", "’", ",”")]
    return sentence.head(i).lemma in SAYING and any(mark < i for mark in marks)


def _commonest(types: Counter[str]) -> str:
    named = Counter({kind: n for kind, n in types.items() if kind != "other"})
    return max(sorted(named or types), key=(named or types).__getitem__)


def _full_name(key: str, full: dict[str, str], parts: dict[str, list[str]]) -> str:
    """The one longer name of a person that ends, or else begins, in this one: "Keir Starmer"."""
    if " " in key or full[key] == "place":
        return key
    longer = [name for name in parts[key] if name != key and full[name] == "person"]
    ending = [name for name in longer if name.endswith(f" {key}")]
    if not ending and full[key] != "person":
        return key
    found = sorted(ending or longer, key=len)
    # "Ann Lee" and "Mary Ann Lee" leave no doubt whom "Lee" means.
    same = bool(found) and all(name.endswith(found[0]) for name in found)
    return found[0] if same else key
