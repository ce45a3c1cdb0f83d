"""Relations between names that a sentence states outright: kin, ownership, membership, place."""

from collections.abc import Iterator

from dateline.events.facts import roles
from dateline.events.facts.page import Finding, Page, clause
from dateline.events.facts.ties import Tie
from dateline.events.facts.words import BODIES, KIN
from dateline.events.participants import subject
from dateline.events.syntax import Sentence, Token
from dateline.events.times import UNDATED
from dateline.model.event import EventTime, Mention, Status
from dateline.model.fact import FactKind
from dateline.model.provenance import Span

_TYPES = {"located_in": ("place",), "spouse_of": ("person", "other")} | dict.fromkeys(
    ("child_of", "parent_of"), ("person", "other")
)
_PLACED = frozenset({"locate", "situate", "headquarter", "base"})
_BECOMING = {"marry": ("spouse_of", "person"), "join": ("member_of", "organization")}
STATED = 0.85
ADJACENT = 0.7


def find(page: Page, sentence: Sentence, ties: list[Tie]) -> Iterator[Finding]:
    """The relations of a sentence: those of nouns first, then those of verbs and of place names."""
    for tie in ties:
        predicate = KIN.get(tie.noun.lemma) or BODIES.get(tie.noun.lemma)
        if predicate is not None:
            yield from _of_noun(page, sentence, tie, predicate)
    for token in sentence.tokens:
        if token.lemma == "own" and token.pos == "VERB":
            yield from _owning(page, sentence, token)
        elif token.lemma in _BECOMING and token.pos == "VERB":
            yield from _becoming(page, sentence, token)
        elif token.lemma in _PLACED and token.tag == "VBN":
            yield from _placed(page, sentence, token)
        elif token.lower == "married" and token.dep in ("acomp", "ROOT"):
            yield from _married(page, sentence, token)
        elif token.dep == "appos" and token.ent == "GPE":
            yield from _town(page, sentence, token)


def _of_noun(page: Page, sentence: Sentence, tie: Tie, predicate: str) -> Iterator[Finding]:
    """ "X, a member of Y", "Y's wife, X", "X is the capital of Y"."""
    who, of = roles.holder(page, sentence, tie), roles.owner(page, sentence, tie)
    if who is None or of is None or not _fits(predicate, who, of):
        return
    time = roles.when(page, sentence, tie)
    yield Finding(
        FactKind.RELATION,
        sentence,
        roles.evidence(sentence, tie, who, of, time),
        who,
        predicate,
        of,
        time,
        roles.standing(page, sentence, tie),
        roles.sureness(sentence, tie),
        attributions=page.sources(sentence, tie.noun.i),
    )


def _fits(predicate: str, who: Mention, of: Mention) -> bool:
    """Whether both have names of the kind that the relation holds between."""
    if who.entity is None or of.entity is None or who.entity == of.entity:
        return False
    kinds = _TYPES.get(predicate)
    if kinds is None:
        return True
    subject_fits = predicate == "located_in" or who.entity.type in kinds
    return subject_fits and of.entity.type in kinds and who.entity.type != "group"


def _owning(page: Page, sentence: Sentence, verb: Token) -> Iterator[Finding]:
    """ "Y owns X", "X, owned by Y"."""
    by = sentence.kid(verb.i, "agent")
    if by is not None:
        owner = sentence.kid(by.i, "pobj")
        thing = sentence.kid(verb.i, "nsubjpass")
        thing = sentence.head(verb.i) if thing is None and verb.dep == "acl" else thing
    else:
        owner, thing = subject(sentence, verb.i), sentence.kid(verb.i, "dobj")
    yield from _between(page, sentence, owner, "owns", thing, verb=verb)


