"""The one table from judgement to status."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.model.event import Certainty, Factuality, Polarity, Status


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the words around a trigger say about its event.

    `denied`: a named source rejects it. `conditional`: it hangs on a condition, or is counter to
    fact. `planned`: arranged, announced or foreseen. `ongoing`: under way when published. `why`
    names the words that decided.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    denied: bool = False
    conditional: bool = False
    planned: bool = False
    ongoing: bool = False
    why: str = ""

    @property
    def factuality(self) -> Factuality:
        """FactBank's two axes."""
        return Factuality(self.polarity, self.certainty)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: the status, and what must hold for it."""

    status: Status
    when: Mapping[str, object]

    def fits(self, judgement: Judgement) -> bool:
        """Whether all that the row asks for holds."""
        return all(getattr(judgement, name) == value for name, value in self.when.items())


def _row(status: Status, **when: object) -> Row:
    return Row(status, MappingProxyType(when))


# The first row that fits decides; docs/factuality.md shows the same table to readers.
TABLE = (
    _row(Status.DENIED, denied=True),
    _row(Status.NEGATED, polarity=Polarity.NEGATIVE),
    _row(Status.CONDITIONAL, conditional=True),
    _row(Status.POSSIBLE, certainty=Certainty.PROBABLE, planned=False),
    _row(Status.POSSIBLE, certainty=Certainty.POSSIBLE, planned=False),
    _row(Status.POSSIBLE, certainty=Certainty.UNKNOWN, planned=False),
    _row(Status.SCHEDULED, planned=True),
    _row(Status.ONGOING, ongoing=True),
    _row(Status.OCCURRED),
)


def status_of(judgement: Judgement) -> Status:
    """The status that the table gives.

    >>> status_of(Judgement(planned=True, polarity=Polarity.NEGATIVE))
    <Status.NEGATED: 'negated'>
    """
    return next(row.status for row in TABLE if row.fits(judgement))
