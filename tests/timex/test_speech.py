"""Direct speech is read from the day on which it was said.

Published on Wednesday 26 February 2025.
"""

from datetime import date

import pytest

from dateline.model.timex import AnchorKind, Dct
from dateline.timex import tag
from dateline.timex.evaluate import redated

PUBLISHED = Dct(date(2025, 2, 26))

SAID = [
    ('"I will see you tomorrow," he said on Tuesday.', "tomorrow", "2025-02-26"),
    ('"We are going to win on Sunday," the captain said on Friday.', "Sunday", "2025-02-23"),
    ('"Yesterday was terrible," she told reporters on Monday.', "Yesterday", "2025-02-23"),
    ('On Monday he said: "We will vote tomorrow."', "tomorrow", "2025-02-25"),
    ("“We will vote next week,” said Mr Li on Friday.", "next week", "2025-W09"),
    ("``We vote tomorrow,'' he told the BBC on Sunday evening.", "tomorrow", "2025-02-24"),
    ('"The army left this morning," he said on Tuesday.', "this morning", "2025-02-25TMO"),
    ('"It ends soon," he wrote on Monday. "Be there tonight."', "tonight", "2025-02-24TNI"),
]
NOT_SAID_THEN = [
    # No day is told, or it is not the speaking that it tells of.
    ('"We will vote tomorrow," he said.', "tomorrow", "2025-02-27"),
    ('"We vote tomorrow," said Smith, who was freed on Friday.', "tomorrow", "2025-02-27"),
    ('He left on Friday. "We vote today," she said.', "today", "2025-02-26"),
    # Nobody is quoted.
    ("He said on Monday that it would close. The vote is tomorrow.", "tomorrow", "2025-02-27"),
    # Said on the day of publication.
    ('"We will vote tomorrow," he said on Wednesday.', "tomorrow", "2025-02-27"),
    # Its own words need no anchor.
    ('"It was built in 1990," she said on Monday.', "1990", "1990"),
    # The quotation ends with its paragraph.
    ('"We will vote\n\ntomorrow, he said on Monday.', "tomorrow", "2025-02-27"),
]


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [pytest.param(*row, id=row[0]) for row in SAID + NOT_SAID_THEN],
)
def test_a_speaker_counts_from_the_day_of_speaking(text: str, phrase: str, value: str) -> None:
    found = {timex.text: timex.value for timex in tag(text, PUBLISHED).timexes}

    assert found[phrase] == value


def test_the_day_of_speaking_is_the_anchor() -> None:
    tomorrow, tuesday = tag('"I will go tomorrow," he said on Tuesday.', PUBLISHED).timexes

    assert tomorrow.anchor is not None
    assert (tomorrow.anchor.kind, tomorrow.anchor.ref) == (AnchorKind.TIMEX, tuesday.id)


def test_direct_speech_moves_with_the_day_of_publication() -> None:
    timexes = tag('"I will go tomorrow," he said on Tuesday.', PUBLISHED).timexes

    moved = redated(timexes, Dct(date(2025, 3, 5)))

    assert [timex.value for timex in moved] == ["2025-03-05", "2025-03-04"]
