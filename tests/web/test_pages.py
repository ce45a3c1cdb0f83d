"""The pages: the timeline as a reader sees it, and the article behind an event."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.model.article import Annotations, Furniture
from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Mode,
    Participant,
    Polarity,
    Role,
    Status,
    TimexRef,
    Trigger,
)
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Dct, Resolution, Timex, TimexType
from dateline.settings import Settings
from dateline.store import claims, database, events
from dateline.timex import tag

TEXT = """12 views
The bridge will open on Thursday, Mayor Ana Kos said. <script>alert(1)</script>"""
SENTENCE = "The bridge will open on Thursday, Mayor Ana Kos said."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


THURSDAY = Timex(
    id="t1",
    span=at("Thursday"),
    text="Thursday",
    type=TimexType.DATE,
    value="2025-02-27",
    interval=Interval.day(date(2025, 2, 27)),
    granularity=Granularity.DAY,
    resolution=Resolution.RESOLVED,
    rule="bare weekday",
    explanation='"will open" looks ahead: first Thursday after Wed 26 Feb 2025',
    expression="",
)
KOS = Mention("Ana Kos", at("Ana Kos"), Entity("e-kos", "Ana Kos", "person"))
BRIDGE = Mention("The bridge", at("The bridge"), Entity("e-bridge", "Bridge", "other"))
OPENING = Event(
    id="opening",
    kind=EventKind.OCCURRENCE,
    type="other",
    trigger=Trigger("open", "open", at("open")),
    summary="the bridge will open on Thursday",
    time=EventTime(
        basis=Basis.EXPLICIT,
        explanation=THURSDAY.explanation,
        interval=THURSDAY.interval,
        timexes=(TimexRef("t1", "Thursday", at("Thursday")),),
    ),
    factuality=Factuality(Polarity.POSITIVE, Certainty.PROBABLE),
    status=Status.SCHEDULED,
    evidence=Evidence(SENTENCE, "", "", at(SENTENCE)),
    confidence=0.9,
    participants=(Participant(Role.PATIENT, BRIDGE),),
    attributions=(Attribution(KOS, Quoted("said", at("said")), Mode.INDIRECT, None),),
)


def on(day: int, **changes: Any) -> Event:
    """The opening, so many days later."""
    interval = Interval.day(date(2025, 2, 27) + timedelta(days=day))
    time = replace(OPENING.time, interval=interval)
    return replace(OPENING, id=f"opening-{day}", time=time, **changes)


def publish(site: TestClient, settings: Settings, told: Sequence[Event], **post: Any) -> str:
    """An article in which these events were read; its id."""
    posted = {"text": TEXT, "published_at": "2025-02-26", "source": "Herald"} | post
    article_id: str = site.post("/v1/articles", json=posted).json()["id"]
    engine = database.open(settings.database)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        furniture = (Furniture("counter", at("12 views")),)
        read = Annotations("test", (THURSDAY,), tuple(told), furniture=furniture)
        events.replace(connection, claim, read)
    engine.dispose()
    return article_id


def test_an_empty_store_says_so(site: TestClient):
    page = site.get("/")

    assert page.status_code == 200
    assert "There is nothing here yet." in page.text


def test_a_question_without_an_answer_is_told_so(site: TestClient):
    assert "No event answers this." in site.get("/?q=bridge").text


def test_an_event_shows_its_day_status_speaker_and_sentence(site: TestClient, settings: Settings):
    publish(site, settings, [OPENING])

    page = site.get("/").text

    assert re.search(
        r"<h2[^>]*><span class=\"weekday\">Thursday</span> 27 February 2025</h2>", page
    )
    assert '<span class="status scheduled">scheduled</span>' in page
    assert 'according to <a href="/?entity=Ana%20Kos">Ana Kos</a>' in page
    assert '<mark class="trigger">open</mark> on <mark class="timex">Thursday</mark>,' in page
    assert "looks ahead: first Thursday after Wed 26 Feb 2025" in page
    assert '<a href="/?source=Herald"><bdi>Herald</bdi></a>, <time' in page
    assert '<time datetime="2025-02-26">26 February 2025</time>' in page


def test_a_span_of_days_breaks_between_its_first_and_its_last(site: TestClient, settings: Settings):
    interval = Interval.days(date(2025, 9, 1), date(2025, 11, 30))
    publish(site, settings, [replace(OPENING, time=replace(OPENING.time, interval=interval))])

    assert "1\u00a0September – 30\u00a0November\u00a02025</h2>" in site.get("/").text


def test_what_is_to_come_is_a_link_away(site: TestClient, settings: Settings):
    ahead = replace(OPENING.time, interval=Interval.day(date(2999, 1, 2)))
    publish(site, settings, [OPENING, replace(OPENING, id="ahead", time=ahead)])
    link = re.search(r'<a href="([^"]+)">what is to come</a>', site.get("/").text)
    assert link

    page = site.get(link[1].replace("&amp;", "&")).text

    assert "2 January 2999" in page
    assert "27 February 2025" not in page


def test_events_of_one_sentence_share_it(site: TestClient, settings: Settings):
    said = replace(OPENING, id="said", trigger=Trigger("said", "say", at("said")), attributions=())
    publish(site, settings, [OPENING, said])

    page = site.get("/").text

    assert page.count("<article>") == 1
    assert '<mark class="trigger">said</mark>' in page
    assert '<mark class="trigger">open</mark>' in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?entity=Ana+Kos", True),
        ("?entity=Ana+Kos&q=&from=&to=&order=desc", True),
        ("?q=bridge&from=2025-02-27&to=2025-02-27&status=scheduled", True),
        ("?status=denied", False),
        ("?from=2025-02-28", False),
    ],
)
def test_the_form_asks_for_a_timeline(
    site: TestClient, settings: Settings, query: str, shown: bool
):
    publish(site, settings, [OPENING])

    assert ("27 February 2025" in site.get(f"/{query}").text) is shown


def test_the_form_keeps_what_was_asked(site: TestClient):
    page = site.get('/?entity="Kos"&q=bridge&status=denied&order=asc&from=2025-02-01').text

    assert 'value="&#34;Kos&#34;"' in page
    assert 'value="bridge"' in page
    assert 'value="denied" checked' in page
    assert 'value="asc" selected' in page
    assert 'value="2025-02-01"' in page


def test_a_name_that_nobody_bears_is_said_to_be_unknown(site: TestClient):
    assert "Nobody here is called “<bdi>Nemo</bdi>”.</p>" in site.get("/?entity=Nemo").text


@pytest.mark.parametrize("name", ["kos", "Mayor Kos", "Anastasia Kos", "Kosz"])
def test_a_name_that_nobody_bears_leads_to_those_that_are_like_it(
    site: TestClient, settings: Settings, name: str
):
    publish(site, settings, [replace(OPENING, participants=(Participant(Role.AGENT, KOS),))])

    page = site.get("/", params={"entity": name}).text

    assert 'Perhaps <a href="/?entity=Ana%20Kos">Ana Kos</a>?' in page


@pytest.mark.parametrize(
    "query",
    ["from=2025-13-01", "from=2025-02-02&to=2025-02-01", "cursor=forged", "page=2", "q=a%00b"],
)
def test_a_question_that_makes_no_sense_is_answered_on_the_page(site: TestClient, query: str):
    page = site.get(f"/?{query}")

    assert page.status_code == 422
    assert 'role="alert"' in page.text


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("from=soon", "From: not an ISO 8601 date (YYYY-MM-DD) (given: &#39;soon&#39;)."),
        ("from=2025-02-02&to=2025-02-01", "To is before from"),
    ],
)
def test_a_complaint_names_the_field(site: TestClient, query: str, complaint: str):
    assert complaint in site.get(f"/?{query}").text


def test_the_pages_lead_through_the_whole_timeline(site: TestClient, settings: Settings):
    publish(site, settings, [on(day) for day in range(60)])

    first = site.get("/?q=bridge").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = site.get(following[1].replace("&amp;", "&")).text

    assert len(re.findall("<article>", first)) == 50
    assert len(re.findall("<article>", second)) == 10
    assert 'rel="next"' not in second
    assert '<a href="/?q=bridge">Back to the beginning</a>' in second


@pytest.mark.parametrize("format", ["ics", "atom", "csv", "timelinejs"])
def test_the_whole_timeline_can_be_taken_along_from_every_page(
    site: TestClient, settings: Settings, format: str
):
    publish(site, settings, [on(day) for day in range(60)])
    following = re.search(r'rel="next" href="([^"]+)"', site.get("/?q=bridge").text)
    assert following

    page = site.get(following[1].replace("&amp;", "&")).text
    (address,) = set(re.findall(rf'href="(/v1/timeline[^"]+format={format})"', page))
    exported = site.get(address.replace("&amp;", "&"))

    assert exported.status_code == 200
    assert len(set(re.findall(r"opening-[0-9]+", exported.text))) == 60
    assert exported.text.index("opening-59") < exported.text.index("opening-58")


def test_an_article_bears_its_marks_and_their_explanations(site: TestClient, settings: Settings):
    article_id = publish(site, settings, [OPENING], title="Bridge to open")

    page = site.get(f"/articles/{article_id}").text

    assert '<h1 dir="auto">Bridge to open</h1>' in page
    assert '<span class="furniture">12 views</span>' in page
    assert 'id="timex-t1" href="#date-t1"><mark class="timex">Thursday</mark>' in page
    assert 'id="trigger-opening" href="#event-opening"><mark class="trigger">open</mark>' in page
    assert page.count("first Thursday after Wed 26 Feb 2025") == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It took three days.", "a length of time"),
        ("They met every Monday.", "again and again"),
        ("They met recently.", "undated"),
        ("They met on 29 February 2015.", "impossible"),
        ("They met on Monday.", "24 February 2025"),
    ],
)
def test_a_phrase_without_days_is_called_what_it_is(
    site: TestClient, settings: Settings, text: str, shown: str
):
    post = {"text": text, "published_at": "2025-02-26"}
    article_id = site.post("/v1/articles", json=post).json()["id"]
    engine = database.open(settings.database)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        found = tag(text, Dct(date(2025, 2, 26))).timexes
        events.replace(connection, claim, Annotations("test", tuple(found)))
    engine.dispose()

    assert f'<span class="value">{shown}</span>' in site.get(f"/articles/{article_id}").text


def test_the_event_that_was_clicked_is_brought_out(site: TestClient, settings: Settings):
    publish(site, settings, [OPENING])
    link = re.search(r'href="(/articles/[^"#]+)#trigger-opening"', site.get("/").text)

    assert link
    page = site.get(link[1]).text

    assert '<span class="evidence">The bridge will </span>' in page
    assert 'aria-label="The event you came for"' in page


def test_an_article_that_waits_says_so_and_looks_again(site: TestClient):
    posted = site.post("/v1/articles", json={"text": TEXT, "published_at": "2025-02-26"}).json()

    page = site.get(f"/articles/{posted['id']}").text

    assert '<meta http-equiv="refresh" content="3">' in page
    assert "is being read" in page


@pytest.mark.parametrize("article_id", ["none", "%00", "%ED%A0%80"])
def test_no_such_article_is_a_page_too(site: TestClient, article_id: str):
    page = site.get(f"/articles/{article_id}")

    assert page.status_code == 404
    assert "No such article" in page.text


def test_nothing_that_was_posted_becomes_markup(site: TestClient, settings: Settings):
    evil = "<img src=x onerror=alert(1)>"
    article_id = publish(site, settings, [OPENING], title=evil, authors=[evil], source=evil)

    for page in (site.get("/").text, site.get(f"/articles/{article_id}").text):
        assert "&lt;img" in page
        assert "<img" not in page
        assert "<script" not in page


@pytest.mark.parametrize("path", ["/", "/articles/none", "/?page=2"])
def test_a_page_allows_no_script_and_nothing_from_elsewhere(site: TestClient, path: str):
    policy = site.get(path).headers["content-security-policy"]

    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_pages_need_nothing_but_what_is_served_here(site: TestClient):
    page = site.get("/").text

    served = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert [Path(address.partition("?")[0]).suffix for address in served] == [".css", ".svg"]
    assert {site.get(address).status_code for address in served} == {200}
    assert "http://" not in page
    assert "https://" not in page


def test_a_speaker_is_named_even_behind_a_pronoun(site: TestClient, settings: Settings):
    he = replace(KOS, text="he", span=at("he"))
    said = Attribution(he, Quoted("said", at("said")), Mode.INDIRECT, None)
    article_id = publish(site, settings, [replace(OPENING, attributions=(said,))])

    for path in ("/", f"/articles/{article_id}"):
        assert re.search("according to (<[^>]+>)?Ana Kos", site.get(path).text)


def test_the_form_carries_along_what_it_has_no_field_for(site: TestClient):
    page = site.get("/?entity=Kos&entity=Lee&type=meeting&source=Herald&cursor=").text

    assert 'name="entity" type="text" autocomplete="off" value="Kos"' in page
    assert '<input type="checkbox" name="entity" value="Lee" checked>' in page
    assert '<input type="checkbox" name="type" value="meeting" checked>' in page
    assert '<input type="checkbox" name="source" value="Herald" checked>' in page


def test_the_marks_of_an_earlier_revision_are_not_shown(site: TestClient, settings: Settings):
    url = "https://herald.example/1"
    article_id = publish(site, settings, [OPENING], url=url)
    revised = {"text": "Quite another text.", "published_at": "2025-02-26", "source": "Herald"}
    site.post("/v1/articles", json=revised | {"url": url})

    page = site.get(f"/articles/{article_id}").text

    assert "Quite another text." in page
    assert "is being read" in page
    assert "<mark" not in page
