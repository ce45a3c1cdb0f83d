"""What becomes of articles while the disk is full."""

import resource

import httpx
import pytest
from tests.faults.conftest import House, wait_for
from tests.faults.faults import ROOM, leave_room

from dateline.model.article import State

LONG = "nap 0 " + "and so it went on " * 600

pytestmark = pytest.mark.linux


@pytest.fixture
def address() -> None:
    """The embedded store: of the files of another one a test knows nothing."""
    return


@pytest.fixture
def limits() -> dict[str, object]:
    return {"soft_limit": 2, "hard_limit": 3, "lease": 4}


def post(house: House, number: int) -> httpx.Response:
    article = {"text": LONG, "published_at": "2025-02-26", "external_id": str(number)}
    return httpx.post(f"{house.address}/v1/articles", json=article, timeout=60)


def test_what_finds_no_room_is_refused_and_what_was_accepted_waits_for_room(house) -> None:
    house.start_api()
    first = house.submit("nap 1", *["nap 0"] * 4)
    house.start_worker()
    house.reading(first[0])

    leave_room(house, (house.folder / "dateline.sqlite-wal").stat().st_size + ROOM)
    answers = [post(house, number) for number in range(30)]
    accepted = [answer.json()["id"] for answer in answers if answer.status_code == 202]
    kept = house.count("articles"), house.count("revisions")
    wait_for(lambda: "the store is away" in house.said(house.workers[0]))
    leave_room(house, resource.RLIM_INFINITY)
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
    assert house.count("articles") == len(ids)
    assert house.count("pragma_integrity_check WHERE integrity_check = 'ok'") == 1
