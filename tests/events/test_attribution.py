from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.model.event import Event

pytestmark = pytest.mark.model

# A text, a trigger of it, and whose words it stands in, outermost first.
TEXTS = [
    ('"The bridge will reopen in May," the mayor said.', "reopen", ["the mayor"]),
    ('"We lost it," said Maria Keller, a farmer.', "lost", ["Maria Keller"]),
    ("Twelve people drowned, according to the ministry.", "drowned", ["the ministry"]),
    ("The dam, the engineer warned, could burst.", "burst", ["the engineer"]),
    ("Lind, a spokeswoman for the port, said the ship had sunk.", "sunk", ["Lind"]),
    (
        "The chief said a witness had told him that the driver fled.",
        "fled",
        ["The chief", "a witness"],
    ),
    (
        "The station quoted a diplomat as saying that the talks had ended.",
        "ended",
        ["The station", "a diplomat"],
    ),
    ("The bishop accused the abbot of stealing the ring.", "stealing", ["The bishop"]),
    ("The union's claim that managers had lied was dismissed.", "lied", ["The union's"]),
    ("Moscow says Kyiv attacked the bridge; Kyiv denies it.", "attacked", ["Moscow"]),
    ("The driver is said to have fled.", "fled", []),
    ("The palace announced the withdrawal of its forces.", "withdrawal", ["The palace"]),
    ("The firm announced plans to cut 300 jobs.", "cut", ["The firm"]),
    ("The firm launched an attack on its rival.", "attack", []),
    ('"The talks failed," Ortiz said. "We will try again."', "try", ["Ortiz"]),
]


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"), [pytest.param(*row, id=row[0]) for row in TEXTS]
)
def test_whose_words_an_event_stands_in(
    event: Callable[..., Event], text: str, trigger: str, speakers: list[str]
) -> None:
    told = event(text, trigger).attributions

    assert [by.speaker.text for by in told] == speakers


def test_a_statement_knows_its_content_and_the_content_its_statement(
    read: Callable[..., Found],
) -> None:
    said, sunk = read("Lind said the ship had sunk.").events

    assert said.content == (sunk.id,)
    assert [by.statement for by in sunk.attributions] == [said.id]
