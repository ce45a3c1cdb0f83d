"""CSV (RFC 4180): one event a row, in columns that stay.

Columns are only ever added, at the end. A spreadsheet takes a cell that begins like a formula for
one; such a cell gets an apostrophe in front, as OWASP advises.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dateline.export import answer
from dateline.export.view import View
from dateline.store.timeline import Entry
from dateline.wire.event import EventOut, MentionOut, ParticipantOut

# Spreadsheets of East Asian locales read the full-width signs too.
FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")

COLUMNS: dict[str, Callable[[EventOut], object]] = {
    "id": lambda event: event.id,
    "earliest": lambda event: event.time.earliest,
    "latest": lambda event: event.time.latest,
    "edtf": lambda event: event.time.edtf,
    "granularity": lambda event: event.time.granularity,
    "resolution": lambda event: event.time.resolution,
    "approximate": lambda event: event.time.approximate,
    "basis": lambda event: event.time.basis,
    "explanation": lambda event: event.time.explanation,
    "status": lambda event: event.status,
    "polarity": lambda event: event.factuality.polarity,
    "certainty": lambda event: event.factuality.certainty,
    "kind": lambda event: event.kind,
    "type": lambda event: event.type,
    "genericity": lambda event: event.genericity,
    "trigger": lambda event: event.trigger.text,
    "summary": lambda event: event.summary,
    "participants": lambda event: "; ".join(
        f"{one.role}: {_name(one)}" for one in event.participants
    ),
    "place": lambda event: event.place and _name(event.place),
    "speakers": lambda event: "; ".join(_name(one.speaker) for one in event.attributions),
    "evidence": lambda event: event.evidence.exact,
    "start": lambda event: event.evidence.start,
    "end": lambda event: event.evidence.end,
    "confidence": lambda event: event.confidence,
    "article_id": lambda event: event.article.id,
    "url": lambda event: event.article.url,
    "title": lambda event: event.article.title,
    "source": lambda event: event.article.source,
    "published_on": lambda event: event.article.published_on,
    "published_at": lambda event: event.article.published_at,
    "extractor": lambda event: event.extractor,
    "recorded_at": lambda event: event.recorded_at,
}


class _Line:
    """A file that gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def write(entries: Iterable[Entry], _: View) -> Iterator[str]:
    """The names of the columns, then the rows."""
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for entry in entries:
        event = answer.event(entry)
        yield writer.writerow(_cell(value(event)) for value in COLUMNS.values())


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value


def _name(mention: MentionOut | ParticipantOut) -> str:
    return mention.entity.name if mention.entity else mention.text
