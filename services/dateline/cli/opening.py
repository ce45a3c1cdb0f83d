"""A store, open for as long as a command needs it; one that is away is one line on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import settings
from dateline.model.errors import DatelineError, StoreNotReady

if TYPE_CHECKING:
    from sqlalchemy import Engine


class StoreAway(DatelineError):
    """The database does not answer."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"the store at {address} does not answer: {why}")


class StoreMissing(DatelineError):
    """There is no file where the store should be."""

    def __init__(self, file: str) -> None:
        super().__init__(f"there is no store at {file} (set DATELINE_DATA or DATABASE_URL)")


@contextmanager
def opened(url: str) -> "Iterator[Engine]":
    """The store at this address, whatever tables it has. Raises StoreAway."""
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415 - keeps --help quick

    from dateline.store import database  # noqa: PLC0415

    engine = database.open(url)
    try:
        yield engine
    except OperationalError as error:
        # The driver's own words, without the statement; the address, without the password.
        why = str(error.orig).strip().partition("\n")[0]
        raise StoreAway(engine.url.render_as_string(), why) from error
    finally:
        engine.dispose()


@contextmanager
def store() -> "Iterator[Engine]":
    """The store that the settings name, with the tables of this version.

    Raises StoreMissing, StoreNotReady.
    """
    from dateline.store import database  # noqa: PLC0415 - keeps --help quick

    with opened(settings.load().database) as engine:
        file = engine.url.database
        # SQLite would make one, and whoever mistyped a folder would look into an empty store.
        if engine.dialect.name == "sqlite" and file and not Path(file).exists():
            raise StoreMissing(file)
        if not database.is_current(engine):
            raise StoreNotReady
        yield engine
