"""What reading an article costs, beside the parser alone in the same run, and whether memory grows.

    python bench/extract_speed.py [FOLDER] [--articles 10000]

FOLDER holds .txt articles; without one, the samples. With `--articles`, first that many articles,
each with names of its own, and the most memory held by the end of every tenth of them: it must
level off. Then the CPU time of `extract` on one core, timexes included, article by article as a
worker gets them, and of spaCy on the same texts, article by article and all in one pipe, each the
best of three rounds; last how much of the text stands in sentences without any event, which is all
that a look ahead of the parser could save.
"""

import argparse
import importlib.util
import random
import resource
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, islice, repeat
from pathlib import Path

import spacy
from rich.progress import track

from dateline.events import prose, triggers
from dateline.events.extractor import Extractor
from dateline.events.parse import PACKAGES, Parser, load
from dateline.model.timex import Dct

SAMPLES = Path(__file__).parents[1] / "services/dateline/cli/samples/articles.toml"
DCT = Dct(date(2025, 2, 26))
ROUNDS = 3
TENTHS = 10


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, nargs="?")
    asked.add_argument("--articles", type=int, default=0)
    given = asked.parse_args()
    texts = list(_texts(given.folder))
    parser = load()
    extractor = Extractor(parser)
    if given.articles:
        _memory(extractor, texts, given.articles)
    _speed(extractor, texts)
    _eventless(parser, texts)


def _texts(folder: Path | None) -> Iterator[str]:
    if folder is None:
        for article in tomllib.loads(SAMPLES.read_text(encoding="utf-8"))["article"]:
            yield article["text"]
    else:
        for path in sorted(folder.rglob("*.txt")):
            yield path.read_text(encoding="utf-8")


def _speed(extractor: Extractor, texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.load(next(package for package in PACKAGES if importlib.util.find_spec(package)))
    alone = _cpu(lambda: [nlp(text) for text in texts])
    together = _cpu(lambda: list(nlp.pipe(texts)))
    whole = _cpu(lambda: [extractor.read("a", text, DCT) for text in texts])
    print(f"{len(texts)} texts, {words} words")
    for name, took in (("spaCy", alone), ("spaCy, piped", together), ("extract", whole)):
        print(f"{name:>13}: {took:6.2f} s CPU, {words / took:8,.0f} words/s")
    print(f"extract costs {whole / alone:.2f} of spaCy, {whole / together:.2f} of spaCy, piped")


def _cpu(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _eventless(parser: Parser, texts: list[str]) -> None:
    """How many tokens stand in sentences that hold no event."""
    sentences = [s for text in texts for s in parser.read(prose.read(text).paragraphs)]
    without = [s for s in sentences if not list(triggers.find(s))]
    tokens, idle = (sum(len(s.tokens) for s in group) for group in (sentences, without))
    print(
        f"{len(without)} of {len(sentences)} sentences hold no event:"
        f" {100 * idle / tokens:.1f} % of the tokens"
    )


def _memory(extractor: Extractor, texts: list[str], count: int) -> None:
    """Read many articles, none like another, and print the most memory held until then."""
    letters = random.Random(0)
    held = [_peak()]
    articles = islice(chain.from_iterable(repeat(texts)), count)
    for n, text in enumerate(track(articles, "reading", total=count), 1):
        extractor.read(f"a{n}", _renamed(text, letters), DCT)
        if n % max(1, count // TENTHS) == 0:
            held.append(_peak())
    print("peak MB, at first and after each tenth:", *held)


def _peak() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _renamed(text: str, letters: random.Random) -> str:
    """The same text with every capitalised word changed: a year's names in an hour."""
    ending = "".join(letters.choices("aeioklmnrst", k=6))
    words = text.split(" ")
    return " ".join(w + ending if w.istitle() and w.isalpha() else w for w in words)


if __name__ == "__main__":
    main()
