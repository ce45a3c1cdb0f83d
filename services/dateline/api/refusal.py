"""Refusal: every error of a request is logged as far as it is ours, and answered as a problem."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dateline.api import methods, problems
from dateline.model.errors import DatelineError
from dateline.wire.problem import MEDIA_TYPE

logger = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    """Answer every error of this application as a problem."""
    foreseen = (DatelineError, HTTPException, RequestValidationError, *problems.LOST)
    for error in (*foreseen, Exception):
        app.add_exception_handler(error, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    problem = problems.of(error, request.url.path)
    _log(error, problem.status)
    content = problem.model_dump_json(exclude_none=True)
    headers = _headers(request, error, problem.status)
    return Response(content, problem.status, headers, media_type=MEDIA_TYPE)


def _headers(request: Request, error: Exception, status: int) -> dict[str, str]:
    if status == 405:
        # Left to itself, Starlette names the methods of the first route with this path.
        return {"Allow": methods.allowed(request)}
    said = error.headers if isinstance(error, HTTPException) else None
    seconds = problems.RETRY_AFTER.get(status)
    return dict(said or {}) | ({"Retry-After": str(seconds)} if seconds else {})


def _log(error: Exception, status: int) -> None:
    if isinstance(error, problems.LOST):
        # The driver's own words: SQLAlchemy's would repeat the statement.
        logger.error("the store does not answer: %s", getattr(error, "orig", None) or error)
    elif status == 500:
        logger.error("unforeseen %s", type(error).__name__, exc_info=error)
