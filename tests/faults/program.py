"""Run a Python program or module as python would, by a clock that can be set.

python program.py [-m] NAME [ARGUMENT ...]
"""

import runpy
import select
import sys
import time


def sleep(seconds: float) -> None:
    select.select((), (), (), seconds)


def run(arguments: list[str]) -> None:
    """Run the program of this name, or the module where `-m` stands before it."""
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = arguments
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    # libfaketime 0.9.10 mistakes a deadline on the clock that only runs forward for a time of day.
    time.sleep = sleep
    run(sys.argv[1:])
