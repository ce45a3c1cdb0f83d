"""A story as far as it is dated: its event words, and the times found for them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dateline.events import dating
from dateline.events.identity import Once
from dateline.events.narration import is_main, is_perfect, is_told_first
from dateline.events.status import Judgement
from dateline.events.syntax import Sentence
from dateline.events.triggers import EventWord
from dateline.model.event import Basis, Certainty, EventTime, Polarity
from dateline.model.interval import FINE
from dateline.model.timex import Dct, Timex

Place = tuple[int, int]
# A word with its time.
Dated = tuple[EventWord, EventTime]


@dataclass(slots=True)
class Story:
    """The times found so far; each step only adds to what earlier, firmer steps left open.

    `happenings` tells what can happen but once, and to whom; `quoted` are the words that are
    somebody's own; `vague` those whose clause says that it was some other day, but not which;
    `dispatch` is the day that the dateline names, where that is not the day of publication.
    """

    words: Sequence[EventWord]
    judgements: Mapping[Place, Judgement]
    happenings: Mapping[Place, Sequence[Once]]
    dct: Dct
    quoted: Container[Place]
    found: dict[Place, EventTime] = field(default_factory=dict)
    vague: set[Place] = field(default_factory=set)
    dispatch: Timex | None = None

    def can_be(self, word: EventWord, time: EventTime) -> bool:
        """Whether an event may have that time: what is told as over lies not ahead."""
        if time.interval is None:
            return False
        if time.basis is Basis.PUBLICATION and self._is_to_come(word):
            return False
        start = time.interval.earliest
        ahead = start is not None and start > self.dct.day
        return not (ahead and (dating.is_told(word) or is_perfect(word)))

    def may_share(self, word: EventWord, time: EventTime) -> bool:
        """Whether it may have another's time: what is to come has no day that is gone."""
        last = None if time.interval is None else time.interval.latest
        gone = last is not None and last < self.dct.day
        positive = self.judgements[word.place].polarity is Polarity.POSITIVE
        return self.can_be(word, time) and not (gone and positive and self._is_to_come(word))

    def by_sentence(self) -> Iterator[tuple[Sentence, list[EventWord]]]:
        """Each sentence with its event words."""
        for _, group in groupby(self.words, key=lambda word: word.sentence.number):
            words = list(group)
            yield words[0].sentence, words

    def open(self) -> Iterator[EventWord]:
        """The words that have no time yet."""
        return (word for word in self.words if not self.is_dated(word))

    def is_dated(self, word: EventWord) -> bool:
        """Whether the word has a time; a phrase without a date gives none."""
        time = self.found.get(word.place)
        return time is not None and time.basis is not Basis.NONE

    def is_certain(self, word: EventWord) -> bool:
        """Whether it is settled that it did, or did not, happen."""
        firm = self.judgements[word.place].certainty is Certainty.CERTAIN
        return firm and not self._is_to_come(word)

    def happened(self, word: EventWord) -> bool:
        """Whether it is told as a fact."""
        positive = self.judgements[word.place].polarity is Polarity.POSITIVE
        return positive and self.is_certain(word)

    def lead(self) -> Dated | None:
        """The main event of the opening paragraph with its day, where it names one."""
        opening = next((w.sentence.paragraph for w in self.words if not w.sentence.headline), -1)
        for word in self.words:
            time = self.found.get(word.place)
            main = word.sentence.paragraph == opening and (is_main(word) or is_told_first(word))
            if main and time is not None and time.granularity in FINE and time.interval is not None:
                return word, time
        return None

    def _is_to_come(self, word: EventWord) -> bool:
        judged = self.judgements[word.place]
        return judged.planned or judged.conditional
