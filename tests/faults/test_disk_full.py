"""What becomes of articles while the disk is full."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from sqlalchemy import text
from tests.faults.conftest import House, wait_for

from dateline.model.article import State
from dateline.store import database

ROOM = 64 * 1024
LONG = "nap 0 " + "and so it went on " * 600

pytestmark = pytest.mark.linux


@pytest.fixture
def address() -> None:
    """The embedded store: of the files of another one a test knows nothing."""
    return


@pytest.fixture
def limits() -> dict[str, object]:
    return {"soft_limit": 2, "hard_limit": 3, "lease": 4}


@contextmanager
def full(house: House) -> Iterator[None]:
    """No file of our processes may grow much beyond what the store has now."""
    files = [*house.folder.glob("dateline.sqlite*")]
    limit(house, max(file.stat().st_size for file in files) + ROOM)
    yield
    limit(house, resource.RLIM_INFINITY)


def limit(house: House, size: int) -> None:
    for number in house.alive():
        _, hard = resource.prlimit(number, resource.RLIMIT_FSIZE)
        resource.prlimit(number, resource.RLIMIT_FSIZE, (size, hard))


def post(house: House, number: int) -> httpx.Response:
    article = {"text": LONG, "published_at": "2025-02-26", "external_id": str(number)}
    return httpx.post(f"{house.address}/v1/articles", json=article, timeout=60)


def count(house: House, what: str) -> int:
    with database.reading(house.engine) as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {what}")) or 0)


def test_what_finds_no_room_is_refused_and_what_was_accepted_waits_for_room(house) -> None:
    house.start_api()
    first = house.submit("nap 1", *["nap 0"] * 4)
    house.start_worker()
    house.reading(first[0])

    with full(house):
        answers = [post(house, number) for number in range(30)]
        accepted = [answer.json()["id"] for answer in answers if answer.status_code == 202]
        kept = count(house, "articles"), count(house, "revisions")
        wait_for(lambda: "the store is away" in house.said(house.workers[0]))
    refused = [answer for answer in answers if answer.status_code != 202]
    again = post(house, 29)
    ids = [*first, *accepted, again.json()["id"]]
    house.settle(ids)

    assert accepted
    assert {answer.status_code for answer in refused} == {503}
    assert refused[0].json()["type"] == "/problems/unavailable"
    assert refused[0].headers["content-type"] == "application/problem+json"
    assert "retry-after" in refused[0].headers
    assert kept == (len(first) + len(accepted),) * 2
    assert again.status_code == 202
    assert house.states(ids) == {State.DONE: len(ids)}
    assert {house.events(id) for id in ids} == {3}
    assert count(house, "articles") == len(ids)
    assert count(house, "pragma_integrity_check WHERE integrity_check = 'ok'") == 1
