from collections.abc import Callable

import pytest

from dateline.events.extract import Found

pytestmark = pytest.mark.model

# A sentence and all the words of it that name an event.
SENTENCES = {
    "An agreement was reached in May.": ["agreement"],
    "The two sides struck a deal.": ["deal"],
    "The ship reached the port.": ["reached"],
    "Parliament took a vote.": ["vote"],
    "Update: The search was suspended.": ["search", "suspended"],
    "Search: the word of the year.": ["Search"],
    "According to the court, two men were shot.": ["shot"],
    "A trade official visited the port.": ["visited"],
    "The attack submarine sank.": ["sank"],
    "The former president is dead.": ["dead"],
}


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in SENTENCES])
def test_each_event_is_named_once(read: Callable[..., Found], text: str) -> None:
    found = read(text).events

    assert [event.trigger.text for event in found] == SENTENCES[text]
