"""Methods: HEAD wherever there is GET, and which others a resource knows (RFC 9110, section 9)."""

from fastapi import Request
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = ("GET", "POST", "PATCH", "DELETE")


class Head:
    """Answers HEAD as GET would be answered, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request through, and what answers it but for its body."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            is_body = message["type"] == "http.response.body"
            await send({**message, "body": b""} if is_body else message)

        await self.app({**scope, "method": "GET"}, receive, send_head)


def allowed(request: Request) -> str:
    """What can be done where the request went: the value of `Allow`."""
    # What is mounted is files, and knows no other method.
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    known = {
        method
        for method in METHODS
        for route in routes
        if route.matches(dict(request.scope) | {"method": method})[0] is Match.FULL
    } or {"GET"}
    return ", ".join(sorted(known | ({"HEAD"} if "GET" in known else set())))
