"""Numbers, counts and years in words and digits: pieces for the other tables."""

from dateline.timex.english.lexicon import VAGUE_COUNTS
from dateline.timex.english.meaning import full_year
from dateline.timex.rule import Example, Rule

_SAT = "2025-03-01"


def _scaled(number: float, magnitude: int, rest: float | None = None) -> float | None:
    if number >= 1000 or (rest is not None and rest >= magnitude):
        return None
    return number * magnitude + (rest or 0)


def _year(century: int, rest: int) -> int | None:
    year = century * 100 + rest
    return year if 1100 <= year <= 2099 else None


def _sum(tens: int, ones: int) -> int | None:
    return tens + ones if ones < 10 else None


def _count(number: float) -> str | None:
    """A count that is no year: "the 1988 quarter" is one quarter."""
    return f"{number:.10g}" if 0 < number < 1e9 and not 1900 <= number < 2100 else None


RULES = (
    Rule("digit word", "NUM", "DIGIT|TEEN|TEN", lambda n: n,
         (Example("She left three days ago.", _SAT, "2025-02-26"),),
         ("Three men were held on Friday.",)),
    Rule("compound number", "NUM", "TEN ~ DIGIT", _sum,
         (Example("It began twenty-one days ago.", _SAT, "2025-02-08"),),
         ("Twenty-one men were held on Friday.",)),
    Rule("hundreds", "NUM", "NUM ~ MAGNITUDE", _scaled,
         (Example("It fell two hundred years ago.", _SAT, "1825"),),
         ("Two hundred men were held on Friday.",)),
    Rule("hundreds and more", "NUM", "NUM MAGNITUDE and? NUM", _scaled,
         (Example("It lasted one hundred and twenty days.", _SAT, "P120D"),),
         ("One hundred and twenty men were held on Friday.",)),
    Rule("a hundred", "NUM", "a MAGNITUDE", lambda magnitude: magnitude,
         (Example("It burned for a hundred days.", _SAT, "P100D"),),
         ("A hundred men were held on Friday.",)),
    Rule("a dozen", "NUM", "a? dozen", lambda: 12,
         (Example("It burned for a dozen days.", _SAT, "P12D"),),
         ("A dozen men were held on Friday.",)),
    Rule("count", "COUNT", "NUM", _count,
         (Example("It burned for 12 days.", _SAT, "P12D"),),
         ("It burned 12 houses on Friday.",)),
    Rule("a single one", "COUNT", "a|an|another", lambda: "1",
         (Example("He died a week ago.", _SAT, "2025-W08"),),
         ("He died a hero on Friday.",)),
    Rule("a couple", "COUNT", "a? couple of?", lambda: "2",
         (Example("It lasted a couple of days.", _SAT, "P2D"),),
         ("A couple of men were held on Friday.",)),
    Rule("and a half", "COUNT", "NUM ~ and ~ a? ~ half", lambda n: _count(n + 0.5),
         (Example("It lasted two and a half years.", _SAT, "P2.5Y"),
          Example("He signed a four-and-a-half-year deal.", _SAT, "P4.5Y")),
         ("It took two and a half pages on Friday.",)),
    Rule("number and a fraction", "COUNT", "NUM SLASHED",
         lambda n, fraction: _count(n + 0.5) if fraction == "1/2" else None,
         (Example("It lasted 5 1/2 hours.", _SAT, "PT5.5H"),),
         ("It took 5 1/2 pages on Friday.",)),
    Rule("half of one", "COUNT", "half a|an", lambda: "0.5",
         (Example("It lasted half an hour.", _SAT, "PT0.5H"),),
         ("It took half a page on Friday.",)),
    Rule("more of them", "COUNT", "COUNT more|additional|straight|consecutive|full|whole|long|"
         "further|extra|other|successive|short|trading", lambda count: count,
         (Example("It rained for three straight days.", _SAT, "P3D"),),
         ("Three more men were held on Friday.",)),
    *(
        Rule(f"{words}, no number", "COUNT", words, lambda: "X",
             (Example(f"They left for {words} months.", _SAT, "PXM"),),
             (f"They met {words} men on Friday.",))
        for words in VAGUE_COUNTS
    ),
    Rule("year in two numbers", "YEAR", "TEEN TEN", _year,
         (Example("He was born in nineteen ninety.", _SAT, "1990"),),
         ("Nineteen ninety-gram bags fell on Friday.",)),
    Rule("year in three numbers", "YEAR", "TEEN TEN ~ DIGIT",
         lambda century, tens, ones: _year(century, tens + ones),
         (Example("He was born in nineteen ninety-four.", _SAT, "1994"),),
         ("Nineteen ninety-four-gram bags fell on Friday.",)),
    Rule("year with hundred", "YEAR", "TEEN hundred and? NUM",
         lambda century, rest: _year(century, rest) if rest < 100 else None,
         (Example("He was born in nineteen hundred and ten.", _SAT, "1910"),),
         ("Nineteen hundred men were held on Friday.",)),
    Rule("year of the two thousands", "YEAR", "two thousand and? NUM?",
         lambda n: 2000 + (n or 0) if (n or 0) < 100 else None,
         (Example("The year two thousand and five was wet.", _SAT, "2005"),),
         ("Two thousand and five men were held on Friday.",)),
    Rule("twenty and a teen", "YEAR", "twenty TEEN", lambda n: 2000 + n,
         (Example("In twenty nineteen he left.", _SAT, "2019"),),
         ("Twenty nineteen-inch screens fell on Friday.",)),
    Rule("apostrophe year", "YEAR", "'|’|‘ YY", full_year,
         (Example("It was the summer of '98.", _SAT, "1998-SU"),),
         ("The sign says '98' on Friday.",)),
    Rule("compound ordinal", "ORDINAL", "TEN ~ ORDINAL", _sum,
         (Example("It opened on the twenty-first of July 1995.", _SAT, "1995-07-21"),),
         ("It was the twenty-first of seventy on Friday.",)),
    Rule("ordinal day", "DAYTH", "ORDINAL", lambda n: n if 1 <= n <= 31 else None,
         (Example("It opened on the fourth of July 1995.", _SAT, "1995-07-04"),),
         ("It was the fourth of seven on Friday.",)),
)  # fmt: skip
