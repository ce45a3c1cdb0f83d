"""Which way a clause looks: a light reading of its verbs, without a parser."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.timex import Direction
from dateline.timex.adjacent import cue_beside, is_overtaken, is_superseded
from dateline.timex.bearing import decides, is_attributive, is_day, tense_at
from dateline.timex.clause import governing, sentence
from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.look import Look
from dateline.timex.tokens import Kind, Token
from dateline.timex.verbs import Verb, are_parted, finite
from dateline.timex.weight import is_firm, looks_on_firmly

_SIDE = {
    Tense.PAST: Direction.PAST,
    Tense.FUTURE: Direction.FUTURE,
    Tense.PLANNED: Direction.FUTURE,
    Tense.PRESENT: Direction.FUTURE,
    Tense.STATE: Direction.NONE,
}


def look(tokens: Sequence[Token], start: int, end: int) -> Look:
    """How the clause around the timex `tokens[start:end]` looks at it."""
    said = cue_beside(tokens, start, end, cues.BEFORE)
    if said is not None:
        if is_superseded(tokens, start) or is_overtaken(tokens, start, end, said):
            return Look(Direction.NONE, said.cue, either=True)
        return replace(said, firm=said.direction is Direction.PAST)
    first, last = sentence(tokens, start, end)
    verbs = finite(tokens, first, last)
    verb = governing(tokens, verbs, start, end)
    if start and tokens[start - 1].lower == "until":
        return _until(tokens, verb, start, end)
    if verb is None:
        return cue_beside(tokens, start, end, cues.WEAKLY_BEFORE) or Look(Direction.NONE, None)
    return _of_verb(tokens, _read_on(tokens, verbs, verb, start, end), start, end, (first, last))


def _until(tokens: Sequence[Token], verb: Verb | None, start: int, end: int) -> Look:
    if start > 1 and tokens[start - 2].lower == "had":
        # "Had until Monday to respond": over, or not yet.
        return Look(Direction.NONE, "had until", either=True)
    lasting = verb is not None and (_lasts(tokens, verb) or _is_told_after(verb, end))
    return Look(Direction.PAST if lasting else Direction.FUTURE, "until", firm=lasting)


def _read_on(tokens: Sequence[Token], verbs: list[Verb], verb: Verb, start: int, end: int) -> Verb:
    """The verb with the tense that the verbs before it give it: "failed to appear"."""
    if verb.tense is Tense.INFINITIVE and _is_deadline(tokens, verbs, verb, start):
        return replace(verb, tense=Tense.FUTURE)
    if verb.tense is Tense.INFINITIVE:
        return _of_infinitive(tokens, verbs, verb, is_day(tokens, start, end))
    if _is_wished(tokens, verbs, verb) or _is_told_going(tokens, verbs, verb):
        return replace(verb, tense=Tense.FUTURE)
    return verb


def _of_verb(
    tokens: Sequence[Token], verb: Verb, start: int, end: int, within: tuple[int, int]
) -> Look:
    """How the verb that governs the date looks at it; both stand `within` a sentence."""
    tense, last = tense_at(tokens, verb, start, end), within[1]
    said = _words(tokens, verb.start, verb.end)
    if tense is Tense.FUTURE and _is_participle_of(tokens, verb, start):
        # "Will visit the families of those killed on Sunday".
        return Look(Direction.PAST, tokens[_word_before(tokens, start)].text, firm=True)
    if tense is Tense.PAST and _declares(tokens, verb, start):
        return Look(Direction.FUTURE, said)
    if tense is Tense.PLANNED and (
        _was_called_off(tokens, verb.end, last) or tokens[verb.start].lower.startswith("had")
    ):
        # "Had been scheduled to fly on Tuesday": over, or not yet.
        return Look(Direction.NONE, None, either=True)
    weak = cue_beside(tokens, start, end, cues.WEAKLY_BEFORE) if tense is not Tense.PAST else None
    if weak is not None:
        return replace(weak, firm=looks_on_firmly(tokens, verb))
    if tense is Tense.PLANNED and _fell_through(tokens, verb.end, last):
        return Look(Direction.PAST, said)
    if tense is Tense.PRESENT and _is_caption(tokens, last):
        tense = Tense.PAST
    happens = _is_within(tokens, start) and not _is_reported(tokens, *within)
    firm = is_firm(tokens, verb, tense, (start, end), is_attributive(tokens, start, end))
    return Look(_SIDE[tense], said, happens, firm)


def _is_participle_of(tokens: Sequence[Token], verb: Verb, start: int) -> bool:
    """Whether a participle right before the date, not the verb, says what was done then."""
    at = _word_before(tokens, start)
    word, owner = tokens[at].lower, tokens[at - 1]
    if at <= verb.end or word in cues.PLANS or word in cues.SCHEDULING or word in cues.PROSPECTIVE:
        return False
    regular = word.endswith("ed") and len(word) > 4 and word not in cues.NOT_PAST
    kept = tokens[verb.end - 1].lower in cues.RESULTING | cues.WISHING
    named = owner.kind is Kind.WORD and owner.lower not in cues.NO_OWNERS
    return (regular or word in cues.DONE) and named and not kept


def _word_before(tokens: Sequence[Token], start: int) -> int:
    """The place of the word that a date's own preposition follows."""
    at = start - 1
    while at > 0 and tokens[at].lower in cues.OF_DATES:
        at -= 1
    return max(at, 0)


