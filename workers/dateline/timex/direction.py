"""Which way a clause looks: a light reading of its verbs, without a parser."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model.timex import Direction
from dateline.timex.chart import Node
from dateline.timex.clause import governing, sentence
from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.look import Look
from dateline.timex.tokens import Kind, Token
from dateline.timex.verbs import Verb, are_parted, finite
from dateline.timex.weight import is_firm, looks_on_firmly


def look(tokens: Sequence[Token], start: int, end: int) -> Look:
    """How the clause around the timex `tokens[start:end]` looks at it."""
    beside = _beside(tokens, start, end, cues.BEFORE)
    if beside is not None:
        if _is_superseded(tokens, start) or _is_overtaken(tokens, start, end, beside):
            return Look(Direction.NONE, beside.cue, either=True)
        return replace(beside, firm=beside.direction is Direction.PAST)
    first, last = sentence(tokens, start, end)
    verbs = finite(tokens, first, last)
    verb = governing(tokens, verbs, start, end)
    if start and tokens[start - 1].lower == "until":
        lasting = verb is not None and (_lasts(tokens, verb) or _is_told_after(verb, end))
        if start > 1 and tokens[start - 2].lower == "had":
            # "Had until Monday to respond": over, or not yet.
            return Look(Direction.NONE, "had until", either=True)
        return Look(Direction.PAST if lasting else Direction.FUTURE, "until", firm=lasting)
    if verb is None:
        return _beside(tokens, start, end, cues.WEAKLY_BEFORE) or Look(Direction.NONE, None)
    if verb.tense is Tense.INFINITIVE and _is_deadline(tokens, verbs, verb, start):
        verb = replace(verb, tense=Tense.FUTURE)
    elif verb.tense is Tense.INFINITIVE:
        verb = _of_infinitive(tokens, verbs, verb, _is_day(tokens, start, end))
    elif _is_wished(tokens, verbs, verb) or _is_told_going(tokens, verbs, verb):
        verb = replace(verb, tense=Tense.FUTURE)
    tense = _tense_at(tokens, verb, start, end)
    if tense is Tense.FUTURE and _is_participle_of(tokens, verb, start):
        # "Will visit the families of those killed on Sunday".
        return Look(Direction.PAST, tokens[_word_before(tokens, start)].text, firm=True)
    if tense is Tense.PAST and _declares(tokens, verb, start):
        return Look(Direction.FUTURE, _words(tokens, verb.start, verb.end))
    if tense is Tense.PLANNED and _was_called_off(tokens, verb.end, last):
        return Look(Direction.NONE, None, either=True)
    if tense is not Tense.PAST:
        weak = _beside(tokens, start, end, cues.WEAKLY_BEFORE)
        if weak is not None:
            return replace(weak, firm=looks_on_firmly(tokens, verb))
    if tense is Tense.PLANNED and _fell_through(tokens, verb.end, last):
        return Look(Direction.PAST, _words(tokens, verb.start, verb.end))
    if tense is Tense.PRESENT and _is_caption(tokens, last):
        tense = Tense.PAST
    happens = _is_within(tokens, start) and not _is_reported(tokens, first, last)
    firm = is_firm(tokens, verb, tense, (start, end), is_attributive(tokens, start, end))
    return Look(_SIDE[tense], _words(tokens, verb.start, verb.end), happens, firm)


def _is_superseded(tokens: Sequence[Token], start: int) -> bool:
    """ "Originally planned for Tuesday": a plan that another has taken the place of."""
    before = [token.lower for token in tokens[max(0, start - 4) : start]]
    return not cues.SUPERSEDED.isdisjoint(before)


def _is_overtaken(tokens: Sequence[Token], start: int, end: int, beside: Look) -> bool:
    """ "The vote, expected on Tuesday, was delayed": what became of the plan is told behind it."""
    if beside.direction is Direction.PAST or end >= len(tokens) or tokens[end].text != ",":
        return False
    after = finite(tokens, end, sentence(tokens, start, end)[1])
    return bool(after) and after[0].tense is Tense.PAST


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


_SIDE = {
    Tense.PAST: Direction.PAST,
    Tense.FUTURE: Direction.FUTURE,
    Tense.PLANNED: Direction.FUTURE,
    Tense.PRESENT: Direction.FUTURE,
    Tense.STATE: Direction.NONE,
}


def compares(tokens: Sequence[Token], start: int, node: Node) -> bool:
    """Whether the phrase names the period compared with: "up from $2 million a year ago"."""
    rule = node.rule_name
    if rule not in _YEARS_BACK or tokens[node.end - 2].lower != "year":
        return rule in _ALWAYS_COMPARED
    first = max(sentence(tokens, start, start)[0], start - 16)
    before = {token.lower for token in tokens[first:start]}
    after = {token.lower for token in tokens[node.end : node.end + 8]} if first == start else set()
    return not (cues.COMPARING.isdisjoint(before) and cues.REPORTED.isdisjoint(after))


_YEARS_BACK = ("units ago", "units earlier")
_ALWAYS_COMPARED = frozenset(
    {
        "year-ago",
        "the year-ago period",
        "the same period a year back",
        "the same period of a year",
        "the period of a year",
    }
)


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


def _is_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the date is a weekday, told of what was done as often as of what is to be."""
    return any(token.lower in cues.WEEKDAYS for token in tokens[start:end])


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
    if before.tense is Tense.PAST and (not looks_on or (is_day and _decides(tokens, before))):
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


