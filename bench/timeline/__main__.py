"""What a question to the timeline costs, beside the reading of 50 events by their ids.

    python -m bench.timeline [--events 10000 100000 1000000] [--reprocess 3] [--calls 1000]
                             [--http 200] [--seconds 20] [--clock wall|cpu] [--only word]
                             [--database sqlite postgresql://...]

A store on each engine is filled with invented events, grows from size to size, is read again as
often as `--reprocess` says, and is removed afterwards. At each size every kind of question is asked
so many times, fewer where that takes too many seconds, each time beside a look-up, so that both
meet the same noise. What is timed are SQL and the making of objects: `x p50` and `x p99` are how
many times the look-up's p50 and p99 the question's p99 is, `growth` how many times its p99 in the
smallest store. `http` is the p99 of the whole answer, by the application in this process (ASGI):
validation, JSON and all, but no network, by the clock on the wall. Where others use the machine as
well, `--clock cpu` counts the work that this process and the server's did for it, and no waiting.
"""

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.timeline import stages, table
from bench.timeline.measuring import CLOCKS, Effort, Measured, measure
from bench.timeline.stages import Stage
from sqlalchemy import make_url

from dateline.settings import Settings
from dateline.store import database


def main() -> None:
    """Fill the stores, measure, print, and remove the stores."""
    given = _options()
    effort = Effort(given.calls, given.http, given.seconds, CLOCKS[given.clock])
    with ExitStack() as open_, tempfile.TemporaryDirectory() as folder:
        stores = [open_.enter_context(stages.store(url, Path(folder))) for url in given.database]
        found: dict[str, list[tuple[str, Sequence[Measured]]]] = {}
        for stage in stages.planned(given.events, given.reprocess):
            stages.prepare(stores, stage)
            for chosen in stores:
                name = make_url(chosen.database).get_backend_name()
                measured = _measured(chosen, stage, effort, given.only)
                found.setdefault(name, []).append((stage.name, measured))
    for name, columns in found.items():
        print(f"\n{name}, p99 of {given.calls} calls in milliseconds, {given.clock} clock")
        print("\n".join(table.lines(columns)))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--events", type=int, nargs="+", default=[10_000, 100_000])
    asked.add_argument("--reprocess", type=int, default=0)
    asked.add_argument("--calls", type=int, default=1000)
    asked.add_argument("--http", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--clock", choices=CLOCKS, default="wall")
    asked.add_argument("--only", default="")
    asked.add_argument("--database", nargs="+", default=["sqlite"])
    return asked.parse_args()


def _measured(chosen: Settings, stage: Stage, effort: Effort, only: str) -> Sequence[Measured]:
    """What is measured, printed as it comes."""
    engine = database.open(chosen.database)
    print(f"{engine.dialect.name:{table.KIND}}  {table.HEAD}  calls  rows")
    found = []
    for measured in measure(engine, chosen, stage.events, effort, only):
        print(
            f"{table.line(measured)} {len(measured.asked.taken):6} {measured.rows:5.0f}", flush=True
        )
        found.append(measured)
    engine.dispose()
    return found


if __name__ == "__main__":
    main()
