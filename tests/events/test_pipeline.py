"""What the model says must be what spaCy itself makes of it, word for word."""

from importlib.util import find_spec

import pytest

from dateline.events import parse

spacy = pytest.importorskip("spacy")

from spacy.language import Language  # noqa: E402 - only where it is installed
from spacy.tokens import Doc  # noqa: E402

from dateline.events import pipeline  # noqa: E402
from dateline.events.pipeline import Analyser, Pipeline  # noqa: E402

pytestmark = pytest.mark.model

TEXTS = (
    "There is a dam above Ostrava. There's another that broke on 3 May 2021, and it's dry.",
    "Let's go, said Anna Novak of the Czech Water Board; y'all ain't gonna like it.",
    "The board  had met in Prague\n and hasn't said how many of the 1,200 homes it'd rebuild.",
    "He got up. She gets $3.5 million from the European Union, but that which he had is gone.",
    "to be",
    "",
    " ".join(f"Ms. Number{n} saw what happened there, and that was all." for n in range(60)),
)


@pytest.fixture
def nlp() -> Language:
    return spacy.load(next(name for name in parse.PACKAGES if find_spec(name)))


def _words(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (w.text, w.tag_, w.pos_, w.dep_, w.head.i, w.lemma_, w.ent_type_, w.is_sent_start)
        for w in doc
    ]


def test_the_model_reads_as_spacy_does(nlp: Language) -> None:
    expected = [_words(nlp(text)) for text in TEXTS]

    assert [_words(doc) for doc in Pipeline(nlp).read(TEXTS)] == expected


def test_what_was_forgotten_is_analysed_as_before(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Pipeline(nlp)
    before = [_words(doc) for doc in model.read(TEXTS)]
    monkeypatch.setattr(pipeline, "KEPT_ANALYSES", 1)

    assert [_words(doc) for doc in model.read(reversed(TEXTS))] == before[::-1]


def test_rules_that_look_beyond_the_word_are_left_to_spacy(nlp: Language) -> None:
    nlp.get_pipe("attribute_ruler").add([[{"ENT_TYPE": "ORG"}]], {"LEMMA": "board"})

    model = Pipeline(nlp)

    assert not any(isinstance(part, Analyser) for part in model._parts)
    assert [_words(d) for d in model.read(TEXTS)] == [_words(nlp(text)) for text in TEXTS]
