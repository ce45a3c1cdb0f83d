"""What a process of the pool does: load the language model once, then read text after text."""

from functools import cache

from dateline.events.extractor import Extractor
from dateline.events.parse import load
from dateline.model.article import Annotations
from dateline.model.timex import Dct

# Ids of events name the article too; a text that is only read has no other name.
TEXT = "text"


def prepare(model: str) -> None:
    """Load the model. Raises NoModel."""
    _extractor(model)


def read(model: str, text: str, dct: Dct) -> Annotations:
    """Everything that can be read in a text from this day."""
    return _extractor(model).read(TEXT, text, dct)


@cache
def _extractor(model: str) -> Extractor:
    return Extractor(load(model))
