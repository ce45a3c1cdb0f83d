"""From a text to its timexes, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.article import TextWarning
from dateline.model.timex import Dct, Timex
from dateline.timex import languages, scrambled
from dateline.timex.chart import Node, candidates
from dateline.timex.language import Language
from dateline.timex.reader import Reader
from dateline.timex.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Tagged:
    """Everything temporal in a text: its timexes in order, and what looks wrong."""

    timexes: tuple[Timex, ...]
    warnings: tuple[TextWarning, ...]


def tag(text: str, dct: Dct) -> Tagged:
    """The timexes of a text published on that day.

    >>> from datetime import date
    >>> found = tag("Starmer is expected to meet with Trump on Thursday.", Dct(date(2025, 2, 26)))
    >>> found.timexes[0].value
    '2025-02-27'
    """
    tokens = tokenise(text)
    language = languages.of(dct.language)
    reader = Reader(text, tokens, dct, language)
    for node in found_in(tokens, language):
        reader.read(node)
    reader.end()
    return Tagged(tuple(reader.timexes), scrambled.warnings(tokens))


def found_in(tokens: Sequence[Token], language: Language) -> Iterator[Node]:
    """The candidates that are timexes: the longest at each place, left to right, no traps."""
    found = candidates(
        [token.lower for token in tokens],
        language.meanings(tokens),
        language.tree,
        [token.paragraph for token in tokens],
    )
    starting: list[list[Node]] = [[] for _ in tokens]
    for nodes in found:
        for node in nodes:
            starting[node.span[0]].append(node)
    at = 0
    while at < len(tokens):
        nodes = sorted(starting[at], key=_preference)
        chosen = next((node for node in nodes if not language.is_trap(tokens, node)), None)
        if chosen is None:
            at += 1
        else:
            yield chosen
            at = chosen.span[1]


def _preference(node: Node) -> tuple[int, int, int]:
    """Longer first; of equals the one that needed more around it."""
    return -node.span[1], -node.after, -node.before
