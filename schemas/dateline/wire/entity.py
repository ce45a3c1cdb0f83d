"""Entities: who and what can be asked for by name."""

from typing import Annotated

from pydantic import Field

from dateline.wire.contract import LIMIT, STORABLE, Answer, Cursor, Request
from dateline.wire.event import EntityOut


class EntitiesQuery(Request):
    """Entities in whose names a word begins like this, without regard to case and accents."""

    q: Annotated[str, Field(min_length=1, max_length=200), STORABLE]
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 50
    cursor: Cursor | None = None


class EntitiesOut(Answer):
    """One page of entities, the shortest names first."""

    items: list[EntityOut]
    next_cursor: str | None