def _tense_at(tokens: Sequence[Token], verb: Verb, start: int, end: int) -> Tense:
    """The tense in which the verb speaks of this date."""
    between = [token.lower for token in tokens[verb.end : start]]
    if any(pair[0] == "than" and pair[1] in cues.FORECAST for pair in pairwise(between)):
        # "Will grow less than forecast in July."
        return Tense.PAST
    if _fixes(tokens, verb, between, end) or _calls_for(tokens, verb, between):
        return Tense.FUTURE
    if verb.tense is Tense.STATE and verb.start == end and tokens[end].lower in cues.IS:
        # "Friday is the deadline."
        return Tense.FUTURE
    firm = verb.tense is Tense.FUTURE and tokens[verb.start].lower in cues.FIRM
    if is_attributive(tokens, start, end) and not (firm and not _befell(tokens, end)):
        return _tense_of_noun(tokens, verb, start, end)
    if verb.tense in (Tense.PRESENT, Tense.STATE) and not cues.AFTERMATH.isdisjoint(between):
        # "The news comes after talks on Friday."
        return Tense.PAST
    if verb.tense is Tense.STATE and verb.end <= start and set(between) <= cues.COPULA_PREPOSITIONS:
        # "The deadline is Friday."
        return Tense.FUTURE if tokens[verb.start].lower in cues.IS else verb.tense
    if verb.tense in (Tense.STATE, Tense.PRESENT) and "until" in between:
        # "Remains in custody until her trial in June."
        return Tense.FUTURE
    if verb.tense is Tense.STATE and between[-1:] == ["before"]:
        # "No deal is likely before Friday."
        return Tense.FUTURE
    if _is_meant_for(tokens, verb, between) and _is_day(tokens, start, end):
        return Tense.FUTURE
    if verb.tense is Tense.PAST and tokens[verb.end - 1].lower in cues.SCHEDULING:
        return Tense.FUTURE
    if tokens[verb.end - 1].lower == "set" and between[:1] == ["for"]:
        # "A summit set for Brussels in April."
        return Tense.FUTURE
    if tokens[verb.end - 1].lower in cues.MOVING and tokens[start - 1].lower in ("to", "until"):
        return Tense.FUTURE
    if _decides(tokens, verb) and _is_day(tokens, start, end):
        return verb.tense
    if verb.tense is Tense.PAST and tokens[verb.end - 1].lower in cues.PROSPECTIVE:
        looks_on = "to" in between or "until" in between or between[-1:] in (["for"], ["by"])
        return Tense.FUTURE if looks_on else verb.tense
    return verb.tense


