"""What becomes of articles whose workers die, hang, fail and leave."""

from datetime import timedelta

import pytest
from tests.faults.conftest import wait_for

from dateline.model.article import State

# A slow machine has to be slower than this before it looks like a bad article.
UNHURRIED = pytest.mark.parametrize(
    "limits", [{"soft_limit": 2, "hard_limit": 3, "lease": 4, "drain": 10}]
)
# Enough for a worker, and not for one that eats.
MEMORY = 512 * 1024 * 1024
# What the engines have no part in is shown on one of them.
ONCE = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


@ONCE
@pytest.mark.linux
@pytest.mark.parametrize("limits", [{"max_attempts": 1, "max_memory": MEMORY}])
def test_articles_that_cannot_be_read_are_given_up_and_the_others_are_done(house) -> None:
    bad = {
        "fail 0": "ValueError: cannot be read",
        "nap 60": "TooSlow: not read after 0.6 seconds",
        "die 0": "worker lost",
        "hang 0": "worker lost",
        "eat 0": f"TooBig: not read with {MEMORY} bytes of memory",
    }
    good = house.post(*["nap 0"] * 4)
    dead = house.post(*bad)
    house.start_worker()

    house.settle(good + dead)

    given_up = house.found(dead)
    assert house.states(good) == {State.DONE: 4}
    assert house.states(dead) == {State.FAILED: len(bad)}
    assert [article.last_error for article in given_up] == list(bad.values())
    assert {article.attempts for article in given_up} == {house.settings.max_attempts}
    assert house.timeline() == 3 * len(good)


@pytest.mark.postgres
@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
@pytest.mark.parametrize("limits", [{"max_attempts": 5, "lease": 1.1, "concurrency": 2}])
def test_an_article_in_the_company_of_killers_is_read_and_they_are_given_up(house) -> None:
    company = house.post("die 0", "nap 0.1", "die 0", "nap 0.1", "die 0")
    innocent = [company[1], company[3]]
    house.start_worker()

    house.settle(company)

    deaths = [house.begun(id) for id in company if id not in innocent]
    assert sum(map(len, deaths)) > 10
    assert house.states(innocent) == {State.DONE: 2}
    assert house.states(company) == {State.DONE: 2, State.FAILED: 3}
    assert [house.events(id) for id in innocent] == [3, 3]
    assert [article.attempts for article in house.found(innocent)] == [1, 1]


@pytest.mark.parametrize(
    "limits", [{"soft_limit": 2, "hard_limit": 3, "lease": 4, "chunk_articles": 1}]
)
def test_a_worker_killed_in_the_middle_costs_a_lease_and_nothing_else(house) -> None:
    ids = [house.post("nap 1")[0] for _ in range(3)]
    workers = [house.start_worker() for _ in range(3)]
    wait_for(lambda: all(house.begun(id) for id in ids))
    for worker in workers:
        house.kill(worker)
    before = [house.leased_until(id) for id in ids]
    workers = [house.start_worker() for _ in range(3)]
    wait_for(lambda: all(len(house.begun(id)) == 2 for id in ids))
    after = [house.leased_until(id) for id in ids]

    house.settle(ids)

    lease = timedelta(seconds=house.settings.lease)
    waited = [late - lease - early for early, late in zip(before, after, strict=True)]
    # The quickest of them: a busy machine may keep any of them waiting.
    assert timedelta() <= min(waited) < timedelta(seconds=2)
    assert [(found.state, found.attempts) for found in house.found(ids)] == [(State.DONE, 2)] * 3
    assert ([house.events(id) for id in ids], house.timeline()) == ([3] * 3, 9)


@ONCE
@UNHURRIED
def test_a_worker_told_to_stop_gives_back_what_it_has_not_read(house) -> None:
    ids = house.post(*["nap 0.5"] * 4)
    worker = house.start_worker()
    house.reading(ids[0])
    worker.terminate()

    worker.wait(60)

    found = {article.id: (article.state, article.attempts) for article in house.found(ids)}
    assert found == {
        ids[0]: (State.DONE, 1),
        ids[1]: (State.QUEUED, 0),
        ids[2]: (State.QUEUED, 0),
        ids[3]: (State.QUEUED, 0),
    }


@ONCE
@pytest.mark.parametrize(
    "limits", [{"soft_limit": 60, "hard_limit": 90, "lease": 120, "drain": 60}]
)
def test_a_worker_told_twice_to_stop_does_not_wait_and_loses_nothing(house) -> None:
    (article,) = house.post("nap 50")
    worker = house.start_worker()
    house.reading(article)
    worker.terminate()
    wait_for(lambda: "Warm shutdown" in house.said(worker))
    worker.terminate()

    worker.wait(40)

    (found,) = house.found([article])
    assert (found.state, found.attempts) == (State.QUEUED, 0)
