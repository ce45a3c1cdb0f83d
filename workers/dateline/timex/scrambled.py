"""Figures that changed places: "2027% of GDP by 2,5" was "2.5% of GDP by 2027"."""

from collections.abc import Sequence

from dateline.model.article import TextWarning
from dateline.model.provenance import Span
from dateline.timex.tokens import Kind, Token


def warnings(tokens: Sequence[Token]) -> tuple[TextWarning, ...]:
    """A warning for each share that looks like a year."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.NUMBER and _next(tokens, at) in ("%", "percent") and _is_year(token):
            found.append(_scrambled(tokens, at))
    return tuple(found)


def _next(tokens: Sequence[Token], at: int) -> str:
    return tokens[at + 1].text if at + 1 < len(tokens) else ""


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and 1900 <= int(token.text) <= 2100


def _scrambled(tokens: Sequence[Token], at: int) -> TextWarning:
    for other in range(at + 2, min(at + 8, len(tokens) - 1)):
        figure = tokens[other + 1]
        if tokens[other].lower in ("by", "in", "until", "from") and _is_share(figure):
            between = " ".join(token.text for token in tokens[at + 2 : other])
            share = figure.text.replace(",", ".")
            return TextWarning(
                "scrambled_figures",
                f"{tokens[at].text}% is no share, {figure.text} no year: they have changed places",
                Span(tokens[at].start, figure.end),
                f"{share}% {between} {tokens[other].text} {tokens[at].text}",
            )
    return TextWarning(
        "scrambled_figures",
        f"{tokens[at].text}% looks like a year in the place of a share",
        Span(tokens[at].start, tokens[at + 1].end),
    )


def _is_share(token: Token) -> bool:
    text = token.text.replace(",", ".")
    return token.kind is Kind.NUMBER and text.count(".") <= 1 and float(text) < 100
