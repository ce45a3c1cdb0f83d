"""Atom: what feedparser and the standard library read back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from dateline.export import atom
from dateline.export.view import View
from dateline.store.timeline import Entry

NAME = f"{{{atom.NAMESPACE}}}"


@pytest.fixture
def feed(entries: list[Entry], view: View) -> Any:
    return feedparser.parse("".join(atom.write(entries, view)).encode())


@pytest.fixture
def told(feed: Any) -> dict[str, Any]:
    return {entry.id.rpartition(":")[2]: entry for entry in feed.entries}


def test_a_feed_reader_has_nothing_to_complain_about(feed: Any):
    assert feed.bozo is False
    assert feed.version == "atom10"


def test_every_event_is_one_entry(entries: list[Entry], feed: Any):
    ids = [f"urn:dateline:event:{entry.event.id}" for entry in entries]

    assert [entry.id for entry in feed.entries] == ids


def test_the_feed_says_what_it_is(feed: Any):
    address = "https://dateline.example/v1/timeline?entity=%C5%BDi%20%C5%BEek&format=any"

    assert feed.feed.title == 'Timeline: Žižek, "Kyiv" and <others>'
    assert feed.feed.id == address
    assert [(link.rel, link.href) for link in feed.feed.links] == [("self", address)]
    assert feed.feed.author == "Dateline"


def test_the_feed_is_as_new_as_its_newest_entry(entries: list[Entry], view: View):
    newer = replace(entries[1], recorded_at=entries[1].recorded_at + timedelta(days=1))

    feed = feedparser.parse("".join(atom.write([entries[0], newer, entries[2]], view)).encode())

    assert feed.feed.updated == "2025-02-27T09:00:00+00:00"


def test_an_entry_says_when_it_happens_and_who_says_so(told: dict[str, Any]):
    met = told["met"]

    assert met.title == "24 February 2025: The council met on Monday"
    assert met.author == "Herald & Sons"
    assert met.link == "https://herald.example/1?a=1&b=%C5%BE"
    assert (met.updated, met.published) == (
        "2025-02-26T09:00:00+00:00",
        "2025-02-26T08:41:00+00:00",
    )
    assert [tag.term for tag in met.tags] == ["meeting", "occurred"]
    assert met.content[0].value.split("\n") == [
        "The council met on Monday.",
        "24 February 2025: Monday before Wed 26 Feb 2025",
        "Herald & Sons, 26 February 2025",
    ]


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("about", "2024, approximately: The council met on Monday"),
        ("ambiguous", "4 March 2025, or another day: The council met on Monday"),
        ("since", "from 3 March 2025: The council met on Monday"),
        ("until", "until 31 December 2021: The council met on Monday"),
        ("nine", "27 February 2025, 09:00: The council met on Monday"),
        ("undated", "no date: The council met on Monday"),
        ("is-denied", "24 February 2025: Denied: the council met on Monday"),
    ],
)
def test_doubts_are_said_in_the_title(told: dict[str, Any], id: str, title: str):
    assert told[id].title == title


def test_every_entry_has_what_the_standard_asks_for(entries: list[Entry], view: View):
    feed = ElementTree.fromstring("".join(atom.write(entries, view)))

    for element in (feed, *feed.iter(f"{NAME}entry")):
        found = [child.tag.removeprefix(NAME) for child in element]
        assert {name: found.count(name) for name in ("id", "title", "updated")} == {
            "id": 1,
            "title": 1,
            "updated": 1,
        }


def test_markup_and_control_characters_are_only_text(entries: list[Entry], view: View):
    (nasty,) = [entry for entry in entries if entry.event.id == "nasty"]

    feed = ElementTree.fromstring("".join(atom.write([nasty], view)))

    content = feed.findtext(f"{NAME}entry/{NAME}content")
    assert content.startswith("=cmd|' /C calc'!A0\n\"quoted\", <b>;   \n\\n \U0001f600 ]]> Š")


def test_an_empty_answer_is_a_feed_of_this_instant(view: View):
    feed = feedparser.parse("".join(atom.write([], view)).encode())

    assert feed.bozo is False
    assert feed.entries == []
    assert feed.feed.updated == "2025-03-01T12:00:00+00:00"
