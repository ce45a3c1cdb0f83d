"""What the queue costs, and what taking articles in does.

    python bench/queue [--articles 20000] [--database postgresql://...]

The pipeline: one process runs the claims and finishes itself, in chunks; then the relay, a private
broker and two workers do it, with a reader that reads nothing. Ingest: the processor time of a
single post beside bare endpoints, and batches beside bare inserts of the same rows. On SQLite, and
with `--database` on PostgreSQL as well.

(A folder and no `queue.py`: that would hide the standard library's from every bench.)
"""

import argparse
import sys

import ingest
import pipeline
from place import store

from dateline import settings
from dateline.cli.serve import free_port
from dateline.worker import serving

SINGLES = 20


def main() -> None:
    """Measure, and print."""
    if sys.argv[1:] == ["worker"]:
        serving.work(settings.load(), pipeline.Nothing())
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=20_000)
    asked.add_argument("--database", help="a PostgreSQL server to measure on as well")
    asked.add_argument("--only", choices=("pipeline", "ingest"))
    given = asked.parse_args()
    for address in [None, given.database] if given.database else [None]:
        print("PostgreSQL" if address else "SQLite")
        if given.only != "ingest":
            measure_pipeline(address, given.articles)
        if given.only != "pipeline":
            measure_singles(address, given.articles // SINGLES)
            measure_batches(address, given.articles)


def measure_pipeline(address: str | None, count: int) -> None:
    """Print the rates of the pipeline."""
    with store(address, soft_limit=5) as chosen:
        bare = pipeline.bare(chosen, count)
    with store(address, soft_limit=5) as chosen:
        piped = pipeline.piped(chosen, count, sys.argv[0])
    print(f"  one process without a queue   {bare:8,.0f} articles/s")
    print(f"  relay, broker and two workers {piped:8,.0f} articles/s, {piped / bare:.2f} of it")


def measure_singles(address: str | None, count: int) -> None:
    """Print what single posts cost."""
    spent = {}
    for path, command in (
        ("/answer", ingest.BARE),
        ("/store", ingest.BARE),
        ("/v1/articles", ingest.OURS),
    ):
        with store(address, port=free_port("127.0.0.1", 0)) as chosen:
            spent[path] = ingest.one_by_one(chosen, path, count, command)
    ours = spent["/v1/articles"]
    print(f"  a post to a bare endpoint     {spent['/answer']:8,.0f} µs of CPU")
    print(f"  one that stores the same rows {spent['/store']:8,.0f} µs of CPU")
    print(
        f"  a post to Dateline            {ours:8,.0f} µs of CPU,"
        f" {ours / spent['/store']:.2f} of that, {ours / spent['/answer']:.2f} of the first"
    )


def measure_batches(address: str | None, count: int) -> None:
    """Print the rates of batches."""
    with store(address, port=free_port("127.0.0.1", 0)) as filled, store(address) as empty:
        ours = ingest.in_batches(filled, count)
        bare = ingest.inserted(filled, empty, count)
    print(f"  bare inserts of the same rows {bare:8,.0f} articles/s")
    print(f"  batches to Dateline           {ours:8,.0f} articles/s, {ours / bare:.2f} of it")


if __name__ == "__main__":
    main()
