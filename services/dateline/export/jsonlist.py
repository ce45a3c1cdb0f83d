"""JSON documents that end in one long list, written item by item."""

import json
from collections.abc import Iterable, Iterator, Mapping


def write(members: Mapping[str, object], name: str, items: Iterable[object]) -> Iterator[str]:
    """An object of these members (at least one), and the list under its name as the last.

    >>> "".join(write({"title": "Two"}, "items", [1, 2]))
    '{"title": "Two", "items": [\\n1,\\n2\\n]}\\n'
    """
    yield f"{_text(members)[:-1]}, {_text(name)}: ["
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + _text(item)
    yield "\n]}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
