"""Which words stand between quotation marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.syntax import Sentence

_OPEN = frozenset({"“", "«", "„"})
_CLOSE = frozenset({"”", "»"})
_EITHER = frozenset({'"', "''", "``"})

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
    opened = False
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            if inside:
                yield _closed(inside, paragraph)
            inside, opened, paragraph = [], False, sentence.paragraph
        for token in sentence.tokens:
            if token.text in _OPEN or (token.text in _EITHER and not opened):
                opened = True
            elif token.text in _CLOSE | _EITHER and opened:
                if inside:
                    yield _closed(inside, paragraph)
                inside, opened = [], False
            elif opened:
                inside.append((sentence.number, token.i))
    if inside:
        yield _closed(inside, paragraph)


def _closed(inside: list[Place], paragraph: int) -> Quotation:
    return Quotation(inside[0], inside[-1], paragraph, len(inside))
