"""Marks cut a text into pieces; nothing of the text is lost, moved or added."""

import time

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.provenance import Span
from dateline.web.marks import Mark, paragraphs, pieces

TEXT = "Kos left on Monday. He is back."
MONDAY = Mark(Span(12, 18), "timex", "t1")
LEFT = Mark(Span(4, 8), "trigger", "ev1")
SENTENCE = Mark(Span(0, 19), "evidence")
texts = st.text(min_size=1, max_size=200)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts)
    spans = draw(
        st.lists(
            st.tuples(
                st.integers(0, len(text) - 1), st.integers(1, len(text)), st.sampled_from("abc")
            )
        )
    )
    return text, [Mark(Span(start, end), kind) for start, end, kind in spans if start < end]


@given(marked_texts())
def test_the_pieces_together_are_the_text(marked: tuple[str, list[Mark]]):
    text, marks = marked

    found = pieces(text, marks, Span(0, len(text)))

    assert "".join(piece.text for piece in found) == text
    assert all(piece.span.of(text) == piece.text for piece in found)


@given(marked_texts())
def test_a_piece_bears_exactly_the_marks_that_cover_it(marked: tuple[str, list[Mark]]):
    text, marks = marked

    for piece in pieces(text, marks, Span(0, len(text))):
        assert set(piece.marks) == {mark for mark in marks if mark.span.covers(piece.span)}


@given(marked_texts())
def test_the_paragraphs_together_are_the_text_but_for_blanks(marked: tuple[str, list[Mark]]):
    text, marks = marked

    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, marks)]

    assert lines == [line.strip() for line in text.splitlines() if line.strip()]


def test_marks_may_lie_inside_each_other():
    found = pieces(TEXT, [SENTENCE, LEFT, MONDAY], Span(0, len(TEXT)))

    assert [(piece.text, [mark.kind for mark in piece.marks]) for piece in found] == [
        ("Kos ", ["evidence"]),
        ("left", ["evidence", "trigger"]),
        (" on ", ["evidence"]),
        ("Monday", ["evidence", "timex"]),
        (".", ["evidence"]),
        (" He is back.", []),
    ]


def test_a_mark_that_is_cut_begins_only_once():
    found = pieces(TEXT, [SENTENCE, MONDAY], Span(0, len(TEXT)))

    assert [piece.text for piece in found if piece.begins(SENTENCE)] == ["Kos left on "]


def test_a_long_line_with_many_marks_takes_no_time():
    text = "on Monday " * 20_000
    marks = [Mark(Span(at + 3, at + 9), "timex", str(at)) for at in range(0, len(text), 10)]
    began = time.process_time()

    (line,) = paragraphs(text, marks)

    assert len(line) == 40_000
    assert time.process_time() - began < 5
