"""How a clause looks at a time in it."""

from dataclasses import dataclass

from dateline.model.timex import Direction


@dataclass(frozen=True, slots=True)
class Look:
    """The side that a clause looks to, and the words that say so, None where nothing does.

    `happens`: something happens within the time, it is not only reported of it.
    """

    direction: Direction
    cue: str | None
    happens: bool = False
