"""Write the timelines of named entities over many articles (SemEval-2015 task 4).

    python bench/entity_timelines.py DOCUMENTS.jsonl NAME... > SYSTEM.jsonl

DOCUMENTS: a line an article, {"doc", "dct", "title", "sentences"}. A NAME is written with
underscores. A timeline lists, in order of time, the events that name the entity among their
participants: [order, date, ["DOC-SENTENCE-word", ...]]; the title is sentence 0.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from event_dates import day

from dateline.events import extract
from dateline.events.parse import Parser, load
from dateline.model.event import Event, Status
from dateline.model.names import normal
from dateline.model.timex import Dct
from dateline.timex import tag

# What did not happen is no part of a timeline.
STATUSES = {Status.OCCURRED, Status.ONGOING, Status.SCHEDULED}


def mentions(article: dict[str, Any], parser: Parser) -> Iterator[tuple[str, str, Event]]:
    """Each event of an article with its date and its place in the task's notation."""
    lines = [article["title"], *article["sentences"]]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    dct = Dct(date.fromisoformat(article["dct"][:10]))
    for event in extract(article["doc"], text, dct, tag(text, dct).timexes, parser).events:
        number = sum(start <= event.trigger.span.start for start in starts) - 1
        when = day(event.time.interval)
        if event.status in STATUSES and when is not None and number:
            yield f"{article['doc']}-{number}-{event.trigger.text}", when, event


def names(event: Event, name: str) -> bool:
    """Whether the entity is among the participants, or named in the event's own clause."""
    wanted = set(normal(name.replace("_", " ")).split())
    told = [event.summary, *(p.mention.text for p in event.participants)]
    told += [p.mention.entity.name for p in event.participants if p.mention.entity is not None]
    return any(wanted <= set(re.findall(r"\w+", normal(words))) for words in told)


def main(path: str, entities: list[str]) -> None:
    parser = load()
    with open(path, encoding="utf-8") as lines:
        found = [m for line in lines for m in mentions(json.loads(line), parser)]
    for name in entities:
        own = sorted((when, place) for place, when, event in found if names(event, name))
        days = sorted({when for when, _ in own})
        timeline = [[days.index(when) + 1, when, [place]] for when, place in own]
        print(json.dumps({"entity": name, "timeline": timeline}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
