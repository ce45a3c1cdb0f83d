"""What stands beside a phrase."""

from collections.abc import Sequence

from dateline.timex.english.traps import words
from dateline.timex.tokens import Kind, Token

# So many tokens on either side tell what a text speaks of.
_NEAR = 20


def text_at(tokens: Sequence[Token], index: int) -> str:
    """The token there as it stands, nothing beyond the text."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def lower_at(tokens: Sequence[Token], index: int) -> str:
    """The token there in lower case, nothing beyond the text."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def starts_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital stands there."""
    return at < len(tokens) and tokens[at].capital and tokens[at].kind is Kind.WORD


def words_near(tokens: Sequence[Token], start: int, end: int) -> set[str]:
    """The words around a phrase, in its paragraph."""
    first, last = start, end
    while first > max(0, start - _NEAR) and not tokens[first].paragraph:
        first -= 1
    while last < min(len(tokens), end + _NEAR) and not tokens[last].paragraph:
        last += 1
    return {token.lower for token in tokens[first:last]}


def is_noun_like(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lower-case word stands there that may be what a number counts."""
    token = tokens[at] if at < len(tokens) else None
    return token is not None and token.kind is Kind.WORD and token.lower not in words.AFTER_DAY
