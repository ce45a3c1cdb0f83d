"""What only looks like a date: names, counts, measures, prices."""

from collections.abc import Sequence

from dateline.model.timex import Direction
from dateline.timex.amounts import (
    counts,
    has_article,
    is_begun,
    is_lasting,
    is_no_length,
    is_now_and_again,
    is_share,
    is_trait,
)
from dateline.timex.chart import Node
from dateline.timex.direction import look
from dateline.timex.english import traps
from dateline.timex.english.cues import AHEAD, IRREGULAR_PAST, RECORDED
from dateline.timex.english.lexicon import MODEST, MONTH_ABBREVIATIONS
from dateline.timex.names import (
    is_high_noon,
    is_name,
    is_programme,
    is_publication,
    is_title,
    lower_at,
    starts_name,
    text_at,
)
from dateline.timex.tokens import Kind, Token

# So many tokens on either side tell what a text speaks of.
_NEAR = 20
_CURRENCY = "$£€¥₽"


def is_trap(tokens: Sequence[Token], node: Node) -> bool:
    """Whether the words around a candidate show that it is no time at all.

    An age is one whole or nothing: of "Mr Li, 52 years old" not the 52 years either.
    """
    rule = node.rule.name if node.rule is not None else ""
    start, end = node.span
    if _is_figure(tokens, start, end) or lower_at(tokens, end) == "old" or _is_war(tokens, end):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(tokens, start, end)


