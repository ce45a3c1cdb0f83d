import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dateline.store import database, turns

LONG = 60


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Engine]:
    opened = database.open(f"sqlite:///{tmp_path / 'dateline.db'}")
    yield opened
    opened.dispose()


def test_one_writer_at_a_time_has_the_turn(file: Engine) -> None:
    inside, most = 0, 0

    def write() -> None:
        nonlocal inside, most
        for _ in range(50):
            with turns.taken(file, LONG):
                inside += 1
                most = max(most, inside)
                threading.Event().wait(0.0005)
                inside -= 1

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert most == 1


def test_whoever_waits_too_long_goes_on_without_a_turn(file: Engine) -> None:
    with turns.taken(file, LONG), turns.taken(file, 0.01):
        went_on = True

    assert went_on


def test_a_turn_ends_with_what_failed(file: Engine) -> None:
    with pytest.raises(ValueError, match="stumbled"), turns.taken(file, LONG):
        raise ValueError("stumbled")

    with turns.taken(file, LONG):
        pass
