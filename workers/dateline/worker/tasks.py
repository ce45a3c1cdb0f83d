"""The tasks: what a message makes a worker do."""

from typing import Any

from celery import Celery
from celery.worker.request import Request

from dateline.queue.app import task
from dateline.store.lanes import LANES, LIVE, Lane
from dateline.worker.desk import Desk, together


class Heard(Request):  # type: ignore[misc]  # Celery has no types
    """A message whose end has to reach the broker.

    Where the broker is gone by then, Celery would only note it, and take the message for one that
    is still being read: with its hands full of such it never asks for another. So the error is
    let through, and the worker connects anew.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options | {"connection_errors": ()})


def register(app: Celery, desk: Desk) -> None:
    """Have the app's messages end up at this desk."""
    for lane in LANES:
        _register(app, desk, lane)


def extract(desk: Desk, ids: list[str], lane: Lane = LIVE) -> None:
    """Read these articles of a lane, one after the other; run twice, it leaves the same rows."""
    for read in together(desk.readings(ids, lane)):
        desk.finish(read)


def _register(app: Celery, desk: Desk, lane: Lane) -> None:
    @app.task(name=task(lane), Request=Heard)  # type: ignore[untyped-decorator]  # as above
    def _extract(ids: list[str]) -> None:
        extract(desk, ids, lane)
