"""Groups of tests that need something the machine may not have, and a word on each left out.

A group whose need is not met is skipped and named at the end of the run. With
DATELINE_TEST_ALL=1 it is a failure instead, so that a full run cannot pass by skipping: but for
what only the checkout can give, which stays named.
"""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import HealthCheck
from tests.databases import SERVER, postgres_programs
from tests.faults import clock, history

# A machine that is busy with something else has found no mistake.
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis.settings.load_profile("patient")


def _postgres() -> str | None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(SERVER, connect_args={"connect_timeout": 2})
    try:
        engine.connect().close()
    except sqlalchemy.exc.OperationalError:
        return f"no PostgreSQL answers at {SERVER} (set DATELINE_TEST_POSTGRES)"
    finally:
        engine.dispose()
    return None


def _chromium() -> str | None:
    if shutil.which("chromium"):
        return None
    return "no chromium on PATH (Debian: apt install chromium)"


def _model() -> str | None:
    from dateline.events import parse
    from dateline.model.errors import NoModel

    try:
        parse.load()
    except NoModel as missing:
        return str(missing)
    return None


def _cluster() -> str | None:
    if postgres_programs():
        return None
    return "no initdb on PATH (Debian: apt install postgresql)"


def _linux() -> str | None:
    if sys.platform == "linux":
        return None
    return "only Linux has /proc, ties a child to its parent's life and limits its memory"


def _faketime() -> str | None:
    if clock.library():
        return None
    return "no libfaketime here (Debian: apt install faketime)"


def _history() -> str | None:
    if history.before_the_newest_migration():
        return None
    return "this is no clone with the history of the store's tables"


def _root() -> str | None:
    if os.geteuid() == 0:
        return None
    return "only root can become a user who may not write"


# marker -> what is missing for it, or None
NEEDS: dict[str, Callable[[], str | None]] = {
    "postgres": _postgres,
    "cluster": _cluster,
    "chromium": _chromium,
    "model": _model,
    "linux": _linux,
    "root": _root,
    "faketime": _faketime,
    "history": _history,
}

# What a machine cannot be given, since it is not the machine's: left out of a full run too.
EXCUSED = ("history",)

LEFT_OUT = "left out: "
MISSING = pytest.StashKey[str]()
COUNTED = pytest.StashKey[Counter[str]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    wanted = {name for item in items for name in NEEDS if item.get_closest_marker(name)}
    missing = {name: reason for name in wanted if (reason := NEEDS[name]())}
    all_wanted = os.environ.get("DATELINE_TEST_ALL") == "1"
    for item in items:
        for name, reason in missing.items():
            if not item.get_closest_marker(name):
                continue
            if all_wanted and name not in EXCUSED:
                item.stash[MISSING] = f"DATELINE_TEST_ALL=1, but {name}: {reason}"
            else:
                item.add_marker(pytest.mark.skip(reason=f"{LEFT_OUT}{name} tests: {reason}"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A full run does not pass by skipping."""
    missing = item.stash.get(MISSING, None)
    if missing is not None:
        pytest.fail(missing, pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Counts what was left out; where several processes test, only reports come together."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [report.longrepr[2].removeprefix("Skipped: ") for report in skipped]
    terminalreporter.config.stash[COUNTED] = Counter(
        reason.removeprefix(LEFT_OUT) for reason in reasons if reason.startswith(LEFT_OUT)
    )


def pytest_unconfigure(config: pytest.Config) -> None:
    """The very last lines of a run, so that nobody overlooks what was not run."""
    for reason, count in sorted(config.stash.get(COUNTED, Counter()).items()):
        print(f"{LEFT_OUT}{count} {reason}")  # noqa: T201 - after the report
