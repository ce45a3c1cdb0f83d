"""Reading an article: from its text to its annotations, the same each time."""

import logging
from dataclasses import dataclass
from importlib.metadata import version
from typing import Self

from dateline import events, timex
from dateline.events import Found
from dateline.events.parse import Parser, load
from dateline.events.prose import read
from dateline.model.article import Annotations, Draft, TextWarning
from dateline.model.errors import NoModel
from dateline.model.provenance import Span
from dateline.model.timex import Dct, Timex

log = logging.getLogger(__name__)

# What the parser reads, and what may be that; in other languages we find timexes, as far as they
# have a lexicon.
PARSED = ("en", "und")


@dataclass(frozen=True, slots=True)
class Extractor:
    """Everything that reading takes; `parser` is None where no language model is installed."""

    parser: Parser | None

    @classmethod
    def load(cls, model: str) -> Self:
        """The extractor on this model; "auto" does without where there is none.

        Loaded once, before the worker forks: its processes share the memory.
        """
        try:
            return cls(load(model))
        except NoModel as missing:
            if model != "auto":
                raise
            log.warning("events are not read: %s", missing)
            return cls(None)

    @property
    def name(self) -> str:
        """Code, rules and model: the same name gives the same annotations."""
        parser = self.parser.name if self.parser else "no-model"
        rules = f"timex-{timex.VERSION} {events.VERSION}"
        return f"dateline-{version('dateline')} {rules} {parser}"

    def extract(self, article_id: str, draft: Draft) -> Annotations:
        """Everything that can be read in the article."""
        return self.read(article_id, draft.text, draft.dct)

    def read(self, article_id: str, text: str, dct: Dct) -> Annotations:
        """Everything that can be read in a text from this day."""
        tagged = timex.tag(text, dct)
        found = self._events(article_id, text, dct, tagged.timexes)
        return Annotations(
            extractor=self.name,
            timexes=tagged.timexes,
            events=found.events,
            facts=found.facts,
            furniture=found.furniture,
            warnings=tagged.warnings + found.warnings,
        )

    def _events(self, article_id: str, text: str, dct: Dct, timexes: tuple[Timex, ...]) -> Found:
        if dct.language.partition("-")[0].lower() not in PARSED:
            return _unread(text, "language", f"events are not read in {dct.language!r}")
        if self.parser is None:
            return _unread(text, "no-model", "events are not read: no language model is installed")
        return events.extract(article_id, text, dct, timexes, self.parser)


def _unread(text: str, code: str, why: str) -> Found:
    """What there is without a parser: the page furniture, and a word on what is missing."""
    prose = read(text)
    unread = TextWarning(code, why, Span(0, len(text)))
    return Found((), (), prose.furniture, (*prose.warnings, unread))
