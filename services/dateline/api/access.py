"""What becomes of each request: a line of log and a measure, never what it said."""

import time

import structlog
from fastapi.routing import APIRoute
from prometheus_client import CollectorRegistry, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = structlog.get_logger(__name__)


class Requests:
    """How long requests took, by operation and status."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._seconds = Histogram(
            "dateline_http_request_seconds",
            "Seconds from a request to the end of its answer",
            ("operation", "status"),
            registry=self.registry,
        )

    def note(self, scope: Scope, status: int, seconds: float) -> None:
        """Note how a request was answered, by its `operationId` in the contract."""
        route = scope.get("route")
        # Whoever asks for what is not there makes up as many paths as he likes.
        self._seconds.labels(operation(route) if route else "none", status).observe(seconds)


def operation(route: APIRoute) -> str:
    """What the contract calls a route."""
    return ".".join([*map(str, route.tags), route.name])


class AccessLog:
    """Logs and measures method, path, status and duration."""

    def __init__(self, app: ASGIApp, requests: Requests) -> None:
        self.app = app
        self.requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request through and note how it was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 500

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, note)
        finally:
            seconds = time.perf_counter() - began
            self.requests.note(scope, status, seconds)
            logger.info(
                "request",
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round(seconds * 1000, 1),
            )
