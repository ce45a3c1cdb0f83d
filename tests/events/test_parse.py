from importlib.util import find_spec

import pytest

from dateline.events import parse
from dateline.events.prose import read
from dateline.model.errors import NoModel

pytestmark = pytest.mark.model


def test_tokens_quote_the_article_and_hang_together(parser: parse.Parser) -> None:
    text = "  The dam\u00a0broke on Monday. Nobody was hurt."

    sentences = parser.read(read(text).paragraphs)

    assert [s.span.of(text) for s in sentences] == [
        "The dam\u00a0broke on Monday.",
        "Nobody was hurt.",
    ]
    for sentence in sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert token in (*sentence.children[token.head], sentence.root)


def test_a_paragraph_is_parsed_the_same_whatever_stands_beside_it(parser: parse.Parser) -> None:
    alone = parser.read(read("The dam broke on Monday, officials said.").paragraphs)
    among = parser.read(
        read("A storm came.\n\nThe dam broke on Monday, officials said.\n\nIt left.").paragraphs
    )

    trees = [[(t.text, t.tag, t.dep, t.head) for t in s.tokens] for s in (*alone, among[1])]
    assert trees[0] == trees[1]


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(NoModel, match="xx_no_such_model"):
        parse.load("xx_no_such_model")


def test_without_any_known_model_loading_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "PACKAGES", ("xx_no_such_model",))

    with pytest.raises(NoModel, match="xx_no_such_model"):
        parse.load()


def test_weights_that_are_not_the_known_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(parse.WEIGHTS, "tagger/model", "0" * 64)

    with pytest.raises(NoModel, match="tagger/model"):
        parse.load()


def test_the_known_weights_are_those_of_the_official_package() -> None:
    name = next(name for name in parse.PACKAGES if find_spec(name))

    parse.check(name)


def test_the_batch_that_a_paragraph_goes_through_the_model_in_changes_nothing(
    parser: parse.Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(
        f"The dam number {n} broke, officials said on Monday." * n for n in range(1, 9)
    )
    together = parser.read(read(text).paragraphs)

    monkeypatch.setattr(parse, "BATCH", 1)

    assert parser.read(read(text).paragraphs) == together


def test_a_sentence_without_end_is_read_in_pieces(parser: parse.Parser) -> None:
    text = "the river rose and " * 200

    sentences = parser.read(read(text).paragraphs)

    assert max(len(s.tokens) for s in sentences) <= parse.LONGEST_SENTENCE
    assert any(s.cut for s in sentences)


def test_words_are_kept_until_there_are_enough_and_then_forgotten(
    parser: parse.Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings = parser._model.nlp.vocab.strings

    parser.read(read("The zorblat broke.").paragraphs)
    monkeypatch.setattr(parse, "KEPT_WORDS", 0)
    (sentence,) = parser.read(read("The quorblat broke.").paragraphs)

    assert sentence.tokens[1].text == "quorblat"
    assert ("zorblat" in strings, "quorblat" in strings) == (True, False)
