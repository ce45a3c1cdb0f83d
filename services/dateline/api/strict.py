"""Routes that refuse what they do not know: a mistyped parameter is never ignored."""

from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, get_origin
from urllib.parse import unquote_plus

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dateline.api.body import JsonRequest, require_json


class StrictRoute(APIRoute):
    """A route that takes its own parameters, each once unless it is a list, and a JSON body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, behind the checks."""
        handle = super().get_route_handler()
        repeatable = dict(_parameters(self))
        has_body = self.body_field is not None

        async def check_and_handle(request: Request) -> Response:
            _check_parameters(request, repeatable)
            if not has_body:
                return await handle(request)
            require_json(request)
            return await handle(JsonRequest(request.scope, request.receive))

        return check_and_handle


def _parameters(route: APIRoute) -> Iterator[tuple[str, bool]]:
    """The name of each query parameter, and whether it may be given more than once."""
    for parameter in route.dependant.query_params:
        model = parameter.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            for name, field in model.model_fields.items():
                yield field.alias or name, _is_list(field)
        else:
            yield parameter.alias, _is_list(parameter.field_info)


def _is_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is list


def _check_parameters(request: Request, repeatable: dict[str, bool]) -> None:
    _check_encoding(request.url.query)
    given = Counter(name for name, _ in request.query_params.multi_items())
    wrong = [(name, "is unknown") for name in given if name not in repeatable]
    wrong += [
        (name, "is given more than once")
        for name, times in given.items()
        if times > 1 and not repeatable.get(name, True)
    ]
    if wrong:
        raise RequestValidationError(
            [{"type": "parameter", "loc": ("query", name), "msg": why} for name, why in wrong]
        )


def _check_encoding(query: str) -> None:
    """Refuse what Starlette would read as replacement characters, which nobody asks for."""
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        try:
            unquote_plus(name, errors="strict")
            unquote_plus(value, errors="strict")
        except UnicodeDecodeError as wrong:
            where = ("query", unquote_plus(name))
            why = f"is not UTF-8 behind its percent signs, from byte {wrong.start} on"
            error = {"type": "parameter", "loc": where, "msg": why}
            raise RequestValidationError([error]) from wrong
