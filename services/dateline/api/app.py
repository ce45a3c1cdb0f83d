"""The application: a table of contents of everything that is served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from threading import Semaphore

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI

from dateline.api import (
    agenda,
    articles,
    batch,
    changes,
    corrections,
    dead_letters,
    entities,
    events,
    extract,
    facts,
    health,
    histogram,
    jobs,
    metrics,
    openapi,
    problems,
    reading,
    refusal,
    resolve,
    timeline,
)
from dateline.api.access import AccessLog, Requests, operation
from dateline.api.body import BodyLimit
from dateline.api.methods import Head
from dateline.api.pool import Pool
from dateline.api.waiting import Waiting
from dateline.settings import Settings
from dateline.store import database
from dateline.web import pages


def create(settings: Settings) -> FastAPI:
    """The application on these settings; the database is opened when it starts."""
    app = FastAPI(
        title="Dateline",
        version=version("dateline"),
        summary="Turns news articles into a timeline one can trust.",
        lifespan=_lifespan,
        generate_unique_id_function=operation,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.requests = Requests()
    app.include_router(batch.router, prefix="/v1")
    app.include_router(articles.router, prefix="/v1")
    app.include_router(corrections.router, prefix="/v1")
    app.include_router(resolve.router, prefix="/v1")
    app.include_router(extract.router, prefix="/v1")
    app.include_router(timeline.router, prefix="/v1")
    app.include_router(histogram.router, prefix="/v1")
    app.include_router(agenda.router, prefix="/v1")
    app.include_router(events.router, prefix="/v1")
    app.include_router(facts.router, prefix="/v1")
    app.include_router(entities.router, prefix="/v1")
    app.include_router(changes.router, prefix="/v1")
    app.include_router(jobs.router, prefix="/v1")
    app.include_router(dead_letters.router, prefix="/v1")
    app.include_router(health.router)
    app.include_router(metrics.router)
    app.include_router(problems.router)
    app.include_router(pages.router)
    app.mount("/static", pages.static, name="static")
    larger = {f"/v1{batch.PATH}": settings.max_batch}
    app.add_middleware(BodyLimit, most=settings.max_body, larger=larger)
    app.add_middleware(AccessLog, requests=app.state.requests)
    app.add_middleware(CorrelationIdMiddleware)
    app.add_middleware(Head)
    refusal.install(app)
    openapi.install(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    app.state.engine = database.open(settings.database, settings.query_limit)
    app.state.waiting = Waiting(app.state.engine)
    app.state.pool = Pool(
        partial(reading.prepare, settings.model), settings.extract_processes, settings.extract_limit
    )
    app.state.exports = Semaphore(settings.max_exports)
    yield
    app.state.pool.stop()
    app.state.engine.dispose()