def _becoming(page: Page, sentence: Sentence, verb: Token) -> Iterator[Finding]:
    """ "X married Y", "X joined Y": what two names become to each other."""
    predicate, type_ = _BECOMING[verb.lemma]
    other = sentence.kid(verb.i, "dobj")
    named = None if other is None else page.mention(sentence, other.i).entity
    if named is not None and named.type == type_:
        yield from _between(page, sentence, subject(sentence, verb.i), predicate, other, verb=verb)


def _placed(page: Page, sentence: Sentence, verb: Token) -> Iterator[Finding]:
    """ "X is based in Y", "X, located in Y"."""
    where = next((k for k in sentence.kids(verb.i, "prep") if k.lower in ("in", "at")), None)
    place = None if where is None else sentence.kid(where.i, "pobj")
    if verb.dep == "amod":
        # "the Oslo-based bank Acme".
        named = sentence.kid(verb.head, "appos") or sentence.head(verb.i)
        town = sentence.kid(verb.i, "npadvmod")
        yield from _between(page, sentence, named, "located_in", town, verb=None)
        return
    thing = sentence.kid(verb.i, "nsubjpass", "nsubj")
    thing = sentence.head(verb.i) if thing is None and verb.dep == "acl" else thing
    yield from _between(page, sentence, thing, "located_in", place, verb=verb)


def _married(page: Page, sentence: Sentence, married: Token) -> Iterator[Finding]:
    """ "X is married to Y"."""
    to = next((k for k in sentence.kids(married.i, "prep") if k.lower == "to"), None)
    other = None if to is None else sentence.kid(to.i, "pobj")
    verb = sentence.head(married.i) if married.dep == "acomp" else married
    one = subject(sentence, verb.i) or sentence.kid(verb.i, "nsubjpass")
    yield from _between(page, sentence, one, "spouse_of", other, verb=verb)


def _town(page: Page, sentence: Sentence, country: Token) -> Iterator[Finding]:
    """ "Oslo, Norway", but not the list "Oslo, Norway and Kabul"."""
    town = sentence.head(country.i)
    after = sentence.tokens[country.i + 1 : country.i + 2]
    comma = country.i == town.i + 2 and sentence.tokens[town.i + 1].text == ","
    listed = bool(after and after[0].lower in ("and", "or", "&")) or sentence.kid(country.i, "conj")
    if comma and not listed and town.ent == "GPE" and sentence.kid(town.i, "conj") is None:
        yield from _between(page, sentence, town, "located_in", country, verb=None)


def _between(
    page: Page,
    sentence: Sentence,
    one: Token | None,
    predicate: str,
    other: Token | None,
    *,
    verb: Token | None,
) -> Iterator[Finding]:
    """The relation of two words, if both are names."""
    if one is None or other is None or _is_any(sentence, one) or _is_any(sentence, other):
        return
    who, of = page.mention(sentence, one.i), page.mention(sentence, other.i)
    if not _fits(predicate, who, of):
        return
    time, status = _holds(page, sentence, verb)
    span = Span(min(who.span.start, of.span.start), max(who.span.end, of.span.end))
    yield Finding(
        FactKind.RELATION,
        sentence,
        span,
        who,
        predicate,
        of,
        time,
        status,
        ADJACENT if verb is None else STATED,
        attributions=page.sources(sentence, other.i),
    )


def _is_any(sentence: Sentence, name: Token) -> bool:
    """ "a Boeing", "an Oscar": one of many, not the bearer of the name."""
    return any(kid.lower in ("a", "an") for kid in sentence.kids(name.i, "det"))


def _holds(page: Page, sentence: Sentence, verb: Token | None) -> tuple[EventTime, Status]:
    if verb is None or verb.dep == "acl":
        return UNDATED, Status.ONGOING
    told = clause(page, sentence, verb.i)
    now = told.status is Status.OCCURRED and _is_now(sentence, verb)
    return told.time, Status.ONGOING if now else told.status


def _is_now(sentence: Sentence, verb: Token) -> bool:
    aux = [verb, *sentence.kids(verb.i, "aux", "auxpass")]
    return any(word.tag in ("VBZ", "VBP") for word in aux)
