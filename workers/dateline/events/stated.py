"""What an article states besides events: quotations, figures, roles, relations."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.events.attribution import Voices
from dateline.events.entities import Cast, name_at
from dateline.events.participants import mention
from dateline.events.quotations import Quotation
from dateline.events.syntax import Sentence, Token
from dateline.events.times import UNDATED
from dateline.events.words.figures import (
    APPROXIMATE,
    CASUALTY_NOUNS,
    CASUALTY_VERBS,
    CURRENCIES,
    MULTIPLES,
    number,
)
from dateline.events.words.roles import RELATIONS, ROLES
from dateline.model.event import Event, EventTime, Mention, Status
from dateline.model.fact import Fact, FactKind, Quantity
from dateline.model.provenance import Evidence, Span
from dateline.model.timex import Timex

Place = tuple[int, int]

_QUOTE_CONFIDENCE = 0.9
_QUANTITY_CONFIDENCE = 0.8
_ROLE_CONFIDENCE = 0.75
_FORMER = frozenset({"former", "ex", "late", "then", "onetime", "ousted"})
# Shares above this are scrambled figures or folklore, and no facts.
_HIGHEST_PERCENTAGE = 1000


@dataclass(frozen=True, slots=True)
class Setting:
    """What the facts of an article are read from."""

    article_id: str
    text: str
    sentences: Sequence[Sentence]
    timexes: Sequence[Timex]
    voices: Voices
    cast: Cast
    events: Mapping[Place, Event]

    def around(self, sentence: Sentence, i: int) -> Event | None:
        """The nearest event that governs a word, or is it."""
        for at in (i, *(token.i for token in sentence.ancestors(i))):
            event = self.events.get((sentence.number, at))
            if event is not None:
                return event
        return None


def facts(setting: Setting) -> tuple[Fact, ...]:
    """The facts of an article, in text order."""
    found = [*_quotes(setting)]
    for sentence in setting.sentences:
        found += _quantities(setting, sentence)
        found += _roles(setting, sentence)
    return tuple(sorted(found, key=lambda fact: (fact.evidence.span, fact.kind, fact.id)))


def _quotes(setting: Setting) -> Iterator[Fact]:
    """Somebody's exact words, with who said them and when."""
    for quotation, source in setting.voices.speakers.items():
        if source.speaker is None or not setting.voices.quoted(quotation.first):
            continue
        exact = _exact(setting, quotation)
        said = setting.events.get(source.place)
        speaker = mention(source.sentence, source.speaker.i, setting.cast, setting.text)
        yield Fact(
            id=_id(setting, FactKind.QUOTE, exact.span),
            kind=FactKind.QUOTE,
            subject=speaker,
            predicate=source.cue.lemma,
            object=exact,
            time=said.time if said is not None else UNDATED,
            status=Status.OCCURRED,
            evidence=_evidence(setting, exact.span),
            confidence=_QUOTE_CONFIDENCE,
        )


def _exact(setting: Setting, quotation: Quotation) -> Mention:
    (first, i), (last, k) = quotation.first, quotation.last
    start = setting.sentences[first].tokens[i].start
    end = setting.sentences[last].tokens[k].end
    return Mention(setting.text[start:end], Span(start, end), None)


