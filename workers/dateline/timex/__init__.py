"""Find and resolve temporal expressions: a phrase, what it means, and why it means that.

>>> from datetime import date
>>> from dateline.model.timex import Dct
>>> tag("The court will rule on Tuesday.", Dct(date(2025, 2, 26))).timexes[0].value
'2025-03-04'
"""

from dateline.timex.tagger import Tagged, tag

# Names the rules: the same version gives the same timexes.
VERSION = "2026.11.23"

__all__ = ["VERSION", "Tagged", "tag"]
