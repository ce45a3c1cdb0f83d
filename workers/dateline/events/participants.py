"""Who and what takes part in an event, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.events.entities import Cast
from dateline.events.naming import called_from, name_at
from dateline.events.syntax import Sentence, Token, accusing
from dateline.events.triggers import EventWord, carried
from dateline.events.words.listed import listed
from dateline.model.event import Mention, Participant, Role
from dateline.model.provenance import Span
from dateline.model.timex import Timex, standing_at

_WITHOUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "prep"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
# Verbs whose object, not their subject, does what the infinitive says: "urged him to stop".
_OBJECT_CONTROL = listed(
    """
    urge ask tell order force allow persuade invite advise warn encourage compel require enable
    help permit instruct push press pressure convince want expect let make see hear get
    """
)
_TO_RECIPIENT = listed(
    """
    give say tell send sell offer hand pay present deliver explain promise award grant show
    apologise apologize appeal complain donate lend report respond reply speak surrender talk
    testify
    """
)
_WITH = frozenset({"with", "against", "between"})


@dataclass(frozen=True, slots=True)
class Part:
    """A word that takes part, before it is known who it is."""

    role: Role
    sentence: Sentence
    i: int


def parts(word: EventWord) -> list[Part]:
    """The words that take part in an event, agent first, each once."""
    found: dict[int, Part] = {}
    source = _verb_parts if word.is_verb else _noun_parts
    for part in source(word.sentence, word.i):
        found.setdefault(part.i, part)
    return sorted(found.values(), key=lambda part: (list(Role).index(part.role), part.i))


def subject(sentence: Sentence, i: int) -> Token | None:
    """The word that does what a verb says: its subject, its agent, or who is understood."""
    own = next((k for k in sentence.kids(i, "nsubj", "csubj") if k.lower != "whom"), None)
    if own is not None and is_elliptic(sentence, i):
        return None
    if own is not None:
        return _meant(sentence, i, own)
    agent = sentence.kid(i, "agent")
    if agent is not None:
        return sentence.kid(agent.i, "pobj")
    if sentence.kid(i, "nsubjpass", "auxpass") is not None:
        return None
    return _understood(sentence, i)


def is_elliptic(sentence: Sentence, i: int) -> bool:
    """Whether a second participle shares a passive: "three were killed and five wounded"."""
    verb, head = sentence.tokens[i], sentence.head(i)
    shares = verb.dep == "conj" and verb.tag == "VBN"
    bare = sentence.kid(i, "aux", "auxpass") is None
    return shares and bare and sentence.kid(head.i, "auxpass") is not None


def _understood(sentence: Sentence, i: int) -> Token | None:
    """The subject of a verb that has none of its own: control, coordination, participles."""
    verb, head = sentence.tokens[i], sentence.head(i)
    found: Token | None = None
    match verb.dep:
        case "conj" if head.pos in ("VERB", "AUX") and not _shares_passive(sentence, verb, head):
            found = _doer(sentence, head.i)
        case "xcomp" | "ccomp":
            found = _controller(sentence, head)
        case "advcl" if not _is_passive(sentence, verb):
            found = _doer(sentence, head.i)
        case "pcomp" if (accuser := accusing(sentence, head)) is not None:
            found = sentence.kid(accuser.i, "dobj", "nsubjpass")
        case "pcomp" if sentence.head(head.i).lemma in _CITING and head.lower == "as":
            found = sentence.kid(head.head, "dobj", "nsubjpass")
        case "pcomp":
            above = sentence.head(head.i)
            verbal = above.pos == "VERB"
            found = _controller(sentence, above) if verbal else sentence.kid(above.i, "poss")
        case "acl" if verb.tag == "VBG":
            found = head
        case "acl" if head.lemma in _INTENTIONS:
            found = sentence.kid(head.i, "poss") or subject(sentence, head.head)
    return found


_CITING = listed("quote cite describe")
_INTENTIONS = listed("plan decision attempt effort promise pledge bid refusal threat offer")


def _doer(sentence: Sentence, i: int) -> Token | None:
    """The subject of a clause, active or passive."""
    return subject(sentence, i) or _passive_subject(sentence, i)


def _shares_passive(sentence: Sentence, verb: Token, head: Token) -> bool:
    return verb.tag == "VBN" and sentence.kid(head.i, "nsubjpass") is not None


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle without auxiliary tells what was done to its subject."""
    return verb.tag == "VBN" and sentence.kid(verb.i, "aux", "auxpass") is None


