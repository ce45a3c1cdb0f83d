"""Running a model's parts over paragraphs: what spaCy does, at little more than half its price.

Two habits of spaCy 3.8 cost more than all its arithmetic. The loop in which its parser and its
entity recogniser take their steps gives up the interpreter's lock, and then takes it anew for
every move it looks at; and its rules for parts of speech try every pattern at every word. Here
the same code takes the same steps with the lock held, and what the rules make of a word is
remembered.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

# Analyses that are remembered, some 10 MB.
KEPT_ANALYSES = 50_000

# What a rule may ask of a word for its answer to be the same wherever the word stands.
_OWN = frozenset({"TAG", "DEP", "LOWER", "ORTH", "IS_SPACE"})


class Pipeline:
    """A model's parts in their order."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._parts = _parts(nlp)

    def read(self, texts: Iterable[str]) -> list[Doc]:
        """The texts parsed, all at once."""
        docs = [self.nlp.make_doc(text) for text in texts]
        for part in self._parts:
            if _is_greedy(part):
                part.set_annotations(docs, _steps(part, docs))
            elif hasattr(part, "pipe"):
                docs = list(part.pipe(docs, batch_size=len(docs)))
            else:
                docs = [part(doc) for doc in docs]
        return docs


def _is_greedy(part: Any) -> bool:
    return isinstance(part, DependencyParser | EntityRecognizer) and part.cfg["beam_width"] == 1


def _steps(part: Any, docs: Sequence[Doc]) -> list[Any]:
    """The states that a parser or an entity recogniser ends in, step by step the best move."""
    states: list[Any] = part.moves.init_batch(docs)
    going = [state for state in states if not state.is_final()]
    if going:
        model = part.model.predict(docs)
        while going:
            going = part.transition_states(going, model.predict(going))
        model.clear_memory()
    return states


def _parts(nlp: Language) -> list[Any]:
    """The model's parts, where it can be with a memory in place of its rules."""
    parts: list[Any] = [part for _, part in nlp.pipeline]
    for n, (ruler, lemmatizer) in enumerate(pairwise(parts)):
        if isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer):
            if all(_looks_at_words(pattern) for pattern in ruler.patterns):
                parts[n : n + 2] = [Analyser(nlp.vocab, ruler, lemmatizer)]
            break
    return parts


def _looks_at_words(rule: Any) -> bool:
    return all(_OWN.issuperset(asked) for pattern in rule["patterns"] for asked in pattern)


class Analyser:
    """A word's part of speech and lemma by the model's own rules, each word asked about once.

    Most rules look at one word, its tag and its label; where one looks at several ("let 's"),
    those words are asked about together each time.
    """

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._vocab, self._ruler, self._lemmatizer = vocab, ruler, lemmatizer
        self._alone = AttributeRuler(vocab)
        self._joint = Matcher(vocab)
        rules: list[Any] = ruler.patterns
        for n, rule in enumerate(rules):
            if max(map(len, rule["patterns"])) > 1:
                self._joint.add(str(n), rule["patterns"])
            else:
                self._alone.add_patterns([rule])
        self._known: dict[tuple[int, int, int], tuple[str, str, str, str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its words' tags, labels, parts of speech and lemmas."""
        keys = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        self._learn(doc, keys)
        found = [self._known[key] for key in keys]
        for _, start, end in self._joint(doc, allow_missing=True):
            found[start:end] = self._ask(self._ruler, doc, range(start, end))
        for word, (tag, dep, pos, lemma) in zip(doc, found, strict=True):
            word.tag_, word.dep_, word.pos_, word.lemma_ = tag, dep, pos, lemma
        return doc

    def _learn(self, doc: Doc, keys: Sequence[tuple[int, int, int]]) -> None:
        if len(self._known) > KEPT_ANALYSES:
            self._known.clear()
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        if new:
            self._known.update(zip(new, self._ask(self._alone, doc, new.values()), strict=True))

    def _ask(
        self, ruler: AttributeRuler, doc: Doc, words: Iterable[int]
    ) -> list[tuple[str, str, str, str]]:
        asked = [doc[i] for i in words]
        apart = Doc(
            self._vocab,
            words=[word.text for word in asked],
            tags=[word.tag_ for word in asked],
            deps=[word.dep_ for word in asked],
        )
        return [
            (word.tag_, word.dep_, word.pos_, word.lemma_)
            for word in self._lemmatizer(ruler(apart))
        ]