def _quantities(setting: Setting, sentence: Sentence) -> Iterator[Fact]:
    """Figures with what they count; those within dates are no figures."""
    dates = [t.span for t in setting.timexes if t.span.overlaps(sentence.span)]
    for token in sentence.tokens:
        figure = _figure(sentence, token)
        if figure is None or any(span.overlaps(figure.span) for span in dates):
            continue
        event = setting.around(sentence, figure.counted.i)
        yield Fact(
            id=_id(setting, FactKind.QUANTITY, figure.span),
            kind=FactKind.QUANTITY,
            subject=mention(sentence, figure.counted.i, setting.cast, setting.text),
            predicate=event.trigger.lemma if event is not None else "be",
            object=None,
            time=event.time if event is not None else UNDATED,
            status=event.status if event is not None else Status.OCCURRED,
            evidence=_evidence(setting, sentence.span),
            confidence=_QUANTITY_CONFIDENCE,
            quantity=replace(figure.quantity, counts=_counts(sentence, figure, event)),
            attributions=event.attributions if event is not None else (),
        )


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure, the word that it counts, and where it stands."""

    quantity: Quantity
    counted: Token
    span: Span


def _figure(sentence: Sentence, token: Token) -> _Figure | None:
    """The figure that ends in this number word."""
    if not _is_figure(sentence, token):
        return None
    parts = [*sentence.kids(token.i, "compound", "nummod"), token]
    words = [part.text for part in parts if part.tag == "CD" or part.lower in MULTIPLES]
    value = number(words)
    if value is None:
        return None
    head = sentence.head(token.i)
    symbol = next((k for k in sentence.kids(token.i) if k.lower in CURRENCIES), None)
    unit, counted = _unit(token, head, symbol)
    if counted is None or (unit == "percent" and value > _HIGHEST_PERCENTAGE):
        return None
    about = any(
        k.lower in APPROXIMATE for k in sentence.kids(token.i, "advmod", "quantmod", "amod")
    )
    start = min(part.start for part in (*parts, symbol or token))
    return _Figure(Quantity(value, unit, about, None), counted, Span(start, token.end))


def _is_figure(sentence: Sentence, token: Token) -> bool:
    """A number word that is no part of a longer one: "million" in "3.2 million"."""
    if token.lower in MULTIPLES and token.dep == "nummod":
        return True
    above = sentence.head(token.i)
    part = token.dep in ("compound", "nummod") and above.lower in MULTIPLES
    return token.tag == "CD" and not part


def _unit(token: Token, head: Token, symbol: Token | None) -> tuple[str, Token | None]:
    """The unit of a figure, and the word that it measures or counts."""
    if symbol is not None:
        return CURRENCIES[symbol.lower], token
    if token.dep not in ("nummod", "npadvmod", "compound"):
        return "", None
    if head.text == "%" or head.lemma in ("percent", "per"):
        return "percent", head
    if head.lemma in CURRENCIES:
        return CURRENCIES[head.lemma], head
    return (
        (head.lemma, head)
        if head.pos in ("NOUN", "PROPN") and token.dep == "nummod"
        else ("", None)
    )


def _counts(sentence: Sentence, figure: _Figure, event: Event | None) -> str | None:
    unit, counted = figure.quantity.unit, figure.counted
    if unit in CURRENCIES.values():
        return "money"
    if unit == "percent":
        of = next((k for k in sentence.kids(counted.i, "prep") if k.lower == "of"), None)
        thing = sentence.kid(of.i, "pobj") if of is not None else None
        return thing.lemma if thing is not None else None
    dies = event is not None and event.trigger.lemma in CASUALTY_VERBS
    suffers = dies and counted.dep in ("nsubj", "nsubjpass", "dobj", "conj")
    if suffers or counted.lemma in CASUALTY_NOUNS:
        return "casualties"
    if unit in ("share", "vote"):
        return f"{unit}s"
    return unit or None


def _roles(setting: Setting, sentence: Sentence) -> Iterator[Fact]:
    """What somebody is: "X, a spokesman for Y", "Foreign Minister X", "X is the capital of Y"."""
    for token in sentence.tokens:
        if token.lemma in ROLES | RELATIONS and token.pos in ("NOUN", "PROPN"):
            who = _holder(sentence, token)
            if who is not None and name_at(sentence, who.i) is not None:
                yield _role(setting, sentence, token, who)


def _holder(sentence: Sentence, role: Token) -> Token | None:
    """The named one whom a role noun describes."""
    head = sentence.head(role.i)
    if role.dep == "appos" and head.pos == "PROPN":
        return head
    named = sentence.kid(role.i, "appos")
    if named is not None and named.pos == "PROPN":
        return named
    if role.dep == "attr" and head.lemma in ("be", "become", "remain"):
        return sentence.kid(head.i, "nsubj")
    if role.dep == "compound" and head.pos == "PROPN" and head.ent == "PERSON":
        return head
    return None


def _role(setting: Setting, sentence: Sentence, role: Token, who: Token) -> Fact:
    kind = FactKind.RELATION if role.lemma in RELATIONS else FactKind.ROLE
    whose = _whose(sentence, role)
    verb = sentence.head(role.i)
    former = any(k.lower in _FORMER for k in sentence.kids(role.i, "amod", "compound", "advmod"))
    past = role.dep == "attr" and verb.tag == "VBD"
    return Fact(
        id=_id(setting, kind, Span(role.start, role.end)),
        kind=kind,
        subject=mention(sentence, who.i, setting.cast, setting.text),
        predicate=_title(sentence, role),
        object=None if whose is None else mention(sentence, whose.i, setting.cast, setting.text),
        time=_since(setting, sentence, role),
        status=Status.OCCURRED if former or past else Status.ONGOING,
        evidence=_evidence(setting, sentence.span),
        confidence=_ROLE_CONFIDENCE,
    )


def _whose(sentence: Sentence, role: Token) -> Token | None:
    """What a role is held in: "Y's minister", "minister of Y", "Y spokesman"."""
    owner = sentence.kid(role.i, "poss")
    if owner is not None:
        return owner
    for preposition in sentence.kids(role.i, "prep"):
        if preposition.lower in ("of", "for", "at", "to", "in", "with"):
            return sentence.kid(preposition.i, "pobj")
    return next(
        (k for k in sentence.kids(role.i, "compound", "amod", "nmod") if k.ent in _BODIES), None
    )


_BODIES = frozenset({"GPE", "ORG", "NORP"})


def _title(sentence: Sentence, role: Token) -> str:
    """The role with the words that make it one: "prime minister", "deputy mayor"."""
    before = [
        k.lower
        for k in sentence.kids(role.i, "compound", "amod")
        if k.i < role.i and k.ent not in _BODIES and k.lower not in _FORMER
    ]
    together = sentence.head(role.i).pos == "PROPN" and role.dep == "compound"
    if together:
        before += [
            t.lower
            for t in sentence.tokens[max(0, role.i - 2) : role.i]
            if t.head == role.head and t.dep == "compound" and t.ent not in _BODIES
        ]
    return " ".join([*before, role.lemma])


def _since(setting: Setting, sentence: Sentence, role: Token) -> EventTime:
    """The time of the clause that says so, where it has one; roles are seldom dated."""
    event = setting.events.get((sentence.number, sentence.head(role.i).i))
    return event.time if event is not None and role.dep == "attr" else UNDATED


def _evidence(setting: Setting, span: Span) -> Evidence:
    text = setting.text
    return Evidence(
        span.of(text),
        text[max(0, span.start - 32) : span.start],
        text[span.end : span.end + 32],
        span,
    )


def _id(setting: Setting, kind: FactKind, span: Span) -> str:
    """An id from what is stated and where among equals it stands."""
    words = span.of(setting.text)
    ordinal = setting.text.count(words, 0, span.start)
    parts = (setting.article_id, kind.value, words, str(ordinal))
    return "f" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
