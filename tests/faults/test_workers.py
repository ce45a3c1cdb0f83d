"""What becomes of articles whose workers die, hang, fail and leave."""

import pytest

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
def test_ten_articles_at_once_are_ten_timelines(house) -> None:
    ids = house.post(*["nap 0.05"] * 10)
    house.start_worker()

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 10}
    assert [house.events(id) for id in ids] == [3] * 10
    assert [len(house.begun(id)) for id in ids] == [1] * 10


@UNHURRIED
def test_a_worker_killed_in_the_middle_costs_a_lease_and_nothing_else(house) -> None:
    (article,) = house.post("nap 1")
    first = house.start_worker()
    house.reading(article)
    house.kill(first)
    house.start_worker()

    house.settle([article])

    (found,) = house.found([article])
    assert (found.state, found.attempts) == (State.DONE, 2)
    assert (house.events(article), house.timeline()) == (3, 3)


@ONCE
@UNHURRIED
def test_a_process_killed_in_company_takes_nobody_along(house) -> None:
    ids = house.post("nap 0.4", "nap 0.4", "nap 0.4")
    house.start_worker()
    house.kill_reader(house.reading(ids[0]))

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 3}
    assert [house.events(id) for id in ids] == [3] * 3
    assert [article.attempts for article in house.found(ids)] == [1] * 3


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
    "limits", [{"soft_limit": 60, "hard_limit": 90, "lease": 120, "drain": 0.3}]
)
def test_a_worker_that_may_not_wait_breaks_off_what_it_reads(house) -> None:
    (article,) = house.post("nap 30")
    worker = house.start_worker()
    house.reading(article)
    worker.terminate()

    worker.wait(60)

    (found,) = house.found([article])
    assert (found.state, found.attempts) == (State.QUEUED, 0)
