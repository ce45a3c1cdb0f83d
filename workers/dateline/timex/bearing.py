"""The tense in which a verb speaks of a date: its own, unless the words between say otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.tokens import Kind, Token
from dateline.timex.verbs import Verb

# The rest of a subject behind its date is no longer than this.
_SUBJECT = 3


def tense_at(tokens: Sequence[Token], verb: Verb, start: int, end: int) -> Tense:
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
    if _is_meant_for(tokens, verb, between) and is_day(tokens, start, end):
        return Tense.FUTURE
    if verb.tense is Tense.PAST and tokens[verb.end - 1].lower in cues.SCHEDULING:
        return Tense.FUTURE
    if tokens[verb.end - 1].lower == "set" and between[:1] == ["for"]:
        # "A summit set for Brussels in April."
        return Tense.FUTURE
    if tokens[verb.end - 1].lower in cues.MOVING and tokens[start - 1].lower in ("to", "until"):
        return Tense.FUTURE
    if decides(tokens, verb) and is_day(tokens, start, end):
        return verb.tense
    if verb.tense is Tense.PAST and tokens[verb.end - 1].lower in cues.PROSPECTIVE:
        looks_on = "to" in between or "until" in between or between[-1:] in (["for"], ["by"])
        return Tense.FUTURE if looks_on else verb.tense
    return verb.tense


def decides(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Agreed to buy it on Monday": done that day; "agreed to meet on Monday" is not."""
    to_do = [token.lower for token in tokens[verb.end : verb.end + 2]]
    return tokens[verb.end - 1].lower in cues.DECIDING and (
        to_do[:1] == ["to"] and cues.APPOINTMENTS.isdisjoint(to_do)
    )


def is_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the date is a weekday, told of what was done as often as of what is to be."""
    return any(token.lower in cues.WEEKDAYS for token in tokens[start:end])


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


def _tense_of_noun(tokens: Sequence[Token], verb: Verb, start: int, end: int) -> Tense:
    """ "Around Wednesday's ruling": a thing that is known, unless it is waited for."""
    before = tokens[start - 1].lower if start else ""
    awaited = not cues.AWAITING.isdisjoint(token.lower for token in tokens[verb.start : verb.end])
    if awaited or before in cues.WAITING or _calls_off(tokens, verb):
        return Tense.FUTURE
    # "Thursday's summit" lies ahead unless something was done there, or after it.
    owner = end < len(tokens) and tokens[end].lower in ("'s", "’s")
    noun = tokens[min(end + owner, len(tokens) - 1)].lower
    lapsed = tokens[verb.end - 1].lower in cues.LAPSED
    told = verb.end <= start or before in cues.WITHIN or lapsed or _acts(tokens, verb, end)
    over = verb.tense is Tense.PAST and told and before != "for"
    return Tense.FUTURE if noun in cues.AHEAD and not over else Tense.PAST


def _acts(tokens: Sequence[Token], verb: Verb, end: int) -> bool:
    """ "Sunday's vote changed everything"; not "Sunday's vote was cancelled"."""
    gap = [token.kind for token in tokens[end : verb.start]]
    single = verb.end - verb.start == 1 and tokens[verb.start].lower not in cues.CALLING_OFF
    return single and 0 < len(gap) <= _SUBJECT and Kind.MARK not in gap


def _calls_off(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Police cancelled Saturday's march": what is called off has not come yet."""
    words = [token.lower for token in tokens[verb.start : verb.end + 1]]
    return not cues.CALLING_OFF.isdisjoint(words[:-1]) or words[-2:] in (
        ["called", "off"],
        ["call", "off"],
    )


def _befell(tokens: Sequence[Token], end: int) -> bool:
    """ "Will visit the scene of Friday's crash": what befell is over, whatever will be done."""
    return not cues.CALAMITIES.isdisjoint(token.lower for token in tokens[end : end + 3])