def _fixes(tokens: Sequence[Token], verb: Verb, between: list[str], end: int) -> bool:
    """ "Set Friday for sentencing", "has set a June 5 trial date": a day to come."""
    if tokens[verb.end - 1].lower not in cues.FIXING:
        return False
    after = [token.lower for token in tokens[end : end + 3]]
    if not between:
        return after[:1] in (["for"], ["as"]) or not cues.FIXED.isdisjoint(after)
    return between in (["a"], ["an"]) and not cues.FIXED.isdisjoint(after)


def _calls_for(tokens: Sequence[Token], verb: Verb, between: list[str]) -> bool:
    """ "Called for a strike on Friday"; of "called for calm on Friday" the calling is past."""
    called = tokens[verb.end - 1].lower in ("called", "calling") and between[:1] == ["for"]
    return called and not cues.GATHERINGS.isdisjoint(between[-2:])


def _is_meant_for(tokens: Sequence[Token], verb: Verb, between: list[str]) -> bool:
    """ "Scrapped flights for Friday": what was done to something that was to be."""
    told_of = tokens[verb.start].lower in ("was", "were") and verb.end - verb.start == 1
    return verb.tense is Tense.PAST and between[-1:] == ["for"] and len(between) > 1 and not told_of


def _decides(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Agreed to buy it on Monday": done that day; "agreed to meet on Monday" is not."""
    to_do = [token.lower for token in tokens[verb.end : verb.end + 2]]
    return tokens[verb.end - 1].lower in cues.DECIDING and (
        to_do[:1] == ["to"] and cues.APPOINTMENTS.isdisjoint(to_do)
    )


def _tense_of_noun(tokens: Sequence[Token], verb: Verb, start: int, end: int) -> Tense:
    """ "Around Wednesday's ruling": a thing that is known, unless it is waited for."""
    before = tokens[start - 1].lower if start else ""
    awaited = not cues.AWAITING.isdisjoint(token.lower for token in tokens[verb.start : verb.end])
    if awaited or before in cues.WAITING or _calls_off(tokens, verb):
        return Tense.FUTURE
    # "Thursday's summit" lies ahead unless something was done there, or after it.
    noun = tokens[min(end + 1, len(tokens) - 1)].lower
    told = verb.end <= start or before in cues.WITHIN
    over = verb.tense is Tense.PAST and told and before != "for"
    return Tense.FUTURE if noun in cues.AHEAD and not over else Tense.PAST


def _calls_off(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Police cancelled Saturday's march": what is called off has not come yet."""
    words = [token.lower for token in tokens[verb.start : verb.end + 1]]
    return not cues.CALLING_OFF.isdisjoint(words[:-1]) or words[-2:] in (
        ["called", "off"],
        ["call", "off"],
    )


def is_attributive(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the date stands before the noun it belongs to, as its adjective or owner."""
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.lower in ("'s", "’s"):
        return True
    before = tokens[start - 1].lower if start else ""
    plain = after.kind is Kind.WORD and not after.capital and after.lower not in cues.NOT_NOUNS
    return before in cues.NOUN_MARKERS and plain


def _befell(tokens: Sequence[Token], end: int) -> bool:
    """ "Will visit the scene of Friday's crash": what befell is over, whatever will be done."""
    return not cues.CALAMITIES.isdisjoint(token.lower for token in tokens[end : end + 3])


def _is_met(before: Sequence[str]) -> bool:
    """ "By the Tuesday deadline", "met the Friday deadline": what the verb says counts."""
    return not cues.MEETING.isdisjoint(before)


def _beside(
    tokens: Sequence[Token], start: int, end: int, before_words: Mapping[str, Direction]
) -> Look | None:
    """Words right beside the date that settle it: "until Friday", "a Friday deadline"."""
    before = [token.lower for token in tokens[max(0, start - 3) : start]]
    for size in (3, 2, 1):
        words = " ".join(before[-size:])
        if len(before) >= size and words in before_words:
            return Look(before_words[words], words)
    after = [token.lower for token in tokens[end : end + 3]]
    if not cues.LAPSED.isdisjoint(after[1:]):
        # "The Friday deadline passed."
        return None
    for word in after[:2] if before_words is cues.WEAKLY_BEFORE or not _is_met(before) else ():
        if word in cues.AFTER:
            return Look(cues.AFTER[word], word)
    return None


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
