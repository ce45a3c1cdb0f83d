"""How a clause looks at a time in it."""

from dataclasses import dataclass

from dateline.model.timex import Direction


@dataclass(frozen=True, slots=True)
class Look:
    """The side that a clause looks to, and the words that say so, None where nothing does.

    `happens`: something happens within the time, it is not only reported of it. `firm`: the clause
    speaks of the time itself, so that no nearer one can be meant. `near`: the nearer one was.
    `either`: it is on whichever side is nearer.
    """

    direction: Direction
    cue: str | None
    happens: bool = False
    firm: bool = False
    near: bool = False
    either: bool = False
