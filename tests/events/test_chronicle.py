"""How a story is dated where its clauses name no time, tagged by the real tagger."""

from datetime import date

import pytest

from dateline.events.extract import extract
from dateline.events.parse import Parser
from dateline.model.event import Basis, Event
from dateline.model.timex import Dct
from dateline.timex import tag

pytestmark = pytest.mark.model

PUBLISHED = date(2025, 2, 26)  # a Wednesday

# text: {trigger: (basis, first day)}; no day where nothing tells one
STORIES: dict[str, dict[str, tuple[Basis, str | None]]] = {
    # What a noun tells has the tense of the verb that carries it.
    "There was an explosion at the plant.": {
        "explosion": (Basis.PUBLICATION, "2025-02-26"),
    },
    "The two sides held talks in Geneva.": {"talks": (Basis.PUBLICATION, "2025-02-26")},
    "Ms Reed gave her annual keynote on Monday.": {"keynote": (Basis.EXPLICIT, "2025-02-24")},
    "Ms Reed has been on maternity leave since January.": {
        "leave": (Basis.EXPLICIT, "2025-01-01"),
    },
    "The firm lost its court case today.": {"case": (Basis.EXPLICIT, "2025-02-26")},
    "He left the case at the station on Monday.": {"left": (Basis.EXPLICIT, "2025-02-24")},
    "The ministry did not answer the letter.": {"answer": (Basis.PUBLICATION, "2025-02-26")},
    # What happens within another event, or right with it.
    "In a speech delivered in Oslo on Monday, she apologised.": {
        "delivered": (Basis.EXPLICIT, "2025-02-24"),
    },
    "On Monday she gave a speech written by her aides.": {"written": (Basis.NONE, None)},
    "The storm, which flooded two villages, struck on Monday.": {
        "storm": (Basis.EXPLICIT, "2025-02-24"),
    },
    "After a two-hour meeting with farmers, she said on Monday that prices would fall.": {
        "meeting": (Basis.EXPLICIT, "2025-02-24"),
    },
    "After the war, she said on Monday, prices fell.": {"war": (Basis.NONE, None)},
    "The paper on Monday quoted neighbours as saying that shots had been fired.": {
        "saying": (Basis.INHERITED, "2025-02-24"),
    },
    "The talks took a turn on Monday when the envoy insulted his hosts.": {
        "insulted": (Basis.INHERITED, "2025-02-24"),
    },
    "Shares fell on Monday, dragging the index down.": {
        "dragging": (Basis.INHERITED, "2025-02-24"),
    },
    "He resigned on Monday, later saying that he was ill.": {"saying": (Basis.NONE, None)},
    "The agency did not say when the deputy was freed.": {
        "say": (Basis.PUBLICATION, "2025-02-26"),
        "freed": (Basis.NONE, None),
    },
    "The jury, which had heard the widow but dismissed the case, met on Monday.": {
        "met": (Basis.EXPLICIT, "2025-02-24"),
        "heard": (Basis.NONE, None),
    },
    "Trucks rolled into Leeds from York on Tuesday and foreign-bound cargo was unloaded.": {
        "rolled": (Basis.EXPLICIT, "2025-02-25"),
    },
    # An aim has the day told after it, and its verb that day too; a day before it is the verb's.
    "The Reds beat their rivals 2-1 at the old stadium on Sunday to move within a point.": {
        "beat": (Basis.EXPLICIT, "2025-02-23"),
        "move": (Basis.NONE, None),
    },
    "The senator travelled to Ohio to meet voters on Monday.": {
        "travelled": (Basis.INHERITED, "2025-02-24"),
        "meet": (Basis.EXPLICIT, "2025-02-24"),
    },
    # A dispatch has its own day, which is that of its news; an old one is no dispatch.
    "NAIROBI, Feb 25 (Agency) - Two men were shot, said Ada Lund, a police officer.": {
        "shot": (Basis.PUBLICATION, "2025-02-25"),
        "said": (Basis.PUBLICATION, "2025-02-25"),
    },
    "NAIROBI, Feb 2 (Agency) - The dam broke.": {"broke": (Basis.PUBLICATION, "2025-02-26")},
    # So long before or after another event, whichever of the two is dated.
    "Two days after the attack in Oslo on Friday, police arrested a man.": {
        "attack": (Basis.EXPLICIT, "2025-02-21"),
        "arrested": (Basis.INHERITED, "2025-02-23"),
    },
    "Gunmen shot a judge on Monday, two days after a similar raid.": {
        "shot": (Basis.EXPLICIT, "2025-02-24"),
        "raid": (Basis.INHERITED, "2025-02-22"),
    },
    "The strike began three days before the talks opened on Thursday.": {
        "began": (Basis.INHERITED, "2025-02-17"),
    },
    "He died on Sunday, hours after being shot at a rally.": {
        "shot": (Basis.INHERITED, "2025-02-23"),
    },
    "She was charged with murder on Monday, nearly a year after the shooting.": {
        "murder": (Basis.NONE, None),
        "shooting": (Basis.INHERITED, "2024-01-01"),
    },
    "A guard was shot two days after the robbery.": {"robbery": (Basis.NONE, None)},
    # What something is compared with dates nothing.
    "Revenue rose 4% from March 2024, as sales in Spain fell.": {
        "rose": (Basis.PUBLICATION, "2025-02-26"),
        "sales": (Basis.PUBLICATION, "2025-02-26"),
    },
    "Thefts rose in January compared with December.": {"rose": (Basis.EXPLICIT, "2025-01-01")},
    "Prices fell from January to March 2024.": {"fell": (Basis.EXPLICIT, "2024-01-01")},
    # Who says it, and how.
    "Hale was taken from his shop in the old village of Harrow at 10 p.m. Monday, police said.": {
        "taken": (Basis.EXPLICIT, "2025-02-24"),
        "said": (Basis.PUBLICATION, "2025-02-26"),
    },
    "Officials are warning residents that the dam may break.": {
        "warning": (Basis.PUBLICATION, "2025-02-26"),
    },
    "A bank was robbed on Monday.\n\nThe men fled in a van, said Ada Lund, a detective.": {
        "fled": (Basis.INHERITED, "2025-02-24"),
    },
    "The firm will build a factory and hire staff.": {
        "build": (Basis.NONE, None),
        "hire": (Basis.NONE, None),
    },
    "On Monday the gang tried to rob a bank.": {"rob": (Basis.INHERITED, "2025-02-24")},
    # What was told in the past has no day ahead; the plan beside it has.
    "The premier promised to hold a poll next year after delegates voted for it.": {
        "poll": (Basis.EXPLICIT, "2026-01-01"),
        "voted": (Basis.NONE, None),
    },
    "The premier will arrive in Rome on Friday for talks.": {
        "talks": (Basis.EXPLICIT, "2025-02-28"),
    },
    # The year of a name dates nothing.
    "The firm showed its tram at the Berlin Trade Fair 2010.": {
        "showed": (Basis.PUBLICATION, "2025-02-26"),
    },
    # What is put on the calendar has the day, not the planning of it.
    "The city called off the concert planned for Sunday.": {
        "concert": (Basis.EXPLICIT, "2025-03-02"),
        "planned": (Basis.NONE, None),
    },
    "Staff learned of the vote, which is set for May 4.": {
        "vote": (Basis.EXPLICIT, "2025-05-04"),
    },
    "The hearing has been moved from Friday to next Tuesday.": {
        "hearing": (Basis.EXPLICIT, "2025-03-04"),
        "moved": (Basis.PUBLICATION, "2025-02-26"),
    },
    "The vote was postponed until Friday.": {"vote": (Basis.EXPLICIT, "2025-02-28")},
    "The summit, originally scheduled for January, will now take place in April.": {
        "summit": (Basis.EXPLICIT, "2025-04-01"),
    },
    "The concert, scheduled for Saturday, has been cancelled.": {
        "concert": (Basis.EXPLICIT, "2025-03-01"),
        "cancelled": (Basis.PUBLICATION, "2025-02-26"),
    },
    "Mr Hale is expected to urge calm when the ministers meet on Monday.": {
        "expected": (Basis.NONE, None),
        "urge": (Basis.INHERITED, "2025-03-03"),
    },
    # The same by another word.
    "An earthquake shook Leeds on Monday. Thousands fled. The quake cut the power.": {
        "quake": (Basis.INHERITED, "2025-02-24"),
    },
    # What is foreseen of an event is its own day.
    "The trial is expected to start on Monday.": {"trial": (Basis.EXPLICIT, "2025-03-03")},
    "Talks are due to resume in Geneva on March 10.": {"Talks": (Basis.EXPLICIT, "2025-03-10")},
    # "Not until": not before it, but then.
    "He did not speak until Tuesday.": {"speak": (Basis.EXPLICIT, "2025-02-25")},
    "Schools will not reopen until September.": {"reopen": (Basis.EXPLICIT, "2025-09-01")},
    "A verdict is not expected before Friday.": {
        "verdict": (Basis.EXPLICIT, "2025-02-28"),
        "expected": (Basis.NONE, None),
    },
    # What is told of a day.
    "A quake shook Leeds on Monday. The last quake there was in 1983, when ten people died.": {
        "shook": (Basis.EXPLICIT, "2025-02-24"),
        "died": (Basis.EXPLICIT, "1983-01-01"),
    },
    # What had happened before is not the day's news.
    "A judge on Tuesday said that officials had ignored an order.": {
        "said": (Basis.EXPLICIT, "2025-02-25"),
        "ignored": (Basis.NONE, None),
    },
    # What is joined by "and" need not be of one time.
    "The strike began on Monday and is expected to last.": {"expected": (Basis.NONE, None)},
    "She was born in 1970, grew up in Leeds and became a judge in 2011.": {
        "born": (Basis.EXPLICIT, "1970-01-01"),
        "grew": (Basis.NONE, None),
        "became": (Basis.EXPLICIT, "2011-01-01"),
    },
    "Three people were killed and five wounded last week.": {
        "killed": (Basis.EXPLICIT, "2025-02-17"),
        "wounded": (Basis.EXPLICIT, "2025-02-17"),
    },
    "The court will decide whether the trial, which opened in May, can go on.": {
        "trial": (Basis.EXPLICIT, "2024-05-01"),
        "go": (Basis.NONE, None),
    },
    # "Recently" dates nothing, nor is it today.
    "The minister recently resigned.": {"resigned": (Basis.NONE, None)},
    # A headline without a verb.
    "Mayor Lund on sick leave\n\nMayor Lund announced on Monday that she was ill.": {
        "leave": (Basis.INHERITED, "2025-02-24"),
    },
    "Blast in Leeds\n\nA gas main is to blame, officials say.": {
        "Blast": (Basis.PUBLICATION, "2025-02-26"),
    },
    # What happens but once to anybody has one day, by whatever word it is told.
    "Ada Lund was murdered in May 2019.\n\nThe town has been divided since Ms Lund's killing. It "
    "was a shock when Lund was killed.": {
        "killing": (Basis.INHERITED, "2019-05-01"),
        "killed": (Basis.INHERITED, "2019-05-01"),
    },
    "Ada Lund was murdered in May 2019.\n\nMs Lund's killing has divided the town.": {
        "divided": (Basis.NONE, None),
    },
    "Ada Lund was murdered in May 2019.\n\nPolice are still asking about Tom Hale's killing.": {
        "killing": (Basis.NONE, None),
    },
    # A story that looks back goes on in the past; it is not the day's news again.
    "The court freed Dan Hale on Tuesday. He pleaded innocent. In June 2021 police searched his "
    "farm. Neighbours fled the village. They moved to the coast.": {
        "pleaded": (Basis.INHERITED, "2025-02-25"),
        "searched": (Basis.EXPLICIT, "2021-06-01"),
        "fled": (Basis.NONE, None),
        "moved": (Basis.NONE, None),
    },
    # A year that is not over is no looking back.
    "Rents are high. Homes are dear. Prices rose this year. Shoppers stormed the market.": {
        "stormed": (Basis.PUBLICATION, "2025-02-26"),
    },
    # A new paragraph tells the news again.
    "The court freed Dan Hale on Tuesday.\n\nIn June 2021 police searched his farm.\n\nHale "
    "hugged his wife.": {"hugged": (Basis.INHERITED, "2025-02-25")},
}


