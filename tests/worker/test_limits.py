import subprocess
import sys
import time

import pytest

from dateline.worker.limits import Drain, Interrupted, Limits, TooBig, TooSlow

MIB = 1024 * 1024
ENOUGH = 2**40
HANGS = """
import signal, time
from dateline.worker.limits import Drain, Limits
limits = Limits(1, 1.2, 2**40, Drain())
for _ in range({before}):
    with limits.article():
        time.sleep(0.05)
with limits.article():
    signal.pthread_sigmask(signal.SIG_BLOCK, {{signal.SIGALRM}})
    time.sleep(60)
"""


def test_what_takes_too_long_is_broken_off() -> None:
    began = time.monotonic()

    with pytest.raises(TooSlow), Limits(0.2, 5, ENOUGH, Drain()).article():
        time.sleep(60)

    assert time.monotonic() - began < 50


def test_what_is_quick_is_let_be() -> None:
    limits = Limits(0.1, 60, ENOUGH, Drain())
    with limits.article():
        quick = True
    time.sleep(0.2)
    limits.rest()
    time.sleep(0.3)

    assert quick


def test_the_limits_count_for_each_article_anew() -> None:
    limits = Limits(1, 5, ENOUGH, Drain())

    for _ in range(4):
        with limits.article():
            time.sleep(0.3)
    with pytest.raises(TooSlow), limits.article():
        time.sleep(60)


@pytest.mark.parametrize("before", [0, 30])
def test_what_cannot_be_broken_off_loses_its_process(before: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGS.format(before=before)],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert ended.returncode == 1
    assert b"Timeout" in ended.stderr


def test_a_drain_lets_articles_run_for_a_while_and_then_interrupts() -> None:
    drain = Drain()
    before = (drain.has_begun, drain.is_over)
    drain.begin(0.3)
    after = (drain.has_begun, drain.is_over)

    with pytest.raises(Interrupted), Limits(60, 60, ENOUGH, drain).article():
        time.sleep(60)

    assert (before, after) == ((False, False), (True, False))
    assert drain.is_over


@pytest.mark.linux
def test_what_needs_too_much_memory_is_refused_it_and_the_process_lives_on() -> None:
    with pytest.raises(TooBig), Limits(60, 60, 1, Drain()).article():
        bytearray(64 * MIB)

    assert len(bytearray(64 * MIB)) == 64 * MIB


@pytest.mark.linux
def test_whoever_writes_what_was_read_may_take_the_memory_he_needs() -> None:
    limits = Limits(60, 60, 1, Drain())
    with limits.article():
        pass
    limits.rest()

    assert len(bytearray(64 * MIB)) == 64 * MIB


def test_a_drain_that_is_asked_for_again_is_over_at_once() -> None:
    drain = Drain()
    drain.begin(60)
    drain.begin(60)

    with pytest.raises(Interrupted), Limits(60, 60, ENOUGH, drain).article():
        time.sleep(60)
