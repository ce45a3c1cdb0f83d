"""Write how Dateline reads single phrases in the form that a scorer of date phrases takes.

    python bench/date_specs.py INPUT.jsonl > SYSTEM.jsonl

INPUT: a line a sentence, {"id", "text", "reference_datetime"}. SYSTEM: {"id", "results": [{"start",
"end", "values"}]}, a value being a reading, the best and its alternatives: {"start", "end"}, the
end excluded, or {"value"}, a clock time or a length as TIMEX3 writes it.
"""

import json
import sys
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


def row(case: dict[str, Any]) -> dict[str, Any]:
    """The timexes of one sentence, read on its reference day and minute."""
    at = datetime.fromisoformat(case["reference_datetime"])
    timexes = tag(case["text"], Dct(at.date(), at.replace(tzinfo=UTC), "UTC")).timexes
    return {
        "id": case["id"],
        "results": [
            {"start": timex.span.start, "end": timex.span.end, "values": readings(timex)}
            for timex in timexes
        ],
    }


def main(path: str) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(row(json.loads(line))))


if __name__ == "__main__":
    main(sys.argv[1])
