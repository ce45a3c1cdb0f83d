"""Tallies of a vote: "voted 7 to 2", "by 51 votes to 49", "a 220-215 vote"."""

import re
from collections.abc import Iterator

from dateline.events.facts.page import Finding, Page, clause
from dateline.events.syntax import Sentence
from dateline.model.event import Mention
from dateline.model.fact import FactKind, Quantity
from dateline.model.provenance import Span
from dateline.timex.english.lexicon import DIGITS, TEENS

_SPELLED = DIGITS | TEENS
_NUMBER = r"\d{1,4}|" + "|".join(_SPELLED)
_TALLY = re.compile(
    rf"(?<![\w.,-])(?P<for>{_NUMBER})(?:\svotes?)?(?:[-–]|\sto\s)(?P<against>{_NUMBER})(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_VOTING = frozenset({"vote", "ballot", "majority", "margin"})
_REJECTING = frozenset({"reject", "defeat", "against"})
CONFIDENCE = 0.85


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """Both sides of each tally of a sentence that speaks of a vote."""
    lemmas = {token.lemma for token in sentence.tokens}
    if not lemmas & _VOTING:
        return
    sides = ("against", "for") if lemmas & _REJECTING else ("for", "against")
    for tally in _TALLY.finditer(page.text, sentence.span.start, sentence.span.end):
        if any(timex.span.overlaps(Span(*tally.span())) for timex in page.dated(sentence)):
            continue
        for number, side in zip(("for", "against"), sides, strict=True):
            yield _finding(
                page, sentence, tally, Quantity(_value(tally[number]), "votes", False, side)
            )


def _value(number: str) -> float:
    return float(_SPELLED.get(number.lower(), 0) or number)


def _finding(page: Page, sentence: Sentence, tally: re.Match[str], quantity: Quantity) -> Finding:
    span = Span(*tally.span())
    at = sentence.covering(span)[0].i
    told = clause(page, sentence, at)
    return Finding(
        FactKind.QUANTITY,
        sentence,
        span,
        None,
        "vote",
        Mention(span.of(page.text), span, None),
        told.time,
        told.status,
        CONFIDENCE,
        quantity,
        page.sources(sentence, at),
    )
