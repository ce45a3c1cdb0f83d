"""What becomes of articles whose workers die, hang, fail and leave."""

import pytest

from dateline.model.article import State

RECOVERY = 2.0


def test_ten_articles_at_once_are_ten_timelines(house) -> None:
    ids = house.post(*["nap 0.05"] * 10)
    house.start_worker()

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 10}
    assert [house.events(id) for id in ids] == [3] * 10
    assert [len(house.begun(id)) for id in ids] == [1] * 10


def test_a_worker_killed_in_the_middle_costs_a_lease_and_nothing_else(house, kill) -> None:
    (article,) = house.post("nap 1")
    first = house.start_worker()
    house.reading(article)
    kill(first.pid)
    house.start_worker()

    took = house.settle([article])

    (found,) = house.found([article])
    assert (found.state, found.attempts) == (State.DONE, 2)
    assert house.events(article) == 3
    assert took < house.settings.lease + 1 + RECOVERY


def test_a_process_killed_in_company_takes_nobody_along(house, kill) -> None:
    ids = house.post("nap 0.5", "nap 0.5", "nap 0.5")
    house.start_worker()
    kill(house.reading(ids[0]))

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 3}
    assert [house.events(id) for id in ids] == [3] * 3


def test_a_poisonous_article_is_given_up_and_the_others_are_done(house) -> None:
    ids = house.post("nap 0", "die 0", "nap 0", "nap 0")
    house.start_worker()

    house.settle(ids, 40)

    dead = house.found(ids)[1]
    assert house.states(ids) == {State.DONE: 3, State.FAILED: 1}
    assert (dead.state, dead.last_error) == (State.FAILED, "worker lost")
    assert [house.events(id) for id in ids] == [3, 0, 3, 3]


@pytest.mark.parametrize(
    ("script", "error"),
    [
        pytest.param("fail 0", "ValueError: cannot be read", id="one that cannot be read"),
        pytest.param("nap 60", "TooSlow: not read after 2 seconds", id="one that takes too long"),
        pytest.param("hang 0", "worker lost", id="one that hears no signal"),
    ],
)
def test_an_article_that_cannot_be_read_is_given_up_with_its_reason(
    house, script: str, error: str
) -> None:
    ids = house.post("nap 0", script, "nap 0")
    house.start_worker()

    house.settle(ids, 40)

    dead = house.found(ids)[1]
    assert house.states(ids) == {State.DONE: 2, State.FAILED: 1}
    assert (dead.attempts, dead.last_error) == (house.settings.max_attempts, error)


def test_a_worker_told_to_stop_gives_back_what_it_has_not_read(house) -> None:
    ids = house.post(*["nap 1.5"] * 4)
    worker = house.start_worker()
    house.reading(ids[0])
    worker.terminate()

    worker.wait(5)

    found = house.found(ids)
    assert {article.state for article in found} <= {State.QUEUED, State.DONE}
    assert [a.attempts for a in found if a.state is State.QUEUED] == [0] * house.states(ids)[
        State.QUEUED
    ]
    assert house.states(ids)[State.QUEUED] >= 2
