"""All kinds of fault at once, in an order that the seed gives."""

import random
import time

import pytest
from tests.faults.conftest import House
from tests.faults.faults import (
    Fault,
    forget_everything,
    kill_a_reader,
    kill_a_worker,
    kill_the_broker,
    kill_the_relay,
)

from dateline.model.article import State

SECONDS = 5
SEED = 20250226


def post_more(_: House) -> None:
    """Not a fault, but what goes on meanwhile."""


FAULTS: list[Fault] = [
    kill_a_worker,
    kill_a_reader,
    kill_the_relay,
    kill_the_broker,
    forget_everything,
    post_more,
]


@pytest.fixture
def limits() -> dict[str, object]:
    # Here workers are killed for no fault of the article, also when it is alone.
    return {"max_attempts": 50, "chunk_articles": 4}


@pytest.mark.timeout(180)
def test_in_a_storm_no_article_is_lost_and_none_is_told_twice(house) -> None:
    chance = random.Random(SEED)
    house.start_worker()
    house.start_worker()
    ids: list[str] = []

    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        ids += house.post(*["nap 0.05"] * 10)
        chance.choice(FAULTS)(house)
        time.sleep(chance.uniform(0, 0.5))
    house.settle(ids)

    assert house.states(ids) == {State.DONE: len(ids)}
    assert {house.events(id) for id in ids} == {3}
    assert house.timeline() == 3 * len(ids)


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_while_the_broker_is_gone_articles_are_taken_in_and_read_later(house) -> None:
    house.start_api()
    house.start_worker()
    house.kill(house.broker)

    ids = house.submit(*["nap 0"] * 3)
    ready = house.ask("/readyz")
    waiting = house.states(ids)
    house.start_broker()
    house.settle(ids)

    assert ready == {"status": "degraded", "degraded": ["broker"]}
    assert waiting == {State.QUEUED: 3}
    assert house.states(ids) == {State.DONE: 3}
    assert [article.attempts for article in house.found(ids)] == [1] * 3
    assert house.ask("/readyz") == {"status": "ok", "degraded": []}


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_worker_that_was_busy_while_the_broker_went_takes_up_work_again(house) -> None:
    (first,) = house.post("nap 0.4")
    house.start_worker()
    house.reading(first)
    house.kill(house.broker)
    house.settle([first])
    time.sleep(0.5)
    house.start_broker()

    (second,) = house.post("nap 0")
    house.settle([second])

    assert house.states([first, second]) == {State.DONE: 2}
