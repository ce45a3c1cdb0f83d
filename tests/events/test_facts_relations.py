from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.model.event import Status
from dateline.model.fact import Fact, FactKind

pytestmark = pytest.mark.model

Read = Callable[..., Found]


def relations(found: Found) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind is FactKind.RELATION]


def told(fact: Fact) -> tuple[str | None, str, str | None]:
    return (
        fact.subject.text if fact.subject else None,
        fact.predicate,
        fact.object.text if fact.object else None,
    )


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Turkey is a member of NATO.", ("Turkey", "member_of", "NATO")),
        ("Globex, a subsidiary of Acme, sued.", ("Globex", "subsidiary_of", "Acme")),
        ("Tesla owns SolarCity.", ("Tesla", "owns", "SolarCity")),
        ("Meta, which owns Instagram, sued.", ("Meta", "owns", "Instagram")),
        ("Ivan Horvat is married to Ana Kovac.", ("Ivan Horvat", "spouse_of", "Ana Kovac")),
        (
            "Barack Obama's wife, Michelle Obama, spoke.",
            ("Michelle Obama", "spouse_of", "Barack Obama"),
        ),
        ("Anna Lund, the mother of Per Lund, left.", ("Anna Lund", "parent_of", "Per Lund")),
        ("Oslo is the capital of Norway.", ("Oslo", "located_in", "Norway")),
        ("They met in Oslo, Norway.", ("Oslo", "located_in", "Norway")),
        ("Microsoft is based in Redmond.", ("Microsoft", "located_in", "Redmond")),
        ("London-based Barclays sued.", ("Barclays", "located_in", "London")),
        ("Ivan Horvat married Ana Kovac in Oslo.", ("Ivan Horvat", "spouse_of", "Ana Kovac")),
        ("Finland joined NATO.", ("Finland", "member_of", "NATO")),
    ],
)
def test_what_two_names_are_to_each_other(
    read: Read, sentence: str, relation: tuple[str, str, str]
) -> None:
    assert [told(fact) for fact in relations(read(sentence))] == [relation]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met in Oslo, Norway and Kabul.",
        "Three members of the union left.",
        "Her husband left.",
        "Tesla owns three plants.",
        "Elon Musk owns a Boeing.",
        "The claim is based in part on a rumour.",
        "He kept his own car in Oslo.",
        "Ann Lee joined the talks in Oslo.",
    ],
)
def test_nothing_is_said_of_two_names(read: Read, sentence: str) -> None:
    assert relations(read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Tesla owns SolarCity.", Status.ONGOING),
        ("Tesla owned SolarCity.", Status.OCCURRED),
        ("Turkey is not a member of NATO.", Status.NEGATED),
        ("Barack Obama's former wife, Michelle Obama, spoke.", Status.OCCURRED),
    ],
)
def test_whether_the_relation_holds(read: Read, sentence: str, status: Status) -> None:
    assert [fact.status for fact in relations(read(sentence))] == [status]


def test_who_says_so_stands_beside_the_relation(read: Read) -> None:
    (fact,) = relations(read("Globex is a subsidiary of Acme, Ann Lee said."))

    assert [source.speaker.text for source in fact.attributions] == ["Ann Lee"]
