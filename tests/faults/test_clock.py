"""What becomes of articles when somebody sets the clock."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.databases import postgres_cluster, postgres_programs
from tests.faults.clock import Clock

from dateline.model.article import State
from dateline.store import database

HOUR = 3600

pytestmark = pytest.mark.faketime


@pytest.fixture
def clock() -> Iterator[Clock]:
    with tempfile.TemporaryDirectory(prefix="dateline-clock-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield Clock(folder)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.cluster)])
def address(request: pytest.FixtureRequest, clock: Clock) -> Iterator[str | None]:
    """A store that goes by the clock too."""
    programs = postgres_programs()
    if request.param == "sqlite" or programs is None:
        yield None
        return
    with postgres_cluster(programs, clock.environment) as cluster:
        yield cluster.url


@pytest.fixture
def limits() -> dict[str, object]:
    return {"soft_limit": 2, "hard_limit": 3, "lease": 4, "max_attempts": 5}


def test_a_clock_put_forward_and_back_loses_no_article_and_tells_none_twice(
    house, clock: Clock
) -> None:
    worker = house.start_worker()
    house.start_api()
    ids = house.submit("nap 0.7", *["nap 0.1"] * 4)
    house.reading(ids[0])
    clock.put(HOUR)
    house.settle(ids)
    (lost,) = house.submit("nap 0.7")
    house.reading(lost)
    house.kill(worker)
    waiting = house.submit(*["nap 0"] * 4)
    clock.put(-HOUR)
    house.start_worker()
    ids += [lost, *waiting, *house.submit(*["nap 0"] * 4)]

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 14}
    assert [house.events(id) for id in ids] == [3] * 14
    assert house.timeline() == 3 * 14
    assert instants(house) == sorted(instants(house))


def instants(house) -> list[int]:
    """When each change became known, in the order of the changes."""
    with database.reading(house.engine) as connection:
        return list(connection.scalars(text("SELECT at FROM changes ORDER BY seq")))
