"""Dead letters on the wire: articles that were given up."""

from typing import Annotated

from pydantic import Field, model_validator

from dateline.wire.contract import STORABLE, Answer, Instant, Request

LIMIT = 500
IDS = 1000

Word = Annotated[str, Field(min_length=1, max_length=200), STORABLE]


class DeadLetterChoice(Request):
    """Which dead letters: those of these articles, sources, and errors that begin like this."""

    id: list[Word] = Field(default_factory=list, max_length=IDS)
    source: list[Word] = Field(default_factory=list, max_length=50)
    error: Word | None = None


class DeadLetterQuery(DeadLetterChoice):
    """The same, a page at a time."""

    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Annotated[str, Field(max_length=2000), STORABLE] | None = None


class DeadLetterOrder(DeadLetterChoice):
    """What to do something about; all of them only where it says so."""

    all: bool = False

    @model_validator(mode="after")
    def _says_which(self) -> "DeadLetterOrder":
        if self.all == bool(self.id or self.source or self.error):
            raise ValueError("name `id`, `source` or `error`, or else `all`")
        return self


class DeadLetterOut(Answer):
    """An article that was given up, and why."""

    id: str
    revision: int
    url: str | None
    title: str | None
    source: str | None
    attempts: int
    error: str
    traceback: str | None
    failed_at: Instant


class DeadLettersOut(Answer):
    """Dead letters, the latest first."""

    items: list[DeadLetterOut]
    next_cursor: str | None


class Touched(Answer):
    """How many dead letters it was done to."""

    count: int
