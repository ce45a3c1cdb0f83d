"""Write what Dateline reads in a corpus in the form that scorers of event dates take.

    python bench/event_dates.py INPUT.jsonl > SYSTEM.jsonl

INPUT: a line an article, {"doc", "text", "dct"} and, where only given events are scored,
"events": [{"eid", "start", "end"}]. SYSTEM: {"doc", "events"}, an event {"eid"?, "start", "end",
"date", "anchor", "polarity", "certainty", "confidence", "participants"}.

`date` is the day, month or year that holds the event, or null. `anchor` is written as in
TimeBank-EventTime; bench/event_bounds.py says what it derives where the product gives no date.
"""

import json
import sys
from dataclasses import dataclass
from datetime import date
from typing import Any

import event_bounds

from dateline.events import extract, prose, triggers
from dateline.events.parse import Parser, load
from dateline.events.syntax import Token
from dateline.events.triggers import EventWord
from dateline.model.event import Certainty, Event, Polarity, Role
from dateline.model.interval import Interval
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Timex
from dateline.timex import tag

ROLES = {Role.AGENT: "Arg0", Role.PATIENT: "Arg1", Role.COUNTERPART: "Arg1", Role.RECIPIENT: "Arg2"}


@dataclass(frozen=True)
class Reading:
    """What is read in one article: its events, the words that name them, tokens and timexes."""

    events: tuple[Event, ...]
    words: dict[int, EventWord]
    tokens: tuple[Token, ...]
    timexes: dict[str, Timex]
    dct: date

    def anchor(self, event: Event) -> str:
        """Where an event lies on the calendar, in the words of the corpus."""
        word = self.words[event.trigger.span.start]
        return event_bounds.anchor(event, word, self.timexes, self.dct)

    def anchor_at(self, span: Span) -> str:
        """The same of whatever event a span names, found or not."""
        event = next((e for e in self.events if e.trigger.span.overlaps(span)), None)
        if event is not None:
            return self.anchor(event)
        token = next((t for t in self.tokens if t.start < span.end and span.start < t.end), None)
        return event_bounds.unfound(token, self.dct)


def read(article: dict[str, Any], parser: Parser) -> Reading:
    """An article, read."""
    dct = date.fromisoformat(article["dct"][:10])
    text = article["text"]
    timexes = tag(text, Dct(dct)).timexes
    found = extract(article["doc"], text, Dct(dct), timexes, parser)
    sentences = parser.read(prose.read(text).paragraphs)
    words = {w.token.start: w for sentence in sentences for w in triggers.find(sentence)}
    tokens = tuple(token for sentence in sentences for token in sentence.tokens)
    return Reading(found.events, words, tokens, {timex.id: timex for timex in timexes}, dct)


def day(interval: Interval | None) -> str | None:
    """The day, month or year that holds an interval, or None where it is longer or open."""
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    first, last = interval.earliest.isoformat(), interval.latest.isoformat()
    sizes = (len("2025-02-26"), len("2025-02"), len("2025"))
    return next((first[:size] for size in sizes if first[:size] == last[:size]), None)


def row(event: Event, reading: Reading) -> dict[str, Any]:
    """What the scorers take of an event."""
    return {
        "start": event.trigger.span.start,
        "end": event.trigger.span.end,
        "date": day(event.time.interval),
        "anchor": reading.anchor(event),
        "polarity": "NEG" if event.factuality.polarity is Polarity.NEGATIVE else "POS",
        "certainty": (
            "CERTAIN" if event.factuality.certainty is Certainty.CERTAIN else "UNCERTAIN"
        ),
        "confidence": event.confidence,
        "participants": [
            {
                "start": p.mention.span.start,
                "end": p.mention.span.end,
                "role": ROLES.get(p.role, ""),
            }
            for p in event.participants
        ],
    }


def rows(article: dict[str, Any], reading: Reading) -> list[dict[str, Any]]:
    """All events, or for an article with given ones a row for each of these."""
    if "events" not in article:
        return [row(event, reading) for event in reading.events]
    spans = {given["eid"]: Span(given["start"], given["end"]) for given in article["events"]}
    return [{"eid": eid, "anchor": reading.anchor_at(span)} for eid, span in spans.items()]


def main(path: str) -> None:
    parser = load()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            told = rows(article, read(article, parser))
            print(json.dumps({"doc": article["doc"], "events": told}))


if __name__ == "__main__":
    main(sys.argv[1])
