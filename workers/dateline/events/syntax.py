"""Parsed sentences: tokens with their place in the article and in the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.provenance import Quoted, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word; `head` is the index of its governor in the sentence, its own at the root.

    `tag` is a Penn Treebank tag, `dep` a ClearNLP dependency label, `ent` an OntoNotes entity
    type or empty.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article's own prose.

    `paragraph` counts paragraphs, `number` sentences of the article; `cut` tells that it went on
    for longer than anything that can be read as one.
    """

    tokens: tuple[Token, ...]
    children: tuple[tuple[Token, ...], ...]
    paragraph: int
    number: int
    headline: bool = False
    cut: bool = False

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def root(self) -> Token:
        """The word that governs the sentence, the first of them in a piece of one."""
        return next(token for token in self.tokens if token.head == token.i)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The dependents of a word, left to right; all of them, or those so labelled."""
        kids = self.children[i]
        return [kid for kid in kids if kid.dep in deps] if deps else list(kids)

    def kid(self, i: int, *deps: str) -> Token | None:
        """The first dependent of a word that is so labelled."""
        for kid in self.children[i]:
            if kid.dep in deps:
                return kid
        return None

    def head(self, i: int) -> Token:
        """The governor of a word."""
        return self.tokens[self.tokens[i].head]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of a word, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> list[int]:
        """A word and all it governs, in order; branches labelled as in `without` are cut off."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(kid.i for kid in self.children[at] if kid.dep not in without)
        return sorted(found)

    def governs(self, above: int, below: int) -> bool:
        """Whether a word stands at or below another in the tree."""
        return above == below or any(token.i == above for token in self.ancestors(below))

    def tree_distance(self, one: int, other: int) -> int:
        """The number of steps from one word to the other along the tree."""
        up = {one: 0} | {token.i: n for n, token in enumerate(self.ancestors(one), 1)}
        if other in up:
            return up[other]
        for n, token in enumerate(self.ancestors(other), 1):
            if token.i in up:
                return up[token.i] + n
        return len(self.tokens)

    def quote(self, first: int, last: int, text: str) -> Quoted:
        """The words from one token to another, as they stand in the article."""
        span = Span(self.tokens[first].start, self.tokens[last].end)
        return Quoted(span.of(text), span)

    def covering(self, span: Span) -> list[Token]:
        """The tokens that share a character with a span of the article."""
        return [token for token in self.tokens if token.start < span.end and span.start < token.end]


def named_beside(sentence: Sentence, i: int) -> Token | None:
    """The name set beside a noun, or beside what it is of: "the head of the IMF, Ann Lee"."""
    own = sentence.kid(i, "appos")
    if own is not None:
        return own if own.pos == "PROPN" and own.i > i else None
    for preposition in sentence.kids(i, "prep"):
        body = sentence.kid(preposition.i, "pobj") if preposition.lower == "of" else None
        beside = sentence.kid(body.i, "appos") if body is not None and body.ent else None
        if body is not None and beside is not None and beside.pos == "PROPN":
            return beside if beside.ent not in ("", "GPE", "LOC", body.ent) else None
    return None


def accusing(sentence: Sentence, preposition: Token) -> Token | None:
    """The verb of "accused the general of plotting", wherever the parser hung the "of"."""
    if preposition.lower not in ("of", "with"):
        return None
    head = sentence.head(preposition.i)
    if head.dep in ("dobj", "nsubjpass") and sentence.head(head.i).pos == "VERB":
        head = sentence.head(head.i)
    return head if head.lemma in ("accuse", "suspect", "charge") else None


def grow(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
    """The dependents of each token, read from the heads."""
    children: list[list[Token]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token)
    return tuple(tuple(kids) for kids in children)
