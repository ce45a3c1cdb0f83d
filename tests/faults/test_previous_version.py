"""What becomes of articles while workers of the version before are still at work."""

from pathlib import Path

import pytest
from tests.faults import history
from tests.faults.conftest import wait_for

from dateline.model.article import State

pytestmark = pytest.mark.history


@pytest.fixture
def limits() -> dict[str, object]:
    return {"soft_limit": 2, "hard_limit": 3, "lease": 4, "chunk_articles": 2, "drain": 10}


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The code from before the tables last changed."""
    folder = tmp_path / "before"
    history.unpack(str(history.before_the_newest_migration()), folder)
    return folder


def test_workers_of_the_version_before_spoil_nothing_while_new_ones_start(
    house, before: Path
) -> None:
    old = house.start_worker_of(before)
    wait_for(lambda: house.said(old) != "")
    ids = house.post(*["nap 0.1"] * 6)
    house.start_worker()
    ids += house.post(*["nap 0.1"] * 12)
    house.reading(ids[-1])
    old.terminate()

    house.settle(ids)

    assert house.states(ids) == {State.DONE: 18}
    assert [house.events(id) for id in ids] == [3] * 18
    assert [article.attempts for article in house.found(ids)] == [1] * 18
    assert {len(house.begun(id)) for id in ids} == {1}