def _is_figure(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Prices and percentages: "$2000", "2027%"."""
    before, after = text_at(tokens, start - 1), text_at(tokens, end)
    last = tokens[end - 1].kind is Kind.NUMBER
    return (before in _CURRENCY and before != "" and tokens[start].glued) or (
        last and (after == "%" or after.lower() in traps.AMOUNTS)
    )


def _is_war(tokens: Sequence[Token], end: int) -> bool:
    """ "The Six-Day War", "the Seven Years' War"."""
    at = end + 1 if text_at(tokens, end) in traps.QUOTES else end
    return text_at(tokens, at) in ("War", "Wars")


def _is_count(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A four-digit number that nothing shows to be a year: "1945 pieces", "Room 1945"."""
    before, after = lower_at(tokens, start - 1), lower_at(tokens, end)
    if tokens[start].kind is Kind.MARK:
        # An apostrophe that opens a quotation: "'60 Minutes'".
        quoted = before in traps.QUOTES or after in traps.QUOTES or not tokens[start + 1].glued
        return quoted or starts_name(tokens, end)
    if before in traps.QUOTES and after == ":":
        # "2001: A Space Odyssey".
        return True
    if tokens[end - 1].kind is not Kind.NUMBER:
        if tokens[end - 1].capital:
            return True
        counts = _is_noun_like(tokens, end) and before not in traps.YEAR_CUES
        thousands = tokens[end - 1].lower == "thousand" and after == "and"
        return counts or thousands or after in traps.COUNTED or after == "-"
    if after in traps.COUNTED or (
        end < len(tokens) and tokens[end].glued and after not in traps.CLOSERS
    ):
        return True
    if tokens[start].glued and (before not in traps.OPENERS or _is_suffix(tokens, start, end)):
        return True
    if _counts_plural(tokens, start, end):
        return True
    if after == "to" and lower_at(tokens, end + 2) in traps.COUNTED:
        # "From 1990 to 2010 points".
        return True
    if before in traps.YEAR_CUES or before in traps.OCCASIONS:
        return False
    year = int(tokens[end - 1].text)
    if starts_name(tokens, end):
        # "1600 Pennsylvania Avenue", "his 1987 Chevrolet".
        return True
    return (
        not 1800 <= year <= 2100
        or before in traps.LABELS
        or text_at(tokens, start - 1)[:1].isupper()
    )


def _counts_plural(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Carried 2027 containers", "about 1900 boats"; not "the 1992 riots", "posted 1988 sales"."""
    before, after = lower_at(tokens, start - 1), lower_at(tokens, end)
    plural = after.endswith("s") and len(after) > 3 and not tokens[end].capital
    if not plural or after in traps.BUSINESS or after in traps.NO_NOUNS:
        return False
    verb = start > 0 and tokens[start - 1].kind is Kind.WORD and not tokens[start - 1].capital
    return before in traps.NEARLY or (verb and before not in traps.YEAR_CUES)


def _is_suffix(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Whether it hangs on a word or number by a hyphen: "X-1999", "555-2020"."""
    before = tokens[start - 1]
    hangs = start > 1 and before.text == "-" and before.glued
    return hangs and (tokens[start - 2].kind is Kind.WORD or len(tokens[start - 2].text) < 4)


def _is_noun_like(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lower-case word stands there that may be what a number counts."""
    token = tokens[at] if at < len(tokens) else None
    return token is not None and token.kind is Kind.WORD and token.lower not in traps.AFTER_DAY


def _is_season_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    word, before = tokens[end - 1].lower, lower_at(tokens, start - 1)
    if word not in ("fall", "spring", "falls", "springs"):
        return False
    if end - start == 1 and before not in traps.SEASON_CUES:
        return True
    return (
        lower_at(tokens, end) in ("of", "in", "from", "to")
        and end - start <= 2
        and before not in ("in", "during")
    )


def _is_falling(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Sales will fall in 2026": no autumn."""
    word = tokens[start].lower
    verb = word in ("fall", "spring") and lower_at(tokens, start - 1) not in traps.SEASON_CUES
    return verb and lower_at(tokens, start + 1) == "in" and end - start > 2


def _calendar_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    return (
        is_name(tokens, start, end)
        or _is_season_verb(tokens, start, end)
        or _is_bare_abbreviation(tokens, start, end)
        or (lower_at(tokens, start - 1) in traps.MARCHED and _is_march(tokens, end))
        or _is_of_a_game(tokens, start, end)
        or _is_modal(tokens, start, end)
        or _is_strain(tokens, end)
    )


def _near(tokens: Sequence[Token], start: int, end: int) -> set[str]:
    """The words around a phrase, in its paragraph."""
    first, last = start, end
    while first > max(0, start - _NEAR) and not tokens[first].paragraph:
        first -= 1
    while last < min(len(tokens), end + _NEAR) and not tokens[last].paragraph:
        last += 1
    return {token.lower for token in tokens[first:last]}


def _is_of_a_game(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Scored in the first half", "half of it": a half is of a year where business is told of."""
    word = tokens[end - 1].lower
    if word not in ("half", "quarter"):
        return False
    near = _near(tokens, start, end)
    business = not traps.BUSINESS.isdisjoint(near)
    if word == "half":
        return not business or lower_at(tokens, end) == "of"
    return not business and not traps.GAMES.isdisjoint(near)


def _is_strain(tokens: Sequence[Token], end: int) -> bool:
    """ "H1 N1": a virus."""
    return tokens[end - 1].kind is Kind.CODE and lower_at(tokens, end) == "n"


def _is_modal(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "It may 3 times", "she may march second": no third of May, no second of March."""
    verb = tokens[start].lower in MODEST and not tokens[start].capital
    modal = lower_at(tokens, start - 1) in traps.MODALS
    return verb and (lower_at(tokens, end) in traps.COUNTED or modal)


def _is_bare_abbreviation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Dec" without a stop, a number or a preposition; "the annual March for Life"."""
    word, before = tokens[start].lower, lower_at(tokens, start - 1)
    if end - start != 1 or (word not in MONTH_ABBREVIATIONS and word not in MODEST):
        return False
    if _owns_what_is_held(tokens, end):
        return False
    if tokens[start].text.isupper() and before == "the":
        # "The DEC appeal".
        return True
    # "Jan Kavan", "Mar-a-Lago".
    hangs = end < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    follows = hangs or starts_name(tokens, end)
    return before not in traps.DATE_CUES or (word in MONTH_ABBREVIATIONS and follows)


def _is_called(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Friday, the parrot, escaped": somebody of that name, told by an apposition."""
    opens = start == 0 or tokens[start].paragraph or tokens[start - 1].text == "."
    if not opens or text_at(tokens, end) != "," or lower_at(tokens, end + 1) not in traps.OWNERS:
        return False
    told = [token.lower for token in tokens[end + 2 : end + 7]]
    close = told.index(",") if "," in told else 0
    if not 0 < close < len(told) - 1 or any(_is_past(word) for word in told[:close]):
        return False
    return _is_past(told[close + 1]) and traps.OF_DAYS.isdisjoint(told[:close])


def _is_past(word: str) -> bool:
    return word in IRREGULAR_PAST or word.endswith("ed")


def _is_bare_weekday(tokens: Sequence[Token], start: int, end: int) -> bool:
    return _calendar_name(tokens, start, end) or _is_called(tokens, start, end)


def _owns_what_is_held(tokens: Sequence[Token], end: int) -> bool:
    """ "May's elections", "March's figures": of the month, whoever may bear its name."""
    if lower_at(tokens, end) not in ("'s", "’s"):
        return False
    nouns = {token.lower for token in tokens[end + 1 : end + 4]}
    return not nouns.isdisjoint(AHEAD | RECORDED)


def _is_at_last(tokens: Sequence[Token], start: int, end: int) -> bool:
    return lower_at(tokens, start - 1) == "at" and lower_at(tokens, end) not in ("'s", "’s")


def _is_last_of_it(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The last day of the trial": not the one before today."""
    first = start if tokens[start].lower == "the" else start - 1
    return lower_at(tokens, first) == "the" and lower_at(tokens, end) == "of"


def _is_no_last_unit(tokens: Sequence[Token], start: int, end: int) -> bool:
    return _is_at_last(tokens, start, end) or _is_last_of_it(tokens, start, end)


def _is_connective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Following Friday's vote", "said that Friday": no pointing word at all."""
    first, after = tokens[start], lower_at(tokens, end)
    if first.lower == "that":
        return after in ("'s", "’s") or lower_at(tokens, start - 1) in traps.SAYING
    return first.text == "Following"


def _is_age(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """ "A man in his 80s", "in my early 20s"."""
    before = start - 1
    while lower_at(tokens, before) in ("early", "mid", "late", "-"):
        before -= 1
    return lower_at(tokens, before) in traps.AGES


def _is_age_of_life(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "In my early 20s"."""
    decade = tokens[end - 1].kind is Kind.DECADE
    return decade and _is_no_decade(tokens, start, end)


def _is_heat(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Temperatures in the mid-80s"."""
    of_two_digits = tokens[end - 1].kind is Kind.DECADE and len(tokens[end - 1].text) <= 4
    return of_two_digits and not traps.HEAT.isdisjoint(_near(tokens, start, end))


def _is_no_decade(tokens: Sequence[Token], start: int, end: int) -> bool:
    return _is_age(tokens, start, end) or _is_heat(tokens, start, end)


def _is_utmost(token: Token) -> bool:
    """ "First", "worst", "coldest": of all in so long a time."""
    return token.lower in traps.UTMOST or (token.lower.endswith("est") and len(token.lower) > 5)


def _is_no_prospect(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Built in two days" is how long it took; "will open in two days" is when."""
    if lower_at(tokens, end) in traps.RELATIVES:
        # "In a year when all is well."
        return True
    if any(_is_utmost(token) for token in tokens[max(0, start - 8) : start - 1]):
        # "For the first time in eight years", "the worst storm in a decade".
        return True
    return look(tokens, start, end).direction is not Direction.FUTURE


def _is_no_term(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Freed within two days", "within two days of the vote": no term that begins now."""
    counted = lower_at(tokens, end) in ("of", "after")
    return counted or look(tokens, start, end).direction is not Direction.FUTURE


def _is_score(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "They won on Monday 9-3"."""
    return not (traps.GAMES | traps.WINNING).isdisjoint(_near(tokens, start, end))


def _is_no_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The second", "the 50th anniversary": an ordinal of something else."""
    before, after = lower_at(tokens, start - 1), tokens[end] if end < len(tokens) else None
    if tokens[end - 1].kind is Kind.WORD and before != "on":
        # "The first came at noon, and the second at six."
        return True
    if before not in traps.DAY_CUES or (after is not None and after.text == "-" and after.glued):
        return True
    if after is None or after.kind is not Kind.WORD or after.lower in traps.AFTER_DAY:
        return False
    return before != "on" or after.lower not in traps.CLAUSE_GOES_ON


def _is_ordinal_adjective(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "On Tuesday the first men left", "the first to leave", "won on Saturday 12-4"."""
    if text_at(tokens, end) in ("-", "–") and tokens[end].glued:
        return True
    after = tokens[end] if end < len(tokens) else None
    if after is not None and after.lower == "to" and tokens[end - 1].kind is Kind.WORD:
        return True
    return after is not None and after.kind is Kind.WORD and after.lower not in traps.AFTER_DAY


def _is_possessed(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "To get around Wednesday's ruling": nothing approximate."""
    return lower_at(tokens, end) in ("'s", "’s")


def _is_no_clock(tokens: Sequence[Token], start: int, end: int) -> bool:
    if tokens[start].kind is Kind.WORD:
        return is_publication(tokens, start, end) or is_high_noon(tokens, start)
    if tokens[end - 1].kind is not Kind.CLOCK:
        return False
    before = lower_at(tokens, start - 1)
    if before == "and":
        return start < 2 or tokens[start - 2].kind is not Kind.CLOCK
    return before not in traps.CLOCK_CUES


def _is_of_year(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "At this time of year": year by year, not now."""
    return lower_at(tokens, end) == "of"


def _is_nowadays(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Today's youth": of these days, not of this one."""
    owner = lower_at(tokens, end) in ("'s", "’s")
    generic = owner and lower_at(tokens, end + 1) in traps.GENERATIONS
    return generic or is_publication(tokens, start, end)


def _is_film(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The Day After Tomorrow"."""
    return all(token.capital for token in tokens[start:end])


def _is_now_and_then(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Now and then"; "Larry King Now"."""
    titled = start > 0 and tokens[start].capital and is_publication(tokens, start, start + 1)
    if titled and starts_name(tokens, start - 1):
        return True
    again = lower_at(tokens, end + 1) in ("then", "again")
    return again and lower_at(tokens, end) == "and"


def _is_joined(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """The first half of a compound, or one of many: "quarter-final", "a weekend of talks"."""
    before = lower_at(tokens, _start - 1)
    if tokens[_start].lower == "weekend" and before not in traps.WEEKEND_CUES:
        return True
    if before in ("a", "an", "one", "per"):
        return True
    after = lower_at(tokens, end)
    return after in traps.COMPOUND_TAILS or (
        after == "-" and end < len(tokens) and tokens[end].glued
    )


def _is_no_quarter(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The quarter of voters who": a share."""
    return lower_at(tokens, end) == "of" or _is_joined(tokens, start, end)


def _is_award(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Person of the Year", "player of the year"."""
    named = lower_at(tokens, start - 2) in traps.AWARDED and lower_at(tokens, start - 1) == "of"
    return named or tokens[end - 1].capital


def _is_event_relative(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "A day after he was hounded": counted from an event, not from a date."""
    if lower_at(tokens, end) == "than":
        # "Six months earlier than planned": by how much.
        return True
    if tokens[end - 1].lower not in ("after", "before"):
        return False
    if end >= len(tokens) or tokens[end].kind is Kind.MARK:
        return False
    # "The day before he had resigned" is the day before; "the day before he resigned" is not known.
    return lower_at(tokens, end + 1) != "had"


def _is_soon(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "As soon as", "soon after", "soon became": no time to come."""
    if lower_at(tokens, start - 1) == "as" or lower_at(tokens, end) in traps.AFTER_SOON:
        return True
    return look(tokens, start, end).direction is Direction.PAST


def _is_counted_past(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "The past three seasons", "the past president": no time by itself."""
    return _is_noun_like(tokens, end) and lower_at(tokens, end) not in traps.AFTER_PAST


def _is_present_day(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "The present-day city", "the present writer"."""
    return _is_noun_like(tokens, end) or lower_at(tokens, end) == "-"


def _is_of_the_day(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "Later in the day", "at the end of the day": of whichever day is told of, or of none."""
    return tokens[end - 1].lower == "day" and tokens[end - 2].lower == "the"


def _is_up_to_date(tokens: Sequence[Token], start: int, _end: int) -> bool:
    return lower_at(tokens, start - 1) == "up"


def _is_one_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "Lasted one day": how long, unless something is to be."""
    joined = end < len(tokens) and tokens[end].text == "-" and tokens[end].glued
    before = lower_at(tokens, start - 1)
    looks_on = look(tokens, start, end).direction is Direction.FUTURE
    return joined or before in traps.LENGTHS or not looks_on


def _is_adjective(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "The quarterly dividend" is of a quarter, not again and again."""
    if starts_name(tokens, end) and not tokens[end].paragraph:
        # "The party daily Granma".
        return True
    if tokens[start].lower == "everyday" and _is_noun_like(tokens, end):
        return True
    average = lower_at(tokens, start - 1) == "average" and tokens[start].lower == "daily"
    if average or counts(tokens, start):
        # "Average daily volume", "10,000 units annually": rates.
        return True
    return is_publication(tokens, start, end) or (
        tokens[start].lower == "quarterly"
        and (
            lower_at(tokens, end) in traps.FIGURES or lower_at(tokens, start - 1) in traps.ARTICLES
        )
    )


def _is_habit(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "People walk in the morning": no morning of any day."""
    return look(tokens, start, end).direction is Direction.NONE


def _is_every_second(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """ "Every second man"."""
    after = tokens[end] if end < len(tokens) else None
    return tokens[end - 1].lower == "second" and after is not None and after.kind is Kind.WORD


def _is_half_month(tokens: Sequence[Token], start: int, _end: int) -> bool:
    """Two numbers and a stroke, where no word announces a date: "3/4 of it"."""
    return lower_at(tokens, start - 1) not in traps.NUMERIC_CUES


def _is_advertisement(tokens: Sequence[Token], start: int, _end: int) -> bool:
    return not tokens[start].text.isupper()


def _is_cut_short(tokens: Sequence[Token], _start: int, end: int) -> bool:
    """A year before a date of its own: "WWDC 2005" over "June 6, 2005"."""
    cut = end < len(tokens) and tokens[end].kind is Kind.NUMBER
    return cut or _is_march(tokens, end)


def _is_march(tokens: Sequence[Token], end: int) -> bool:
    """ "The 1963 March on Washington"."""
    return tokens[end - 1].lower == "march" and lower_at(tokens, end) in ("on", "for", "against")


_CHECKS = {
    "year and calendar name": _is_cut_short,
    "calendar name and year": _is_falling,
    "calendar name within": _is_falling,
    "decade in words": _is_age,
    "year of our era": _is_advertisement,
    "age": is_trait,
    "units long": has_article,
    "year": _is_count,
    "bare weekday": _is_bare_weekday,
    "bare calendar name": _calendar_name,
    "day of the month": _is_no_day,
    "day of the month without article": _is_no_day,
    "weekday and day of the month": _is_ordinal_adjective,
    "numbers of a day": _is_half_month,
    "last of its name": _is_at_last,
    "last unit": _is_no_last_unit,
    "the last unit": _is_last_of_it,
    "past units": is_lasting,
    "following of its name": _is_connective,
    "that of its name": _is_connective,
    "that season": _is_connective,
    "that unit": _is_connective,
    "about then": _is_possessed,
    "decade": _is_no_decade,
    "early in it": _is_age_of_life,
    "late in it": _is_age_of_life,
    "in the middle of it": _is_age_of_life,
    "the early one": _is_heat,
    "the middle one": _is_heat,
    "the late one": _is_heat,
    "in so many units": _is_no_prospect,
    "within so many units": _is_no_term,
    "hours in figures of a day": _is_score,
    "units after a date": is_begun,
    "units earlier": _is_event_relative,
    "units later": _is_event_relative,
    "the unit before": _is_event_relative,
    "the unit after": _is_event_relative,
    "clock time": _is_no_clock,
    "span": is_share,
    "about so many units": is_share,
    "so many units": is_no_length,
    "the quarter at hand": _is_no_quarter,
    "the year at hand": _is_award,
    "the latest quarter": _is_joined,
    "the same quarter": _is_joined,
    "last year's quarter": _is_joined,
    "weekend": _is_joined,
    "today": _is_nowadays,
    "tomorrow": is_publication,
    "day after tomorrow": _is_film,
    "daypart of a day": is_programme,
    "now, undated": _is_now_and_then,
    "this unit": is_publication,
    "at this time, undated": _is_of_year,
    "in the daypart": _is_habit,
    "during the night": _is_habit,
    "every unit": _is_every_second,
    "how often": _is_adjective,
    "the future, undated": is_title,
    "soon, undated": _is_soon,
    "some day": _is_one_day,
    "lately, undated": _is_suffix,
    "earlier in it": _is_of_the_day,
    "later in it": _is_of_the_day,
    "end of it": _is_of_the_day,
    "long or short while": is_now_and_again,
    "to date, undated": _is_up_to_date,
    "the present, undated": _is_present_day,
    "the past, undated": _is_counted_past,
    "shortly, undated": _is_soon,
}
