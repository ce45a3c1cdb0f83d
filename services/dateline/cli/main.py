"""The `dateline` command: one program, a subcommand for each thing it does."""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rich.console import Console

from dateline import settings
from dateline.cli import eval as evaluation
from dateline.cli import jobs, queue, store, tag
from dateline.cli.opening import opened
from dateline.model.errors import DatelineError
from dateline.wire import refusal


def _settings_help() -> str:
    """Every setting a line: what `dateline run --help` ends with."""
    rows = [
        f"{settings.variable(name):<26} {field.description}"
        + ("" if field.default is None else f" [{field.default}]")
        for name, field in settings.Settings.model_fields.items()
    ]
    # Click wraps what it prints, except a paragraph that begins with a backspace.
    return "\n".join(["Settings, from the environment or a file .env:\n", "\b", *rows])


app = typer.Typer(
    name="dateline",
    help="Turns news articles into a timeline one can trust.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def run() -> None:
    """The entry point: an error a user can do something about is one line on stderr."""
    try:
        app()
    except DatelineError as error:
        _fail(str(error))
    except ValidationError as error:
        # Text and options are judged by the same model as a request's body.
        _fail("; ".join(map(_complaint, error.errors())))


def _complaint(found: ErrorDetails) -> str:
    where = ".".join(map(str, found["loc"]))
    return f"{where}: {refusal.why(found)}"


def _fail(reason: str) -> NoReturn:
    print(f"dateline: {reason}", file=sys.stderr)
    sys.exit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        print("dateline", version("dateline"))
        raise typer.Exit


@app.callback()
def dateline(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turns news articles into a timeline one can trust."""


@app.command(name="run", epilog=_settings_help())
def run_all(
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    data: Annotated[Path | None, typer.Option(help="Folder of the database and broker.")] = None,
    samples: Annotated[
        bool | None, typer.Option(help="Load the sample articles into the embedded store.")
    ] = None,
) -> None:
    """Start the whole service on this machine and stay until Ctrl-C."""
    from dateline.cli import serve  # noqa: PLC0415 - keeps --help quick

    given = {"port": port, "data": data, "samples": samples}
    chosen = {name: value for name, value in given.items() if value is not None}
    serve.serve(settings.load(**chosen), Console())


@app.command()
def api() -> None:
    """Serve the HTTP API and the pages."""
    from dateline.api import serving  # noqa: PLC0415 - keeps --help quick

    serving.serve(settings.load())


@app.command()
def relay() -> None:
    """Send what is due from the store to the queue."""
    from dateline.queue import relay  # noqa: PLC0415 - keeps --help quick

    relay.serve(settings.load())


@app.command()
def worker(
    queue: Annotated[
        list[str] | None,
        typer.Option(help="Listen to this queue only: extract (new articles) or reprocess (jobs)."),
    ] = None,
) -> None:
    """Read the articles that the queues name.

    New ones come before those of jobs.
    """
    from dateline.store.lanes import LANES  # noqa: PLC0415 - keeps --help quick
    from dateline.worker import serving  # noqa: PLC0415

    lanes = [lane for lane in LANES if not queue or lane.name in queue]
    if set(queue or ()) - {lane.name for lane in LANES}:
        raise typer.BadParameter("there are the queues extract and reprocess", param_hint="--queue")
    serving.serve(settings.load(), lanes)


@app.command()
def extract(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    published_at: Annotated[str, typer.Option(help="The day it was published, as printed.")],
    language: Annotated[str | None, typer.Option(help="BCP 47; detected when missing.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Everything, as the API answers.")
    ] = False,
) -> None:
    """Print what an article says to have happened, a card an event."""
    from dateline.cli import extract as cards  # noqa: PLC0415 - keeps --help quick

    model = settings.load().model
    if as_json:
        print(cards.extract(file, published_at, language=language, model=model))
    else:
        cards.cards(file, published_at, Console(), language=language, model=model)


@app.command()
def migrate() -> None:
    """Bring the database up to this version's tables."""
    from dateline.store import database  # noqa: PLC0415 - keeps --help quick

    with opened(settings.load().database) as engine:
        database.migrate(engine)
    print("the database is up to date")


app.command(name="tag")(tag.tag)
app.command(name="eval")(evaluation.evaluate)
app.command(name="reprocess")(jobs.reprocess)
app.add_typer(jobs.app, name="jobs")
app.add_typer(queue.app, name="queue")
app.add_typer(store.app, name="store")
