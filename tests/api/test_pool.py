"""The pool of processes: nothing that is done there can hold up what comes after."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.api.pool import Pool
from dateline.model.errors import CutOff, NoModel

# A server that lets its pool sleep, tells the number of the process that does, and waits.
SERVER = """
import asyncio, os, time
from dateline.api.pool import Pool

async def serve():
    pool = Pool(os.getpid, processes=1, limit=60)
    print(await pool.run(os.getpid), flush=True)
    await pool.run(time.sleep, 60)

if __name__ == "__main__":
    asyncio.run(serve())
"""


def refuse() -> None:
    raise NoModel("none is installed")


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(os.getpid, processes=1, limit=1)
    yield pool
    pool.stop()


def is_gone(process: int) -> bool:
    """Whether it ends within some seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_jobs_are_done_in_one_process_that_is_not_ours(pool: Pool):
    async def twice() -> list[int]:
        return [await pool.run(os.getpid), await pool.run(os.getpid)]

    first, second = asyncio.run(twice())

    assert first == second != os.getpid()


def test_a_job_that_hangs_is_cut_off_and_the_next_one_is_done(pool: Pool):
    async def hang_then_work() -> tuple[int, float, int]:
        hung = await pool.run(os.getpid)
        begun = time.monotonic()
        with pytest.raises(CutOff, match="not done within 1 seconds"):
            await pool.run(time.sleep, 60)
        return hung, time.monotonic() - begun, await pool.run(os.getpid)

    hung, seconds, fresh = asyncio.run(hang_then_work())

    assert 1 <= seconds < 10
    assert fresh != hung
    assert is_gone(hung)


def test_a_process_that_dies_costs_its_own_job_only(pool: Pool):
    async def die_then_work() -> int:
        with pytest.raises(CutOff, match="died"):
            await pool.run(os._exit, 1)
        return await pool.run(abs, -7)

    assert asyncio.run(die_then_work()) == 7


def test_who_finds_every_process_at_work_waits_no_longer_than_the_limit(pool: Pool):
    async def both() -> list[object]:
        await pool.run(abs, 1)
        jobs = (pool.run(time.sleep, 60), pool.run(abs, 1))
        return await asyncio.gather(*jobs, return_exceptions=True)

    for refused in asyncio.run(both()):
        assert isinstance(refused, CutOff)


def test_a_job_nobody_waits_for_any_more_gives_its_process_back(pool: Pool):
    async def give_up_then_ask() -> int:
        job = asyncio.create_task(pool.run(time.sleep, 60))
        await asyncio.sleep(0.1)
        job.cancel()
        return await pool.run(abs, -7)

    assert asyncio.run(give_up_then_ask()) == 7


def test_what_a_job_raises_is_raised_here(pool: Pool):
    with pytest.raises(ValueError, match="invalid literal"):
        asyncio.run(pool.run(int, "no number"))


def test_a_process_that_cannot_prepare_says_why_to_everyone_who_asks():
    async def ask_twice() -> None:
        for _ in range(2):
            with pytest.raises(NoModel, match="none is installed"):
                await pool.run(abs, 1)

    pool = Pool(refuse, processes=1, limit=1)
    asyncio.run(ask_twice())
    pool.stop()


def test_stopping_ends_the_processes(pool: Pool):
    process = asyncio.run(pool.run(os.getpid))

    pool.stop()

    assert is_gone(process)


@pytest.mark.linux
def test_when_the_server_is_killed_its_processes_are_gone(tmp_path: Path):
    script = tmp_path / "server.py"
    script.write_text(SERVER, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        process = int(server.stdout.readline())
        server.kill()

    assert is_gone(process)
