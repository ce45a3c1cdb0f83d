"""iCalendar: what the icalendar library reads back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Component

from dateline.export import ics
from dateline.export.view import View
from dateline.model.event import Status
from dateline.store.timeline import Entry
from dateline.store.withdrawn import Withdrawn


def read(entries: list[Entry], view: View, *withdrawn: Withdrawn) -> Calendar:
    return Calendar.from_ical("".join(ics.write(entries, view, withdrawn)))


@pytest.fixture
def calendar(entries: list[Entry], view: View) -> Calendar:
    return read(entries, view)


@pytest.fixture
def told(calendar: Calendar) -> dict[str, Component]:
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def moment(component: Component, name: str) -> Any:
    return component[name].dt if name in component else None


def test_every_dated_event_is_one_entry(entries: list[Entry], told: dict[str, Component]):
    dated = [entry.event.id for entry in entries if entry.event.time.interval]

    assert list(told) == dated


def test_nothing_is_read_with_an_error(calendar: Calendar):
    assert [component.errors for component in calendar.walk() if component.errors] == []


def test_the_calendar_says_what_it_is(entries: list[Entry], calendar: Calendar, view: View):
    text = "".join(ics.write(entries, view))

    # RFC 7986 makes NAME a TEXT, in which a comma is escaped; the library reads it raw.
    assert '\r\nNAME:Timeline: Žižek\\, "Kyiv" and <others>\r\n' in text
    assert calendar["SOURCE"] == (
        "https://dateline.example/v1/timeline?entity=%C5%BDi%20%C5%BEek&format=any"
    )
    assert calendar["VERSION"] == "2.0"
    assert "METHOD" not in calendar


def clock(time: str) -> datetime:
    return datetime.fromisoformat(f"2025-02-27T{time}")


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("met", date(2025, 2, 24), date(2025, 2, 25)),
        ("week", date(2025, 2, 17), date(2025, 2, 24)),
        ("month", date(2025, 2, 1), date(2025, 3, 1)),
        ("since", date(2025, 3, 3), None),
        ("until", date(2021, 12, 31), None),
        ("nine", clock("09:00"), clock("09:01")),
        ("morning", clock("06:00"), clock("12:00")),
        ("ancient", date(1, 1, 1), date(2, 1, 1)),
        ("last", date(9999, 12, 31), None),
        ("last-month", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_days_are_all_day_and_their_end_is_excluded(
    told: dict[str, Component], id: str, start: date, end: date | None
):
    assert (moment(told[id], "DTSTART"), moment(told[id], "DTEND")) == (start, end)


def test_times_belong_to_no_zone(entries: list[Entry], view: View):
    text = "".join(ics.write(entries, view))

    assert "\r\nDTSTART:20250227T090000\r\n" in text


def test_all_day_entries_say_so(entries: list[Entry], view: View):
    text = "".join(ics.write(entries, view))

    assert "\r\nDTSTART;VALUE=DATE:20250224\r\nDTEND;VALUE=DATE:20250225\r\n" in text


@pytest.mark.parametrize(
    ("status", "shown", "summary"),
    [
        (Status.OCCURRED, "CONFIRMED", "The council met on Monday"),
        (Status.ONGOING, "CONFIRMED", "The council met on Monday"),
        (Status.SCHEDULED, "CONFIRMED", "Scheduled: the council met on Monday"),
        (Status.POSSIBLE, "TENTATIVE", "Possible: the council met on Monday"),
        (Status.CONDITIONAL, "TENTATIVE", "Conditional: the council met on Monday"),
        (Status.NEGATED, "TENTATIVE", "Negated: the council met on Monday"),
        (Status.DENIED, "TENTATIVE", "Denied: the council met on Monday"),
    ],
)
def test_what_is_doubted_is_not_confirmed(
    told: dict[str, Component], status: Status, shown: str, summary: str
):
    entry = told[f"is-{status}"]

    assert (entry["STATUS"], entry["SUMMARY"]) == (shown, summary)
    assert status in entry.categories


def test_nobody_is_kept_busy(told: dict[str, Component]):
    assert {entry["TRANSP"] for entry in told.values()} == {"TRANSPARENT"}


def test_the_description_quotes_and_explains(told: dict[str, Component]):
    assert told["about"]["DESCRIPTION"].split("\n") == [
        "The council met on Monday.",
        "2024, approximately: Monday before Wed 26 Feb 2025",
        "Herald & Sons, 26 February 2025",
    ]


def test_a_text_cannot_add_lines_of_its_own(told: dict[str, Component]):
    nasty = told["nasty"]

    assert moment(nasty, "DTSTART") == date(2025, 2, 24)
    assert "\n" not in nasty["URL"]
    assert nasty["DESCRIPTION"].startswith("=cmd|' /C calc'!A0\n\"quoted\", <b>;")
    assert "\\n \U0001f600 ]]> Š" in nasty["SUMMARY"]


@pytest.mark.parametrize("title", ["END:VCALENDAR", "a\\", "\x00", " "])
def test_a_title_cannot_end_the_calendar(entries: list[Entry], view: View, title: str):
    named = replace(view, title=title)

    assert len(read(entries[:3], named).walk("VEVENT")) == 3


def test_every_line_ends_and_folds_as_the_standard_asks(entries: list[Entry], view: View):
    lines = "".join(ics.write(entries, view)).encode().split(b"\r\n")

    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_an_event_recorded_anew_has_a_higher_sequence(entries: list[Entry], view: View):
    entry = entries[0]
    anew = replace(entry, recorded_at=entry.recorded_at + timedelta(minutes=1))

    (before,), (after,) = (read([one], view).walk("VEVENT") for one in (entry, anew))

    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert moment(before, "DTSTAMP") == entry.recorded_at.replace(microsecond=0)


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=30)])
def test_what_is_withdrawn_is_cancelled_with_a_higher_sequence(
    entries: list[Entry], view: View, later: timedelta
):
    entry = entries[0]

    (told,) = read([entry], view).walk("VEVENT")
    (gone,) = read([], view, Withdrawn(entry, entry.recorded_at + later)).walk("VEVENT")

    assert gone["STATUS"] == "CANCELLED"
    assert gone["UID"] == told["UID"]
    assert gone["DTSTART"] == told["DTSTART"]
    assert gone["SEQUENCE"] > told["SEQUENCE"]


def test_the_same_answer_is_the_same_calendar(entries: list[Entry], view: View):
    assert list(ics.write(entries, view)) == list(ics.write(entries, view))


def test_an_empty_answer_is_a_calendar_without_entries(view: View):
    assert read([], view).walk("VEVENT") == []
