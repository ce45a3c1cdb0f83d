"""The supervisor with real processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.cli.supervisor import Child, ChildKeepsDying, Supervisor

PATIENCE_SECONDS = 20.0


def until(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    supervisor = Supervisor(tmp_path)
    yield supervisor
    supervisor.stop()


def sleeper(name: str = "sleeper", grace: float = 5) -> Child:
    return Child(name, ["sleep", "60"], grace)


def pid_of(child: Child) -> int:
    assert child.process is not None
    return child.process.pid


def test_a_killed_child_is_started_again(supervisor: Supervisor) -> None:
    child = sleeper()
    supervisor.start(child)
    first = pid_of(child)

    os.kill(first, signal.SIGKILL)

    assert until(lambda: (supervisor.check(), pid_of(child) != first)[1])
    assert child.process is not None
    assert child.process.poll() is None


def test_stopping_ends_every_child_the_last_started_first(tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path)
    order = tmp_path / "order"
    for name in ("first", "second"):
        say = f"trap 'echo {name} >> {order}; exit 0' TERM; echo up; while :; do sleep 0.05; done"
        supervisor.start(Child(name, ["sh", "-c", say], grace=5))
    assert until(lambda: all((tmp_path / f"{n}.log").read_text() for n in ("first", "second")))

    supervisor.stop()

    assert order.read_text().split() == ["second", "first"]


def test_a_child_that_ignores_the_request_to_stop_is_killed_after_its_grace(
    tmp_path: Path,
) -> None:
    supervisor = Supervisor(tmp_path)
    child = Child("deaf", ["sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done"], 0.2)
    supervisor.start(child)
    assert until(lambda: "up" in (tmp_path / "deaf.log").read_text())
    pid = pid_of(child)

    supervisor.stop()

    assert not alive(pid)


def test_a_child_that_keeps_dying_is_an_error_that_names_its_log(supervisor: Supervisor) -> None:
    child = Child("doomed", [sys.executable, "-c", "raise SystemExit(3)"], grace=1)
    supervisor.start(child)

    def give_up() -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            supervisor.check()
            time.sleep(0.02)

    with pytest.raises(ChildKeepsDying, match=r"doomed\.log"):
        give_up()


@pytest.mark.linux
def test_children_end_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    program = f"""
import pathlib, time
from dateline.cli.supervisor import Child, Supervisor
supervisor = Supervisor(pathlib.Path({str(tmp_path)!r}))
child = Child("sleeper", ["sleep", "60"], 5)
supervisor.start(child)
print(child.process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert until(lambda: b"sleep" in Path(f"/proc/{pid}/cmdline").read_bytes()[:6])

        parent.kill()

    assert until(lambda: not alive(pid))
