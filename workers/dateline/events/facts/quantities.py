"""Quantities: how many, how much, of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.events.facts import tallies
from dateline.events.facts.casualties import befell
from dateline.events.facts.numerals import Figure, figures
from dateline.events.facts.page import Finding, Page, clause, verb_above
from dateline.events.facts.words import (
    CASUALTIES,
    COLLECTIVE,
    MEASURING,
    PEOPLE,
    TIME_UNITS,
    WHOLES,
)
from dateline.events.participants import subject
from dateline.events.syntax import Sentence, Token
from dateline.model.event import Mention
from dateline.model.fact import FactKind, Quantity
from dateline.model.provenance import Span

# A figure that cannot be right, and one whose thousands were parted with a full stop.
IMPOSSIBLE = 0.1
REGROUPED = 0.6
CERTAIN = 0.9
COUNTED = 0.8

# "Article 5", "page 12": numbers that name.
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod"})
_OF = frozenset({"of", "among"})
_FOR = frozenset({"in", "of", "for", "worth"})
_DEFINITE = frozenset({"the", "these", "those", "both", "its", "their", "his", "her", "other"})
_EXTENDING = frozenset({"worth", "long", "wide", "deep", "high", "tall", "thick"})
_LEADING = re.compile(r"^(?:the|an?|its|their|his|her|this|that)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    """What a figure counts: the unit, its word, and the last token of the phrase."""

    unit: str
    counts: str | None
    word: int
    last: int
    confidence: float


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The quantities of a sentence, in order; figures of dates are none."""
    if not any(_has_number(token) for token in sentence.tokens):
        return
    told = list(tallies.find(page, sentence))
    yield from told
    apart = [timex.span for timex in page.dated(sentence)] + [tally.span for tally in told]
    for figure in figures(page.text, sentence.span.start, sentence.span.end):
        if any(figure.number.overlaps(span) for span in apart):
            continue
        found = _count(page, sentence, figure)
        if found is not None:
            yield _finding(page, sentence, figure, found)


def _has_number(token: Token) -> bool:
    # "4bn" is taken for a noun.
    figure = token.pos == "NUM" or token.tag == "CD" or token.text[0].isdigit()
    return figure or token.lower in ("half", "third", "quarter")


def _count(page: Page, sentence: Sentence, figure: Figure) -> _Count | None:
    inside = sentence.covering(figure.number)
    covered = sentence.covering(figure.span) if figure.unit is not None else inside
    if not covered:
        return None
    top = _top(covered)
    if _is_degree(sentence, figure, top):
        return None
    if figure.unit is None:
        return _counted(page, sentence, figure, top, inside[-1])
    counts = _measured_thing(page, sentence, figure, covered)
    return _Count(figure.unit, counts, top.i, covered[-1].i, CERTAIN)


def _is_degree(sentence: Sentence, figure: Figure, top: Token) -> bool:
    """ "100 percent committed", "one-eighth of 1 percent": nothing is shared out."""
    before = sentence.tokens[max(0, sentence.covering(figure.number)[0].i - 2)]
    fraction = before.lower.rstrip("s") in _PARTS
    wholly = sentence.head(top.i).pos == "ADJ" and figure.value == 100
    return figure.unit == "percent" and (fraction or wholly)


_PARTS = frozenset({"half", "third", "quarter", "fifth", "eighth", "tenth", "fraction"})


def _top(covered: list[Token]) -> Token:
    """The word of a phrase that hangs on the rest of the sentence, the last of them if several."""
    inside = {token.i for token in covered}
    tops = [t for t in covered if t.head not in inside or t.head == t.i]
    return tops[-1] if tops else covered[-1]


def _measured_thing(
    page: Page, sentence: Sentence, figure: Figure, covered: list[Token]
) -> str | None:
    """What a share is a share of, what money is for, what is so long."""
    top = _top(covered)
    return (
        _behind(page, sentence, figure, covered)
        or _over(page, sentence, covered[-1], top)
        or _measured_subject(page, sentence, top)
    )


