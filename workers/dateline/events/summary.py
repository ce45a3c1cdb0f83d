"""The shortest clause of an article that tells an event: cut, never generated."""

from dateline.events.syntax import Sentence, Token
from dateline.events.triggers import EventWord
from dateline.model.event import EventKind
from dateline.model.provenance import Span

_CLAUSE = frozenset({"VERB", "AUX"})
# A clause that cannot stand without its governor starts higher up.
_HANGING = frozenset({"xcomp", "acl", "pcomp", "conj", "acomp", "oprd", "relcl"})
# What ties a clause to the one above it; "if" and "unless" stay, for they change what is told.
_TIES = frozenset(
    {"when", "as", "that", "which", "while", "because", "although", "though", "whereas", "even"}
)
_ASIDE = frozenset({"advcl", "relcl", "parataxis", "appos"})
_SAID = _ASIDE | {"ccomp"}
LONGEST = 320
# Of "..., the engineer said" only the end is kept when what was said is longer than this.
LONGEST_SAID = 120


def summary(word: EventWord, text: str) -> str:
    """The clause of the event word, as it stands in the article."""
    sentence = word.sentence
    head = _clause(sentence, word.token)
    first, last = _run(sentence.subtree(head.i), word.i)
    length = sentence.tokens[last].end - sentence.tokens[first].start
    aside = _SAID if _is_said_after(sentence, word) else _ASIDE
    if length > (LONGEST_SAID if aside is _SAID else LONGEST):
        kept = sentence.subtree(head.i, without=aside)
        first, last = _run(kept, word.i) if word.i in kept else (first, last)
    while first < word.i and _is_edge(sentence.tokens[first], leading=True):
        first += 1
    while last > word.i and _is_edge(sentence.tokens[last], leading=False):
        last -= 1
    cut = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    told = " ".join(cut.of(text).split())
    return told if len(told) <= LONGEST else _around(sentence, word, text)


def _is_said_after(sentence: Sentence, word: EventWord) -> bool:
    """Whether what a statement tells stands before it: "It will fail, she said"."""
    told = sentence.kid(word.i, "ccomp")
    return word.kind is EventKind.STATEMENT and told is not None and told.i < word.i


def _clause(sentence: Sentence, token: Token) -> Token:
    """The verb whose clause holds the word and can stand alone."""
    while token.head != token.i and (token.pos not in _CLAUSE or _hangs(sentence, token)):
        token = sentence.head(token.i)
    return token


def _hangs(sentence: Sentence, token: Token) -> bool:
    if token.dep in ("aux", "auxpass"):
        return True
    has_subject = sentence.kid(token.i, "nsubj", "nsubjpass", "expl") is not None
    return token.dep in _HANGING and not (has_subject and token.dep in ("conj", "acl"))


def _run(tokens: list[int], i: int) -> tuple[int, int]:
    """The unbroken stretch of a clause around a word: clauses may have holes."""
    at = tokens.index(i) if i in tokens else 0
    low = high = at
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low], tokens[high]


def _is_edge(token: Token, *, leading: bool) -> bool:
    if token.text in ("$", "£", "€", "#", "%", ")"):
        return False
    tie = leading and (token.lower in _TIES or token.dep == "cc" or token.text[0] in "'’")
    return tie or token.dep == "punct" or token.pos in ("PUNCT", "SPACE")


def _around(sentence: Sentence, word: EventWord, text: str) -> str:
    """The words nearest to the trigger, when its clause is too long to read at a glance."""
    first = last = word.i
    while first > 0 and word.token.end - sentence.tokens[first - 1].start < LONGEST // 2:
        first -= 1
    while (
        last + 1 < len(sentence.tokens)
        and sentence.tokens[last + 1].end - word.token.start < LONGEST // 2
    ):
        last += 1
    return " ".join(text[sentence.tokens[first].start : sentence.tokens[last].end].split())
