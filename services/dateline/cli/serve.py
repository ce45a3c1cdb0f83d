"""Everything under one roof: broker, API, relay and worker, until Ctrl-C."""

import socket
import sys
import time
from pathlib import Path

import httpx
from rich.console import Console

from dateline.cli import folder, samples, show
from dateline.cli.supervisor import Child, Supervisor
from dateline.model.errors import DatelineError
from dateline.queue import broker
from dateline.settings import Settings
from dateline.store import database

READY_WITHIN_SECONDS = 60.0
POLL_SECONDS = 0.1
GRACE_SECONDS = 10.0


class PortTaken(DatelineError):
    """The address to listen on cannot be had."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"cannot listen on {host}:{port}: {why} (set DATELINE_PORT or --port)")


class NotReady(DatelineError):
    """The service did not come up in time."""

    def __init__(self, logs: Path) -> None:
        super().__init__(f"not ready after {READY_WITHIN_SECONDS:g} seconds; see {logs}")


def serve(settings: Settings, console: Console) -> None:
    """Starts the whole service and stays until a signal; then stops every child."""
    with folder.hold(settings.data) as data:
        settings = settings.model_copy(update={"port": free_port(settings.host, settings.port)})
        supervisor = Supervisor(data / "logs")
        supervisor.listen()
        try:
            _start(supervisor, settings, console)
            supervisor.watch()
        finally:
            console.print("\nStopping …")
            supervisor.stop()
            console.print("Stopped; the data stays in", str(settings.data))


def free_port(host: str, port: int) -> int:
    """The port, once it is known that it can be had; 0 becomes a free one. Raises PortTaken."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return int(probe.getsockname()[1])
    except OSError as error:
        raise PortTaken(host, port, (error.strerror or str(error)).lower()) from error


def _start(supervisor: Supervisor, settings: Settings, console: Console) -> None:
    console.print("Starting broker, store, API, relay and worker …")
    began = time.monotonic()
    settings = _start_broker(supervisor, settings)
    engine = database.open(settings.database)
    database.migrate(engine)
    engine.dispose()
    for child in _children(settings):
        supervisor.start(child)
    address = _address(settings)
    with httpx.Client(base_url=address, timeout=samples.WAIT_SECONDS + 5) as api:
        if not _ready(supervisor, api):
            return
        console.print(f"Ready in {time.monotonic() - began:.1f} s")
        if settings.samples and settings.database_url is None:
            _load_samples(supervisor, api, console)
        show.timeline(api, console)
    console.print(f"\nThe timeline is at [bold]{address}/[/]  (Ctrl-C stops it)")


def _start_broker(supervisor: Supervisor, settings: Settings) -> Settings:
    """The settings with the address of a broker that answers."""
    if settings.redis_url is not None:
        return settings
    server = broker.embedded(settings.data)
    supervisor.start(Child("broker", server.command, GRACE_SECONDS))
    return settings.model_copy(update={"redis_url": server.url})


def _children(settings: Settings) -> list[Child]:
    environment = settings.environment()
    graces = {"api": GRACE_SECONDS, "relay": GRACE_SECONDS}
    graces["worker"] = settings.drain + GRACE_SECONDS
    return [
        Child(name, [sys.executable, "-m", "dateline.cli", name], grace, environment)
        for name, grace in graces.items()
    ]


def _ready(supervisor: Supervisor, api: httpx.Client) -> bool:
    """True once everything answers, False when told to stop before. Raises NotReady."""
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while not supervisor.stopping.wait(POLL_SECONDS):
        supervisor.check()
        if _answers(api):
            return True
        if time.monotonic() > deadline:
            raise NotReady(supervisor.log_folder)
    return False


def _answers(api: httpx.Client) -> bool:
    try:
        answer = api.get("/readyz")
    except httpx.TransportError:
        return False
    return answer.is_success and not answer.json().get("degraded")


def _load_samples(supervisor: Supervisor, api: httpx.Client, console: Console) -> None:
    for title in samples.post(api):
        console.print("  read", title)
        if supervisor.stopping.is_set():
            return


def _address(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"
