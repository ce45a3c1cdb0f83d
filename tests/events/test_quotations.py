import pytest

from dateline.events import quotations
from dateline.events.parse import Parser
from dateline.events.prose import read

pytestmark = pytest.mark.model


def quoted(parser: Parser, text: str) -> list[str]:
    """The words of each quotation."""
    sentences = parser.read(read(text).paragraphs)
    found = []
    for quotation in quotations.find(sentences):
        held = [t for s in sentences for t in s.tokens if quotation.holds((s.number, t.i))]
        found.append(text[held[0].start : held[-1].end])
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We go," she said.', ["We go,"]),
        ("“We go,” she said.", ["We go,"]),
        ("‘We go,’ she said.", ["We go,"]),
        ("«We go», she said.", ["We go"]),
        ("„We go“, she said.", ["We go"]),
        ("``We go,'' she said.", ["We go,"]),
        ("‘The ministers’ plan fails,’ she said.", ["The ministers’ plan fails,"]),
        ("It was the ‘90s.", []),
        ("“We go. We stay,” she said. “We will see.”", ["We go. We stay,", "We will see."]),
    ],
)
def test_words_between_marks_are_a_quotation(parser: Parser, text: str, words: list[str]) -> None:
    assert quoted(parser, text) == words


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark_again(parser: Parser) -> None:
    assert quoted(parser, "“We go.\n\n“We stay,” she said.") == ["We go.", "We stay,"]


def test_a_stray_mark_ends_with_its_paragraph(parser: Parser) -> None:
    assert quoted(parser, "“We go.\n\nShe left on Monday.") == ["We go."]