def _controller(sentence: Sentence, governor: Token) -> Token | None:
    if governor.lemma in _OBJECT_CONTROL:
        thing = sentence.kid(governor.i, "dobj", "dative")
        if thing is not None:
            return thing
    if governor.pos == "ADJ" and governor.dep in ("acomp", "oprd"):
        # "was due to appear", "is likely to resign".
        return _doer(sentence, governor.head)
    return _doer(sentence, governor.i)


def _passive_subject(sentence: Sentence, i: int) -> Token | None:
    found = sentence.kid(i, "nsubjpass")
    return None if found is None else _meant(sentence, i, found)


def _meant(sentence: Sentence, verb: int, thing: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if thing.tag in ("WDT", "WP") and sentence.tokens[verb].dep == "relcl":
        return sentence.head(verb)
    return thing


def _verb_parts(sentence: Sentence, i: int) -> Iterator[Part]:
    verb = sentence.tokens[i]
    doer = subject(sentence, i)
    if doer is not None:
        yield from _all(Role.AGENT, sentence, doer)
    undergoer = sentence.kid(i, "dobj") or _undergoer(sentence, verb)
    if undergoer is not None:
        yield from _all(Role.PATIENT, sentence, _meant(sentence, i, undergoer))
    dative = sentence.kid(i, "dative")
    if dative is not None:
        thing = sentence.kid(dative.i, "pobj") or dative
        yield from _all(Role.RECIPIENT, sentence, thing)
    yield from _after_prepositions(sentence, i)


def _undergoer(sentence: Sentence, verb: Token) -> Token | None:
    passive = sentence.kid(verb.i, "nsubjpass")
    if is_elliptic(sentence, verb.i):
        passive = passive or sentence.kid(verb.i, "nsubj")
    if passive is not None:
        return passive
    if verb.dep == "acl" and (verb.tag == "VBN" or sentence.kid(verb.i, "agent") is not None):
        return sentence.head(verb.i)
    if verb.dep == "relcl":
        return _gap(sentence, verb)
    return _shared_undergoer(sentence, verb) if verb.tag == "VBN" else None


def _gap(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a relative clause lacks: "the judge (whom) the banker bribed"."""
    head = sentence.head(verb.i)
    subjects = sentence.kids(verb.i, "nsubj")
    whom = any(kid.lower == "whom" for kid in subjects)
    told = subjects[-1] if subjects else None
    complete = told is None or told.tag in ("WDT", "WP") or head.lemma in _WHEN_AND_WHERE
    taken = ("ccomp", "xcomp", "acomp", "attr", "prep", "auxpass", "prt")
    if complete or head.ent in ("DATE", "TIME") or sentence.kid(verb.i, *taken) is not None:
        return head if whom else None
    relative = any(kid.tag == "WRB" for kid in sentence.kids(verb.i))
    return None if relative else head


_WHEN_AND_WHERE = listed(
    """
    day week month year time moment night morning way reason place minute hour season weekend
    """
)


def _shared_undergoer(sentence: Sentence, verb: Token) -> Token | None:
    """What a passive without a subject of its own is done to."""
    head = sentence.head(verb.i)
    passive = sentence.kid(verb.i, "auxpass") is not None
    if verb.dep == "xcomp" and passive:
        return _controller(sentence, head)
    if verb.dep == "conj" and passive and head.pos in ("VERB", "AUX"):
        return _doer(sentence, head.i)
    if verb.dep == "advcl" and _is_passive(sentence, verb):
        return _doer(sentence, head.i)
    if verb.dep == "conj" and sentence.kid(verb.i, "nsubj") is None and head.tag == "VBN":
        return _undergoer(sentence, head)
    return None


def _after_prepositions(sentence: Sentence, i: int) -> Iterator[Part]:
    for preposition in sentence.kids(i, "prep"):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is None or thing.pos not in _THINGS:
            continue
        word = preposition.lower
        if word in _WITH:
            role = Role.COUNTERPART
        elif word == "to" and sentence.tokens[i].lemma in _TO_RECIPIENT:
            role = Role.RECIPIENT
        else:
            role = Role.OTHER
        yield from _all(role, sentence, thing)


def _noun_parts(sentence: Sentence, i: int) -> Iterator[Part]:
    owner = sentence.kid(i, "poss") or sentence.kid(i, "nmod")
    if owner is not None and owner.pos in ("PROPN", "NOUN", "PRON"):
        of = any(k.lower == "of" for k in sentence.kids(i, "prep"))
        suffers = sentence.tokens[i].lemma in _SUFFERED and not of
        yield from _all(Role.PATIENT if suffers else Role.AGENT, sentence, owner)
    yield from (
        Part(Role.AGENT, sentence, k.i) for k in sentence.kids(i, "compound") if k.pos == "PROPN"
    )
    for preposition in sentence.kids(i, "prep"):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is None or thing.pos not in _THINGS:
            continue
        yield from _all(_NOUN_ROLES.get(preposition.lower, Role.OTHER), sentence, thing)
    yield from _lent(sentence, i)


# What is done to its owner: "the mayor's arrest".
_SUFFERED = listed(
    """
    abduction acquittal appointment arrest assassination capture conviction defeat deportation
    detention dismissal ejection election eviction execution expulsion extradition hospitalization
    impeachment imprisonment inauguration indictment kidnapping killing liberation murder
    nomination ouster overthrow release removal rescue sentencing suspension treatment trial
    """
)
_NOUN_ROLES = {
    "by": Role.AGENT,
    "of": Role.PATIENT,
    "on": Role.PATIENT,
    "against": Role.PATIENT,
    "with": Role.COUNTERPART,
    "between": Role.AGENT,
    "among": Role.AGENT,
    "to": Role.RECIPIENT,
}


def _lent(sentence: Sentence, i: int) -> Iterator[Part]:
    """What a light verb lends its noun: "Kallas will hold talks" """
    for above in sentence.ancestors(i):
        if carried(sentence, above.i) is sentence.tokens[i] or _does(sentence, above, i):
            doer = subject(sentence, above.i)
            if doer is not None and doer.i != i:
                yield from _all(Role.AGENT, sentence, doer)
            yield from (p for p in _after_prepositions(sentence, above.i) if p.i != i)
            return
        if above.pos == "VERB":
            return


def _does(sentence: Sentence, verb: Token, i: int) -> bool:
    """Whether the subject of a verb does what the noun says: "signed an accord", "on strike"."""
    noun, above = sentence.tokens[i], sentence.head(i)
    if verb.lemma == "go":
        return noun.dep == "pobj" and above.lower == "on" and above.head == verb.i
    return noun.dep == "dobj" and above is verb and verb.lemma in _DOING


_DOING = listed(
    """
    begin commence commit conclude declare forge launch mount negotiate seal sign start stage
    strike wage
    """
)


def _all(role: Role, sentence: Sentence, thing: Token) -> Iterator[Part]:
    """A word and those joined to it by "and"."""
    if thing.pos in _THINGS:
        yield Part(role, sentence, thing.i)
    for other in sentence.kids(thing.i, "conj"):
        yield from _all(role, sentence, other)


def mention(part_sentence: Sentence, i: int, cast: Cast, text: str) -> Mention:
    """The words for a participant, and the entity where it is named."""
    name = name_at(part_sentence, i)
    if name is not None:
        first = called_from(part_sentence, i)
        span = Span(part_sentence.tokens[first].start, part_sentence.tokens[name.last].end)
        return Mention(span.of(text), span, cast.of(name))
    words = part_sentence.subtree(i, without=_WITHOUT)
    words = [k for k in words if _holds_together(part_sentence, words, k, i)]
    span = Span(part_sentence.tokens[words[0]].start, part_sentence.tokens[words[-1]].end)
    word = part_sentence.tokens[i]
    known = cast.known(word) if len(words) == 1 else None
    return Mention(span.of(text), span, known or cast.standing_for(part_sentence, i))


def _holds_together(sentence: Sentence, words: list[int], k: int, head: int) -> bool:
    """Whether nothing but hyphens lies outside the words from one to the head: "two-day talks"."""
    between = range(min(k, head), max(k, head))
    return all(n in words or sentence.tokens[n].text == "-" for n in between)


def participants(
    word: EventWord, cast: Cast, text: str, timexes: Sequence[Timex]
) -> tuple[Participant, ...]:
    """Everyone and everything that takes part in an event; times are no participants."""
    return tuple(
        Participant(part.role, mention(part.sentence, part.i, cast, text))
        for part in parts(word)
        if not _is_time(part.sentence.tokens[part.i], timexes)
    )


def _is_time(word: Token, timexes: Sequence[Timex]) -> bool:
    return word.ent in ("DATE", "TIME") or standing_at(word.start, timexes) is not None
