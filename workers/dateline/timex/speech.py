"""Direct speech: within quotation marks it is the day on which the words were said."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.timex.look import Look
from dateline.timex.tokens import Token

# Who said it, and when, stands at most so many tokens before or behind the quotation.
_REACH = 16
# So many timexes on either side may tell when it was said.
_NEIGHBOURS = 6
_OPENING, _CLOSING, _EITHER = "“«", "”»", '"'
_MARKS, _STOPS = frozenset('"“«`'), frozenset(".;!?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens between quotation marks, `end` being that of the closing mark."""

    start: int
    end: int


def said(
    tokens: Sequence[Token],
    spans: Sequence[tuple[int, int]],
    looks: Sequence[Look],
    says: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """For each timex within quotation marks that one outside tells the day of, the two.

    `looks` tell the verb of each: of "she said on Monday" it is one that `says`.
    """
    quoted = quotations(tokens)
    within = [_around(quoted, span[0]) for span in spans]
    for which, quotation in enumerate(within):
        if quotation is None:
            continue
        near = range(max(0, which - _NEIGHBOURS), min(len(spans), which + _NEIGHBOURS + 1))
        telling = (
            other
            for other in near
            if within[other] is None
            and says.issuperset((looks[other].cue or "-").split()[-1:])
            and _is_attributed(tokens, quotation, spans[other])
        )
        other = next(telling, None)
        if other is not None:
            yield which, other


def quotations(tokens: Sequence[Token]) -> list[Quotation]:
    """What is quoted in a text, in order; one that is not closed ends with its paragraph."""
    found: list[Quotation] = []
    opened: int | None = None
    for at, token in enumerate(tokens):
        if opened is not None and token.paragraph:
            found.append(Quotation(opened, at))
            opened = None
        closes = _closes(tokens, at)
        if opened is None and _opens(tokens, at):
            opened = at + 1
        elif opened is not None and closes:
            found.append(Quotation(opened, at))
            opened = None
    return found if opened is None else [*found, Quotation(opened, len(tokens))]


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in _OPENING or tokens[at].text == _EITHER or _is_double(tokens, at, "`")


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in _CLOSING or tokens[at].text == _EITHER or _is_double(tokens, at, "'")


def _is_double(tokens: Sequence[Token], at: int, mark: str) -> bool:
    """ "``" and "''", as agencies write quotation marks: their second half."""
    doubled = at > 0 and tokens[at].glued and tokens[at - 1].text == mark
    return doubled and tokens[at].text == mark


def _around(quoted: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation that a token stands in, None where it stands in none."""
    index = bisect_right(quoted, at, key=lambda quotation: quotation.start) - 1
    return quoted[index] if index >= 0 and at < quoted[index].end else None


def _is_attributed(tokens: Sequence[Token], quoted: Quotation, place: tuple[int, int]) -> bool:
    """Whether a time outside stands where it is told who said this: `," she said on Monday`."""
    start, end = place
    if quoted.end < start <= quoted.end + _REACH:
        between = tokens[quoted.end : start]
        return not any(token.paragraph or token.text in _STOPS for token in between)
    link = [token.text for token in tokens[end : quoted.start] if token.text not in _MARKS]
    if link == ["."]:
        # '"Be ready," he wrote on Monday. "We leave tomorrow."'
        return True
    return 0 < quoted.start - end <= _REACH and _STOPS.isdisjoint(link)
