"""The languages that are read, by the primary subtag of their BCP 47 tag.

A new one is a package beside `english` that makes a `Language`, and a line here.
"""

from dateline.timex.english.language import ENGLISH
from dateline.timex.language import Language

LANGUAGES = {"en": ENGLISH}


def of(tag: str) -> Language:
    """The language of a tag; what no rules are written for is read with those of English.

    >>> of("en-GB") is of("und")
    True
    """
    return LANGUAGES.get(tag.partition("-")[0].lower(), ENGLISH)
