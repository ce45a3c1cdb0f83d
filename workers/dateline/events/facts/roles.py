"""Roles: who holds which office, where, and since when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.events.facts.page import Finding, Page, clause, within
from dateline.events.facts.ties import Tie, is_office, office_start
from dateline.events.facts.words import BEING, FORMER, ROLES
from dateline.events.syntax import Sentence, Token
from dateline.events.times import UNDATED
from dateline.model.event import EventTime, Mention, Status
from dateline.model.fact import FactKind
from dateline.model.provenance import Span

_PRESENT = frozenset({"VBZ", "VBP"})
_HOLDERS = frozenset({"person", "other"})
_POSSESSIVE = re.compile(r"['’]s?$")
SIDE_BY_SIDE = 0.9
SAID = 0.85
# A pronoun may stand for somebody else.
BY_PRONOUN = 0.65


def find(page: Page, sentence: Sentence, ties: list[Tie]) -> Iterator[Finding]:
    """The roles of a sentence."""
    for tie in ties:
        if tie.noun.lemma in ROLES:
            who = holder(page, sentence, tie)
            if who is not None and who.entity is not None and who.entity.type in _HOLDERS:
                yield _role(page, sentence, tie, who)


def _role(page: Page, sentence: Sentence, tie: Tie, who: Mention) -> Finding:
    of = owner(page, sentence, tie)
    time = when(page, sentence, tie)
    return Finding(
        FactKind.ROLE,
        sentence,
        evidence(sentence, tie, who, of, time),
        who,
        office(sentence, tie.noun)[1],
        of,
        time,
        standing(page, sentence, tie),
        sureness(sentence, tie),
        attributions=page.sources(sentence, tie.noun.i),
    )


def holder(page: Page, sentence: Sentence, tie: Tie) -> Mention | None:
    """Who is meant; None where a word stands for nobody we know by name."""
    if tie.title:
        return page.named(sentence, _name_start(sentence, tie), tie.who)
    found = page.mention(sentence, tie.who.i)
    return found if found.entity is not None else None


def _name_start(sentence: Sentence, tie: Tie) -> int:
    """Where the name begins after a title: "Secretary of State Marco Rubio"."""
    between = sentence.tokens[tie.noun.i + 1 : tie.who.i]
    return max((t.i for t in between if t.dep in ("prep", "pobj", "det")), default=tie.noun.i) + 1


def owner(page: Page, sentence: Sentence, tie: Tie) -> Mention | None:
    """Where the office is held; None where it is not said, or by "his" or "its" alone."""
    if tie.owner is None:
        return None
    found = page.mention(sentence, tie.owner.i)
    if tie.owner.pos == "PRON" and found.entity is None:
        return None
    bare = _POSSESSIVE.sub("", found.text)
    return replace(found, text=bare, span=Span(found.span.start, found.span.start + len(bare)))


def evidence(
    sentence: Sentence, tie: Tie, who: Mention, of: Mention | None, time: EventTime
) -> Span:
    """From the first to the last word that says so."""
    first = office(sentence, tie.noun)[0]
    spans = [who.span, Span(sentence.tokens[first].start, tie.noun.end)]
    spans += [of.span] if of is not None and sentence.span.covers(of.span) else []
    marks = [*sentence.kids(tie.noun.i), *sentence.kids(tie.who.i)]
    spans += [Span(mark.start, mark.end) for mark in marks if mark.lower in FORMER]
    spans += [timex.span for timex in time.timexes if sentence.span.covers(timex.span)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def when(page: Page, sentence: Sentence, tie: Tie) -> EventTime:
    """When the role is held: what is said of it, else of the verb that gives it."""
    own = within(page, sentence, tie.noun.i)
    if own is not UNDATED or tie.verb is None or (tie.former and tie.verb.lemma not in BEING):
        return own
    return clause(page, sentence, tie.noun.i).time


def standing(page: Page, sentence: Sentence, tie: Tie) -> Status:
    """Whether it holds: beside a name it does, after a verb it does as the verb says."""
    if tie.former:
        return Status.OCCURRED
    if tie.verb is None:
        return Status.ONGOING
    said = clause(page, sentence, tie.noun.i).status
    return Status.ONGOING if said is Status.OCCURRED and is_present(sentence, tie.verb) else said


def is_present(sentence: Sentence, verb: Token) -> bool:
    """Whether a state is said to hold now: "is", "has been", "owns"."""
    if verb.lemma == "become" or (verb.lemma not in BEING and verb.tag not in _PRESENT):
        return False
    has = any(kid.lemma == "have" and kid.tag in _PRESENT for kid in sentence.kids(verb.i, "aux"))
    return (
        has
        or verb.tag in _PRESENT
        or any(kid.tag in _PRESENT for kid in sentence.kids(verb.i, "auxpass"))
    )


def sureness(sentence: Sentence, tie: Tie) -> float:
    """How sure it is that this is said of them."""
    if tie.who.pos == "PRON" or (tie.owner is not None and tie.owner.pos == "PRON"):
        return BY_PRONOUN
    return SIDE_BY_SIDE if tie.verb is None and not sentence.headline else SAID


def office(sentence: Sentence, noun: Token) -> tuple[int, str]:
    """Where the words of an office start, and the office: "deputy prime minister"."""
    first = office_start(sentence, noun)
    words = [_plain(token.text) for token in sentence.tokens[first : noun.i]]
    words.append(noun.text if noun.text.isupper() else noun.lemma.removeprefix("ex-"))
    for preposition in sentence.kids(noun.i, "prep"):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is not None and is_office(sentence, thing):
            kids = sentence.kids(thing.i, "compound", "amod")
            words += [preposition.lower, *(_plain(t.text) for t in (*kids, thing))]
    return first, " ".join(words).replace(" - ", "-")


def _plain(word: str) -> str:
    return word if word.isupper() else word.lower()