def _behind(page: Page, sentence: Sentence, figure: Figure, covered: list[Token]) -> str | None:
    """ "40 percent of voters", "$3 million for the port"."""
    before = _OF if figure.unit in ("percent", "fraction") else _FOR
    under = [k for token in covered for k in sentence.kids(token.i, "prep")]
    # "paid $3 million for the port": the parser hangs it on the verb.
    beside = [t for t in sentence.tokens[covered[-1].i + 1 :][:1] if t.lower == "for"]
    for preposition in (*under, *beside):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is not None and preposition.lower in before and thing.ent != "DATE":
            return _words(page, sentence, thing.i)
    return None


def _over(page: Page, sentence: Sentence, last: Token, top: Token) -> str | None:
    """ "a $3 billion deal", "a deal worth $3 billion", "a profit of $3 billion"."""
    head = sentence.head(top.i)
    above = sentence.head(head.i)
    if head.lower in ("worth", "of") and above.pos == "NOUN":
        return above.text
    if head.lower in _EXTENDING and above.lemma == "be":
        # "the package is worth $3 billion", "the wall is 2 km long".
        thing = subject(sentence, above.i)
        named = thing is not None and thing.pos in ("NOUN", "PROPN") and thing.i < top.i
        return _words(page, sentence, thing.i) if named and thing is not None else None
    if top.dep in _COUNTING and head.pos in ("NOUN", "PROPN") and head.i > top.i:
        return _between(page, sentence, last, head)
    return None


def _measured_subject(page: Page, sentence: Sentence, top: Token) -> str | None:
    """ "unemployment rose to 4.1 percent"."""
    verb = verb_above(sentence, top.i)
    if verb is None or verb.lemma not in MEASURING or not _is_near(sentence, top, verb):
        return None
    measured = subject(sentence, verb.i)
    if measured is None or measured.i > top.i or measured.pos not in ("NOUN", "PROPN"):
        return None
    return _words(page, sentence, measured.i)


def _is_near(sentence: Sentence, top: Token, verb: Token) -> bool:
    """Whether a figure belongs to the verb itself: "fell 3%", "rose to 4.1 percent"."""
    head = sentence.head(top.i)
    return head.i == verb.i or (top.dep == "pobj" and head.head == verb.i)


def _counted(
    page: Page, sentence: Sentence, figure: Figure, top: Token, last: Token
) -> _Count | None:
    """A bare number: what stands behind it is counted, or those whom something befell."""
    noun = _noun(sentence, top, last)
    if noun is None:
        fate = befell(sentence, top.i)
        return None if fate is None else _Count("people", fate, top.i, last.i, COUNTED)
    if noun.lemma in TIME_UNITS:
        return None
    fate = befell(sentence, noun.i)
    person = noun.lemma in PEOPLE or noun.ent == "NORP"
    if fate is not None and (person or noun.lemma in CASUALTIES or noun.lemma in _OTHERS):
        return _Count("people", fate, noun.i, noun.i, CERTAIN)
    known = sentence.head(top.i) is noun and _is_definite(sentence, noun, figure)
    if known or not _is_several(noun, figure):
        return None
    if noun.lemma in ("vote", "share"):
        return _Count(f"{noun.lemma}s", _whose(page, sentence, noun), noun.i, noun.i, CERTAIN)
    counts = _between(page, sentence, last, noun)
    return _Count("people" if person else "count", counts, noun.i, noun.i, COUNTED)


def _between(page: Page, sentence: Sentence, last: Token, noun: Token) -> str:
    """The words after a figure up to its noun: "temporary jobs" of "300 temporary jobs"."""
    following = [t for t in sentence.tokens[last.i + 1 : noun.i] if t.dep != "punct"]
    if len(following) > 1 and following[1].lemma in TIME_UNITS:
        # "a $15 an hour wage"
        following = following[2:]
    words = Span((following or [noun])[0].start, noun.end)
    said = " ".join(words.of(page.text).split())
    return _LEADING.sub("", said.removeprefix("of "))


def _noun(sentence: Sentence, top: Token, last: Token) -> Token | None:
    """The noun that a number counts: "300 temporary jobs", "three of the soldiers"."""
    head = sentence.head(top.i)
    if top.dep in _COUNTING and last.i < head.i <= last.i + _FAR:
        plain = head.pos in ("NOUN", "ADJ") or head.tag == "NNPS" or head.ent == "NORP"
        return head if plain else None
    of = sentence.kid(top.i, "prep")
    if of is None or of.i != last.i + 1 or of.lower not in _OF:
        return None
    thing = sentence.kid(of.i, "pobj")
    return thing if thing is not None and thing.pos == "NOUN" else None


