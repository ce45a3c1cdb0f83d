from datetime import UTC, datetime, timedelta

import pytest

from dateline.queue.leap import Watch

NOON = datetime(2025, 2, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("step", "leapt"),
    [
        pytest.param(timedelta(), False, id="stands still for a moment"),
        pytest.param(timedelta(seconds=0.5), False, id="drifts"),
        pytest.param(timedelta(hours=1), True, id="is put forward"),
        pytest.param(timedelta(hours=-1), False, id="is put back"),
    ],
)
def test_only_a_clock_put_forward_has_leapt(step: timedelta, leapt: bool) -> None:
    watch = Watch()
    first = watch.leapt(NOON)

    assert (first, watch.leapt(NOON + step)) == (False, leapt)
