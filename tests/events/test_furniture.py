import pytest

from dateline.events.furniture import PATTERNS, Pattern, label


@pytest.mark.parametrize(
    ("pattern", "line"),
    [pytest.param(p, line, id=f"{p.kind}: {line}") for p in PATTERNS for line in p.examples],
)
def test_a_line_of_page_furniture_is_labelled_by_its_kind(pattern: Pattern, line: str) -> None:
    assert label([line]) == [pattern.kind]


@pytest.mark.parametrize(
    "line", [pytest.param(line, id=line) for p in PATTERNS for line in p.not_these]
)
def test_a_sentence_that_merely_resembles_furniture_is_prose(line: str) -> None:
    assert label([line]) == [None]


def test_a_bare_name_over_a_photo_credit_is_a_caption() -> None:
    assert label(["Ana Kovac", "photo: AP", "Ana Kovac spoke on Monday."]) == [
        "caption",
        "credit",
        None,
    ]
