from collections.abc import Callable

import pytest

from dateline.model.event import Event

pytestmark = pytest.mark.model

# A sentence, a trigger of it, and who takes part in what role, as a careful reader would say.
SENTENCES = [
    (
        "The minister was arrested by police.",
        "arrested",
        {("agent", "police"), ("patient", "The minister")},
    ),
    (
        "Ruiz gave Hora the documents.",
        "gave",
        {("agent", "Ruiz"), ("recipient", "Hora"), ("patient", "the documents")},
    ),
    (
        "Marta Ruiz and Pavel Hora met in Geneva.",
        "met",
        {("agent", "Marta Ruiz"), ("agent", "Pavel Hora"), ("other", "Geneva")},
    ),
    (
        "Hora was ordered to leave the country.",
        "leave",
        {("agent", "Hora"), ("patient", "the country")},
    ),
    ("The envoy urged both sides to stop fighting.", "stop", {("agent", "both sides")}),
    (
        "The judge whom the banker bribed has resigned.",
        "bribed",
        {("agent", "the banker"), ("patient", "The judge")},
    ),
    (
        "The judge the banker bribed has resigned.",
        "bribed",
        {("agent", "the banker"), ("patient", "The judge")},
    ),
    (
        "The judge bribed by the banker has resigned.",
        "bribed",
        {("agent", "the banker"), ("patient", "The judge")},
    ),
    ("The day the banker fled was cold.", "fled", {("agent", "the banker")}),
    ("The thief tried to flee but was caught.", "caught", {("patient", "The thief")}),
    (
        "The bishop accused the abbot of stealing the ring.",
        "stealing",
        {("agent", "the abbot"), ("patient", "the ring")},
    ),
    (
        "The rebels surrendered to the army.",
        "surrendered",
        {("agent", "The rebels"), ("recipient", "the army")},
    ),
    ("The mayor's arrest sparked protests.", "arrest", {("patient", "The mayor's")}),
    (
        "The army's killing of the bishop shocked many.",
        "killing",
        {("agent", "The army's"), ("patient", "the bishop")},
    ),
    ("The two sides reached an agreement.", "agreement", {("agent", "The two sides")}),
    (
        "Norway signed an agreement with Chile.",
        "agreement",
        {("agent", "Norway"), ("counterpart", "Chile")},
    ),
    ("Drivers went on strike.", "strike", {("agent", "Drivers")}),
]

PLACES = {
    "The minister was arrested by federal police in Lima.": ("arrested", "Lima"),
    "A bomb exploded near the embassy in Kabul.": ("exploded", "Kabul"),
    "The talks were held in Verona.": ("talks", "Verona"),
    "The queen, who was in Lima, resigned.": ("resigned", None),
}


@pytest.mark.parametrize(
    ("text", "trigger", "parts"), [pytest.param(*row, id=row[0]) for row in SENTENCES]
)
def test_who_takes_part_in_what_role(
    event: Callable[..., Event], text: str, trigger: str, parts: set[tuple[str, str]]
) -> None:
    told = event(text, trigger).participants

    assert {(part.role.value, part.mention.text) for part in told} == parts


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in PLACES])
def test_where_it_happens(event: Callable[..., Event], text: str) -> None:
    trigger, where = PLACES[text]

    place = event(text, trigger).place

    assert (None if place is None else place.text) == where
