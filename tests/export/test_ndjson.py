"""NDJSON: one event a line, as the JSON answer shows it."""

import json

from dateline.export import answer, ndjson
from dateline.export.view import View
from dateline.store.timeline import Entry
from dateline.wire.event import EventOut


def test_every_line_is_one_event_of_the_contract(entries: list[Entry], view: View):
    lines = list(ndjson.write(entries, view))

    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert list(map(EventOut.model_validate_json, lines)) == list(map(answer.event, entries))


def test_an_event_goes_with_its_article(entries: list[Entry], view: View):
    event = json.loads(next(ndjson.write(entries, view)))

    assert event["article"] == {
        "id": "a1",
        "url": "https://herald.example/1?a=1&b=ž",
        "title": "Council meets",
        "source": "Herald & Sons",
        "published_on": "2025-02-26",
        "published_at": "2025-02-26T08:41:00Z",
    }


def test_an_empty_answer_is_nothing(view: View):
    assert list(ndjson.write([], view)) == []