def read(text: str, parser: Parser) -> tuple[Event, ...]:
    dct = Dct(PUBLISHED)
    return extract("a", text, dct, tag(text, dct).timexes, parser).events


def day(event: Event) -> str | None:
    interval = event.time.interval
    return None if interval is None else str(interval.earliest)


@pytest.mark.parametrize("text", [pytest.param(text, id=text) for text in STORIES])
def test_a_story_is_dated_as_a_careful_reader_would(text: str, parser: Parser) -> None:
    events = read(text, parser)

    told = {e.trigger.text: (e.time.basis, day(e)) for e in events}
    assert STORIES[text].items() <= told.items()


def test_a_headline_noun_has_the_day_of_the_lead_that_tells_of_it(parser: Parser) -> None:
    text = "Orders for the new tram soar\n\nOrders for the tram began on Monday."

    orders = [e for e in read(text, parser) if e.trigger.text == "Orders"]
    assert [day(e) for e in orders] == ["2025-02-24", "2025-02-24"]


def test_a_lead_is_no_longer_than_two_sentences(parser: Parser) -> None:
    text = (
        "The mayor has resigned. Her deputy has taken over. The tram has been sold. "
        "Rents have doubled."
    )

    bases = {e.trigger.text: e.time.basis for e in read(text, parser)}
    assert bases["resigned"] is bases["taken"] is Basis.PUBLICATION
    assert bases["sold"] is bases["doubled"] is Basis.NONE


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Thousands gather in Rome tonight.", "scheduled"),
        ("Thousands gathered in Rome today.", "occurred"),
        ("Thousands are gathering in Rome today.", "ongoing"),
    ],
)
def test_what_the_present_tells_of_today_is_still_to_come(
    text: str, status: str, parser: Parser
) -> None:
    (gather,) = read(text, parser)

    assert gather.status.value == status


def test_what_is_to_be_done_by_a_day_has_it_for_its_last(parser: Parser) -> None:
    events = read("The judge gave the firm until Friday to pay staff for work done.", parser)

    (pay,) = (event for event in events if event.trigger.text == "pay")
    interval = pay.time.interval
    assert interval is not None
    assert (interval.earliest, interval.latest) == (None, date(2025, 2, 28))
