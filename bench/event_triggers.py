"""Score event triggers, and which event a timex dates, on a folder of TimeML documents.

    python bench/event_triggers.py FOLDER

Triggers: one-to-one with the EVENTs of the document, by overlap. Timexes: for each TIMEX3 that a
TLINK ties to an event of its sentence, whether the event that we would tie it to is one of those;
the candidates are the document's own events, so that finding and dating are measured apart. Prints
one JSON line.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.events import prose, triggers
from dateline.events.dating import head_of, nearest
from dateline.events.parse import load
from dateline.events.syntax import Sentence
from dateline.events.triggers import EventWord
from dateline.model.event import EventKind
from dateline.model.provenance import Span
from dateline.model.timex import Resolution, Timex, TimexType


@dataclass
class Document:
    """The text of a TimeML document with its events, timexes, and which are linked."""

    text: str = ""
    published: date = date.min
    events: dict[str, Span] = field(default_factory=dict)
    timexes: dict[str, Span] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)


def read(path: Path) -> Document:
    """A document from its file; entities with a DTD are of no use here."""
    root = ET.fromstring(re.sub(rb"<!DOCTYPE[^>\[]*>", b"", path.read_bytes()))
    document = Document()
    body = next(root.iter("TEXT"))
    _walk(body, document)
    stamp = next(root.iter("DCT")).find("TIMEX3") if root.find("DCT") is not None else None
    if stamp is not None:
        document.published = date.fromisoformat((stamp.get("value") or "")[:10])
    instances = {m.get("eiid"): m.get("eventID") for m in root.iter("MAKEINSTANCE")}
    for link in root.iter("TLINK"):
        event = instances.get(link.get("eventInstanceID") or link.get("relatedToEventInstance"))
        timex = link.get("timeID") or link.get("relatedToTime")
        if event in document.events and timex in document.timexes:
            document.links.append((timex, event))
    return document


def _walk(element: ET.Element, document: Document) -> None:
    start = len(document.text)
    document.text += element.text or ""
    for child in element:
        _walk(child, document)
        document.text += child.tail or ""
    end = len(document.text)
    if element.tag == "EVENT" and end > start:
        document.events[element.get("eid", "")] = Span(start, end)
    if element.tag == "TIMEX3" and end > start:
        document.timexes[element.get("tid", "")] = Span(start, end)


def hits(gold: list[Span], system: list[Span]) -> int:
    """How many pairs overlap, each span used once."""
    left = list(gold)
    found = 0
    for span in system:
        match = next((g for g in left if g.overlaps(span)), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found


def tied(document: Document, sentences: tuple[Sentence, ...]) -> Iterator[bool]:
    """For each linked timex, whether it goes to an event that it is linked to."""
    for tid, span in document.timexes.items():
        sentence = next((s for s in sentences if s.span.covers(span)), None)
        if sentence is None:
            continue
        linked = {document.events[e] for t, e in document.links if t == tid}
        linked = {e for e in linked if sentence.span.covers(e)}
        if linked:
            words = _words(sentence, list(document.events.values()))
            head = head_of(sentence, _timex(span))
            word = nearest(sentence, words, head) if head is not None else None
            yield word is not None and any(_span(word).overlaps(e) for e in linked)


def _words(sentence: Sentence, events: list[Span]) -> list[EventWord]:
    return [
        EventWord(sentence, token.i, EventKind.OCCURRENCE, "other")
        for token in sentence.tokens
        if any(Span(token.start, token.end).overlaps(event) for event in events)
    ]


def _span(word: EventWord) -> Span:
    return Span(word.token.start, word.token.end)


def _timex(span: Span) -> Timex:
    return Timex("", span, "", TimexType.DATE, "", None, None, Resolution.UNDATED, "", "", "")


def main(folder: Path) -> None:
    parser = load()
    gold = system = found = 0
    ties: list[bool] = []
    for path in sorted(folder.glob("*.tml")):
        document = read(path)
        sentences = parser.read(prose.read(document.text).paragraphs)
        spans = [_span(word) for sentence in sentences for word in triggers.find(sentence)]
        gold, system = gold + len(document.events), system + len(spans)
        found += hits(list(document.events.values()), spans)
        ties += tied(document, sentences)
    print(
        json.dumps(
            {
                "events": gold,
                "f1": round(200 * found / (gold + system), 2),
                "precision": round(100 * found / system, 2),
                "recall": round(100 * found / gold, 2),
                "timexes": len(ties),
                "timex_to_event": round(100 * sum(ties) / len(ties), 2),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
