"""Write how Dateline reads single phrases in the form that a scorer of date phrases takes.

    python bench/date_specs.py INPUT.jsonl [--ends] > SYSTEM.jsonl

INPUT: a line a sentence, {"id", "text", "reference_datetime"}. SYSTEM: {"id", "results": [{"start",
"end", "values"}]}, a value being a reading, the best and its alternatives: {"start", "end"}, the
end excluded, or {"value"}, a clock time or a length as TIMEX3 writes it.

To such scorers a range is one phrase: "from May to July" is printed once, with the stretch that
Dateline offers as a reading of its end. `--ends` prints the two ends as they are.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.model.interval import Granularity
from dateline.model.timex import Dct, Timex, TimexType
from dateline.timex import tag
from dateline.wire.timex import ReadingOut, TimexOut

CLOCK = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR}


def readings(timex: Timex) -> list[dict[str, str]]:
    """What the contract says of a timex, the best reading first."""
    told = TimexOut.of(timex)
    every = [told, *told.alternatives]
    placed = [reading for reading in every if reading.earliest or reading.latest]
    if placed:
        lasts = timex.type is TimexType.DURATION or timex.granularity is Granularity.DAYPART
        return [_told(reading, lasts=lasts) for reading in placed]
    return [{"value": told.value}] if timex.type in (TimexType.DURATION, TimexType.SET) else []


def _told(reading: TimexOut | ReadingOut, *, lasts: bool) -> dict[str, str]:
    """A clock time stands for its beginning; else the end, inside on the wire, is put outside."""
    if not lasts and isinstance(reading.earliest, datetime) and reading.latest is not None:
        return {"value": reading.earliest.isoformat()}
    found = {}
    if reading.earliest is not None:
        found["start"] = reading.earliest.isoformat()
    if reading.latest is not None:
        found["end"] = _after(reading.latest).isoformat()
    return found


def _after(last: date) -> date:
    return last + (timedelta(seconds=1) if isinstance(last, datetime) else timedelta(days=1))


def results(timexes: Sequence[Timex], *, ends: bool) -> Iterator[dict[str, Any]]:
    """A result for each timex, and for each range one."""
    waiting: Timex | None = None
    for timex in timexes:
        stretches = [] if ends or waiting is None else _stretches(waiting, timex)
        if waiting is not None:
            told = timex if stretches else waiting
            yield _result(waiting, told, stretches or readings(waiting))
        waiting = None if stretches else timex
    if waiting is not None:
        yield _result(waiting, waiting, readings(waiting))


def _stretches(first: Timex, last: Timex) -> list[dict[str, str]]:
    """The readings of a timex that reach back to the one before it."""
    reason = f'the stretch from "{first.text}" '
    ranged = [reading for reading in last.alternatives if reading.why.startswith(reason)]
    return [_told(ReadingOut.of(reading, timed=False), lasts=True) for reading in ranged]


def _result(first: Timex, last: Timex, values: list[dict[str, str]]) -> dict[str, Any]:
    return {"start": first.span.start, "end": last.span.end, "values": values}


def row(case: dict[str, Any], *, ends: bool) -> dict[str, Any]:
    """The timexes of one sentence, read on its reference day and minute."""
    at = datetime.fromisoformat(case["reference_datetime"])
    timexes = tag(case["text"], Dct(at.date(), at.replace(tzinfo=UTC), "UTC")).timexes
    return {"id": case["id"], "results": list(results(timexes, ends=ends))}


def main(path: str, *options: str) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(row(json.loads(line), ends="--ends" in options)))


if __name__ == "__main__":
    main(*sys.argv[1:])
