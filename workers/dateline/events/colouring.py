"""How a word, and the clause above, colour the judgement of an event."""

from dataclasses import replace

from dateline.events.status import Judgement
from dateline.events.words.modality import Effect
from dateline.model.event import Certainty, Polarity

_DOUBT = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)


def apply(judged: Judgement, effect: Effect | None, word: str) -> Judgement:
    """The judgement after one word had its say."""
    match effect:
        case Effect.PLANNED:
            judged = replace(judged, planned=True, ongoing=False)
        case Effect.POSSIBLE | Effect.PROBABLE:
            doubt = Certainty.POSSIBLE if effect is Effect.POSSIBLE else Certainty.PROBABLE
            judged = replace(judged, certainty=weaker(judged.certainty, doubt), ongoing=False)
        case Effect.NEGATED:
            judged = replace(judged, polarity=_flipped(judged.polarity), ongoing=False)
        case Effect.DENIED:
            judged = replace(judged, denied=True, polarity=Polarity.NEGATIVE)
        case Effect.CANCELLED:
            judged = replace(judged, polarity=Polarity.NEGATIVE, planned=True)
        case Effect.ONGOING:
            judged = replace(judged, ongoing=True)
    return judged if effect is None else replace(judged, why=word)


def colour(inner: Judgement, outer: Judgement) -> Judgement:
    """An inner judgement under an outer one that it is as true as."""
    negative = outer.polarity is Polarity.NEGATIVE
    return Judgement(
        polarity=_flipped(inner.polarity) if negative else inner.polarity,
        certainty=weaker(inner.certainty, outer.certainty),
        denied=inner.denied or outer.denied,
        conditional=inner.conditional or outer.conditional,
        planned=inner.planned or outer.planned,
        ongoing=inner.ongoing or outer.ongoing,
        why=inner.why or outer.why,
    )


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less certain of two."""
    return max(one, other, key=_DOUBT.index)


_OPPOSITE = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}


def _flipped(polarity: Polarity) -> Polarity:
    return _OPPOSITE.get(polarity, polarity)
