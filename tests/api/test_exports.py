"""Exports over HTTP: every row of the query, in every format, as of one moment."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, timedelta

import feedparser
import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from httpx2 import Response
from icalendar import Calendar
from sqlalchemy import Engine

from dateline.api import exports
from dateline.api.app import create
from dateline.api.running import Running
from dateline.model.article import Annotations
from dateline.model.errors import TooManyExports
from dateline.model.event import (
    Basis,
    Certainty,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Polarity,
    Status,
    Trigger,
)
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Span
from dateline.settings import Settings
from dateline.store import claims, database, events
from dateline.wire.timeline import Format, TimelineQuery

DATED, UNDATED = 1040, 20
MET = Event(
    id="met",
    kind=EventKind.OCCURRENCE,
    type="meeting",
    trigger=Trigger("met", "meet", Span(12, 15)),
    summary="the council met on Monday",
    time=EventTime(Basis.EXPLICIT, ""),
    factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
    status=Status.OCCURRED,
    evidence=Evidence("The council met on Monday.", "", "", Span(0, 26)),
    confidence=0.9,
)


def met(number: int) -> Event:
    """One of many meetings: every third is only planned, the last have no date."""
    day = date(2025, 1, 1) + timedelta(days=number // 3)
    interval = Interval.day(day) if number < DATED else None
    status = Status.OCCURRED if number % 3 else Status.SCHEDULED
    return replace(
        MET, id=f"met-{number}", status=status, time=replace(MET.time, interval=interval)
    )


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A store with more meetings than three pages hold."""
    settings = Settings(data=tmp_path_factory.mktemp("store"), database_url=None, redis_url=None)
    engine = database.open(settings.database)
    database.migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def api(engine: Engine) -> Iterator[TestClient]:
    settings = Settings(database_url=str(engine.url), redis_url=None)
    with TestClient(create(settings), raise_server_exceptions=False) as client:
        post = {"text": "The council met on Monday.", "published_at": "2025-02-26"}
        article = client.post("/v1/articles", json=post).json()["id"]
        tell(engine, article, *map(met, range(DATED + UNDATED)))
        yield client


def tell(engine: Engine, article: str, *told: Event) -> None:
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article], lease=60)
        events.replace(connection, claim, Annotations("test", events=told))


def paged(api: TestClient, query: str) -> list[str]:
    """The ids of all pages of the JSON answer."""
    page = api.get(f"/v1/timeline?limit=500&{query}").json()
    found = [event["id"] for event in page["items"]]
    while page["next_cursor"]:
        page = api.get(f"/v1/timeline?limit=500&{query}&cursor={page['next_cursor']}").json()
        found += [event["id"] for event in page["items"]]
    return found


def last(urn: str) -> str:
    return urn.rpartition(":")[2]


