"""The tasks: what a message makes a worker do."""

from celery import Celery

from dateline.queue.app import EXTRACT
from dateline.worker.desk import Desk


def register(app: Celery, desk: Desk) -> None:
    """Have the app's messages end up at this desk."""

    @app.task(name=EXTRACT)  # type: ignore[untyped-decorator]  # Celery has no types
    def _extract(ids: list[str]) -> None:
        extract(desk, ids)


def extract(desk: Desk, ids: list[str]) -> None:
    """Read these articles, one after the other; run twice, it leaves the same rows."""
    for claim in desk.claims(ids):
        with desk.answering(claim):
            desk.finish(claim, desk.read(claim))
