"""Which words stand between quotation marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.syntax import Sentence, Token

# What closes a quotation that such a mark opened. Newsrooms mix straight and curly marks.
_DOUBLE = frozenset({"”", "»", '"', "''"})
_CLOSERS = {
    "“": _DOUBLE,
    "«": _DOUBLE,
    '"': _DOUBLE,
    "``": _DOUBLE,
    "''": _DOUBLE,
    "„": _DOUBLE | {"“"},
    "»": frozenset({"«"}),
    "‘": frozenset({"’", "'"}),
    "‹": frozenset({"›"}),
}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, from the first to the last; each is (sentence number, token)."""

    first: Place
    last: Place
    paragraph: int
    words: int

    def holds(self, place: Place) -> bool:
        """Whether a word stands in the quotation."""
        return self.first <= place <= self.last


def find(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of an article, in order.

    A paragraph that does not close its quotation goes on in the next one if that opens with a
    mark again; otherwise the mark was stray and the paragraph's end closes it.
    """
    return tuple(_quotations(sentences))


def _quotations(sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    inside: list[Place] = []
    mark = ""
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            if inside:
                yield _closed(inside, paragraph)
            inside, mark, paragraph = [], "", sentence.paragraph
        for token in sentence.tokens:
            if not mark and token.text in _CLOSERS and not _elides(sentence, token):
                mark = token.text
            elif mark and _closes(sentence, token, mark):
                if inside:
                    yield _closed(inside, paragraph)
                inside, mark = [], ""
            elif mark:
                inside.append((sentence.number, token.i))
    if inside:
        yield _closed(inside, paragraph)


def _elides(sentence: Sentence, token: Token) -> bool:
    """Whether a mark stands for what is left out: "the ‘90s"."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    return token.text == "‘" and bool(after) and after[0].text[0].isdigit()


def _closes(sentence: Sentence, token: Token, mark: str) -> bool:
    """Whether a mark ends the quotation; "the ministers’ plan" within one does not."""
    if token.text not in _CLOSERS[mark]:
        return False
    if mark != "‘" or token.i == 0:
        return True
    before, after = sentence.tokens[token.i - 1], sentence.tokens[token.i + 1 :]
    owns = before.text[-1].lower() == "s"
    return not (owns and any(later.text in _CLOSERS[mark] for later in after))


def _closed(inside: list[Place], paragraph: int) -> Quotation:
    return Quotation(inside[0], inside[-1], paragraph, len(inside))
