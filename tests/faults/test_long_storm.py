"""The long storm: thousands of articles, every kind of fault many times (`make faults`)."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.databases import Cluster, postgres_cluster, postgres_programs
from tests.faults import faults, history
from tests.faults.clock import Clock
from tests.faults.conftest import House, python_path, wait_for
from tests.faults.faults import Fault

from dateline.queue import broker

ARTICLES = 20_000
TIMES = 5
SEED = 20250226
PATIENCE = 3600

# Articles have 50 to 100 words, also those that only say what happens to their reader.
MORE = "and the council of the town met again to speak of the harbour and its wall " * 4
NAP = f"nap 0 {MORE}"
PLANTED = [f"{word} 0 {MORE}" for word in ("fail", "die", "hang", "eat") for _ in range(TIMES)]
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

# How many events the code of this interpreter reads in a text.
TELLS = """
import sys
from datetime import date
from dateline.events.extractor import Extractor
from dateline.model.article import Draft, Publication
draft = Draft(sys.argv[1], Publication(date(2025, 2, 26), None, "2025-02-26"), "en")
print(len(Extractor.load("auto").extract("alone", draft).events))
"""


@pytest.fixture
def limits() -> dict[str, object]:
    # Workers are killed for no fault of the article too, now and then when it is alone.
    return {
        "soft_limit": 2,
        "hard_limit": 3,
        "lease": 4,
        "max_attempts": 6,
        "patience": 10,
        "max_memory": 768 * 1024 * 1024,
    }


@pytest.fixture
def clock() -> Iterator[Clock]:
    with tempfile.TemporaryDirectory(prefix="dateline-clock-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Clock(folder)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.cluster)])
def cluster(request: pytest.FixtureRequest, clock: Clock) -> Iterator[Cluster | None]:
    """A PostgreSQL server that can be stopped; None for SQLite."""
    programs = postgres_programs()
    with ExitStack() as stack:
        if request.param == "sqlite" or programs is None:
            yield None
        else:
            yield stack.enter_context(postgres_cluster(programs, clock.environment))


@pytest.fixture
def address(cluster: Cluster | None) -> str | None:
    return cluster.url if cluster else None


@pytest.fixture
def server(
    cluster: Cluster | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> broker.Server:
    """The machine's own Redis beside PostgreSQL, if it has one; the bundled one beside SQLite."""
    if cluster is None:
        monkeypatch.setattr(broker, "SERVERS", ())
    return broker.embedded(tmp_path)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The code from before the tables last changed."""
    folder = tmp_path / "before"
    history.unpack(str(history.before_the_newest_migration()), folder)
    return folder


@pytest.fixture
def kinds(cluster: Cluster | None, clock: Clock, before: Path) -> dict[str, Fault]:
    """Every kind of fault, by its name."""
    store = faults.pull_the_plug(cluster) if cluster else faults.fill_the_disk
    old = faults.bring_back_the_version_before(before)
    return {
        "worker killed": faults.kill_a_worker,
        "reader killed": faults.kill_a_reader,
        "worker dismissed": faults.dismiss_a_worker,
        "worker dismissed twice": faults.dismiss_a_worker_twice,
        "relay killed": faults.kill_the_relay,
        "API killed": faults.kill_the_api,
        "broker killed": faults.kill_the_broker,
        "FLUSHALL": faults.forget_everything,
        "store's server stopped" if cluster else "disk full": store,
        "clock set": faults.set_the_clock(clock),
        **({"worker of the version before": old} if history.is_wary(before) else {}),
    }


@pytest.mark.long
@pytest.mark.model
@pytest.mark.linux
@pytest.mark.faketime
@pytest.mark.history
@pytest.mark.timeout(2 * PATIENCE)
def test_of_many_thousand_articles_none_is_lost_and_none_is_told_twice(
    house: House, kinds: dict[str, Fault], before: Path
) -> None:
    began = time.monotonic()
    chance = random.Random(SEED)
    texts = PLANTED + STORIES * (ARTICLES // 10 // len(STORIES))
    texts += [NAP] * (ARTICLES - len(texts))
    chance.shuffle(texts)
    storm = list(kinds) * TIMES
    chance.shuffle(storm)
    house.reads = ("real",)
    house.start_api()
    house.start_worker()
    house.start_worker()

    ids = weather(house, texts, [kinds[name] for name in storm], chance)
    wait_for(lambda: house.unsettled() == 0, pause=1, patience=PATIENCE)

    told, dead = house.tallies(), house.dead()
    report(house, storm, len(dead), time.monotonic() - began)
    assert len(ids) == house.count("articles") == ARTICLES
    assert Counter(ids[article] for article in dead) == Counter(PLANTED)
    assert told.keys() == ids.keys() - dead
    allowed = {text: {tells(text), tells(text, before)} for text in STORIES} | {NAP: {3}}
    wrong = {id: count for id, count in told.items() if count not in allowed[ids[id]]}
    assert wrong == {}


def weather(
    house: House, texts: list[str], storm: list[Fault], chance: random.Random
) -> dict[str, str]:
    """Post the texts while one fault after the other comes; each text by its article's id."""
    ids: dict[str, str] = {}
    together = -(-len(texts) // len(storm))
    with ThreadPoolExecutor(1) as scraper:
        for number, fault in enumerate(storm):
            posted = texts[number * together : (number + 1) * together]
            answered = scraper.submit(house.submit, *posted)
            time.sleep(chance.uniform(0, 0.2))
            fault(house)
            ids |= dict(zip(answered.result(), posted, strict=True))
            time.sleep(chance.uniform(0, 2))
    return ids


def tells(story: str, code: Path | None = None) -> int:
    """How many events the story has, read by itself, by this code or other."""
    path = python_path(code) if code else {}
    command = (sys.executable, "-c", TELLS, story)
    asked = subprocess.run(
        command, env=os.environ | path, capture_output=True, text=True, check=True
    )
    return int(asked.stdout)


def report(house: House, storm: list[str], dead: int, seconds: float) -> None:
    """Say what the storm was like."""
    articles, readings = house.count("articles"), len(house.log.read_text().splitlines())
    print(f"\n{house.engine.dialect.name}, {house.server.command[0]}: {seconds:.0f} s")  # noqa: T201
    print(f"{articles} accepted, {articles - dead} done, {dead} given up, {readings} begun")  # noqa: T201
    print(", ".join(f"{name} {count}" for name, count in Counter(storm).items()))  # noqa: T201
