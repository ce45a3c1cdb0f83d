"""JSON-LD: what a processor expands it to, with nothing fetched."""

import json
from typing import Any

import pytest
from pyld import jsonld as processor

from dateline.export import jsonld
from dateline.export.view import View
from dateline.store.timeline import Entry

SCHEMA = "https://schema.org/"


def nothing_fetched(url: str, options: object) -> Any:
    raise AssertionError(f"asked for {url}")


@pytest.fixture
def expanded(entries: list[Entry], view: View) -> dict[str, dict[str, Any]]:
    document = json.loads("".join(jsonld.write(entries, view)))
    nodes = processor.expand(document, {"documentLoader": nothing_fetched})
    return {node["@id"].rpartition(":")[2]: node for node in nodes}


def values(node: dict[str, Any], name: str) -> list[Any]:
    """The plain values, or ids, of a property."""
    found = node.get(SCHEMA + name, [])
    return [value.get("@value", value.get("@id")) for value in found]


def test_every_event_is_one_event_of_schema_org(
    entries: list[Entry], expanded: dict[str, dict[str, Any]]
):
    assert list(expanded) == [entry.event.id for entry in entries]
    assert {tuple(node["@type"]) for node in expanded.values()} == {(SCHEMA + "Event",)}


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("met", ["2025-02-24"], ["2025-02-24"]),
        ("month", ["2025-02-01"], ["2025-02-28"]),
        ("since", ["2025-03-03"], []),
        ("until", [], ["2021-12-31"]),
        ("undated", [], []),
        ("nine", ["2025-02-27T09:00:00"], ["2025-02-27T09:00:59"]),
        ("ancient", ["0001-01-01"], ["0001-12-31"]),
    ],
)
def test_an_event_has_the_dates_that_are_known(
    expanded: dict[str, dict[str, Any]], id: str, start: list[str], end: list[str]
):
    assert (values(expanded[id], "startDate"), values(expanded[id], "endDate")) == (start, end)


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("occurred", "EventScheduled"),
        ("ongoing", "EventScheduled"),
        ("scheduled", "EventScheduled"),
        ("negated", "EventCancelled"),
    ],
)
def test_an_event_status_is_one_of_schema_org(
    expanded: dict[str, dict[str, Any]], status: str, shown: str
):
    event = expanded[f"is-{status}"]

    assert values(event, "eventStatus") == [SCHEMA + shown]
    assert values(event, "keywords") == ["meeting", status]


@pytest.mark.parametrize("status", ["possible", "conditional", "denied"])
def test_a_doubt_that_schema_org_has_no_word_for_is_not_called_scheduled(
    expanded: dict[str, dict[str, Any]], status: str
):
    (shown,) = expanded[f"is-{status}"][SCHEMA + "eventStatus"]

    assert shown["@type"] == [SCHEMA + "EventStatusType"]
    assert values(shown, "name") == [status]


def test_an_event_says_who_where_and_in_which_article(expanded: dict[str, dict[str, Any]]):
    (who,), (where,), (article,) = (
        expanded["met"][SCHEMA + name] for name in ("about", "location", "subjectOf")
    )

    assert (who["@type"], values(who, "name")) == ([SCHEMA + "Organization"], ["Council"])
    assert (where["@type"], values(where, "name")) == ([SCHEMA + "Place"], ["Kyiv"])
    assert article["@type"] == [SCHEMA + "NewsArticle"]
    assert article["@id"] == "https://herald.example/1?a=1&b=%C5%BE"
    assert values(article, "datePublished") == ["2025-02-26T08:41:00+00:00"]


def test_whoever_says_so_is_the_author_of_a_claim(expanded: dict[str, dict[str, Any]]):
    article, claim = expanded["undated"][SCHEMA + "subjectOf"]

    assert claim["@type"] == [SCHEMA + "Claim"]
    assert values(claim[SCHEMA + "author"][0], "name") == ["Ana Žižić"]
    assert values(claim, "appearance") == [article["@id"]] == ["urn:dateline:article:a2"]


def test_words_come_back_as_they_were(entries: list[Entry], expanded: dict[str, dict[str, Any]]):
    (nasty,) = [entry.event for entry in entries if entry.event.id == "nasty"]

    assert values(expanded["nasty"], "description") == [nasty.evidence.exact]


def test_an_empty_answer_is_an_empty_graph(view: View):
    assert json.loads("".join(jsonld.write([], view)))["@graph"] == []
