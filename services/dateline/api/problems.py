"""Problems: the one table of what can go wrong, and how each error is answered (RFC 9457)."""

import logging
from http import HTTPStatus
from typing import Any, NamedTuple

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from dateline.model.errors import (
    ArticleNotFound,
    BadCursor,
    DatelineError,
    IdentityConflict,
    NoArticleText,
    NoModel,
    NotReadYet,
    OverLimit,
    StaleCursor,
    StoreNotReady,
    UnknownZone,
    UnreadableDate,
)
from dateline.wire.problem import MEDIA_TYPE, FieldError, Problem, ProblemType

logger = logging.getLogger(__name__)


class Kind(NamedTuple):
    """A type of problem: what stands behind `/problems/` in its `type`, and its title."""

    name: str
    title: str


KINDS = {
    400: Kind("malformed", "The request cannot be read"),
    401: Kind("unauthenticated", "An API key is needed"),
    403: Kind("forbidden", "The API key does not allow this"),
    404: Kind("not-found", "There is no such thing"),
    405: Kind("method-not-allowed", "This cannot be done here"),
    409: Kind("conflict", "The request contradicts what is stored"),
    410: Kind("gone", "This is no longer here"),
    412: Kind("precondition-failed", "It has changed in the meantime"),
    413: Kind("too-large", "The request is too large"),
    415: Kind("unsupported-media-type", "The body has the wrong content type"),
    422: Kind("invalid", "Something in the request cannot be accepted"),
    429: Kind("too-many-requests", "Too many requests"),
    500: Kind("internal", "Something went wrong on our side"),
    503: Kind("unavailable", "This cannot be answered now"),
}

STATUS: dict[type[DatelineError], int] = {
    ArticleNotFound: 404,
    BadCursor: 422,
    IdentityConflict: 409,
    NoArticleText: 422,
    NoModel: 503,
    NotReadYet: 404,
    OverLimit: 422,
    StaleCursor: 410,
    StoreNotReady: 503,
    UnknownZone: 422,
    UnreadableDate: 422,
}

# The field that an error is about, where it is always the same.
FIELD: dict[type[DatelineError], str] = {
    BadCursor: "cursor",
    NoArticleText: "html",
    StaleCursor: "cursor",
    UnknownZone: "timezone",
}

router = APIRouter(prefix="/problems", tags=["operations"])

# What a client can do about a store that does not answer: come back.
RETRY = {"Retry-After": "5"}


def install(app: FastAPI) -> None:
    """Answer every error of this application as a problem."""
    app.add_exception_handler(DatelineError, _dateline_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    for lost in (InterfaceError, NoConnection, OperationalError):
        app.add_exception_handler(lost, _store_down)
    app.add_exception_handler(Exception, _internal)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of these answers."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": KINDS[status].title, "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }


@router.get("/{name}", responses=responses(404, 422))
def describe(name: str) -> ProblemType:
    """What the `type` of a problem stands for."""
    for status, kind in KINDS.items():
        if kind.name == name:
            return ProblemType(type=f"/problems/{name}", title=kind.title, status=status)
    raise HTTPException(404)


def _answer(
    request: Request,
    status: int,
    detail: str,
    errors: list[FieldError] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    kind = KINDS[status]
    problem = Problem(
        type=f"/problems/{kind.name}",
        title=kind.title,
        status=status,
        detail=detail,
        instance=request.url.path,
        errors=errors,
    )
    content = problem.model_dump_json(exclude_none=True)
    return Response(content, status, headers, media_type=MEDIA_TYPE)


async def _dateline_error(request: Request, error: Exception) -> Response:
    status = next((STATUS[kind] for kind in type(error).mro() if kind in STATUS), 500)
    if status == 500:
        logger.error("unforeseen %s", type(error).__name__, exc_info=error)
        return _answer(request, 500, "the error has been logged")
    return _answer(request, status, _detail(error), _fields(error))


def _detail(error: Exception) -> str:
    if isinstance(error, UnreadableDate):
        return f"published_at {error.why}"
    return str(error) or KINDS[STATUS[type(error)]].title  # type: ignore[index]  # one of ours


def _fields(error: Exception) -> list[FieldError] | None:
    if isinstance(error, OverLimit):
        return [FieldError(pointer=f"#/{error.field}", detail=str(error))]
    if isinstance(error, UnreadableDate):
        readings = list(error.readings) or None
        return [FieldError(pointer="#/published_at", detail=error.why, readings=readings)]
    field = FIELD.get(type(error))  # type: ignore[arg-type]  # one of ours
    return [FieldError(pointer=f"#/{field}", detail=str(error))] if field else None


async def _http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = error.status_code if error.status_code in KINDS else 500
    headers = dict(error.headers) if error.headers else None
    return _answer(request, status, _sentence(error), headers=headers)


def _sentence(error: HTTPException) -> str:
    """What was said of it, unless that is only the name of the status."""
    if error.detail == HTTPStatus(error.status_code).phrase:
        return KINDS[error.status_code].title
    return str(error.detail)


async def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    errors = [
        FieldError(pointer=_pointer(one["loc"]), detail=one["msg"].removeprefix("Value error, "))
        for one in error.errors()
    ]
    detail = "; ".join(f"{one.pointer.removeprefix('#/')}: {one.detail}" for one in errors)
    return _answer(request, 422, detail, errors)


def _pointer(location: tuple[str | int, ...]) -> str:
    """Where in the body, or which parameter, as a JSON Pointer (RFC 6901) in fragment form."""
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in location[1:]]
    return "#" + "".join(f"/{step}" for step in steps)


async def _store_down(request: Request, error: Exception) -> Response:
    # The driver's own words: SQLAlchemy's would repeat the statement with what was to be stored.
    logger.error("the store does not answer: %s", getattr(error, "orig", None) or error)
    return _answer(request, 503, "the store does not answer", headers=RETRY)


async def _internal(request: Request, error: Exception) -> Response:
    logger.error("unforeseen %s", type(error).__name__, exc_info=error)
    return _answer(request, 500, "the error has been logged")
