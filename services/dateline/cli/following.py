"""One job in the terminal: how far it is, and what came of it."""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dateline.model.job import Differing, Reading
    from dateline.store.jobs import Failure, Job, Sample

REFRESH_SECONDS = 0.5


def stay(engine: "Engine", job_id: str) -> None:
    """Show how far the job is until it is over, then what came of it. Ctrl-C leaves it going on."""
    from dateline.model.job import JobState  # noqa: PLC0415 - keeps --help quick

    try:
        job = _follow(engine, job_id)
    except KeyboardInterrupt:
        print(f"the job goes on: dateline jobs watch {job_id}, or dateline jobs cancel {job_id}")
        return
    _tell(engine, job)
    if job.state is JobState.CANCELLED:
        raise typer.Exit(1)


def table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A table of these columns, an id first; what stands in it is text and no markup."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(names):
        # An id is copied into the next command, so it stays in one piece.
        made.add_column(name, overflow="fold", no_wrap=place == 0)
    for row in rows:
        made.add_row(*map(Text, row))
    return made


def total(job: "Job") -> str:
    """How many articles it has, as far as that is known."""
    return "?" if job.total is None else str(job.total)


def rate(job: "Job") -> str:
    """Articles a second."""
    return "" if job.rate is None else f"{job.rate:.1f}"


def eta(job: "Job") -> str:
    """When it will be done if it goes on like this."""
    return "" if job.eta is None else f"{job.eta:%Y-%m-%d %H:%M:%S}"


def _follow(engine: "Engine", job_id: str) -> "Job":
    """The job once it is over; until then a bar, where there is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=None, pace="")
        while True:
            job = _look(engine, job_id)
            progress.update(bar, **_bar(job))
            if job.is_over:
                return job
            time.sleep(REFRESH_SECONDS)


def _look(engine: "Engine", job_id: str) -> "Job":
    from dateline.store import database, jobs  # noqa: PLC0415 - keeps --help quick

    with database.reading(engine) as connection:
        return jobs.get(connection, job_id)


def _bar(job: "Job") -> dict[str, Any]:
    waits = job.extractor is None and not job.is_over
    return {
        "description": "waiting for a worker" if waits else str(job.state),
        "total": job.total,
        "completed": job.settled,
        "pace": f"{rate(job)}/s, ready at {eta(job)}" if job.eta else "",
    }


def _tell(engine: "Engine", job: "Job") -> None:
    """What a job that is over has done, or would have."""
    from dateline.store import database, jobs  # noqa: PLC0415 - keeps --help quick

    with database.reading(engine) as connection:
        samples = jobs.samples(connection, job.id)
        failures = jobs.failures(connection, job.id)
    console = Console()
    print(
        f"{job.state}: {job.done} articles read again by {job.extractor},"
        f" {job.failed} given up, {job.skipped} skipped"
    )
    print(
        f"events {'that would be ' if job.order.dry_run else ''}added {job.added},"
        f" removed {job.removed}, re-dated {job.redated}, re-judged {job.rejudged}"
    )
    if samples:
        console.print(_differences(samples))
    if failures:
        console.print(_failures(failures))


def _differences(samples: "Iterable[Sample]") -> Table:
    names = ("article", "difference", "event", "before", "after")
    return table(names, ((one.article_id, *_difference(one.differing)) for one in samples))


def _difference(one: "Differing") -> tuple[str, ...]:
    told = one.after or one.before
    return one.difference, told.summary if told else "", _reading(one.before), _reading(one.after)


def _failures(failures: "Iterable[Failure]") -> Table:
    rows = ((one.article_id, str(one.attempts), one.error) for one in failures)
    return table(("article", "attempts", "error"), rows)


def _reading(reading: "Reading | None") -> str:
    return f"{reading.time.edtf or 'undated'} {reading.status}" if reading else "none"
