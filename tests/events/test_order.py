"""What is told to lie before or after another event that has a day."""

from datetime import date

import pytest

from dateline.events.extract import extract
from dateline.events.parse import Parser
from dateline.model.event import Basis, Event, Status
from dateline.model.timex import Dct
from dateline.timex import tag

pytestmark = pytest.mark.model

PUBLISHED = date(2025, 2, 26)  # a Wednesday

Days = tuple[str | None, str | None]
UNDATED: Days = (None, None)

# text: {trigger: its first and last day}, None on an open side.
BOUNDS: dict[str, dict[str, Days]] = {
    # A day right after the event beside which another is put is that event's.
    "The fleet has gathered since the invasion on 2 January.": {
        "invasion": ("2025-01-02", "2025-01-02"),
        "gathered": ("2025-01-02", None),
    },
    "A man has been charged over the march on Friday.": {
        "march": ("2025-02-21", "2025-02-21"),
        "charged": ("2025-02-26", "2025-02-26"),
    },
    "Since she left the court in May 2023, she has written two books.": {
        "left": ("2023-05-01", "2023-05-31"),
        "written": ("2023-05-01", None),
    },
    # Without a perfect, "since" gives a reason.
    "Since he left on Monday, he cannot vote.": {"vote": UNDATED},
    "The club had sold him before the vote on Monday.": {
        "vote": ("2025-02-24", "2025-02-24"),
        "sold": (None, "2025-02-24"),
    },
    "Neighbours had moved away after the flood of May 2023.": {"moved": ("2023-05-01", None)},
    # A crime lies before what is done about it; one is arrested at a protest on its day.
    "The mayor met voters on Monday.\n\nThe baker has been charged in last month's bombing.": {
        "charged": ("2025-01-01", None),
    },
    "He was arrested at a protest on Monday.": {"arrested": ("2025-02-24", "2025-02-24")},
    "The crowd, which had condemned the army's killing of two boys in May 2023, went home.": {
        "condemned": ("2023-05-01", None),
    },
    # From its beginning to its end.
    "The strike, which began on Monday, ends on Friday.": {"strike": ("2025-02-24", "2025-02-28")},
    "The summit opened on Monday and closed on Tuesday.": {"summit": ("2025-02-24", "2025-02-25")},
    "The fire, which broke out on Sunday, ended on Monday.": {"fire": ("2025-02-23", "2025-02-24")},
    # Days in a row, but not days apart.
    "The council met on Monday and Tuesday.": {"met": ("2025-02-24", "2025-02-25")},
    "It snowed on Monday and Thursday.": {"snowed": ("2025-02-24", "2025-02-24")},
    # What lasts, once told, goes on from its first day while it is told of as being.
    "They imposed an embargo on 6 January. The embargo is meant to hurt trade.": {
        "embargo": ("2025-01-06", None),
    },
    "They held a vote on 6 January. The vote is meant to end the row.": {
        "vote": ("2025-01-06", "2025-01-06"),
    },
    # What another event bounds is no plan that is gone.
    "The crew will have left before the trial on Monday 24 February.": {"left": UNDATED},
}


def read(text: str, parser: Parser) -> tuple[Event, ...]:
    dct = Dct(PUBLISHED)
    return extract("a", text, dct, tag(text, dct).timexes, parser).events


def days(event: Event) -> Days:
    interval = event.time.interval
    if interval is None:
        return UNDATED
    first, last = interval.earliest, interval.latest
    return (first.isoformat() if first else None, last.isoformat() if last else None)


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in BOUNDS])
def test_an_event_is_bounded_by_the_one_told_beside_it(text: str, parser: Parser) -> None:
    told = {event.trigger.text: days(event) for event in read(text, parser)}

    assert BOUNDS[text].items() <= told.items()


def test_a_bound_says_which_event_sets_it(parser: Parser) -> None:
    events = read("The fleet has gathered since the invasion on 2 January.", parser)

    gathered = next(event for event in events if event.trigger.text == "gathered")
    assert gathered.time.basis is Basis.INHERITED
    assert gathered.time.explanation.startswith('since "invasion": "2 January"')
    assert gathered.time.edtf == "2025-01-02/.."


def test_what_has_gone_on_since_an_event_goes_on(parser: Parser) -> None:
    events = read("They have been fighting since the coup in June.", parser)

    fighting = next(event for event in events if event.trigger.text == "fighting")
    assert days(fighting) == ("2024-06-01", None)
    assert fighting.status is Status.ONGOING
