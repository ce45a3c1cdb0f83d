"""Times that something is only held against: "up 4% from a year earlier", "than in March"."""

from dateline.events.syntax import Sentence, Token
from dateline.events.words.listed import listed

_AGAINST = frozenset({"compared", "than", "versus", "vs", "vs.", "against", "comparison"})
# Words of more and less: what "from" names after them is where the change is counted from.
_CHANGE = listed(
    """
    accelerate advance change climb cut decline decrease dip double down drop ease expand fall gain
    grow growth high higher improve increase jump leap low lower narrow plunge quadruple reduce rise
    shrink sink slide slip slow soar surge swing triple tumble unchanged up weaken widen
    """
)


def is_compared(sentence: Sentence, head: Token) -> bool:
    """Whether a timex, by its head, names what is compared with, and so dates nothing."""
    above = sentence.head(head.i)
    if head.dep in ("pobj", "pcomp") and above.lower == "from" and _is_change(sentence, above):
        return True
    for token in sentence.ancestors(head.i):
        if token.lower in _AGAINST:
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _is_change(sentence: Sentence, preposition: Token) -> bool:
    """Whether a "from" hangs on a change, and is no stretch: "fell from January to March"."""
    over = sentence.head(preposition.i)
    siblings = sentence.kids(over.i, "prep") + sentence.kids(preposition.i, "prep")
    ends = any(
        kid.lower in ("to", "through", "until") and kid.i > preposition.i for kid in siblings
    )
    return over.lemma in _CHANGE and not ends
