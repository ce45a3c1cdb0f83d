"""The API as a process: what it logs, and how it ends."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.serving import on_sqlite

SECRET = "Kazimir the grocer"
ID = "0f8fad5bd9cb469fa16570867728950e"


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process that serves, and its address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = on_sqlite(tmp_path, port=port)
    command = [sys.executable, "-m", "dateline.cli", "api"]
    with subprocess.Popen(
        command,
        env=settings.environment() | {"PATH": "/usr/bin:/bin"},
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    ) as process:
        address = f"http://127.0.0.1:{port}"
        while not _answers(address):
            assert process.poll() is None
            time.sleep(0.05)
        yield process, address
        process.kill()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/healthz").is_success
    except httpx.TransportError:
        return False


def ended(process: subprocess.Popen[str]) -> list[dict[str, Any]]:
    """The log of the process after it was told to stop."""
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=30)
    return [json.loads(line) for line in log.splitlines()]


def test_a_log_tells_of_requests_and_never_what_they_say(
    process: tuple[subprocess.Popen[str], str],
):
    running, address = process
    post = {"text": f"{SECRET} left on Monday.", "published_at": "2025-02-26", "title": SECRET}
    httpx.post(f"{address}/v1/articles", json=post, headers={"X-Request-ID": ID})
    httpx.post(f"{address}/v1/articles", json=post | {"published_at": SECRET})
    httpx.post(f"{address}/v1/articles", json={"html": f"<p>{SECRET}", "published_at": "2025"})
    httpx.post(f"{address}/v1/resolve", json={"text": SECRET, "published_at": SECRET})

    log = ended(running)

    posted = [line for line in log if line.get("path") == "/v1/articles"]
    assert [line["status"] for line in posted] == [202, 422, 422]
    assert posted[0]["request_id"] == ID
    assert all(len(line["request_id"]) == 32 for line in posted)
    assert SECRET not in json.dumps(log)


def test_a_process_that_is_told_to_stop_ends_well(process: tuple[subprocess.Popen[str], str]):
    running, _ = process

    ended(running)

    assert running.returncode in (0, -signal.SIGTERM)
