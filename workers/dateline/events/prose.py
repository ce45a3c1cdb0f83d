"""The article's own prose: paragraphs without the page's furniture, readable by a parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.events import furniture
from dateline.model.article import Furniture, TextWarning
from dateline.model.provenance import Span

# A parser's time and memory grow with what it is given at once.
LONGEST_PIECE = 6_000
# What can be read well within the time limit of one article: some 60,000 words of news, or as many
# tokens of whatever has more of them to the character.
LONGEST_READ = 400_000
MOST_TOKENS = 80_000
MOST_PARAGRAPHS = 5_000

# Bytes of UTF-8 that were once read as Windows-1252.
_MOJIBAKE = {
    "â€™": "’",
    "â€˜": "‘",
    "â€œ": "“",
    "â€\x9d": "”",
    "â€“": "–",
    "â€”": "—",
    "Â\xa0": " ",
}
_SLIP = re.compile(
    "(?P<mojibake>" + "|".join(map(re.escape, _MOJIBAKE)) + ")"
    # Some type '' at both ends: after a space it opens.
    r"|(?P<open>``|(?<![^\s(\[])'')|(?P<close>'')"
    r"|(?P<gone>[\u00ad\u200b-\u200f\u2060\ufeff])"
    r"|(?P<space>\s+)"
    # Nothing that long is a word: what follows in it is dropped.
    r"|(?P<run>(?<=\S{100})\S+)"
)
_DATELINE = re.compile(
    r"(?P<where>[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’]*){0,5}(?:, \w{3,9}\.? \d{1,2})?"
    r" ?(?:\([A-Z][\w /]{1,30}\) ?)(?:--|[-–—_]) ?"
    r"|[A-Z][A-Z.'’ ]{2,30}(?:, [A-Z][\w. ]{2,20})?(?:, \w{3,9}\.? \d{1,2})? ?(?:--|[–—_]| - ) ?)"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_WORD = re.compile(r"[^\W\d_]{2}")
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a parser is to read it; `offsets` lead each character back to the article."""

    text: str
    offsets: tuple[int, ...]
    number: int
    headline: bool = False

    def span(self, start: int, end: int) -> Span:
        """Where some characters of the paragraph stand in the article."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Prose:
    """An article taken apart."""

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...]
    warnings: tuple[TextWarning, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    kind: str | None


def read(text: str) -> Prose:
    """Paragraphs, furniture, and warnings about what could not be read.

    >>> prose = read("photo: AP\\nThe dam broke on Monday.")
    >>> [f.kind for f in prose.furniture], [p.text for p in prose.paragraphs]
    (['credit'], ['The dam broke on Monday.'])
    """
    readable = _readable(text)
    lines = _lines(text[:readable])
    blocks = list(_blocks(lines))
    headlines = _headlines(blocks, lines)
    pages = [_furniture(line) for line in lines if line.kind]
    paragraphs: list[Paragraph] = []
    warnings = list(_too_long(text, readable))
    for n, block in enumerate(blocks):
        start, end = block[0].start, block[-1].start + len(block[-1].text)
        dateline = None if n in headlines else _DATELINE.match(text, start, end)
        if dateline and dateline.end() < end:
            pages.append(Furniture("dateline", Span(start, start + len(dateline[0].rstrip()))))
            start = dateline.end()
        pieces = list(_pieces(text, start, end))
        if len(pieces) > 1:
            detail = (
                f"{end - start} characters without a paragraph were read in {len(pieces)} pieces"
            )
            warnings.append(TextWarning("long_paragraph", detail, Span(start, end)))
        paragraphs += [_clean(text, a, b, n, headline=n in headlines) for a, b in pieces]
        if len(paragraphs) >= MOST_PARAGRAPHS:
            warnings.append(_left_out(f"{len(paragraphs)} paragraphs", text, end))
            break
    return Prose(
        tuple(p for p in paragraphs if _WORD.search(p.text)),
        tuple(sorted(pages, key=lambda f: f.span)),
        tuple(warnings),
    )


def _lines(text: str) -> list[_Line]:
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        indent = len(body) - len(body.lstrip())
        found.append((at + indent, body.lstrip()))
        at += len(line)
    kinds = furniture.label([body for _, body in found])
    return [_Line(start, body, kind) for (start, body), kind in zip(found, kinds, strict=True)]


def _furniture(line: _Line) -> Furniture:
    return Furniture(str(line.kind), Span(line.start, line.start + len(line.text)))


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong to one paragraph; a line that was merely wrapped goes on."""
    width = _wrap_width(lines)
    block: list[_Line] = []
    for line in lines:
        if block and not (line.text and not line.kind and _goes_on(block[-1], line, width)):
            yield block
            block = []
        if line.text and not line.kind:
            block.append(line)
    if block:
        yield block


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which a text was wrapped by hand, or None where each line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines if line.text and not line.kind)
    if len(lengths) < 4 or lengths[-1] > 120:
        return None
    open_ended = [line for line in lines if len(line.text) > 40 and not _ENDS.search(line.text)]
    return lengths[len(lengths) // 2] if 3 * len(open_ended) > len(lengths) else None


def _goes_on(before: _Line, line: _Line, width: int | None) -> bool:
    if line.text[0].islower():
        return not _ENDS.search(before.text)
    return width is not None and len(before.text) >= 0.6 * width


def _headlines(blocks: list[list[_Line]], lines: list[_Line]) -> set[int]:
    """The opening blocks that read as titles: unpunctuated, or set apart by page furniture."""
    pages = [line.start for line in lines if line.kind]
    found: set[int] = set()
    for n, block in enumerate(blocks[:3]):
        words = sum(len(line.text.split()) for line in block)
        followed = n + 1 < len(blocks)
        apart = followed and any(
            block[-1].start < page < blocks[min(2, len(blocks) - 1)][0].start for page in pages
        )
        closed = bool(_ENDS.search(block[-1].text))
        if words > 30 or not followed or (closed and not (apart and words <= 20)):
            break
        found.add(n)
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph, cut where a sentence or at least a word ends when it is too long."""
    while end - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cut = max(
            text.rfind(mark, start + LONGEST_PIECE // 2, limit) for mark in (". ", "! ", "? ")
        )
        if cut < 0:
            cut = text.rfind(" ", start + 1, limit)
        cut = limit if cut < 0 else cut + 1
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _clean(text: str, start: int, end: int, number: int, *, headline: bool) -> Paragraph:
    """The stretch with its encoding slips mended, each character still leading back."""
    letters: list[str] = []
    offsets: list[int] = []
    at = start
    for slip in _SLIP.finditer(text, start, end):
        letters.append(text[at : slip.start()])
        offsets.extend(range(at, slip.start()))
        mended = _mend(slip)
        if mended:
            letters.append(mended)
            offsets.append(slip.start())
        at = slip.end()
    letters.append(text[at:end])
    offsets.extend(range(at, end))
    clean = "".join(letters)
    kept = clean.strip()
    lead = len(clean) - len(clean.lstrip())
    return Paragraph(kept, tuple(offsets[lead : lead + len(kept)]), number, headline)


def _mend(slip: re.Match[str]) -> str:
    if slip["mojibake"]:
        return _MOJIBAKE[slip["mojibake"]]
    return {"open": "“", "close": "”", "gone": "", "space": " ", "run": ""}[str(slip.lastgroup)]


def _readable(text: str) -> int:
    """How many characters can be read: as many as there are, or as hold no more than we can."""
    if len(text) <= MOST_TOKENS:
        return len(text)
    tokens = _TOKEN.finditer(text, 0, LONGEST_READ)
    first_left_out = next(islice(tokens, MOST_TOKENS, None), None)
    return min(len(text), LONGEST_READ) if first_left_out is None else first_left_out.start()


def _too_long(text: str, readable: int) -> Iterator[TextWarning]:
    if len(text) > readable:
        yield _left_out(f"{readable} of {len(text)} characters", text, readable)


def _left_out(read: str, text: str, end: int) -> TextWarning:
    span = Span(min(end, len(text) - 1), len(text))
    return TextWarning("too_long", f"events were read in the first {read}", span)
