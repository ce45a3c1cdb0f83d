"""One pass over the text: words, numbers, written dates and clocks, marks, with exact offsets."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is, by its shape alone."""

    ISO = "iso"
    YMD = "ymd"
    YEARMONTH = "yearmonth"
    MONTHYEAR = "monthyear"
    NUMERIC = "numeric"
    SLASHED = "slashed"
    CHAIN = "chain"
    COMPACT = "compact"
    CLOCK = "clock"
    DECADE = "decade"
    ORDINAL = "ordinal"
    NUMBER = "number"
    CODE = "code"
    JUNK = "junk"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; `glued` to the one before it, or after a `paragraph` break."""

    text: str
    lower: str
    start: int
    end: int
    kind: Kind
    glued: bool
    paragraph: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


# Every repetition is bounded, save for runs of one class that nothing after them can take back.
_TOKEN = re.compile(
    r"""
      (?P<iso>(?<!\w)(?<!\w-)\d{4}-\d{2}-\d{2}
        (?:[T\ ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]*\w))
    | (?P<ymd>(?<![\w./-])\d{4}(?P<ys>[-/.])\d{1,2}(?P=ys)\d{1,2}(?![\w/-]|\.\d))
    | (?P<yearmonth>(?<![\w./-])(?:1[5-9]|20|21)\d{2}-(?:0?[1-9]|1[0-2])(?![\w-]))
    | (?P<monthyear>(?<![\w./-])(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{2}(?![\w/-]|\.\d))
    | (?P<numeric>(?:(?<![\w./-])|(?<=/\d-)|(?<=/\d\d-))
        \d{1,2}(?P<ns>[-/.])\d{1,2}(?P=ns)(?:\d{4}|\d{2})(?![\w/-]|\.\d))
    | (?P<chain>(?<![\w-])\d{1,15}(?:-\d{1,15}){2,8}(?![\w-]))
    | (?P<compact>(?<!\w)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w))
    | (?P<clock>(?<![\w:.,/])(?:[01]?\d|2[0-4])
        (?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\ ?[ap]\.?\ ?m\b))(?![:\d]))
    | (?P<slashed>(?:(?<![\w./-])|(?<=/\d-)|(?<=/\d\d-))
        \d{1,2}/\d{1,2}(?![\w/]|-(?!\d{1,2}/\d)))
    | (?P<decade>(?<!\w)(?:\d{3}0|['’‘]?\d0)['’]?s(?!\w))
    | (?P<ordinal>(?<!\w)\d{1,4}(?:st|nd|rd|th)(?!\w))
    | (?P<code>(?<!\w)(?:q[1-4]|[1-4]q|h[12]|[12]h|fy[ ]?\d{4})(?!\w))
    | (?P<number>(?:(?<![^\W\d_])|(?<=\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))
        (?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?(?!\d))
        (?=(?:[ap]m?|h|hrs?|mins?)?\b|\W|$))
    | (?P<junk>\d\w*)
    | (?P<word>(?:[^\W\d_]\.){2,6}|['’]s\b|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")
# No text that is wrapped has lines as long as this: where one is, each line is a paragraph.
_WRAPPED = 200
_KINDS = {kind.value: kind for kind in Kind}


def tokenise(text: str) -> list[Token]:
    """The tokens of the text, in order; white space belongs to none.

    >>> [token.text for token in tokenise("Friday's talks, 5 p.m.")]
    ['Friday', "'s", 'talks', ',', '5', 'p.m.']
    """
    found: list[Token] = []
    end = 0
    wrapped = max(map(len, text.split("\n"))) <= _WRAPPED
    paragraphs = _PARAGRAPH if wrapped else _LINE
    for match in _TOKEN.finditer(text):
        start = match.start()
        glued = start == end and start > 0
        paragraph = not glued and paragraphs.search(text, end, start) is not None
        word = match.group()
        kind = _KINDS[match.lastgroup or ""]
        end = match.end()
        found.append(Token(word, word.lower(), start, end, kind, glued, paragraph))
    return found