def _declares(tokens: Sequence[Token], verb: Verb, start: int) -> bool:
    """ "Declared three days of mourning, starting on Thursday"."""
    before = [token.lower for token in tokens[max(verb.end, start - 2) : start]]
    return tokens[verb.end - 1].lower in cues.DECLARING and not cues.STARTING.isdisjoint(before)


def _was_called_off(tokens: Sequence[Token], start: int, last: int) -> bool:
    """ "Was to meet on Thursday but has cancelled": before that day as likely as on it."""
    words = {token.lower for token in tokens[start:last]}
    return not words.isdisjoint(cues.CALLING_OFF) and words.isdisjoint(cues.FAILING)


def _is_within(tokens: Sequence[Token], start: int) -> bool:
    """ "In the second half": when it happens; "second-half results" are of it, whenever told."""
    before = tokens[start - 1].lower if start else ""
    return before in cues.WITHIN


def _is_reported(tokens: Sequence[Token], first: int, last: int) -> bool:
    return not cues.REPORTING.isdisjoint(token.lower for token in tokens[first:last])


def _words(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])


def _lasts(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Stayed until Friday" is over; "postponed until Friday" is not."""
    words = {token.lower for token in tokens[verb.start : verb.end]}
    over = verb.tense is Tense.PAST and not words.isdisjoint(cues.LASTING)
    denied = not cues.NEGATIONS.isdisjoint(words)
    return over and (denied or words.isdisjoint(cues.PROSPECTIVE | cues.GRANTED))


def _is_told_after(verb: Verb, end: int) -> bool:
    """ "Until Tuesday, nobody knew"."""
    return verb.tense is Tense.PAST and verb.start >= end


def _is_deadline(tokens: Sequence[Token], verbs: list[Verb], verb: Verb, start: int) -> bool:
    """ "A plan to cut jobs by June": to be done by then, unless it failed to be."""
    if tokens[start - 1].lower != "by":
        return False
    before = next((other for other in reversed(verbs) if other.end <= verb.start), None)
    return before is None or tokens[before.end - 1].lower not in cues.RETROSPECTIVE


def _of_infinitive(tokens: Sequence[Token], verbs: list[Verb], verb: Verb, is_day: bool) -> Verb:
    """What an infinitive says of its time hangs on the verb before it: "failed to appear"."""
    earlier = [other for other in verbs if other.end <= verb.start]
    passive = tokens[verb.start + 1].lower == "be"
    if not earlier:
        return replace(verb, tense=Tense.FUTURE)
    before = earlier[-1]
    if tokens[verb.start + 1].lower == "have":
        # "Hopes to have finished by Monday"; "claims to have left on Monday".
        hoped = tokens[before.end - 1].lower in cues.WISHING | cues.INTENTIONS | cues.HOPED
        return replace(verb, tense=Tense.FUTURE if hoped else Tense.PAST)
    if before.tense is Tense.INFINITIVE:
        return _of_infinitive(tokens, verbs, before, is_day)
    word = tokens[before.end - 1].lower
    looks_on = word in cues.PROSPECTIVE or (passive and word not in cues.RETROSPECTIVE)
    if before.tense is Tense.PAST and (not looks_on or (is_day and decides(tokens, before))):
        return before
    if before.tense is Tense.PLANNED:
        return before
    return Verb(before.start, verb.end, Tense.FUTURE)


def _is_wished(tokens: Sequence[Token], verbs: list[Verb], verb: Verb) -> bool:
    """ "Wants the vote held on Friday": to be held."""
    before = next((other for other in reversed(verbs) if other.end <= verb.start), None)
    if before is None or verb.end - verb.start > 1 or verb.tense is not Tense.PAST:
        return False
    wished = tokens[before.end - 1].lower in cues.WISHING
    return wished and not are_parted(tokens, before.end, verb.start)


def _is_told_going(tokens: Sequence[Token], verbs: list[Verb], verb: Verb) -> bool:
    """ "Said she was leaving on Friday": she will leave then."""
    going = tokens[verb.end - 1].lower in cues.GOING and tokens[verb.start].lower in ("was", "were")
    before = next((other for other in reversed(verbs) if other.end <= verb.start), None)
    return going and before is not None and tokens[before.end - 1].lower in cues.SAYING


def _fell_through(tokens: Sequence[Token], start: int, last: int) -> bool:
    words = {token.lower for token in tokens[start:last]}
    return not words.isdisjoint(cues.BUT)


def _is_caption(tokens: Sequence[Token], last: int) -> bool:
    """Whether a picture is credited beside it: in its own paragraph, or as the next one opens."""
    after = tokens[last : last + 6]
    breaks = (at for at, token in enumerate(after) if token.paragraph)
    end = last + max(next(breaks, len(after)), 1)
    words = {token.lower for token in tokens[max(0, last - 6) : end]}
    return not words.isdisjoint(cues.CREDITS)