# People too, when something befell them.
_OTHERS = frozenset({"life", "other"})
# How many words may stand between a number and its noun.
_FAR = 5


def _is_several(noun: Token, figure: Figure) -> bool:
    if figure.value == 1:
        return noun.lemma in PEOPLE and noun.tag == "NN"
    return noun.tag in ("NNS", "NNPS") or noun.lemma in COLLECTIVE


def _is_definite(sentence: Sentence, noun: Token, figure: Figure) -> bool:
    """ "the two leaders" are known already: nothing is counted."""
    known = any(kid.lower in _DEFINITE for kid in sentence.kids(noun.i, "det", "poss"))
    return known and figure.value <= 10


def _whose(page: Page, sentence: Sentence, noun: Token) -> str | None:
    """Whose shares, and which way votes went."""
    for preposition in sentence.kids(noun.i, "prep"):
        thing = sentence.kid(preposition.i, "pobj")
        if thing is not None and preposition.lower in ("of", "in", "for", "against"):
            words = _words(page, sentence, thing.i)
            of = preposition.lower in ("of", "in")
            return words if of else f"{preposition.lower} {words}"
    return None


def _words(page: Page, sentence: Sentence, i: int) -> str:
    """A thing in the words of the article, on one line, without its article."""
    return _LEADING.sub("", " ".join(page.mention(sentence, i).text.split()))


def _finding(page: Page, sentence: Sentence, figure: Figure, found: _Count) -> Finding:
    told = clause(page, sentence, found.word)
    quantity, confidence = _quantity(figure, found)
    if is_impossible(quantity, sentence):
        confidence = IMPOSSIBLE
    tokens = sentence.tokens
    end = max(figure.span.end, tokens[found.last].end)
    span = Span(max(figure.span.start, sentence.span.start), end)
    return Finding(
        FactKind.QUANTITY,
        sentence,
        span,
        _doer(page, sentence, told.head, span),
        "be" if told.head is None else told.head.lemma,
        Mention(span.of(page.text), span, None),
        told.time,
        told.status,
        confidence,
        quantity,
        page.sources(sentence, found.word),
    )


def _quantity(figure: Figure, found: _Count) -> tuple[Quantity, float]:
    """The quantity, and how sure it is: "3.000 soldiers" are three thousand, not three."""
    value, confidence = figure.value, found.confidence
    if figure.grouped and figure.unit is None:
        value, confidence = value * 1000, REGROUPED
    return (
        Quantity(value, found.unit, figure.approximate, found.counts, to=figure.to),
        confidence,
    )


def _doer(page: Page, sentence: Sentence, head: Token | None, span: Span) -> Mention | None:
    """Who or what the clause is about; None where that is the figure itself."""
    if head is None or head.pos not in ("VERB", "AUX"):
        return None
    doer = subject(sentence, head.i)
    if doer is None or doer.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    mention = page.mention(sentence, doer.i)
    return None if mention.span.overlaps(span) else mention


def is_impossible(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure cannot be right.

    More than all of a whole, a share that is a year, a range that runs backwards, a part of a
    person where nothing is averaged.
    """
    if quantity.to is not None and quantity.to < quantity.value:
        return True
    if quantity.unit == "percent":
        whole = quantity.counts is not None and quantity.counts.split()[-1] in _ALL
        return is_year(quantity) or (whole and quantity.value > 100)
    whole_number = quantity.value.is_integer() and (quantity.to or 0.0) % 1 == 0
    averaged = any(token.lower in ("average", "per", "ratio") for token in sentence.tokens)
    return quantity.unit in ("people", "votes") and not whole_number and not averaged


def is_year(quantity: Quantity) -> bool:
    """Whether a share has the looks of a year: "2027% of GDP"."""
    share = quantity.unit == "percent" and quantity.value.is_integer()
    return share and 1900 <= quantity.value <= 2100


_ALL = WHOLES | {f"{word}s" for word in WHOLES} | {"women", "men", "children", "citizens"}
