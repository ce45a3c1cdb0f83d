"""What a page shows around an article: counters, credits, captions, notices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of line that is no prose; `not_these` are lines that it must leave alone."""

    kind: str
    regex: re.Pattern[str]
    examples: tuple[str, ...]
    not_these: tuple[str, ...] = ()


def _line(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


_COUNTED = (
    r"(?:views?|reads?|reactions?|comment(?:s|\(s\))?|shares?|likes?|replies|min(?:ute)?s? read)"
)
_CREDIT = (
    r"(?:photo(?:graph)?|image|picture|foto|illustration|graphic|credit)s?"
    r"(?: by| courtesy of| credit| source)?"
)
_AGENCY = r"(?:reuters|afp|ap|epa|getty images|shutterstock|xinhua|tass|anadolu|bloomberg)"

# In order of preference: the first that fits names the line.
PATTERNS = (
    Pattern(
        "counter",
        _line(rf"(?:\d[\d.,]{{0,11}}[km]? ?{_COUNTED}[\s|·•,/]{{0,4}}){{1,5}}"),
        ("12803 views 9 reactions 4 comment(s)", "3 min read", "1.2k shares | 18 comments"),
        ("The page had 12803 views on Monday.",),
    ),
    Pattern(
        "credit",
        _line(rf"[(\[]?{_CREDIT} ?[:/|©] ?.{{1,80}}"),
        ("photo: AP", "Photo: City archive/M. Novak", "(Image: Handout)"),
        ("Photo editors protested on Monday.",),
    ),
    Pattern(
        "caption",
        _line(rf".{{1,300}}[,.;(\[|–-] ?{_CREDIT} ?[:/|©] ?.{{1,80}}"),
        ("The mayor at the harbour on Friday, Photo: AFP",),
        ("She said on Friday that the photo was hers.",),
    ),
    Pattern(
        "caption",
        _line(rf".{{1,300}}[(\[]{_AGENCY}(?:/[^)\]]{{1,40}})?[)\]]"),
        ("Rescuers at work near the bridge (Reuters)",),
    ),
    Pattern(
        "video",
        _line(
            r"(?:bonus|related|more)? ?(?:videos?|gallery|podcast)\s?:.{0,120}"
            r"|(?:watch|listen)\s?:.{1,120}"
        ),
        ("Bonus video:", "VIDEO: The flood from above", "Watch: the minister's speech"),
        ("Video of the raid appeared on Monday.",),
    ),
    Pattern(
        "disclaimer",
        _line(
            r"(?:disclaimer|note|notice)\s?:.{0,300}(?:translat|AI\b|machine|accurate).{0,300}"
            r"|.{0,80}\b(?:machine|automatically|ai)[ -]translat.{0,200}"
            r"|.{0,60}\btranslat(?:ed|ions?)\b.{0,60}"
            r"\b(?:AI|artificial intelligence|automatically)\b.{0,200}"
        ),
        (
            "Disclaimer: Translations come from an AI translator and may be wrong.",
            "This text was machine-translated.",
        ),
        ("He translated the letter into French.",),
    ),
    Pattern(
        "related",
        _line(
            r"(?:read (?:more|also|next)|also read|see also|related(?: articles?| stories)?"
            r"|more on this)\b ?:?.{0,160}"
        ),
        ("Read more: Floods in the north", "See also"),
    ),
    Pattern(
        "prompt",
        _line(
            r"(?:share (?:this|on)|follow us|subscribe|sign up|log in|click here"
            r"|download (?:our|the) app|support our"
            r"|donate|join our|leave a comment|advertisement|sponsored|cookie).{0,160}"
        ),
        ("Follow us on social media", "Subscribe to our newsletter", "Advertisement"),
    ),
    Pattern(
        "byline",
        re.compile(
            r"(?:By|BY|Written by|Author:|Reporting by|Editing by)"
            r"(?:,? (?:and )?[A-Z][\w.'’-]{0,30}){1,8}[;.]?"
        ),
        ("By Ana Kovac", "By Ana Kovac and Ben Okri", "Reporting by Ana Kovac"),
        ("By Monday evening the water had fallen.",),
    ),
    Pattern(
        "notice",
        _line(r"(?:©|\(c\)|copyright ).{1,160}|.{0,80}all rights reserved\.?"),
        ("© 2024 The Harbour Post", "All rights reserved."),
    ),
    Pattern(
        "stamp",
        _line(
            r"(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\s?:?.{0,12}\d{1,4}"
            r"[\d\s:.,/apmgtcez-]{0,40}|\d{1,2}[./]\d{1,2}[./]\d{2,4}\.?(?:,? \d{1,2}:\d{2})?"
        ),
        ("Published: 12.03.2024 08:41", "Updated on 3/4/2024", "12.03.2024. 08:41"),
        ("Published in 1998, the book sold badly at first.",),
    ),
)

# Longer lines are prose whatever they begin with, and need no look.
_LONGEST_LINE = 500
_LONGEST_CAPTION = 12


def label(lines: Sequence[str]) -> list[str | None]:
    """The kind of furniture that each line is; None for prose."""
    kinds = [_kind(line.strip()) for line in lines]
    for i, line in enumerate(lines[:-1]):
        # A bare name over a photo credit is the caption of that photo.
        if kinds[i] is None and kinds[i + 1] == "credit" and _is_bare(line.strip()):
            kinds[i] = "caption"
    return kinds


def _kind(line: str) -> str | None:
    if not line or len(line) > _LONGEST_LINE:
        return None
    return next((p.kind for p in PATTERNS if p.regex.fullmatch(line)), None)


def _is_bare(line: str) -> bool:
    return bool(line) and line[-1] not in '.!?:”"' and len(line.split()) <= _LONGEST_CAPTION