IDS: dict[str, Callable[[Response], list[str]]] = {
    "ndjson": lambda answer: [json.loads(line)["id"] for line in answer.text.splitlines()],
    "csv": lambda answer: [
        row["id"] for row in csv.DictReader(io.StringIO(answer.text, newline=""))
    ],
    "ics": lambda answer: [
        str(event["UID"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")
    ],
    "atom": lambda answer: [last(entry.id) for entry in feedparser.parse(answer.content).entries],
    "timelinejs": lambda answer: [slide["unique_id"] for slide in answer.json()["events"]],
    "jsonld": lambda answer: [last(node["@id"]) for node in answer.json()["@graph"]],
}


@pytest.mark.parametrize("format", IDS)
@pytest.mark.parametrize("query", ["order=asc", "order=desc&status=scheduled&from=2025-02-01"])
def test_an_export_holds_exactly_the_rows_of_the_query(api: TestClient, format: str, query: str):
    answer = api.get(f"/v1/timeline?limit=2&format={format}&{query}")

    rows = paged(api, query)
    assert IDS[format](answer) == rows
    assert len(rows) > 300


@pytest.mark.parametrize("format", IDS)
def test_only_calendars_and_slides_leave_out_what_has_no_date(api: TestClient, format: str):
    query = "undated=include&status=scheduled"

    answer = api.get(f"/v1/timeline?format={format}&{query}")

    wanted = query if format not in {"ics", "timelinejs"} else "status=scheduled"
    assert IDS[format](answer) == paged(api, wanted)


@pytest.mark.parametrize(
    ("accept", "format", "media_type"),
    [
        ("application/x-ndjson", "ndjson", "application/x-ndjson"),
        ("text/csv", "csv", "text/csv; charset=utf-8"),
        ("text/calendar", "ics", "text/calendar; charset=utf-8"),
        ("application/atom+xml", "atom", "application/atom+xml"),
        ("application/ld+json", "jsonld", "application/ld+json"),
    ],
)
def test_an_accept_header_asks_for_a_format_too(
    api: TestClient, accept: str, format: str, media_type: str
):
    answer = api.get("/v1/timeline?to=2025-01-01", headers={"accept": accept})

    assert answer.headers["content-type"] == media_type
    assert answer.headers["vary"] == "Accept"
    assert IDS[format](answer) == paged(api, "to=2025-01-01")


def test_a_format_outranks_the_accept_header(api: TestClient):
    answer = api.get("/v1/timeline?format=json", headers={"accept": "text/csv"})

    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["vary"] == "Accept"


def test_a_browser_gets_json(api: TestClient):
    answer = api.get("/v1/timeline", headers={"accept": "text/html,*/*;q=0.8"})

    assert answer.headers["content-type"] == "application/json"


def test_an_unknown_format_is_named(api: TestClient):
    answer = api.get("/v1/timeline?format=pdf")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/format"
    assert "'ics'" in answer.json()["detail"]


def test_an_export_has_no_pages(api: TestClient):
    cursor = api.get("/v1/timeline?limit=2").json()["next_cursor"]

    answer = api.get(f"/v1/timeline?format=csv&cursor={cursor}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/cursor"


def test_a_cursor_serves_every_way_to_ask_for_json(api: TestClient):
    cursor = api.get("/v1/timeline?limit=2").json()["next_cursor"]

    answer = api.get(f"/v1/timeline?limit=2&format=json&cursor={cursor}")

    assert [event["id"] for event in answer.json()["items"]] == paged(api, "")[2:4]


@pytest.mark.parametrize("format", IDS)
def test_a_name_that_nobody_bears_is_an_empty_export(api: TestClient, format: str):
    answer = api.get(f"/v1/timeline?format={format}&entity=Nobody")

    assert answer.status_code == 200
    assert IDS[format](answer) == []


def test_a_feed_knows_its_own_address(api: TestClient):
    answer = api.get("/v1/timeline?entity=Ana+Žižić", headers={"accept": "application/atom+xml"})

    feed = feedparser.parse(answer.content).feed
    assert feed.title == "Ana Žižić"
    assert api.get(feed.links[0].href).headers["content-type"] == "application/atom+xml"


def test_so_many_exports_are_written_at_once_and_no_more(engine: Engine):
    app = create(Settings(database_url=str(engine.url), redis_url=None, max_exports=2))
    with TestClient(app, raise_server_exceptions=False) as api:
        for _ in range(2):
            app.state.exports.acquire()
        refused, page = api.get("/v1/timeline?format=csv"), api.get("/v1/timeline")
        app.state.exports.release()
        # Each leaves its place to the next, whether it is whole or refused.
        after = [
            api.get(f"/v1/timeline?format=csv&as_of={year}-01-01T00:00:00Z").status_code
            for year in (2026, 9999, 2026, 9999, 2026)
        ]

    assert (refused.status_code, page.status_code) == (503, 200)
    assert refused.headers["content-type"] == "application/problem+json"
    assert int(refused.headers["retry-after"]) > 0
    assert after == [200, 422, 200, 422, 200]


def test_a_reader_who_leaves_frees_his_place(engine: Engine):
    app = create(Settings(database_url=str(engine.url), redis_url=None, max_exports=1))
    with TestClient(app) as api:
        query = TimelineQuery()
        here = Running(*(getattr(api.app.state, one.name) for one in fields(Running)))
        request = Request({"type": "http", "path": "/", "headers": [], "server": ("a", 80)})
        left = exports.answer(here, query, Format.CSV, request)
        with pytest.raises(TooManyExports):
            exports.answer(here, query, Format.CSV, request)
        del left

        assert exports.answer(here, query, Format.CSV, request).status_code == 200


def test_a_store_that_does_not_answer_is_a_problem():
    nowhere = Settings(database_url="postgresql://127.0.0.1:1/none", redis_url=None)
    with TestClient(create(nowhere), raise_server_exceptions=False) as api:
        answer = api.get("/v1/timeline?format=csv")

    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
