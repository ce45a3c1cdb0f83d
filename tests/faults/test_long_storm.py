"""The long storm: thousands of articles, every kind of fault many times (`make faults`)."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from tests.databases import Cluster, postgres_cluster, postgres_programs
from tests.faults.conftest import House, wait_for

from dateline.events.extractor import Extractor
from dateline.model.article import Draft, Publication, State
from dateline.queue import broker

ARTICLES = 20_000
TOGETHER = 400
TIMES = 6
SEED = 20250226
PATIENCE = 3600

PLANTED = ["fail 0"] * 5 + ["die 0"] * 5 + ["hang 0"] * 5
STORIES = [
    f"{town}'s council met on {day} to decide about the {thing}, and voted for it by a majority of"
    f" one. Mayor {name} said yesterday that work would begin next month. “We have waited for"
    f" years,” {name} told reporters, who had been invited last week. The opposition denied on"
    f" {day} that it had delayed the {thing}. If the money does not come by 30 June 2025, the plan"
    " will be cancelled. A first attempt had failed in 2019, when two contractors went bankrupt."
    for town, name, thing, day in (
        ("Port Avery", "Elena Ruiz", "sea wall", "Monday"),
        ("Northmoor", "Tomas Okafor", "tram line", "Tuesday"),
        ("Selby", "Ana Kovač", "hospital", "Friday"),
        ("Lindau", "Peter Brandt", "harbour", "Sunday"),
    )
]


@pytest.fixture
def limits() -> dict[str, object]:
    # Workers are killed for no fault of the article too, now and then when it is alone.
    return {"soft_limit": 2, "hard_limit": 3, "lease": 4, "max_attempts": 6, "patience": 10}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.cluster)])
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster | None]:
    """A PostgreSQL server that can be stopped; None for SQLite."""
    programs = postgres_programs()
    with ExitStack() as stack:
        if request.param == "sqlite" or programs is None:
            yield None
        else:
            yield stack.enter_context(postgres_cluster(programs))


@pytest.fixture
def address(cluster: Cluster | None) -> str | None:
    return cluster.url if cluster else None


def kill_a_worker(house: House) -> None:
    house.kill(house.workers.pop(0))
    house.start_worker()


def kill_a_reader(house: House) -> None:
    wait_for(house.log.exists)
    house.kill_reader(int(house.log.read_text().split()[-1]))


def dismiss_a_worker(house: House) -> None:
    worker = house.workers.pop(0)
    worker.terminate()
    house.start_worker()


def kill_the_relay(house: House) -> None:
    house.kill(house.relay)
    house.start_relay()


def kill_the_broker(house: House) -> None:
    house.kill(house.broker)
    time.sleep(1)
    house.start_broker()


def forget_everything(house: House) -> None:
    with broker.connect(house.server.url) as client:
        client.flushall()


def expected(story: str) -> int:
    """How many events the story has, read by itself."""
    draft = Draft(story, Publication(date(2025, 2, 26), None, "2025-02-26"), "en")
    return len(Extractor.load("auto").extract("alone", draft).events)


@pytest.mark.long
@pytest.mark.model
@pytest.mark.timeout(2 * PATIENCE)
def test_of_many_thousand_articles_none_is_lost_and_none_is_told_twice(
    house: House, cluster: Cluster | None
) -> None:
    chance = random.Random(SEED)
    house.reads = ("real",)
    house.start_worker()
    house.start_worker()
    texts = PLANTED + STORIES * (ARTICLES // 10 // len(STORIES))
    texts += ["nap 0"] * (ARTICLES - len(texts))
    chance.shuffle(texts)

    faults: list[Callable[[House], None]] = [
        kill_a_worker,
        kill_a_reader,
        dismiss_a_worker,
        kill_the_relay,
        kill_the_broker,
        forget_everything,
    ]
    if cluster:
        faults.append(lambda house: pull_the_plug(house, cluster))
    faults *= TIMES
    chance.shuffle(faults)
    ids: dict[str, str] = {}
    for first in range(0, len(texts), TOGETHER):
        posted = texts[first : first + TOGETHER]
        ids |= dict(zip(house.post(*posted), posted, strict=True))
        if faults:
            faults.pop()(house)
        time.sleep(chance.uniform(0, 2))
    while faults:
        faults.pop()(house)
        time.sleep(chance.uniform(0, 2))
    wait_for(lambda: house.unsettled() == 0, pause=1, patience=PATIENCE)

    events_of = {story: expected(story) for story in STORIES} | {"nap 0": 3}
    dead = {article.id for article in house.found(list(ids)) if article.state is State.FAILED}
    assert {ids[article] for article in dead} == set(PLANTED)
    assert len(dead) == len(PLANTED)
    assert house.tallies() == {
        article: events_of[text] for article, text in ids.items() if text not in PLANTED
    }


def pull_the_plug(house: House, cluster: Cluster) -> None:
    cluster.stop()
    time.sleep(1)
    cluster.start()
