from collections.abc import Callable

import pytest

from dateline.events.entities import entity
from dateline.events.extract import Found
from dateline.model.event import Event

pytestmark = pytest.mark.model

Read = Callable[..., Found]


def named(event: Event) -> dict[str, str | None]:
    """Whom the words of an event's participants name."""
    return {
        p.mention.text: p.mention.entity.name if p.mention.entity else None
        for p in event.participants
    }


def last(found: Found, trigger: str) -> Event:
    return [event for event in found.events if event.trigger.text == trigger][-1]


def test_a_surname_is_its_full_name_also_where_that_comes_later(read: Read) -> None:
    found = read("Horvat resigned. Her friends thanked Vesna Horvat.")

    assert named(last(found, "resigned")) == {"Horvat": "Vesna Horvat"}


def test_a_title_is_no_part_of_a_name(read: Read) -> None:
    found = read("Foreign Minister Ilya Brandt resigned.")

    assert named(last(found, "resigned")) == {"Ilya Brandt": "Ilya Brandt"}


def test_the_office_and_its_house_are_no_part_of_a_name(read: Read) -> None:
    found = read("The union met Microsoft CEO Maria Nadella. Nadella left. Maria laughed.")

    assert named(last(found, "left")) == {"Nadella": "Maria Nadella"}
    assert named(last(found, "laughed")) == {"Maria": "Maria Nadella"}


def test_an_acronym_in_brackets_is_the_name_before_it(read: Read) -> None:
    found = read("The Foreign Intelligence Service (SVR) denied it. The SVR warned of spies.")

    assert named(last(found, "warned"))["SVR"] == "Foreign Intelligence Service"


def test_he_is_whom_the_sentence_before_is_about(read: Read) -> None:
    found = read("Peter Brandt met Vesna Horvat on Monday. He resigned.")

    assert named(last(found, "resigned")) == {"He": "Peter Brandt"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Brandt and Ilya Horvat spoke. She resigned.", "Anna Brandt"),
        ("Peter Brandt met Maria Horvat. Then she resigned.", "Maria Horvat"),
        ("Ms. Horvat met Peter Brandt. Later she resigned.", "Horvat"),
        ("The widow, Vesla Horvat, met Mr Brandt. Later he resigned.", "Brandt"),
        ("Vesla Horvat met Ilmo Brandt. Later he resigned.", "Vesla Horvat"),
        ("Maria Horvat met Anna Brandt. Later he resigned.", None),
    ],
)
def test_she_and_he_are_those_who_can_be(read: Read, text: str, who: str | None) -> None:
    (agent,) = named(last(read(text), "resigned")).values()

    assert agent == who


def test_a_common_noun_is_whom_the_name_beside_it_says(read: Read) -> None:
    found = read("A spokesman for the port, Ilya Brandt, said that it would open.")

    assert named(last(found, "said")) == {"A spokesman": "Ilya Brandt"}


def test_who_speaks_is_not_whom_the_words_are_about(read: Read) -> None:
    found = read("Vesna Horvat arrived. “I will meet Ilya Brandt,” she said.")

    assert named(last(found, "said")) == {"she": "Vesna Horvat"}
    assert named(last(found, "meet")) == {"I": "Vesna Horvat", "Ilya Brandt": "Ilya Brandt"}


def test_the_british_leader_is_the_prime_minister_of_britain(read: Read) -> None:
    found = read(
        "British Prime Minister Ann Lee met Russian Foreign Minister Ivan Orlov in Oslo. "
        "The British leader resigned. The Russian leader laughed."
    )

    assert named(last(found, "resigned")) == {"The British leader": "Ann Lee"}
    assert named(last(found, "laughed")) == {"The Russian leader": None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Microsoft said on Monday that it had lost money.", "Microsoft"),
        ("Microsoft said its customers had lost it.", None),
        ("Microsoft sold its mine. It lost money.", "Microsoft"),
        ("The mine was sold. It lost money.", None),
        ("The firm said it had lost money.", None),
        ("Ann Lee said it had lost money.", None),
    ],
)
def test_it_is_what_a_verb_above_names(read: Read, text: str, who: str | None) -> None:
    told = {p.mention.text.lower(): p.mention.entity for p in last(read(text), "lost").participants}

    entity_of_it = told["it"]
    assert (None if entity_of_it is None else entity_of_it.name) == who


def test_equal_names_are_one_entity_in_every_article() -> None:
    assert entity("Ana Duvall", "person").id == entity("ANA DUVALL", "person").id
    assert entity("Jordan", "person").id != entity("Jordan", "place").id
