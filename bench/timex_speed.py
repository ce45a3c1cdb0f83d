"""How fast `dateline.timex` reads dates, beside spaCy's tokenizer and dateparser in the same run.

    python bench/timex_speed.py [FOLDER]     FOLDER holds .txt articles; without one, the samples

CPU time of this process on one core, the best of three rounds. Then hostile texts of growing
length: the time per character must not grow with them.
"""

import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from dateline.model.timex import Dct
from dateline.timex import tag

SAMPLES = Path(__file__).parents[1] / "services/dateline/cli/samples/articles.toml"
DCT = Dct(date(2025, 2, 26))
ROUNDS = 3
# An average newswire article.
WORDS = 310
# dateparser's search is too slow for more.
FEW = 5
HOSTILE = {
    "numbers": "1 ",
    "dates": "Monday 3 March 2025, ",
    "ordinals": "the first of the second of the third of ",
    "chains": "early next year's first quarter of ",
    "clocks": "1:2:3:",
    "letters": "a ",
}
LENGTHS = (50_000, 100_000, 200_000)


def main(arguments: list[str]) -> None:
    """Print the figures."""
    texts = list(_texts(Path(arguments[0])) if arguments else _samples())
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words} words")
    _line("dateline.timex", _cpu(lambda: [tag(text, DCT) for text in texts]), words)
    for name, read in _others():
        some = texts if name.startswith("spaCy") else texts[:FEW]
        _line(name, _cpu(lambda read=read, some=some: [read(text) for text in some]), _count(some))  # type: ignore[misc]
    for name, piece in HOSTILE.items():
        print(f"{name:>12}: " + ", ".join(_per_character(piece, length) for length in LENGTHS))


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8")


def _samples() -> Iterator[str]:
    for article in tomllib.loads(SAMPLES.read_text(encoding="utf-8"))["article"]:
        yield article["text"]


def _count(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _others() -> Iterator[tuple[str, Callable[[str], object]]]:
    import spacy  # noqa: PLC0415 - the bench runs without it
    from dateparser.search import search_dates  # noqa: PLC0415

    tokenizer = spacy.blank("en").tokenizer
    yield "spaCy tokenizer", tokenizer
    yield "dateparser search", lambda text: search_dates(text, languages=["en"])


def _cpu(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _line(name: str, seconds: float, words: int) -> None:
    each = 1000 * seconds * WORDS / words
    print(f"{name:>18}: {each:8.2f} ms CPU per {WORDS} words, {words / seconds:10,.0f} words/s")


def _per_character(piece: str, length: int) -> str:
    text = (piece * (length // len(piece) + 1))[:length]
    start = time.process_time()
    tag(text, DCT)
    each = 1e6 * (time.process_time() - start) / length
    return f"{length // 1000}k characters {each:.1f} µs each"


if __name__ == "__main__":
    main(sys.argv[1:])
