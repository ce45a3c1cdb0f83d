"""`dateline run` as a newcomer meets it: the real command, real processes, real articles."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.cli import trap_article

PATIENCE_SECONDS = 90.0


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "dateline.cli", *arguments]


def environment(**more: str) -> dict[str, str]:
    """This process's, without what an operator may have set for a service of their own."""
    ours = {name: value for name, value in os.environ.items() if "DATELINE_" not in name}
    return {name: ours[name] for name in ours if name not in ("DATABASE_URL", "REDIS_URL")} | more


class Run:
    """A `dateline run` at work, and what it has printed."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.output = folder / "output"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                command("run", "--port", "0", "--data", str(folder / "data"), *options),
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment(COLUMNS="160"),
            )

    @property
    def said(self) -> str:
        return self.output.read_text()

    def address(self) -> str:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if found := re.search(r"The timeline is at (http://[\d.:]+)/", self.said):
                return found[1]
            time.sleep(0.05)
        pytest.fail(f"did not come up: {self.said}")

    def descendants(self) -> set[int]:
        """The processes below this one, by walking the system's table of parents."""
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
        below, found = {self.process.pid}, set()
        while below:
            below = {pid for pid, parent in parents.items() if parent in below}
            found |= below
        return found


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Run]:
    run = Run(folder, *options)
    try:
        yield run
    finally:
        run.process.send_signal(signal.SIGINT)
        try:
            run.process.wait(PATIENCE_SECONDS)
        finally:
            run.process.kill()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run")


@pytest.fixture(scope="module")
def first(folder: Path) -> Iterator[Run]:
    with running(folder) as run:
        run.address()
        yield run


pytestmark = [
    pytest.mark.model,
    pytest.mark.linux,
]


def test_it_prints_a_timeline_of_the_samples_and_the_address_of_the_page(first: Run) -> None:
    assert "Northline Ferries" in first.said
    assert "scheduled" in first.said
    assert httpx.get(first.address()).status_code == httpx.codes.OK


def test_a_second_one_on_the_same_folder_is_refused_in_one_line(first: Run, folder: Path) -> None:
    ended = subprocess.run(
        command("run", "--port", "0", "--data", str(folder / "data")),
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )

    assert ended.returncode == 1
    assert re.fullmatch(
        rf"dateline: data folder \S+ cannot be used: dateline runs there already,"
        rf" as process {first.process.pid} \(set DATELINE_DATA\)\n",
        ended.stderr,
    )


# What a worker takes from the broker as it dies is rung for again after two minutes.
@pytest.mark.timeout(300)
def test_a_killed_worker_comes_back_and_goes_on(first: Run) -> None:
    with httpx.Client(base_url=first.address(), timeout=PATIENCE_SECONDS) as api:
        workers = {pid for pid in first.descendants() if b"worker" in cmdline(pid)}
        for pid in workers:
            os.kill(pid, signal.SIGKILL)
        body = {"text": "The mayor resigned on Monday.", "published_at": "2025-02-26"}
        id = api.post("/v1/articles", json=body).json()["id"]

        state = wait_for_done(api, id, PATIENCE_SECONDS + 120)

        events = api.get(f"/v1/articles/{id}/annotations").json()["events"]
    assert workers
    assert state == "done"
    assert [event["time"]["earliest"] for event in events] == ["2025-02-24"]


def test_an_article_full_of_traps_is_read_as_a_careful_reader_would(first: Run) -> None:
    body = {"text": trap_article.TEXT, "published_at": trap_article.PUBLISHED}
    with httpx.Client(base_url=first.address(), timeout=PATIENCE_SECONDS) as api:
        id = api.post("/v1/articles", json=body).json()["id"]
        wait_for_done(api, id)
        found = api.get(f"/v1/articles/{id}/annotations").json()

    assert [row for row in trap_article.DATED if row not in readings(found)] == []
    for figure in trap_article.UNDATED_FIGURES:
        at = trap_article.TEXT.index(figure)
        assert not touching(found["timexes"], at, at + len(figure)), figure
    for line in trap_article.FURNITURE:
        at = trap_article.TEXT.index(line)
        assert touching(found["furniture"], at, at + len(line)), line
        assert not touching([e["trigger"] for e in found["events"]], at, at + len(line)), line
    assert [warning["suggestion"] for warning in found["warnings"]] == ["2.5% of GDP by 2027"]


def test_the_same_article_alone_and_after_others_gives_the_same_annotations(
    first: Run, tmp_path: Path
) -> None:
    body = {"text": trap_article.TEXT, "published_at": trap_article.PUBLISHED}
    with running(tmp_path, "--no-samples") as alone:
        answers = [annotated(run.address(), body) for run in (first, alone)]

    assert answers[0] == answers[1]


def test_ctrl_c_stops_every_child_and_the_data_stays(tmp_path: Path) -> None:
    body = {"text": "The mayor resigned on Monday.", "published_at": "2025-02-26"}
    with running(tmp_path) as run:
        answer = httpx.post(f"{run.address()}/v1/articles", json=body)
        id = answer.json()["id"]
        children = run.descendants()
    assert run.process.returncode == 0
    assert len(children) >= 4
    assert not {pid for pid in children if Path(f"/proc/{pid}").exists()}

    with running(tmp_path) as again:
        kept = httpx.get(f"{again.address()}/v1/articles/{id}")

    assert kept.json()["text"] == body["text"]


def test_a_port_in_use_is_one_line_that_names_it(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            command("run", "--port", str(port), "--data", str(tmp_path / "data")),
            check=False,
            capture_output=True,
            text=True,
            env=environment(),
        )

    assert ended.returncode == 1
    assert ended.stderr == (
        f"dateline: cannot listen on 127.0.0.1:{port}: address already in use"
        " (set DATELINE_PORT or --port)\n"
    )


def test_a_setting_that_makes_no_sense_is_one_line_that_names_it() -> None:
    ended = subprocess.run(
        command("run"),
        check=False,
        capture_output=True,
        text=True,
        env=environment(DATELINE_PORT="eighty"),
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("dateline: DATELINE_PORT=eighty: ")
    assert ended.stderr.count("\n") == 1


def annotated(address: str, body: dict[str, str]) -> str:
    """The annotations of an article, as they come but for when they were recorded."""
    with httpx.Client(base_url=address, timeout=PATIENCE_SECONDS) as api:
        id = api.post("/v1/articles", json=body).json()["id"]
        wait_for_done(api, id)
        return re.sub(
            r'"(recorded|received)_at":"[^"]*"', "", api.get(f"/v1/articles/{id}/annotations").text
        )


Marked = list[dict[str, Any]]


def touching(marks: Marked, start: int, end: int) -> Marked:
    return [mark for mark in marks if mark["start"] < end and start < mark["end"]]


def readings(found: dict[str, Any]) -> set[tuple[str, ...]]:
    """Phrase, interval, trigger, status and each agent of every event with a date phrase."""
    return {
        (
            *(timex["text"], event["time"]["earliest"], event["time"]["latest"]),
            *(event["trigger"]["text"], event["status"]),
            (participant["entity"] or {"name": participant["text"]})["name"],
        )
        for event in found["events"]
        for timex in event["time"]["timexes"]
        for participant in event["participants"]
        if participant["role"] == "agent"
    }


def cmdline(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def wait_for_done(api: httpx.Client, id: str, patience: float = PATIENCE_SECONDS) -> str:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        state: str = api.get(f"/v1/articles/{id}").json()["state"]
        if state in ("done", "failed"):
            return state
        time.sleep(0.1)
    pytest.fail(f"article {id} was never done")
