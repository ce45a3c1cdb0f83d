from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.model.event import Mode
from dateline.model.fact import Fact, FactKind

pytestmark = pytest.mark.model

Read = Callable[..., Found]
MONDAY = {"Monday": ("2024-05-13", "2024-05-13")}


def quotes(found: Found) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind is FactKind.QUOTE]


def told(fact: Fact) -> tuple[str | None, str, str | None]:
    return (
        fact.subject.text if fact.subject else None,
        fact.predicate,
        fact.object.text if fact.object else None,
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "“We will open the port again,” Vesna Horvat said.",
            ("Vesna Horvat", "say", "We will open the port again,"),
        ),
        ('"The dam held," said Omar Haddad.', ("Omar Haddad", "say", "The dam held,")),
        (
            "«We shall not leave the port», the mayor warned.",
            ("the mayor", "warn", "We shall not leave the port"),
        ),
        (
            'According to the mayor, "nobody was hurt in the blast".',
            ("the mayor", "according to", "nobody was hurt in the blast"),
        ),
        (
            "The minister called the ruling “a disgrace”.",
            ("The minister", "call", "a disgrace"),
        ),
        (
            "The mayor called it “a gift to our children”, according to a survey.",
            ("The mayor", "call", "a gift to our children"),
        ),
        (
            "Horvat said: “It held. We were lucky. Nobody left.”",
            ("Horvat", "say", "It held. We were lucky. Nobody left."),
        ),
    ],
)
def test_who_said_exactly_what(read: Read, text: str, quote: tuple[str, str, str]) -> None:
    assert [told(fact) for fact in quotes(read(text))] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace plan” failed.",
        "The film “Thirteen Days of Rain” opened.",
        "He said that the film “Thirteen Days of Rain” opened.",
        "The ship “Blue River” sank, he said.",
        "The port reopened.",
    ],
)
def test_marks_around_words_that_nobody_said(read: Read, text: str) -> None:
    assert quotes(read(text)) == []


def test_a_quote_is_dated_by_its_statement_and_linked_to_it(read: Read) -> None:
    found = read("“We will open the port again,” Vesna Horvat said on Monday.", MONDAY)

    (quote,) = quotes(found)
    (said,) = [event for event in found.events if event.trigger.text == "said"]
    assert quote.time == said.time
    (by,) = quote.attributions
    assert (by.speaker, by.mode, by.statement) == (quote.subject, Mode.DIRECT_QUOTE, said.id)


def test_a_quotation_over_two_paragraphs_is_two_quotes_of_one_speaker(read: Read) -> None:
    text = "Horvat said: “The dam held all night.\n\n“Nobody was hurt in it.”"

    found = quotes(read(text))

    assert [told(fact) for fact in found] == [
        ("Horvat", "say", "The dam held all night."),
        ("Horvat", "say", "Nobody was hurt in it."),
    ]
    assert found[0].confidence > found[1].confidence


def test_words_about_saying_within_a_quotation_are_no_cue_of_another(read: Read) -> None:
    text = "“The dam held all night,” Horvat said. “And I am telling you: go home.”"

    assert [told(fact)[:2] for fact in quotes(read(text))] == [("Horvat", "say"), ("Horvat", "say")]


def test_the_evidence_of_a_quote_is_its_words(read: Read) -> None:
    (quote,) = quotes(read("“It will open again soon,” she said."))

    assert quote.object is not None
    assert quote.evidence.exact == quote.object.text
