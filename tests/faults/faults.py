"""The faults that come over a Dateline at work."""

import resource
import time
from collections.abc import Callable
from pathlib import Path

from tests.databases import Cluster
from tests.faults.clock import Clock
from tests.faults.conftest import House, wait_for

from dateline.queue import broker

Fault = Callable[[House], None]

HOUR = 3600
ROOM = 256 * 1024


def kill_a_worker(house: House) -> None:
    house.kill(house.workers.pop(0))
    house.start_worker()


def kill_a_reader(house: House) -> None:
    """kill -9 to the process of a worker that reads an article at the moment."""
    wait_for(house.log.exists)
    house.kill_reader(int(house.log.read_text().split()[-1]))


def dismiss_a_worker(house: House) -> None:
    house.workers.pop(0).terminate()
    house.start_worker()


def dismiss_a_worker_twice(house: House) -> None:
    worker = house.workers.pop(0)
    worker.terminate()
    time.sleep(0.2)
    worker.terminate()
    house.start_worker()


def kill_the_relay(house: House) -> None:
    house.kill(house.relay)
    house.start_relay()


def kill_the_api(house: House) -> None:
    house.kill(house.api)
    house.start_api()


def kill_the_broker(house: House) -> None:
    house.kill(house.broker)
    time.sleep(0.5)
    house.start_broker()


def forget_everything(house: House) -> None:
    with broker.connect(house.server.url) as client:
        client.flushall()


def fill_the_disk(house: House) -> None:
    # As much as the readers need to tell what they do; the store's log is soon beyond.
    leave_room(house, house.log.stat().st_size + ROOM)
    time.sleep(3)
    leave_room(house, resource.RLIM_INFINITY)


def pull_the_plug(cluster: Cluster) -> Fault:
    """The store's server goes down as if without power."""

    def pull(_: House) -> None:
        cluster.stop()
        time.sleep(1)
        cluster.start()

    return pull


def set_the_clock(clock: Clock) -> Fault:
    """The time of day leaps by an hour, forward and back in turn."""
    hours = [HOUR, 0, -HOUR, 0]

    def put(_: House) -> None:
        hours.append(hours.pop(0))
        clock.put(hours[-1])

    return put


def bring_back_the_version_before(code: Path) -> Fault:
    """A worker is replaced by one of the code before, and that by a new one at its next fault."""

    def start(house: House) -> None:
        house.workers.pop(0).terminate()
        house.start_worker_of(code)

    return start


def leave_room(house: House, most: int) -> None:
    """Let no process write behind so many bytes in any file, as on a disk that is full.

    The embedded store first writes what is changed behind all that its log holds.
    """
    # Twice: what was forked meanwhile took over what was allowed before.
    for _ in range(2):
        for number in house.alive():
            if number != house.broker.pid:
                _allow(number, most)


def _allow(number: int, most: int) -> None:
    try:
        _, hard = resource.prlimit(number, resource.RLIMIT_FSIZE)
        resource.prlimit(number, resource.RLIMIT_FSIZE, (most, hard))
    except ProcessLookupError:
        return
