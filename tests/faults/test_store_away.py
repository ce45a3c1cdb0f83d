"""What becomes of articles while the store itself is away."""

import time
from collections.abc import Iterator

import pytest
from tests.databases import Cluster, postgres_cluster, postgres_programs

from dateline.model.article import State


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server that can be stopped."""
    programs = postgres_programs()
    assert programs is not None
    with postgres_cluster(programs) as found:
        yield found


@pytest.fixture
def address(cluster: Cluster) -> str:
    return cluster.url


@pytest.fixture
def limits() -> dict[str, object]:
    # Shorter than the store is away: no lease outlives it.
    return {"soft_limit": 0.6, "hard_limit": 1, "lease": 1.5, "chunk_articles": 1}


@pytest.mark.cluster
def test_a_store_that_went_down_costs_no_article_an_attempt(house, cluster: Cluster) -> None:
    ids = house.post(*["nap 0.3"] * 12)
    house.start_worker()
    house.reading(ids[0])
    cluster.stop()
    time.sleep(3)
    cluster.start()

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 12}
    assert house.timeline() == 3 * 12
    assert [article.attempts for article in house.found(ids)] == [1] * 12
