"""The store as a whole: moved to another database, backed up, restored."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Error as SqliteError
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from dateline import settings
from dateline.cli import opening
from dateline.model.errors import DatelineError, FileInTheWay, NoAddress, StoreNotEmpty

if TYPE_CHECKING:
    from dateline.store.transfer import Told

app = typer.Typer(help="Move the store, back it up, restore it.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="The file of the backup.", dir_okay=False)]


@app.command()
def copy(
    to: Annotated[str, typer.Option(help="Address of an empty PostgreSQL or SQLite database.")],
) -> None:
    """Copy everything into another database, in one transaction, and verify it."""
    from dateline.store import database, transfer  # noqa: PLC0415 - keeps --help quick

    target = settings.load(database_url=to).database
    try:
        with opening.store() as source, opening.opened(target) as other, _shown() as told:
            database.migrate(other)
            rows = transfer.transfer(source, other, told)
    except NoAddress as wrong:
        raise NoAddress(wrong.why, given_as="--to") from wrong
    print(
        f"copied and verified: {rows:,} rows; with DATABASE_URL set to it, Dateline uses the copy"
    )


@app.command()
def backup(
    file: File,
    overwrite: Annotated[bool, typer.Option(help="Replace the file if it is there.")] = False,
) -> None:
    """Write everything into one file, while the service goes on."""
    from dateline.store.backup import back_up  # noqa: PLC0415 - keeps --help quick

    if not file.parent.is_dir():
        raise NoFolder(file.parent)
    with opening.store() as engine, _shown() as told, _or_else("--overwrite"):
        rows = back_up(engine, file, told, overwrite=overwrite)
    print(f"written to {file} and verified: {rows:,} rows")


@app.command()
def restore(
    file: File,
    replace: Annotated[
        bool, typer.Option(help="Replace what the store holds; what was erased stays erased.")
    ] = False,
) -> None:
    """Put what a backup holds into the store, on either engine."""
    from dateline.store import backup as backups  # noqa: PLC0415 - keeps --help quick
    from dateline.store import database  # noqa: PLC0415

    address = settings.load().database
    with opening.opened(address) as engine, _shown() as told, _or_else("--replace"):
        database.migrate(engine)
        rows = backups.restore(file, engine, told, replace=replace)
    print(f"restored and verified: {rows:,} rows")


class InTheWay(DatelineError):
    """Something that is there already, and the option that replaces it."""

    def __init__(self, what: DatelineError, option: str) -> None:
        super().__init__(f"{what}; {option} replaces it")


@contextmanager
def _or_else(option: str) -> Iterator[None]:
    try:
        yield
    except (FileInTheWay, StoreNotEmpty) as what:
        raise InTheWay(what, option) from what


class NoFolder(DatelineError):
    """A folder that is not there, where a file was to be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no folder {folder}")


class FileUnusable(DatelineError):
    """A file or folder that cannot be read or written, or a disk that is full."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"nothing has changed: {error}")


class Interrupted(DatelineError):
    """A command that was broken off by whoever began it."""

    def __init__(self) -> None:
        super().__init__("interrupted: nothing has changed")


@contextmanager
def _shown() -> "Iterator[Told]":
    """What is told, as a bar on a terminal for each thing; what breaks it off is one line."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    progress = Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )
    bars: dict[str, TaskID] = {}

    def tell(what: str, done: int, total: int) -> None:
        # Nothing is shown before there is something to show.
        progress.start()
        if what not in bars:
            bars[what] = progress.add_task(what)
        progress.update(bars[what], completed=done, total=total)

    try:
        yield tell
    except KeyboardInterrupt:
        raise Interrupted from None
    except (OSError, SqliteError) as error:
        raise FileUnusable(error) from error
    finally:
        if bars:
            progress.stop()
