"""A folder of TimeML documents: texts, their days of creation, and the timexes people marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from dateline.model.errors import DatelineError

# A document type with an outside definition is of no use here, and not every parser allows one.
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_CREATION = ("CREATION_TIME", "PUBLICATION_TIME")


class NotTimeML(DatelineError):
    """A file that is no TimeML document with a day of creation."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


@dataclass(frozen=True, slots=True)
class Marked:
    """A timex as people marked it."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a corpus."""

    name: str
    text: str
    published: date
    timexes: tuple[Marked, ...]


def read(folder: Path) -> Iterator[Document]:
    """Every TimeML document under a folder, in the order of their names."""
    for path in sorted(folder.rglob("*.tml")):
        yield _document(path)


def _document(path: Path) -> Document:
    try:
        root = ElementTree.fromstring(_DOCTYPE.sub(b"", path.read_bytes()))  # noqa: S314 - one's own files
    except ElementTree.ParseError as error:
        raise NotTimeML(path, str(error)) from error
    body = root.find(".//TEXT")
    if body is None:
        raise NotTimeML(path, "no TEXT element")
    text, timexes = _contents(body)
    return Document(path.stem, text, _published(root, path), timexes)


def _published(root: ElementTree.Element, path: Path) -> date:
    for timex in root.iter("TIMEX3"):
        found = _DAY.match(timex.get("value", ""))
        if found is not None and timex.get("functionInDocument") in _CREATION:
            return date(*(int(part) for part in found.groups()))
    raise NotTimeML(path, "no day of creation")


def _contents(body: ElementTree.Element) -> tuple[str, tuple[Marked, ...]]:
    pieces: list[str] = []
    timexes: list[Marked] = []
    _walk(body, pieces, timexes, 0)
    return "".join(pieces), tuple(sorted(timexes, key=lambda timex: timex.start))


def _walk(
    element: ElementTree.Element, pieces: list[str], timexes: list[Marked], start: int
) -> int:
    """Gather an element's text and timexes; the offset after it comes back."""
    at = start + _append(pieces, element.text)
    for child in element:
        at = _walk(child, pieces, timexes, at)
        at += _append(pieces, child.tail)
    if element.tag == "TIMEX3" and not len(element):
        timexes.append(Marked(start, at, element.get("type", ""), element.get("value", "")))
    return at


def _append(pieces: list[str], text: str | None) -> int:
    pieces.append(text or "")
    return len(text or "")
