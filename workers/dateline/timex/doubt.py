"""What only looks like a date: names, counts, measures, and figures that got scrambled."""

from collections.abc import Sequence

from dateline.model.article import TextWarning
from dateline.model.provenance import Span
from dateline.model.timex import Direction
from dateline.timex.chart import Node
from dateline.timex.direction import look
from dateline.timex.english import traps
from dateline.timex.english.lexicon import MONTH_ABBREVIATIONS
from dateline.timex.tokens import Kind, Token

_CURRENCY = "$£€¥₽"


def is_trap(tokens: Sequence[Token], node: Node) -> bool:
    """Whether the words around a candidate show that it is no time at all."""
    rule = node.rule.name if node.rule is not None else ""
    start, end = node.span
    if _is_figure(tokens, start, end):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(tokens, start, end)


def _is_figure(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Prices and percentages: "$2000", "2027%"."""
    before, after = _text(tokens, start - 1), _text(tokens, end)
    last = tokens[end - 1].kind is Kind.NUMBER
    return (before in _CURRENCY and before != "" and tokens[start].glued) or (
        last and (after == "%" or after.lower() in traps.AMOUNTS)
    )


def _text(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _lower(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _is_count(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A four-digit number that nothing shows to be a year: "1945 pieces", "Room 1945"."""
    before, after = _lower(tokens, start - 1), _lower(tokens, end)
    if tokens[end - 1].kind is not Kind.NUMBER:
        return before not in traps.YEAR_CUES or after in traps.COUNTED or after == "-"
    if after in traps.COUNTED or (
        end < len(tokens) and tokens[end].glued and after not in traps.CLOSERS
    ):
        return True
    if tokens[start].glued and before not in traps.OPENERS:
        return True
    if before in traps.YEAR_CUES:
        return False
    year = int(tokens[end - 1].text)
    return (
        not 1800 <= year <= 2100 or before in traps.LABELS or _text(tokens, start - 1)[:1].isupper()
    )


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A calendar word that is part of a name: "Theresa May", "Sunday Times", "April O'Neil"."""
    if any(token.kind is not Kind.WORD and token.text != "." for token in tokens[start:end]):
        return False
    before, after = _text(tokens, start - 1), _text(tokens, end)
    if after.lower() in traps.NAME_TAILS and (after[:1].isupper()):
        return True
    word = tokens[end - 1].lower
    if before.lower() in traps.TITLES or before.lower() in traps.FIRST_NAMES:
        return True
    return word in traps.PERSONAL and _is_person(tokens, start, end)


def _is_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    before, after = _text(tokens, start - 1), _text(tokens, end)
    if before.lower() in traps.DATE_CUES:
        return False
    if (
        before[:1].isupper()
        and before.lower() not in traps.DATE_CUES
        and tokens[start - 1].kind is Kind.WORD
    ):
        return True
    follows = after[:1].isupper() and end < len(tokens) and tokens[end].kind is Kind.WORD
    return follows and not tokens[end].paragraph and after.lower() not in traps.CALENDAR


def _is_season_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    word, before = tokens[end - 1].lower, _lower(tokens, start - 1)
    if word not in ("fall", "spring", "falls", "springs"):
        return False
    if end - start == 1 and before not in traps.SEASON_CUES:
        return True
    return (
        _lower(tokens, end) in ("of", "in", "from", "to")
        and end - start <= 2
        and before not in ("in", "during")
    )


def _calendar_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    return (
        _is_name(tokens, start, end)
        or _is_season_verb(tokens, start, end)
        or _is_bare_abbreviation(tokens, start, end)
        or (tokens[end - 1].lower == "half" and _lower(tokens, end) == "of")
    )


def _is_bare_abbreviation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Dec" without a stop, a number or a preposition."""
    return (
        end - start == 1
        and tokens[start].lower in MONTH_ABBREVIATIONS
        and _lower(tokens, start - 1) not in traps.DATE_CUES
    )


def _is_at_last(tokens: Sequence[Token], start: int, _end: int) -> bool:
    return _lower(tokens, start - 1) == "at"


def _is_connective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Following Friday's vote", "said that Friday": no pointing word at all."""
    first, after = tokens[start], _lower(tokens, end)
    if first.lower == "that":
        return after in ("'s", "’s") or _lower(tokens, start - 1) in traps.SAYING
    return first.text == "Following"


def _is_age(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "A man in his 80s"."""
    return _lower(tokens, start - 1) in traps.AGES


def _is_no_prospect(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Built in two days" is how long it took; "will open in two days" is when."""
    return look(tokens, start, end).direction is not Direction.FUTURE


def _is_no_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The second", "the 50th anniversary": an ordinal of something else."""
    before, after = _lower(tokens, start - 1), tokens[end] if end < len(tokens) else None
    if before not in traps.DAY_CUES:
        return True
    return after is not None and after.kind is Kind.WORD and after.lower not in traps.AFTER_DAY


def _is_no_clock(tokens: Sequence[Token], start: int, end: int) -> bool:
    if tokens[end - 1].kind is not Kind.CLOCK:
        return False
    return _lower(tokens, start - 1) not in traps.CLOCK_CUES


def _is_no_period(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Bare "years" and "days" without a word that measures with them."""
    return _lower(tokens, start - 1) not in traps.PERIOD_CUES


def _is_second(tokens: Sequence[Token], start: int, end: int) -> bool:
    return tokens[end - 1].lower in ("second", "quarter") and tokens[start].lower in (
        "a",
        "the",
        "another",
    )


def _is_publication(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "USA Today", "the Daily Mail": part of a title."""
    if not tokens[start].capital:
        return False
    before, after = _text(tokens, start - 1), _text(tokens, end)
    return (before[:1].isupper() and tokens[start - 1].kind is Kind.WORD) or (
        after[:1].isupper() and tokens[end].kind is Kind.WORD and not tokens[end].paragraph
    )


_CHECKS = {
    "year": _is_count,
    "bare weekday": _calendar_name,
    "bare calendar name": _calendar_name,
    "day of the month": _is_no_day,
    "last of its name": _is_at_last,
    "last unit": _is_at_last,
    "following of its name": _is_connective,
    "that of its name": _is_connective,
    "decade": _is_age,
    "in so many units": _is_no_prospect,
    "clock time": _is_no_clock,
    "bare units": _is_no_period,
    "so many units": _is_second,
    "today": _is_publication,
    "how often": _is_publication,
}


def scrambled(tokens: Sequence[Token]) -> tuple[TextWarning, ...]:
    """Figures that changed places: "2027% of GDP by 2,5" was "2.5% of GDP by 2027"."""
    found = []
    for at, token in enumerate(tokens):
        if (
            token.kind is Kind.NUMBER
            and _text(tokens, at + 1) in ("%", "percent")
            and _is_year(token)
        ):
            found.append(_scrambled(tokens, at))
    return tuple(found)


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and 1900 <= int(token.text) <= 2100


def _scrambled(tokens: Sequence[Token], at: int) -> TextWarning:
    for other in range(at + 2, min(at + 8, len(tokens) - 1)):
        figure = tokens[other + 1]
        if tokens[other].lower in ("by", "in", "until", "from") and _is_share(figure):
            between = " ".join(token.text for token in tokens[at + 2 : other])
            share = figure.text.replace(",", ".")
            return TextWarning(
                "scrambled_figures",
                f"{tokens[at].text}% is no share, {figure.text} no year: they have changed places",
                Span(tokens[at].start, figure.end),
                f"{share}% {between} {tokens[other].text} {tokens[at].text}",
            )
    return TextWarning(
        "scrambled_figures",
        f"{tokens[at].text}% looks like a year in the place of a share",
        Span(tokens[at].start, tokens[at + 1].end),
    )


def _is_share(token: Token) -> bool:
    text = token.text.replace(",", ".")
    return token.kind is Kind.NUMBER and text.count(".") <= 1 and float(text) < 100
