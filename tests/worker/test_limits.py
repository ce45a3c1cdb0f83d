import subprocess
import sys
import time

import pytest

from dateline.worker.limits import Drain, Interrupted, TooBig, TooSlow, limited, sparing

MIB = 1024 * 1024
HANGS = """
import signal, time
from dateline.worker.limits import Drain, limited
with limited(0.1, 0.3, Drain()):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(60)
"""


def test_what_takes_too_long_is_broken_off() -> None:
    began = time.monotonic()

    with pytest.raises(TooSlow), limited(0.2, 5, Drain()):
        time.sleep(60)

    assert time.monotonic() - began < 50


def test_what_is_quick_is_let_be() -> None:
    with limited(0.1, 5, Drain()):
        quick = True
    time.sleep(0.3)

    assert quick


def test_what_cannot_be_broken_off_loses_its_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGS], capture_output=True, check=False, timeout=60
    )

    assert ended.returncode == 1
    assert b"Timeout" in ended.stderr


def test_a_drain_lets_articles_run_for_a_while_and_then_interrupts() -> None:
    drain = Drain()
    before = (drain.has_begun, drain.is_over)
    drain.begin(0.3)
    after = (drain.has_begun, drain.is_over)

    with pytest.raises(Interrupted), limited(60, 60, drain):
        time.sleep(60)

    assert (before, after) == ((False, False), (True, False))
    assert drain.is_over


@pytest.mark.linux
def test_what_needs_too_much_memory_is_refused_it_and_the_process_lives_on() -> None:
    with pytest.raises(TooBig), sparing(1):
        bytearray(64 * MIB)

    assert len(bytearray(64 * MIB)) == 64 * MIB


def test_a_drain_that_is_asked_for_again_is_over_at_once() -> None:
    drain = Drain()
    drain.begin(60)
    drain.begin(60)

    with pytest.raises(Interrupted), limited(60, 60, drain):
        time.sleep(60)
