"""The store that the settings name, open for as long as a command needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline import settings
from dateline.model.errors import DatelineError, StoreNotReady

if TYPE_CHECKING:
    from sqlalchemy import Engine


class StoreAway(DatelineError):
    """The database does not answer."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the store does not answer: {why}")


@contextmanager
def store() -> Iterator["Engine"]:
    """The store, with the tables of this version. Raises StoreNotReady, StoreAway."""
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415 - keeps --help quick

    from dateline.store import database  # noqa: PLC0415

    engine = database.open(settings.load().database)
    try:
        if not database.is_current(engine):
            raise StoreNotReady
        yield engine
    except OperationalError as error:
        raise StoreAway(str(error.orig).strip().partition("\n")[0]) from error
    finally:
        engine.dispose()
