"""Jobs in the terminal: have articles read again, watch it, call it off."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from dateline.cli.following import eta, rate, stay, table, total
from dateline.cli.opening import store
from dateline.model.errors import ArticleNotFound

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.store.jobs import Job

app = typer.Typer(help="Look at the jobs that read articles again.", no_args_is_help=False)

Id = Annotated[str, typer.Argument(help="Id of the job.")]
Words = list[str] | None


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no day like 2025-02-26") from None


def reprocess(
    ids: Annotated[Words, typer.Argument(help="Ids of articles; none are all of them.")] = None,
    *,
    source: Annotated[Words, typer.Option(help="Articles of this publisher.")] = None,
    language: Annotated[Words, typer.Option(help="Articles in this language.")] = None,
    since: Annotated[
        date | None, typer.Option(parser=_day, help="Published on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option(parser=_day, help="Published on this day or before.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="Also what the present extractor has read.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
    wait: Annotated[bool, typer.Option(help="Stay until it is done.")] = True,
) -> None:
    """Have articles read again by this version.

    New articles go before them; readers see each as it was until it has been read again.
    """
    from dateline.store import database, jobs  # noqa: PLC0415 - keeps --help quick
    from dateline.wire.job import JobFilter, JobIn  # noqa: PLC0415

    chosen = JobFilter(
        id=ids or [],
        source=source or [],
        language=language or [],
        published_from=since,
        published_to=until,
    )
    order = JobIn(filter=chosen, only_outdated=not everything, dry_run=dry_run)
    with store() as engine:
        with database.writing(engine) as connection:
            _check(connection, chosen.id)
            job, is_new = jobs.add(connection, order)
        print(f"job {job.id}" + ("" if is_new else ", which was under way already"))
        if wait:
            stay(engine, job.id)


@app.callback(invoke_without_command=True)
def listed(context: typer.Context) -> None:
    """List the jobs, the latest first."""
    from dateline.store import database, jobs  # noqa: PLC0415 - keeps --help quick
    from dateline.wire.job import JobsQuery  # noqa: PLC0415

    if context.invoked_subcommand is not None:
        return
    with store() as engine, database.reading(engine) as connection:
        page = jobs.page(connection, JobsQuery())
    names = ("job", "ordered at", "state", "done", "given up", "a second", "ready at")
    Console().print(table(names, map(_row, page.jobs)))


@app.command()
def watch(job_id: Id) -> None:
    """Stay with a job until it is done, and say what it changed."""
    with store() as engine:
        stay(engine, job_id)


@app.command()
def cancel(job_id: Id) -> None:
    """Let a job read nothing more; what it has changed stays."""
    from dateline.store import database, jobs  # noqa: PLC0415 - keeps --help quick

    with store() as engine, database.writing(engine) as connection:
        job = jobs.cancel(connection, job_id)
    print(f"job {job.id} is cancelled after {job.done} of {total(job)} articles")


def _check(connection: "Connection", ids: Sequence[str]) -> None:
    """Raise ArticleNotFound for the first that is not in the store."""
    from dateline.store import articles  # noqa: PLC0415 - keeps --help quick

    known = articles.states(connection, ids)
    for article_id in ids:
        if article_id not in known:
            raise ArticleNotFound(article_id)


def _row(job: "Job") -> tuple[str, ...]:
    kind = f"{job.state}{', dry run' if job.order.dry_run else ''}"
    done = f"{job.done} of {total(job)}"
    ordered_at = f"{job.created_at:%Y-%m-%d %H:%M:%S}"
    return job.id, ordered_at, kind, done, str(job.failed), rate(job), eta(job)
