"""Jobs played through: the relay's part is the real one, a worker's is told what it reads."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from dateline.model.article import Annotations
from dateline.queue.tending import tend
from dateline.store import claims, database, extractors, jobs, owed, rereading
from dateline.store.claims import Claim
from dateline.store.jobs import Job
from dateline.store.lanes import REPROCESS
from dateline.wire.job import JobIn

NOW = "later"


def introduce(engine: Engine, name: str = NOW) -> None:
    """Have a worker start with this extractor."""
    with database.writing(engine) as connection:
        extractors.introduce(connection, name)


def order(engine: Engine, **what: Any) -> str:
    """The id of a job that was just ordered."""
    with database.writing(engine) as connection:
        return jobs.add(connection, JobIn.model_validate(what))[0].id


def look(engine: Engine, job_id: str) -> Job:
    with database.reading(engine) as connection:
        return jobs.get(connection, job_id)


def start(engine: Engine, window: int = 1000, **what: Any) -> str:
    """The id of a job that was ordered and has taken up what it has room for."""
    introduce(engine)
    job_id = order(engine, **what)
    proceed(engine, window)
    return job_id


def proceed(engine: Engine, window: int = 1000) -> None:
    """Tend all jobs until there is nothing more to do at once."""
    while tend(engine, window):
        pass
    tend(engine, window)


def claim(engine: Engine) -> list[Claim]:
    """Claim all that jobs have due."""
    with database.writing(engine) as connection:
        due = owed.due(connection, 1000, 60, "one", REPROCESS)
        return claims.claim(connection, [one.id for one in due], 60, REPROCESS)


def finish(
    engine: Engine, claimed: Sequence[Claim], *told: Any, extractor: str = NOW
) -> list[Claim]:
    """Write down that these events were found in each article; the claims that were lost."""
    with database.writing(engine) as connection:
        read = [(one, Annotations(extractor, events=told)) for one in claimed]
        return rereading.replace_all(connection, read)
