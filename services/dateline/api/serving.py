"""The API as a process: its log, its sockets, its end."""

import logging
import sys

import structlog
import uvicorn
from asgi_correlation_id import correlation_id
from structlog.types import EventDict, Processor, WrappedLogger

from dateline.api.app import create
from dateline.settings import Settings

# Longer than proxies and clients keep a connection that rests: whoever closes it first must not be
# us, while their next request is on its way.
KEEP_ALIVE_SECONDS = 75

# They call a page that cannot be read an error of theirs; for us it is an answer to a client.
QUIET = ("htmldate", "trafilatura")


def serve(settings: Settings) -> None:
    """Serve until told to stop; requests under way are answered first."""
    log_as_json()
    uvicorn.run(
        create(settings),
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=10,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


def log_as_json() -> None:
    """One JSON object a line on stderr, with the request's id, whoever logs."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_request_id,
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _add_request_id(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    request_id = correlation_id.get()
    if request_id:
        event["request_id"] = request_id
    return event
