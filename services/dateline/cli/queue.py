"""The queue in the terminal: what waits, what is read, what was given up."""

import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table

from dateline.cli.following import table
from dateline.cli.opening import store
from dateline.model.errors import DatelineError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from dateline.store.backlog import Backlog
    from dateline.store.dead_letters import DeadLetter
    from dateline.wire.dead_letter import DeadLetterChoice

REFRESH_SECONDS = 1.0
LISTED = 50


class NotGivenUp(DatelineError):
    """Articles that were named, and are not among those given up; nothing is done to any."""

    def __init__(self, ids: Iterable[str]) -> None:
        super().__init__(f"not among the articles given up: {', '.join(ids)}")


app = typer.Typer(help="Look into the queue, and at what was given up.", no_args_is_help=False)

Ids = Annotated[list[str] | None, typer.Argument(help="Ids of articles.")]
Source = Annotated[list[str] | None, typer.Option(help="Articles of this publisher.")]
Error = Annotated[str | None, typer.Option(help="Articles whose error begins like this.")]
All = Annotated[bool, typer.Option("--all", help="All that were given up.")]


@app.callback(invoke_without_command=True)
def watch(
    context: typer.Context,
    once: Annotated[bool, typer.Option(help="Print it once and leave.")] = False,
) -> None:
    """Show what waits and what is read, until Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    console = Console()
    with store() as engine:
        if once or not console.is_terminal:
            console.print(_figures(_look(engine)))
            return
        with Live(console=console, auto_refresh=False) as live:
            while True:
                live.update(_figures(_look(engine)), refresh=True)
                time.sleep(REFRESH_SECONDS)


@app.command(name="dead")
def dead(source: Source = None, error: Error = None) -> None:
    """List the articles that were given up, the latest first."""
    from dateline.store import database, dead_letters  # noqa: PLC0415 - keeps --help quick
    from dateline.wire.dead_letter import DeadLetterChoice  # noqa: PLC0415

    choice = DeadLetterChoice(source=source or [], error=error)
    with store() as engine, database.reading(engine) as connection:
        page = dead_letters.among(connection, choice, LISTED)
    names = ("article", "source", "failed at", "attempts", "error")
    console = Console()
    console.print(table(names, map(_row, page.letters)))
    if page.next:
        console.print(f"and more: these are the latest {LISTED}")


@app.command()
def retry(ids: Ids = None, source: Source = None, error: Error = None, all: All = False) -> None:  # noqa: A002 - the option's name
    """Have articles that were given up read again."""
    from dateline.store import dead_letters  # noqa: PLC0415 - keeps --help quick

    count = _change(dead_letters.retry, ids, source, error, all)
    print(f"{count} {_articles(count)} to be read again")


@app.command()
def discard(ids: Ids = None, source: Source = None, error: Error = None, all: All = False) -> None:  # noqa: A002 - the option's name
    """Let articles that were given up be; they stay failed."""
    from dateline.store import dead_letters  # noqa: PLC0415 - keeps --help quick

    count = _change(dead_letters.discard, ids, source, error, all)
    print(f"{count} {_articles(count)} let be")


def _change(
    change: "Callable[[Connection, DeadLetterChoice], int]",
    ids: list[str] | None,
    source: list[str] | None,
    error: str | None,
    everything: bool,
) -> int:
    """How many articles it was done to; without a choice it is done to none."""
    from pydantic import ValidationError  # noqa: PLC0415 - keeps --help quick

    from dateline.store import database  # noqa: PLC0415
    from dateline.wire.dead_letter import DeadLetterOrder  # noqa: PLC0415

    try:
        order = DeadLetterOrder(id=ids or [], source=source or [], error=error, all=everything)
    except ValidationError:
        raise typer.BadParameter("name articles, a source or an error, or else --all") from None
    with store() as engine, database.writing(engine) as connection:
        _check(connection, order)
        return change(connection, order)


def _check(connection: "Connection", order: "DeadLetterChoice") -> None:
    """Raise NotGivenUp where an article is named that is not there to choose."""
    from dateline.store import dead_letters  # noqa: PLC0415 - keeps --help quick

    if order.id:
        found = dead_letters.among(connection, order, len(order.id)).letters
        missing = set(order.id) - {letter.article_id for letter in found}
        if missing:
            raise NotGivenUp(sorted(missing))


def _look(engine: "Engine") -> "Backlog":
    from dateline.store import database  # noqa: PLC0415 - keeps --help quick
    from dateline.store.backlog import backlog  # noqa: PLC0415

    with database.reading(engine) as connection:
        return backlog(connection)


def _row(letter: "DeadLetter") -> tuple[str, ...]:
    failed_at = f"{letter.failed_at:%Y-%m-%d %H:%M:%S}"
    source = letter.source or ""
    return letter.article_id, source, failed_at, str(letter.attempts), letter.error


def _figures(found: "Backlog") -> Table:
    shown = Table(box=None, pad_edge=False, show_header=False)
    shown.add_column(style="bold")
    shown.add_column(justify="right")
    shown.add_row("waiting", f"{found.waiting:,}")
    shown.add_row("oldest", _age(found.age))
    shown.add_row("resting after a failure", f"{found.resting:,}")
    shown.add_row("being read", f"{found.running:,}")
    shown.add_row("read in the last minute", f"{found.done_last_minute:,}")
    shown.add_row("given up", f"{found.dead:,}")
    shown.add_row("workers reading", ", ".join(found.workers) or "none")
    return shown


def _age(age: timedelta | None) -> str:
    return "none" if age is None else f"{age.total_seconds():.0f} s"


def _articles(count: int) -> str:
    return "article" if count == 1 else "articles"
