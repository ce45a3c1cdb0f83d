"""How firmly a clause holds a date to its side: by its own verb, or only by words around it."""

from collections.abc import Sequence

from dateline.timex.english import cues
from dateline.timex.english.cues import Tense
from dateline.timex.tokens import Kind, Token
from dateline.timex.verbs import Verb

# Words so near tell what a date's noun is.
_NEAR = 3


def is_firm(
    tokens: Sequence[Token], verb: Verb, tense: Tense, place: tuple[int, int], belongs: bool
) -> bool:
    """Whether the verb speaks of the date itself, which stands at `place`, in that tense.

    "Arrested in September" does; "told of a cut in September", "queued for the Sept. 14 concert"
    (which `belongs` to its noun) and "would be held on Sept. 14" leave the nearer one open.
    """
    if tense is Tense.PAST:
        return _happened(tokens, verb, place, belongs)
    return tense is Tense.PRESENT or looks_on_firmly(tokens, verb)


def looks_on_firmly(tokens: Sequence[Token], verb: Verb) -> bool:
    """ "Will be held", "is to be held"; not "would be", "was to be"."""
    return verb.tense is Tense.FUTURE and tokens[verb.start].lower in cues.FIRM


def _happened(tokens: Sequence[Token], verb: Verb, place: tuple[int, int], belongs: bool) -> bool:
    start, end = place
    said = tokens[verb.end - 1].lower
    between = tokens[verb.end : start]
    object_told = any(_is_content(token) for token in between)
    if said in cues.PREDICTING and object_told:
        return False
    if belongs or (start and tokens[start - 1].lower == "for"):
        beside = (*tokens[max(0, start - _NEAR) : start], *tokens[end : end + _NEAR])
        return any(token.lower in cues.RECORDED for token in beside)
    planned = any(token.lower in cues.PLANS_TOLD for token in between)
    return not (planned or (object_told and said in cues.TELLING))


def _is_content(token: Token) -> bool:
    return token.kind is Kind.WORD and token.lower not in cues.FUNCTION_WORDS
