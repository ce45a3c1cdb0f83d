"""The pages: the timeline, and the article behind each of its events."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, get_origin
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.datastructures import QueryParams

from dateline.intake import limits
from dateline.model import days
from dateline.model.article import State
from dateline.model.errors import ArticleNotFound, BadCursor, InFuture, OverLimit, StaleCursor
from dateline.model.event import Status
from dateline.store import articles, cursor, database, events, order, timeline
from dateline.store.asked import Position
from dateline.web import similar, views
from dateline.wire import refusal
from dateline.wire.contract import UNSTORABLE, Order
from dateline.wire.timeline import Format, TimelineQuery

FOLDER = Path(__file__).parent
REPEATED = {
    field.alias or name
    for name, field in TimelineQuery.model_fields.items()
    if get_origin(field.annotation) is list
}
FIELDS = {"entity", "q", "from", "to", "status", "order", "undated", "cursor"}
DEFAULTS: dict[str, object] = {"order": Order.DESC}
EXPORTS = {
    "calendar": Format.ICS,
    "feed": Format.ATOM,
    "spreadsheet": Format.CSV,
    "slides": Format.TIMELINEJS,
}
# Another version has another address: no browser shows today's page in yesterday's clothes.
STYLE = f"/static/dateline.css?{sha256((FOLDER / 'static/dateline.css').read_bytes()).hexdigest()}"
BEING_READ = {State.QUEUED, State.PROCESSING}
HEADERS = {
    # No script at all, no style but our own, nothing from elsewhere.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

router = APIRouter(include_in_schema=False)
static = StaticFiles(directory=FOLDER / "static")
templates = Jinja2Templates(directory=FOLDER / "templates")
templates.env.filters |= {
    "clock": days.clock,
    "day": days.day,
    "name": views.name,
    "span": days.span,
    "weekday": days.weekday,
    "when": views.when,
}
templates.env.globals |= {"Status": Status, "style": STYLE}


@router.get("/")
def show_timeline(request: Request) -> Response:
    """The timeline, with the form that asks for another one."""
    asked = _filled_in(request.query_params)
    form: dict[str, Any] = {"asked": asked, "carried": _carried(asked)}
    try:
        return _render(request, "timeline.html", **form, **_timeline(request, asked))
    except ValidationError as refused:
        complaints = [_complaint(error) for error in refused.errors()]
    except (OverLimit, BadCursor, InFuture, StaleCursor) as refused:
        complaints = [str(refused)]
    return _render(request, "timeline.html", 422, **form, complaints=complaints)


@router.get("/articles/{article_id}")
def show_article(request: Request, article_id: str, event: str | None = None) -> Response:
    """One article, with what was read in it marked in place, and one event of it brought out."""
    try:
        if UNSTORABLE.search(article_id):
            raise ArticleNotFound(article_id)
        with database.reading(request.app.state.engine) as connection:
            article = articles.get(connection, article_id)
            # The marks of an earlier revision would stand beside the words of this one.
            is_read = events.is_read(connection, article)
            annotations = events.annotations(connection, article_id) if is_read else None
    except ArticleNotFound:
        return _render(request, "missing.html", 404)
    return _render(
        request,
        "article.html",
        article=article,
        draft=article.draft,
        reading=views.reading(article.draft.text, annotations, event),
        is_being_read=article.state in BEING_READ,
    )


def _filled_in(parameters: QueryParams) -> dict[str, Any]:
    """What was filled in: a form sends its empty fields too."""
    return {
        name: [value for value in parameters.getlist(name) if value]
        if name in REPEATED
        else parameters[name]
        for name in parameters
        if any(parameters.getlist(name))
    }


def _timeline(request: Request, asked: dict[str, Any]) -> dict[str, Any]:
    """One page of the answer, and the address of the next."""
    settings, now = request.app.state.settings, datetime.now(UTC)
    query = TimelineQuery.model_validate(DEFAULTS | asked)
    limits.check_query(query, settings)
    key = settings.signing_key
    after = cursor.unseal(query.cursor, Position, query, key, now) if query.cursor else None
    known = order.known_at(request.app.state.engine, query.as_of)
    with database.reading(request.app.state.engine) as connection:
        page = timeline.within(connection, query, after, known)
        unknown = {name: similar.names(connection, name) for name in page.unknown}
    following = cursor.seal(page.next, query, key, now) if page.next else None
    return {
        "query": query,
        "days": views.by_day(page.entries),
        "unknown": unknown,
        "next_page": following and "/?" + urlencode(asked | {"cursor": following}, doseq=True),
        "first_page": query.cursor and "/?" + urlencode(_without_cursor(asked), doseq=True),
        "exports": {name: _export(asked, format) for name, format in EXPORTS.items()},
    }


def _export(asked: dict[str, Any], format: Format) -> str:
    """The address of the whole answer in this format."""
    whole = DEFAULTS | _without_cursor(asked) | {"format": format}
    return "/v1/timeline?" + urlencode(whole, doseq=True)


def _complaint(error: ErrorDetails) -> str:
    """What is wrong with the question, in words that name the field where they do not yet."""
    why = refusal.why(error)
    named = "" if why.startswith("`") else f"{error['loc'][0]}: "
    return named + why.replace("`", "")


def _without_cursor(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if name != "cursor"}


def _carried(asked: dict[str, Any]) -> list[tuple[str, str]]:
    """What a link has asked for and the form has no field for: it is asked for again."""
    second = [("entity", name) for name in asked.get("entity", ())[1:]]
    others = {name: value for name, value in asked.items() if name not in FIELDS}
    return second + [
        (name, one)
        for name, value in others.items()
        for one in (value if isinstance(value, list) else [value])
    ]


def _render(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    given = {"today": datetime.now(UTC).date(), **context}
    return templates.TemplateResponse(request, template, given, status, headers=HEADERS)
