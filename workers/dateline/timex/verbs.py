"""The verbs of a sentence and their tense, from word lists and word forms alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.tokens import Kind, Token

# A subject's own words stand at most so many tokens before its verb.
_SUBJECT = 10
# What is let or made to happen follows so near: "let the attack begin".
_OBJECT = 4


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: the tokens from `start` to `end`, excluded, and its tense."""

    start: int
    end: int
    tense: Tense


def finite(tokens: Sequence[Token], first: int, last: int) -> list[Verb]:
    """The finite verb groups of a sentence, in order."""
    found: list[Verb] = []
    at = first
    while at < last:
        verb = _verb(tokens, at, last, first)
        if (
            verb is None
            or _is_aside(tokens, verb)
            or _is_participle(tokens, verb, found)
            or _is_object(tokens, verb, found)
        ):
            at += 1
        else:
            found.append(_joined(tokens, verb, found))
            at = verb.end
    return found


def _joined(tokens: Sequence[Token], verb: Verb, earlier: list[Verb]) -> Verb:
    """ "Will be presented in March and debated in April": both are still to come."""
    single = verb.tense is Tense.PAST and verb.end - verb.start == 1
    if not (single and earlier and tokens[verb.start - 1].lower in ("and", "or")):
        return verb
    before = earlier[-1]
    passive = any(token.lower == "be" for token in tokens[before.start : before.end])
    return replace(verb, tense=before.tense) if passive else verb


