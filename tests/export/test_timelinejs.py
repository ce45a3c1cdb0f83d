"""TimelineJS: its documented format, and dates no surer than ours.

https://timeline.knightlab.com/docs/json-format.html
"""

import json
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from dateline.export import timelinejs
from dateline.export.view import View
from dateline.store.timeline import Entry


class Documented(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Date(Documented):
    year: int
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    hour: Annotated[int, Field(ge=0, le=23)] | None = None
    minute: Annotated[int, Field(ge=0, le=59)] | None = None
    second: Annotated[int, Field(ge=0, le=59)] | None = None
    millisecond: int | None = None
    display_date: str | None = None


class Text(Documented):
    headline: str | None = None
    text: str | None = None


class Slide(Documented):
    start_date: Date
    end_date: Date | None = None
    text: Text | None = None
    media: dict[str, Any] | None = None
    group: str | None = None
    display_date: str | None = None
    background: dict[str, str] | None = None
    autolink: bool = True
    unique_id: str | None = None


class Title(Documented):
    text: Text
    unique_id: str | None = None


class Timeline(Documented):
    events: list[Slide]
    title: Title | None = None
    scale: str | None = None


@pytest.fixture
def timeline(entries: list[Entry], view: View) -> Timeline:
    return Timeline.model_validate_json("".join(timelinejs.write(entries, view)))


@pytest.fixture
def slides(timeline: Timeline) -> dict[str, Slide]:
    return {slide.unique_id: slide for slide in timeline.events}


def test_every_dated_event_is_one_slide(entries: list[Entry], slides: dict[str, Slide]):
    assert list(slides) == [entry.event.id for entry in entries if entry.event.time.interval]


@pytest.mark.parametrize(
    ("id", "start", "end", "display"),
    [
        ("met", (2025, 2, 24), None, None),
        ("week", (2025, 2, 17), (2025, 2, 23), "17–23 February 2025"),
        ("month", (2025, 2, 1), (2025, 2, 28), "February 2025"),
        ("about", (2024, 1, 1), (2024, 12, 31), "2024, approximately"),
        ("ambiguous", (2025, 3, 4), None, "4 March 2025, or another day"),
        ("since", (2025, 3, 3), None, "from 3 March 2025"),
        ("until", (2021, 12, 31), None, "until 31 December 2021"),
        ("ancient", (1, 1, 1), (1, 12, 31), "1"),
        ("last", (9999, 12, 31), None, None),
    ],
)
def test_a_slide_stands_where_the_event_does_and_says_how_sure_that_is(
    slides: dict[str, Slide],
    id: str,
    start: tuple[int, int, int],
    end: tuple[int, int, int] | None,
    display: str | None,
):
    slide = slides[id]

    assert days(slide.start_date) == start
    assert days(slide.end_date) == end
    assert slide.display_date == display


def days(date: Date | None) -> tuple[int, int | None, int | None] | None:
    return date and (date.year, date.month, date.day)


def test_a_clock_time_is_kept(slides: dict[str, Slide]):
    nine = slides["nine"].start_date

    assert (nine.hour, nine.minute) == (9, 0)


def test_doubted_events_say_so_and_stand_in_their_own_row(slides: dict[str, Slide]):
    denied = slides["is-denied"]

    assert denied.text.headline == "Denied: the council met on Monday"
    assert denied.group == "denied"


def test_the_text_quotes_and_links_to_the_article(slides: dict[str, Slide]):
    assert slides["met"].text.text == (
        "<p>The council met on Monday.</p>"
        "<p>24 February 2025: Monday before Wed 26 Feb 2025</p>"
        '<p><a href="https://herald.example/1?a=1&amp;b=%C5%BE">'
        "Herald &amp; Sons, 26 February 2025</a></p>"
    )


def test_the_words_of_an_article_are_never_markup(slides: dict[str, Slide], timeline: Timeline):
    nasty = slides["nasty"].text

    assert "<b>" not in nasty.headline + nasty.text
    assert nasty.text.count("<a ") == 1
    assert timeline.title.text.headline == ("Timeline: Žižek, &quot;Kyiv&quot; and &lt;others&gt;")


def test_an_empty_answer_is_a_timeline_without_slides(view: View):
    assert json.loads("".join(timelinejs.write([], view)))["events"] == []
