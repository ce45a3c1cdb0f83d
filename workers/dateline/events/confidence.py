"""How far an event's date can be trusted, as measured.

The figures are shares of right dates on TimeBank-EventTime (train and dev) and a part of MEANTIME,
469 dated events; `bench/calibration.py` prints the table again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.events.dating import is_under
from dateline.events.triggers import EventWord
from dateline.model.event import Basis, EventKind, EventTime
from dateline.model.interval import FINE
from dateline.model.timex import Resolution


@dataclass(frozen=True, slots=True)
class Row:
    """A way in which an event comes by its date, and how often such a date is right."""

    name: str
    fits: Callable[[EventWord, EventTime], bool]
    share: float


def _said(word: EventWord) -> bool:
    return word.kind is EventKind.STATEMENT


def _direct(word: EventWord, time: EventTime) -> bool:
    """Whether a timex hangs on the trigger itself."""
    return any(is_under(word, ref.span) for ref in time.timexes)


# The first row that fits counts.
TABLE = (
    Row("undated", lambda _, time: time.interval is None, 0.6),
    Row("ambiguous", lambda _, time: time.resolution is Resolution.AMBIGUOUS, 0.6),
    Row(
        "a phrase under a word of saying",
        lambda word, time: time.basis is Basis.EXPLICIT and _said(word) and _direct(word, time),
        0.96,
    ),
    Row(
        "a day under its trigger",
        lambda word, time: (
            time.basis is Basis.EXPLICIT and time.granularity in FINE and _direct(word, time)
        ),
        0.91,
    ),
    Row(
        "a longer stretch under its trigger",
        lambda word, time: time.basis is Basis.EXPLICIT and _direct(word, time),
        0.7,
    ),
    Row("a phrase elsewhere in its clause", lambda _, time: time.basis is Basis.EXPLICIT, 0.8),
    Row(
        "said for the news of the day",
        lambda word, time: time.basis is Basis.PUBLICATION and _said(word),
        0.95,
    ),
    Row("reported as news of the day", lambda _, time: time.basis is Basis.PUBLICATION, 0.85),
    Row(
        "inherited within its sentence",
        lambda word, time: any(word.sentence.span.covers(ref.span) for ref in time.timexes),
        0.82,
    ),
    Row("inherited from an earlier sentence", lambda *_: True, 0.8),
)


def confidence(word: EventWord, time: EventTime) -> float:
    """The share of right dates among events dated in the same way."""
    return next(row.share for row in TABLE if row.fits(word, time))
