"""Problems: the one table of what can go wrong, and what each error is called (RFC 9457)."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, NamedTuple

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from dateline.model.errors import (
    ArticleDeleted,
    ArticleNotFound,
    Backlogged,
    BadCursor,
    CutOff,
    DatelineError,
    EventNotFound,
    IdentityConflict,
    InFuture,
    JobNotFound,
    JobOver,
    KeyInUse,
    KeyReused,
    NoArticleText,
    NoModel,
    NotReadYet,
    OverLimit,
    Revised,
    StaleCursor,
    StoreNotReady,
    TooManyExports,
    UnknownZone,
    UnreadableDate,
)
from dateline.wire import refusal
from dateline.wire.problem import MEDIA_TYPE, FieldError, Problem, ProblemType


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
    ArticleDeleted: 410,
    ArticleNotFound: 404,
    Backlogged: 503,
    BadCursor: 422,
    CutOff: 503,
    EventNotFound: 404,
    IdentityConflict: 409,
    InFuture: 422,
    JobNotFound: 404,
    JobOver: 409,
    KeyInUse: 409,
    KeyReused: 422,
    NoArticleText: 422,
    NoModel: 503,
    NotReadYet: 404,
    OverLimit: 422,
    Revised: 412,
    StaleCursor: 410,
    StoreNotReady: 503,
    TooManyExports: 503,
    UnknownZone: 422,
    UnreadableDate: 422,
}

# What a client can do about these: come back after so many seconds.
RETRY_AFTER = {429: 5, 503: 5}

# The field that an error is about, where it is always the same.
FIELD: dict[type[DatelineError], str] = {
    BadCursor: "cursor",
    InFuture: "as_of",
    KeyReused: "idempotency-key",
    NoArticleText: "html",
    StaleCursor: "cursor",
    UnknownZone: "timezone",
}


class Invalid(HTTPException):
    """A field that cannot be accepted, where FastAPI lets no other kind of error through."""

    def __init__(self, where: Iterable[int | str], detail: str) -> None:
        self.field = FieldError(pointer=_pointer(where), detail=detail)
        super().__init__(422, f"{self.field.pointer.removeprefix('#/')}: {detail}")


router = APIRouter(prefix="/problems", tags=["operations"])

# A store that does not answer.
LOST = (InterfaceError, NoConnection, OperationalError)


def of(error: Exception, instance: str) -> Problem:
    """What an error is called, in words that say nothing of our insides."""
    match error:
        case DatelineError() if type(error) in STATUS:
            status, detail, fields = STATUS[type(error)], _detail(error), _fields(error)
        case HTTPException():
            status, detail, fields = _http(error)
        case RequestValidationError():
            # The first step says where it was given: body, query, path.
            status, (detail, fields) = 422, _invalid((e["loc"][1:], e) for e in error.errors())
        case ValidationError():
            status, (detail, fields) = 422, _invalid((e["loc"], e) for e in error.errors())
        case _ if isinstance(error, LOST):
            status, detail, fields = 503, "the store does not answer", None
        case _:
            status, detail, fields = 500, "the error has been logged", None
    kind = KINDS[status]
    return Problem(
        type=f"/problems/{kind.name}",
        title=kind.title,
        status=status,
        detail=detail,
        instance=instance,
        errors=fields,
    )


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of these answers."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": KINDS[status].title, "content": content, **_RETRY.get(status, {})}
        for status in statuses
    }


_RETRY = {
    status: {
        "headers": {
            "Retry-After": {
                "description": "the seconds after which to come back",
                "required": True,
                "schema": {"type": "integer"},
            }
        }
    }
    for status in RETRY_AFTER
}


@router.get("/{name}", responses=responses(404, 422))
def describe(name: str) -> ProblemType:
    """What the `type` of a problem stands for."""
    for status, kind in KINDS.items():
        if kind.name == name:
            return ProblemType(type=f"/problems/{name}", title=kind.title, status=status)
    raise HTTPException(404)


def _detail(error: DatelineError) -> str:
    if isinstance(error, UnreadableDate):
        given = f"{error.given!r} " if error.given else ""
        return f"published_at {given}{error.why}"
    return str(error) or KINDS[STATUS[type(error)]].title


def _fields(error: DatelineError) -> list[FieldError] | None:
    if isinstance(error, OverLimit):
        return [FieldError(pointer=f"#/{error.field}", detail=str(error))]
    if isinstance(error, UnreadableDate):
        readings = list(error.readings) or None
        return [FieldError(pointer="#/published_at", detail=error.why, readings=readings)]
    field = FIELD.get(type(error))
    return [FieldError(pointer=f"#/{field}", detail=_detail(error))] if field else None


def _http(error: HTTPException) -> tuple[int, str, list[FieldError] | None]:
    status = error.status_code if error.status_code in KINDS else 500
    # Unless more was said than the name of the status.
    is_bare = error.detail == HTTPStatus(error.status_code).phrase
    fields = [error.field] if isinstance(error, Invalid) else None
    return status, KINDS[status].title if is_bare else str(error.detail), fields


def _invalid(
    errors: Iterable[tuple[tuple[int | str, ...], ErrorDetails]],
) -> tuple[str, list[FieldError]]:
    fields = [
        FieldError(pointer=_pointer(where), detail=refusal.why(error)) for where, error in errors
    ]
    return "; ".join(f"{one.pointer.removeprefix('#/')}: {one.detail}" for one in fields), fields


def _pointer(location: Iterable[int | str]) -> str:
    """Where in the body, or which parameter, as a JSON Pointer (RFC 6901) in fragment form."""
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in location]
    return "#" + "".join(f"/{step}" for step in steps)
