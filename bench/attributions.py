"""Score who-says-what against a corpus of attributions in brat's format (PolNeAR).

    python bench/attributions.py FOLDER [LIMIT]

FOLDER holds `text/*.txt` and `attributions/*.ann`. Gold are the attributions with a source and a
cue that names speech (a word of SPEECH in it); the system's are the sources of its events, gathered
by cue. Two match when cue overlaps cue; a match is right when source overlaps source, and in the
second figure content overlaps content too. Prints one JSON line.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.events import Found, extract
from dateline.events.parse import load
from dateline.model.provenance import Span
from dateline.model.timex import Dct

SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|announc\w+|claim\w*|add(?:s|ed|ing)"
    r"|argu\w+|insist\w*|declar\w+|not(?:es|ed|ing)|warn\w*|explain\w*|repl(?:y|ies|ied)|stat(?:es|ed)"
    r"|report\w*|wr(?:ote|ites|iting)|tweet\w*|asked|asks|promis\w+|vow\w*|suggest\w*|den(?:y|ies|ied))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """One attribution: where its source, cue and content stand."""

    cue: Span
    source: Span
    content: tuple[Span, ...]

    def agrees(self, other: "Told", *, content: bool) -> bool:
        """Whether both name one source, and if asked for tell something in common."""
        same = self.source.overlaps(other.source)
        return same and (
            not content or any(a.overlaps(b) for a in self.content for b in other.content)
        )


def gold(path: Path) -> Iterator[Told]:
    """The attributions of a .ann file with a source and a cue of speech."""
    spans: dict[str, tuple[tuple[Span, ...], str]] = {}
    relations = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            _, where = fields[1].split(" ", 1)
            parts = tuple(Span(*map(int, part.split())) for part in where.split(";"))
            spans[fields[0]] = (parts, fields[2])
        elif line.startswith("E"):
            relations.append([part.split(":") for part in fields[1].split()])
    for parts in relations:
        roles: dict[str, list[str]] = {}
        for role, target in parts:
            roles.setdefault(re.sub(r"\d+$", "", role), []).append(target)
        if "Source" in roles and "Cue" in roles and SPEECH.search(spans[roles["Cue"][0]][1]):
            content = tuple(span for t in roles.get("Content", ()) for span in spans[t][0])
            yield Told(spans[roles["Cue"][0]][0][0], spans[roles["Source"][0]][0][0], content)


def annotated(folder: Path, name: str) -> Path:
    """The first annotator's file of an article."""
    return min((folder / "attributions").glob(f"{name}_*.ann"))


def told(found: Found) -> list[Told]:
    """What the events of an article are attributed to, by cue."""
    by_cue: dict[Span, tuple[Span, list[Span]]] = {}
    for event in found.events:
        for by in event.attributions:
            if SPEECH.search(by.cue.text):
                by_cue.setdefault(by.cue.span, (by.speaker.span, []))[1].append(event.trigger.span)
    return [Told(cue, source, tuple(content)) for cue, (source, content) in by_cue.items()]


def main(folder: Path, limit: int) -> None:
    parser = load()
    hits = {"source": 0, "content": 0}
    n_gold = n_told = 0
    for path in sorted((folder / "text").glob("*.txt"))[:limit]:
        text = path.read_text(encoding="utf-8")
        wanted = list(gold(annotated(folder, path.stem)))
        given = told(extract(path.stem, text, Dct(date(2016, 9, 1)), (), parser))
        n_gold, n_told = n_gold + len(wanted), n_told + len(given)
        for want in wanted:
            pair = next((g for g in given if g.cue.overlaps(want.cue)), None)
            for kind in hits:
                hits[kind] += pair is not None and pair.agrees(want, content=kind == "content")
    scores = {kind: round(200 * hit / max(1, n_gold + n_told), 2) for kind, hit in hits.items()}
    print(json.dumps({"gold": n_gold, "system": n_told, "f1": scores, "hits": hits}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10**6)