def _is_aside(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Began as planned on Friday", "if approved on Friday": no verb of the clause."""
    before = [token.lower for token in tokens[max(0, verb.start - 2) : verb.start]]
    planned = verb.end - verb.start == 1 and tokens[verb.start].lower.endswith("ed")
    opened = before[-1:] == ["as"] or before in (["as", "previously"], ["as", "first"])
    return planned and (opened or not cues.CONDITIONS.isdisjoint(before[-1:]))


def _is_object(tokens: Sequence[Token], verb: Verb, earlier: list[Verb]) -> bool:
    """ "Had filed tax reports", "1.84 marks", "let it begin": an object, not a second verb."""
    if verb.tense not in (Tense.PRESENT, Tense.STATE) or verb.end - verb.start > 1:
        return False
    before = tokens[verb.start - 1]
    if verb.start and before.kind is Kind.NUMBER:
        # "1.84 marks"; "the draw for the last 16 takes place" is a verb.
        return tokens[verb.start].lower in cues.COUNTABLE
    if not earlier or earlier[-1].tense is not Tense.PAST:
        return bool(earlier) and earlier[-1].end == verb.start
    gap = verb.start - earlier[-1].end
    if tokens[earlier[-1].end - 1].lower in cues.LETTING:
        return gap <= _OBJECT
    said = tokens[earlier[-1].end - 1].lower in cues.SAYING
    return gap <= 1 and not (said and gap) and not before.capital


def _is_participle(tokens: Sequence[Token], verb: Verb, earlier: list[Verb]) -> bool:
    """ "Will redeem preferred shares": an -ed word after a verb of the same clause is no verb."""
    if not earlier or not tokens[verb.start].lower.endswith("ed") or verb.end - verb.start > 1:
        return False
    before = earlier[-1]
    opened = tokens[before.start].lower in cues.OPENERS
    return opened and not are_parted(tokens, before.end, verb.start)


def _verb(tokens: Sequence[Token], at: int, last: int, first: int) -> Verb | None:
    token = tokens[at]
    if token.kind is not Kind.WORD:
        return None
    word = token.lower
    if word == "to":
        return _infinitive(tokens, at, last)
    if _opens(tokens, at, first) and (word in cues.REQUESTS or _is_request(tokens, at, last)):
        return Verb(at, at + 1, Tense.FUTURE)
    opened = cues.OPENERS.get(word)
    contracted = "'" in word or "’" in word
    if opened is not None and (
        contracted or not (token.capital and _is_name(tokens, at, last, first))
    ):
        return _group(tokens, at, last, opened)
    before = tokens[at - 1].lower if at > first else ""
    past = word in cues.IRREGULAR_PAST or word.endswith("ed")
    if before in cues.NOUN_MARKERS and not (before == "that" and past):
        return None
    if token.capital and at > first:
        return None
    if before in cues.WEEKDAYS and at - 1 > first and tokens[at - 2].lower in cues.NOUN_MARKERS:
        # "The Friday vote".
        return None
    after = tokens[at + 1].lower if at + 1 < last else ""
    if word in cues.IRREGULAR_PAST or (
        word.endswith("ed") and len(word) > 4 and word not in cues.NOT_PAST
    ):
        return Verb(at, at + 1, Tense.PAST)
    if word in cues.AFTER_NAMES and at > first and tokens[at - 1].capital:
        return Verb(at, at + 1, Tense.PAST)
    if word == "reports" and (after in cues.REPORTABLE or before in ("which", "who")):
        return Verb(at, at + 1, Tense.PRESENT)
    if word in cues.PRESENT_VERBS:
        return Verb(at, at + 1, Tense.STATE if after in ("that",) else cues.PRESENT_VERBS[word])
    return None


def _opens(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether it is the first word of a sentence, within quotation marks or not."""
    return at == first or (at == first + 1 and tokens[first].kind is Kind.MARK)


def _is_request(tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "Let's meet"."""
    us = tokens[at + 1].lower if at + 1 < last else ""
    return tokens[at].lower == "let" and us in ("'s", "’s", "us")


def _is_name(tokens: Sequence[Token], at: int, last: int, first: int) -> bool:
    """ "May met him", "Will Smith": no auxiliary, unless it begins a question."""
    if at > first or at + 1 >= last:
        return True
    after = tokens[at + 1]
    return after.capital or after.lower in cues.OPENERS or after.lower in cues.IRREGULAR_PAST


def _infinitive(tokens: Sequence[Token], at: int, last: int) -> Verb | None:
    """ "To be completed", "to appear"; "to Washington", "to the court" are none."""
    if at + 1 >= last:
        return None
    after = tokens[at + 1]
    if after.kind is not Kind.WORD or after.capital or after.lower in cues.NO_VERBS:
        return None
    if after.lower.endswith("s") and not after.lower.endswith(("ss", "us")):
        # "To reporters": no verb.
        return None
    end = at + 3 if after.lower in ("be", "have") and at + 2 < last else at + 2
    return Verb(at, end, Tense.INFINITIVE)


def _group(tokens: Sequence[Token], at: int, last: int, opened: Tense) -> Verb:
    """An auxiliary and what follows it: "is expected to meet", "has been", "would strike"."""
    words: list[str] = []
    end = at + 1
    while end < min(last, at + 8) and tokens[end].kind is Kind.WORD:
        word = tokens[end].lower
        if word in cues.ADVERBS or word.endswith("ly"):
            end += 1
            continue
        if (
            word in cues.CHAIN
            or word.endswith(("ed", "ing"))
            or word in cues.IRREGULAR_PARTICIPLES
            or ("to" in words[-1:] and not tokens[end].capital)
            or (not words and opened in (Tense.FUTURE, Tense.PAST))
        ):
            words.append(word)
            end += 1
            continue
        break
    if words[-1:] == ["to"]:
        # "Was moved to Friday": the day is no verb.
        end -= 1
    missed = _was_missed(tokens[at:end], tokens[max(0, at - _SUBJECT) : at])
    superseded = opened is Tense.HAD and any(
        token.lower == "previously" for token in tokens[max(0, at - 1) : end]
    )
    tense = (
        Tense.PAST if missed or superseded else _tense(opened, words, tokens[at].lower in cues.FIRM)
    )
    return Verb(at, end, tense)


def _was_missed(group: Sequence[Token], subject: Sequence[Token]) -> bool:
    """ "Could not be reached", "would not comment": said of what was tried and is over."""
    words = {token.lower for token in group}
    auxiliary = group[0].lower
    denied = not cues.NOBODY.isdisjoint(token.lower for token in subject)
    if not denied and cues.NEGATIONS.isdisjoint(words) and not auxiliary.endswith(("n't", "n’t")):
        return False
    return auxiliary.startswith("could") or (
        auxiliary.startswith("would") and not cues.MISSED.isdisjoint(words)
    )


def _means_to(words: list[str]) -> bool:
    """ "Has decided to admit", "did not plan to remove": done or not, it was still to come."""
    return any(
        after == "to" and (word in cues.PROSPECTIVE or word in cues.INTENTIONS)
        for word, after in pairwise(words)
    )


def _tense(opened: Tense, words: list[str], firm: bool) -> Tense:
    """`firm`: "will have left by Friday" is still to come, "may have left on Friday" is over."""
    plan = next((i for i, word in enumerate(words) if word in cues.PLANS), None)
    to = "to" in words
    if opened in (Tense.BE_NOW, Tense.BE_PAST) and "to have" in " ".join(words):
        if not cues.HOPES.isdisjoint(words):
            # "Is hoping to have finished by June".
            return Tense.FUTURE if opened is Tense.BE_NOW else Tense.PLANNED
        # "Is believed to have fled", "was to have appeared".
        return Tense.PAST
    if opened is Tense.BE_NOW:
        if (plan is not None and (to or words[plan] in cues.PLANS_ALONE)) or words[:1] == ["to"]:
            return Tense.FUTURE
        if any(word.endswith("ing") for word in words):
            return Tense.PRESENT
        if words and plan is None:
            return Tense.PAST if words[-1] in cues.ALLEGED else Tense.PRESENT
        return Tense.STATE
    if opened is Tense.BE_PAST:
        if (plan is not None and to) or words[:1] == ["to"]:
            return Tense.PLANNED
        return Tense.PAST
    if opened is Tense.HAVE_NOW:
        return Tense.FUTURE if words[:1] == ["to"] or _means_to(words) else Tense.PAST
    if opened is Tense.PAST and _means_to(words):
        return Tense.FUTURE
    if opened is Tense.HAD and plan is not None and to:
        return Tense.PLANNED
    if opened is Tense.HAD:
        return Tense.PAST
    if opened is Tense.FUTURE and words[:1] == ["have"]:
        return Tense.FUTURE if firm else Tense.PAST
    return opened


def are_parted(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a clause boundary lies in between."""
    return any(_is_boundary(tokens, at) for at in range(start, end))


def _is_boundary(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in ',:;—–"“”':
        return True
    if token.lower in ("and", "or") and at + 1 < len(tokens):
        # "Between Australia and India" parts no clauses.
        return not tokens[at + 1].capital
    return token.lower in cues.BOUNDARIES
