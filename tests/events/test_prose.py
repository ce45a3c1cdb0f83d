import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.prose import LONGEST_PIECE, LONGEST_READ, MOST_TOKENS, Paragraph, read
from dateline.model.provenance import Span


def test_furniture_is_kept_apart_and_quotes_the_article() -> None:
    text = "Dam breaks\n1201 views 3 comments\nThe dam broke on Monday.\nBonus video:"

    prose = read(text)

    assert [(f.kind, f.span.of(text)) for f in prose.furniture] == [
        ("counter", "1201 views 3 comments"),
        ("video", "Bonus video:"),
    ]
    assert [p.text for p in prose.paragraphs] == ["Dam breaks", "The dam broke on Monday."]


def test_the_opening_line_without_a_full_stop_is_the_headline() -> None:
    prose = read("Dam breaks in the north\n\nThe dam broke on Monday. Nobody was hurt.")

    assert [p.headline for p in prose.paragraphs] == [True, False]


def test_a_wrapped_line_goes_on_in_the_next() -> None:
    prose = read("The dam broke on Monday, and\nthe valley was flooded.")

    assert [p.text for p in prose.paragraphs] == [
        "The dam broke on Monday, and the valley was flooded."
    ]


def test_an_agency_dateline_is_no_part_of_the_sentence() -> None:
    text = "PORT HARBOUR (Newswire) -- The dam broke on Monday."

    prose = read(text)

    assert [p.text for p in prose.paragraphs] == ["The dam broke on Monday."]
    assert [(f.kind, f.span.of(text)) for f in prose.furniture] == [
        ("dateline", "PORT HARBOUR (Newswire) --")
    ]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        pytest.param("The minis\u00adter left.", "The minister left.", id="soft hyphen"),
        pytest.param("He\u00a0left  today.", "He left today.", id="spaces"),
        pytest.param("Itâ€™s over.", "It’s over.", id="mojibake"),
        pytest.param("``Go,'' he said.", "“Go,” he said.", id="typewriter quotes"),
        pytest.param("He said ''Go.''", "He said “Go.”", id="two strokes at both ends"),
    ],
)
def test_slips_are_mended_and_every_character_leads_back(text: str, clean: str) -> None:
    (paragraph,) = read(text).paragraphs

    assert paragraph.text == clean
    assert all(text[at] == letter for at, letter in _kept(paragraph, text))


def _kept(paragraph: Paragraph, text: str) -> list[tuple[int, str]]:
    """The letters that were not mended, with where they stand."""
    pairs = zip(paragraph.offsets, paragraph.text, strict=True)
    return [(at, letter) for at, letter in pairs if letter.isalpha() and text[at].isascii()]


@given(st.text(max_size=300))
def test_offsets_rise_and_stay_within_any_text(text: str) -> None:
    for paragraph in read(text).paragraphs:
        assert len(paragraph.offsets) == len(paragraph.text)
        assert list(paragraph.offsets) == sorted(set(paragraph.offsets))
        assert paragraph.offsets[-1] < len(text)


def test_a_paragraph_without_end_is_read_in_pieces_with_a_warning() -> None:
    text = "the river rose and " * 1000

    prose = read(text)

    assert max(len(p.text) for p in prose.paragraphs) <= LONGEST_PIECE
    assert " ".join(p.text for p in prose.paragraphs).split() == text.split()
    assert [w.code for w in prose.warnings] == ["long_paragraph"]


def test_what_lies_beyond_the_limit_is_left_out_with_a_warning() -> None:
    text = "The dam broke.\n" * (LONGEST_READ // 10)

    prose = read(text)

    assert prose.paragraphs[-1].offsets[-1] < LONGEST_READ
    assert "too_long" in [w.code for w in prose.warnings]


def test_no_more_tokens_are_read_than_there_is_time_for() -> None:
    text = "a,b;" * MOST_TOKENS

    prose = read(text)

    read_so_far = "".join(p.text for p in prose.paragraphs)
    assert len(read_so_far) <= MOST_TOKENS
    assert "too_long" in [w.code for w in prose.warnings]
    left_out = next(w.span for w in prose.warnings if w.code == "too_long")
    assert left_out == Span(MOST_TOKENS, len(text))


@pytest.mark.parametrize("text", [", , , ,", "1 2 3 4 5", "* * *", "x y z", "((((", "— 12 —"])
def test_what_holds_no_word_is_not_read(text: str) -> None:
    assert read(f"{text}\n\nThe dam broke.").paragraphs[-1].text == "The dam broke."
    assert read(text).paragraphs == ()
