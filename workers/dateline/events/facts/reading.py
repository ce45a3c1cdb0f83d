"""All the facts of an article, each with an id that outlasts edits elsewhere in the text."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.events.facts import quantities, quotes, relations, roles, ties
from dateline.events.facts.page import Finding, Page
from dateline.events.facts.words import BODIES, KIN, ROLES
from dateline.model.article import TextWarning
from dateline.model.fact import Fact
from dateline.model.provenance import Evidence

_TYING = frozenset({*ROLES, *KIN, *BODIES})


def read(page: Page) -> tuple[Fact, ...]:
    """The facts of an article, in text order."""
    found = sorted(_findings(page), key=lambda f: (f.span, f.kind))
    told = {s.number: s.span.of(page.text) for s in page.sentences}
    twins = Counter[tuple[str, ...]]()
    numbers: dict[str, list[int]] = {}
    facts = []
    for finding in found:
        sentence = told[finding.sentence.number]
        equal = numbers.setdefault(sentence, [])
        if finding.sentence.number not in equal:
            equal.append(finding.sentence.number)
        place = str(equal.index(finding.sentence.number))
        words = (page.article_id, finding.kind.value, finding.span.of(page.text), sentence, place)
        twins[words] += 1
        facts.append(_fact(page, finding, (*words, str(twins[words]))))
    return tuple(facts)


def doubts(facts: Sequence[Fact]) -> tuple[TextWarning, ...]:
    """A warning for each figure that cannot be right.

    A year in the place of a share is left out: the tagger of times has said so already.
    """
    return tuple(
        TextWarning(
            "impossible_figure",
            f"{fact.quantity.value:g} {fact.quantity.unit} cannot be right",
            fact.evidence.span,
        )
        for fact in facts
        if fact.quantity is not None
        and fact.confidence == quantities.IMPOSSIBLE
        and not quantities.is_year(fact.quantity)
    )


def _findings(page: Page) -> Iterator[Finding]:
    yield from quotes.find(page)
    for sentence in page.sentences:
        yield from quantities.find(page, sentence)
        tied = list(ties.find(sentence, _TYING))
        yield from roles.find(page, sentence, tied)
        yield from relations.find(page, sentence, tied)


def _fact(page: Page, finding: Finding, words: tuple[str, ...]) -> Fact:
    return Fact(
        id="f" + hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:20],
        kind=finding.kind,
        subject=finding.subject,
        predicate=finding.predicate,
        object=finding.object,
        time=finding.time,
        status=finding.status,
        evidence=Evidence.of(finding.span, page.text),
        confidence=finding.confidence,
        quantity=finding.quantity,
        attributions=finding.attributions,
    )
