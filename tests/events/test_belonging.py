"""Whose day it is that stands right after an event, and what the same event told again adds."""

from datetime import date

import pytest

from dateline.events.extract import extract
from dateline.events.parse import Parser
from dateline.model.event import Basis
from dateline.model.timex import Dct
from dateline.timex import tag

pytestmark = pytest.mark.model

PUBLISHED = date(2025, 2, 26)  # a Wednesday

# text: {trigger: (basis, first day, last day)}
Told = tuple[Basis, str, str]
STORIES: dict[str, dict[str, Told]] = {
    # The day is that of what stands right before it, and of what happens at it.
    "He told a meeting on Monday that rents would fall.": {
        "meeting": (Basis.EXPLICIT, "2025-02-24", "2025-02-24"),
        "told": (Basis.INHERITED, "2025-02-24", "2025-02-24"),
    },
    "Ada Lund fled the town within weeks of the invasion on 2 August 1990.": {
        "invasion": (Basis.EXPLICIT, "1990-08-02", "1990-08-02"),
    },
    "The council met days after the capture of the port on 2 August 1990.": {
        "capture": (Basis.EXPLICIT, "1990-08-02", "1990-08-02"),
    },
    # A charge is made on the day, a crime that is known was done on it.
    "She was charged with fraud on Monday.": {
        "charged": (Basis.EXPLICIT, "2025-02-24", "2025-02-24"),
    },
    "She was charged over the robbery on Monday.": {
        "robbery": (Basis.EXPLICIT, "2025-02-24", "2025-02-24"),
    },
    # What is done by a day, found on a day, begun on a day.
    "The airline will double its flights to Oslo and Rome by Friday.": {
        "double": (Basis.EXPLICIT, "None", "2025-02-28"),
    },
    "Police found the body of the man Friday wrapped in plastic.": {
        "found": (Basis.EXPLICIT, "2025-02-21", "2025-02-21"),
    },
    "The firm started selling the phone on Monday.": {
        "selling": (Basis.EXPLICIT, "2025-02-24", "2025-02-24"),
        "started": (Basis.INHERITED, "2025-02-24", "2025-02-24"),
    },
    # What was agreed on a day gone by is not of that day.
    "The minister agreed to a meeting on Friday.": {
        "agreed": (Basis.EXPLICIT, "2025-02-21", "2025-02-21"),
    },
    "The union called for a strike on 3 March.": {
        "strike": (Basis.EXPLICIT, "2025-03-03", "2025-03-03"),
    },
    # What one was on when it happened, and what one does while saying so.
    "A boy who was watching the game was hit on Monday.": {
        "watching": (Basis.INHERITED, "2025-02-24", "2025-02-24"),
    },
    "A man, speaking for the firm, said on Monday that it was over.": {
        "speaking": (Basis.INHERITED, "2025-02-24", "2025-02-24"),
    },
    "The shooting at a festival on Friday shocked the town.": {
        "shooting": (Basis.EXPLICIT, "2025-02-21", "2025-02-21"),
    },
    "He was jailed for the May 2019 murder of a guard at a rally in Leeds.": {
        "rally": (Basis.EXPLICIT, "2019-05-01", "2019-05-31"),
    },
    # What is not told stands so on the day.
    "The firm was sold on Monday. The price was not disclosed.": {
        "disclosed": (Basis.PUBLICATION, "2025-02-26", "2025-02-26"),
    },
    # A clause of time tells again what was told.
    "The council voted on Monday to close the pool. He left town after members voted 8-2.": {
        "voted": (Basis.INHERITED, "2025-02-24", "2025-02-24"),
    },
    # A passive under a modal or "to" is told of no past, and may lie ahead.
    "The drug could be approved as early as next month.": {
        "approved": (Basis.EXPLICIT, "2025-03-01", "2025-03-31"),
    },
    "Ms Reed will be named as its head on Friday.": {
        "named": (Basis.EXPLICIT, "2025-02-28", "2025-02-28"),
    },
    # Figures told one after the other are of one period; markets move from day to day.
    "Revenue rose 5% in the third quarter. Costs fell. Shares gained 2%.": {
        "fell": (Basis.INHERITED, "2024-07-01", "2024-09-30"),
        "gained": (Basis.PUBLICATION, "2025-02-26", "2025-02-26"),
    },
    # The same event has the finer of its two times.
    "Tom Hale was abducted in March 1996. The court heard of his capture on 26 March 1996.": {
        "abducted": (Basis.INHERITED, "1996-03-26", "1996-03-26"),
        "capture": (Basis.EXPLICIT, "1996-03-26", "1996-03-26"),
    },
}


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in STORIES])
def test_a_day_belongs_to_what_a_careful_reader_gives_it(text: str, parser: Parser) -> None:
    dct = Dct(PUBLISHED)

    events = extract("a", text, dct, tag(text, dct).timexes, parser).events

    told = {}
    for event in events:
        interval = event.time.interval
        if interval is not None:
            days = str(interval.earliest), str(interval.latest)
            told[event.trigger.text] = (event.time.basis, *days)
    assert STORIES[text].items() <= told.items()


def test_what_befell_two_people_is_not_one_event(parser: Parser) -> None:
    text = "Tom Hale was convicted in May 2019. Dan Reed was convicted on 3 May 2019."
    dct = Dct(PUBLISHED)

    first, _ = extract("a", text, dct, tag(text, dct).timexes, parser).events

    assert first.time.interval is not None
    assert str(first.time.interval.latest) == "2019-05-31"
