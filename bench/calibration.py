"""Show how often the dates of events are right, by the confidence that they were given.

    python bench/calibration.py GOLD FOLDER [GOLD FOLDER ...]

GOLD is a tab-separated file of event anchors in the form of TimeBank-EventTime (document, sentence,
token, "event", event id, instance, "time", anchor), FOLDER holds the TimeML documents. A date is
right when it lies within the annotated bounds or these within it. Prints a line a confidence, then
a line a way of dating.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from event_triggers import read

from dateline.events import extract
from dateline.events.parse import Parser, load
from dateline.model.event import Event
from dateline.model.interval import Interval
from dateline.model.timex import Dct
from dateline.timex import tag

POINT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)$|(?:after(?P<after>\d{4}-\d\d-\d\d))?(?:before(?P<before>\d{4}-\d\d-\d\d))?$"
)
SPAN = re.compile(r"beginPoint=(.*?),?endPoint=(.*)$")

Days = tuple[int, int]


def bounds(anchor: str) -> Days | None:
    """The first and last day that an anchor allows, as ordinals; None where it cannot be read."""
    span = SPAN.match(anchor)
    if span:
        first, last = bounds(span[1]), bounds(span[2])
        return None if first is None or last is None else (first[0], last[1])
    point = POINT.match(anchor)
    if point is None or not anchor:
        return None
    if point["day"]:
        day = date.fromisoformat(point["day"]).toordinal()
        return day, day
    after = date.fromisoformat(point["after"]).toordinal() if point["after"] else 0
    before = date.fromisoformat(point["before"]).toordinal() if point["before"] else 10**7
    return after, before


def given(interval: Interval) -> Days:
    """The days of an interval as ordinals, open ends far away."""
    first, last = interval.earliest, interval.latest
    return first.toordinal() if first else 0, last.toordinal() if last else 10**7


def right(gold: Days, system: Days) -> bool:
    """Whether one lies within the other."""
    return (system[0] <= gold[0] and gold[1] <= system[1]) or (
        gold[0] <= system[0] and system[1] <= gold[1]
    )


def judged(gold: Path, folder: Path, parser: Parser) -> Iterator[tuple[Event, bool]]:
    """Each dated event that the gold dates too, and whether its date is right."""
    anchors: dict[str, dict[str, str]] = defaultdict(dict)
    for line in gold.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        anchors[fields[0]][fields[4]] = re.sub(r"\s+", "", fields[7])
    for name, wanted in sorted(anchors.items()):
        document = read(folder / f"{name}.tml")
        dct = Dct(document.published)
        events = extract(name, document.text, dct, tag(document.text, dct).timexes, parser).events
        for eid, span in document.events.items():
            days = bounds(wanted.get(eid, ""))
            event = next((e for e in events if e.trigger.span.overlaps(span)), None)
            if days is not None and event is not None and event.time.interval is not None:
                yield event, right(days, given(event.time.interval))


def main(arguments: list[str]) -> None:
    parser = load()
    pairs = zip(arguments[::2], arguments[1::2], strict=True)
    rows = [row for gold, folder in pairs for row in judged(Path(gold), Path(folder), parser)]
    for title, key in (("confidence", lambda e: e.confidence), ("basis", lambda e: e.time.basis)):
        print(f"{title:<12} events  right")
        groups: dict[object, list[bool]] = defaultdict(list)
        for event, ok in rows:
            groups[key(event)].append(ok)
        for value in sorted(groups, key=str, reverse=True):
            oks = groups[value]
            print(f"{value!s:<12} {len(oks):>6} {sum(oks) / len(oks):>6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
